import type { ReactNode } from "react";

interface SectionProps {
  /** The number a reader may cite: § 3. */
  readonly n: number;
  readonly title: string;
  readonly id?: string;
  /** Under the title, in the label column. */
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A numbered paragraph of the page, as in a council's minutes. Children are `.text`, `.wide` and `.margin` blocks. */
export function Section({ n, title, id, aside, className = "", children }: SectionProps) {
  const heading = id ? `${id}-title` : `p${n}`;
  return (
    <section className={`row ${className}`} id={id} aria-labelledby={heading}>
      <div className="label">
        <h2 id={heading}>
          <span className="par">§ {n}</span> {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
