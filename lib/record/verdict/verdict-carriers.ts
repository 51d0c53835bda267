/** Which of a verdict's evidence carries it: every set of the pieces is tried, and asked whether the rules would allow the rating. */
import { isOnScale } from "../../core/rating/rating.ts";
import { blockedBy } from "./verdict.ts";
import type { SensitiveVerdict } from "./verdict-sensitivity.ts";

/** Past this many pieces the sets are too many to try: there are two to the power of them. */
const MOST_TRIED = 12;

export interface Carriers {
  /** The pieces without which no set carries the rating. */
  readonly hinges: readonly string[];
  /** The sets of fewest pieces that carry it, that of the heaviest pieces first. */
  readonly smallest: readonly (readonly string[])[];
}

/** @returns null where nothing is carried (the rating is off the scale, or shut by the rules of today), or sets are too many */
export function carriers({ claim, rating, evidence }: SensitiveVerdict): Carriers | null {
  if (!isOnScale(rating) || evidence.length > MOST_TRIED) return null;
  const every = 2 ** evidence.length;
  const inSet = (set: number) => evidence.filter((_, at) => set & (1 << at));
  const carrying = Array.from({ length: every }, (_, set) => inSet(set)).filter(
    (pieces) => blockedBy(rating, claim.kind, pieces).length === 0,
  );
  // Rules may change after a verdict: what is shut on all of its evidence hangs on none of it.
  if (!carrying.some(({ length }) => length === evidence.length)) return null;
  const fewest = Math.min(...carrying.map(({ length }) => length));
  return {
    hinges: evidence.filter((piece) => carrying.every((set) => set.includes(piece))).map(({ id }) => id),
    smallest: carrying.filter(({ length }) => length === fewest).map((set) => set.map(({ id }) => id)),
  };
}
