import type { ReactNode } from "react";

interface PageHeadProps {
  readonly kicker?: ReactNode;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
}

/** How the head of a plain page is set, for those that have more in it. */
export const PAGE_HEAD = "py-5 two:py-6 print:py-[4mm]";

/** The head of a plain page: a kicker, the title and what the page is for. */
export function PageHead({ kicker, title, lead }: PageHeadProps) {
  return (
    <header className={`row first ${PAGE_HEAD}`}>
      <p className="label kicker">{kicker}</p>
      <div className="wide">
        <PageTitle>{title}</PageTitle>
        {lead && <PageLead>{lead}</PageLead>}
      </div>
    </header>
  );
}

export function PageTitle({ children }: { readonly children: ReactNode }) {
  return (
    <h1 className="max-w-[17em] text-title leading-tight font-[480] tracking-[-0.018em] print:text-[23pt]">
      {children}
    </h1>
  );
}

export function PageLead({ children }: { readonly children: ReactNode }) {
  return <p className="lead mt-[0.75em] max-w-text print:text-[12pt]">{children}</p>;
}
