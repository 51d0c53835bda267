import type { Stance } from "@/lib/evidence/evidence";
import type { RelationKind } from "@/lib/timeline/timeline";

/** One vocabulary for stance and relation: a bar stops, an arrow answers, a double arrow goes further, a dot supports. */
const ENDS: Record<Stance | RelationKind, string> = {
  contradicts: "e-against",
  denies: "e-against",
  undercuts: "e-against",
  narrows: "e-context",
  context: "e-context",
  supports: "e-for",
  repeats: "e-for",
  answers: "e-answers",
  goes_further: "e-beyond",
};

export function LineEnd({ kind }: { readonly kind: Stance | RelationKind }) {
  return (
    <svg className="end" viewBox="0 0 28 12" aria-hidden="true">
      <use href={`#${ENDS[kind]}`} />
    </svg>
  );
}
