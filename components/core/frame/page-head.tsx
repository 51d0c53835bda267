import type { ReactNode } from "react";

/** The head of a plain page: a kicker, the title and what the page is for. */
export function PageHead({
  kicker,
  title,
  lead,
}: {
  readonly kicker?: ReactNode;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
}) {
  return (
    <header className="row first pagehead">
      <p className="label kicker">{kicker}</p>
      <div className="wide">
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
    </header>
  );
}
