import type { Stance } from "@/lib/record/evidence/evidence";
import type { RelationKind } from "@/lib/record/timeline/timeline";
import { END } from "@/lib/record/timeline/timeline-lines";

/** One vocabulary for stance and relation: a bar stops, an arrow answers, two go further, a dot supports. */
const endOf = (kind: Stance | RelationKind) =>
  kind === "contradicts" ? "bar" : kind === "context" ? "plain" : END[kind];

interface LineEndProps {
  readonly kind: Stance | RelationKind;
  /** Distances. */
  readonly className?: string;
}

export function LineEnd({ kind, className = "" }: LineEndProps) {
  return (
    <svg className={`end ${className}`} viewBox="0 0 28 12" aria-hidden="true">
      <use href={`#e-${endOf(kind)}`} />
    </svg>
  );
}
