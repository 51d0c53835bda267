import type { QuotePlace } from "@/lib/intake/quote/quote-find";

/** Words that stand in several places, with what stands around them in one of these. */
export function InItsPlace({
  place: { prefix, exact, suffix },
  lang,
}: {
  readonly place: Pick<QuotePlace, "prefix" | "exact" | "suffix">;
  readonly lang?: string;
}) {
  return (
    <p lang={lang}>
      {prefix.trim() !== "" && <span className="around">…{prefix}</span>}
      <mark>{exact}</mark>
      {suffix.trim() !== "" && <span className="around">{suffix}…</span>}
    </p>
  );
}
