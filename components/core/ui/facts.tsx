import type { ReactNode } from "react";

interface FactProps {
  readonly label: string;
  /** The list is set in the sans already: no need to bring the label down to the reading text's line. */
  readonly sans?: boolean;
  readonly children: ReactNode;
}

/** One particular in a `dl`: what it is, beside it what there is to say, which may be one long word. */
export function Fact({ label, sans = false, children }: FactProps) {
  return (
    <div className="grid gap-x-5 border-t border-rule py-[0.5em] first:border-t-0 first:pt-0 two:grid-cols-[9.5rem_minmax(0,1fr)] print:break-inside-avoid">
      <dt
        className={`font-sans text-ui leading-[1.35] font-strong print:text-print ${sans ? "" : "pt-[0.45em] print:pt-[0.35em]"}`}
      >
        {label}
      </dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
