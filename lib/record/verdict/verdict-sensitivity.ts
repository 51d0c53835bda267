/**
 * What the rules would allow if a part of the evidence were gone: how much of a verdict hangs on one passage, one root,
 * one producer. It says what might have been published, never what would have been: that is a judgment.
 */
import type { Bilingual } from "../../core/language/language.ts";
import { isOnScale, type Rating, ratingNumber, SCALE, type ScaleRating } from "../../core/rating/rating.ts";
import { type BlockReason, type ClaimKind, ratingsFor, type WeighedEvidence } from "./verdict.ts";

export interface SensitivePiece extends WeighedEvidence {
  readonly id: string;
  readonly source: { readonly producer: Bilingual | null };
  readonly origin: { readonly producer: Bilingual | null } | null;
}

/** What a frozen verdict says of its rating and evidence. */
export interface SensitiveVerdict {
  readonly claim: { readonly kind: ClaimKind };
  readonly rating: Rating;
  readonly evidence: readonly SensitivePiece[];
}

/** What the rules allow on some evidence. */
export interface Allowance {
  /** In the order of the scale, then off it. */
  readonly allowed: readonly Rating[];
  /** The steps of the scale, each with why it is shut; no reasons: it is open. */
  readonly steps: readonly { readonly rating: ScaleRating; readonly reasons: readonly BlockReason[] }[];
  /** Why the published rating could not be carried; none: it could. */
  readonly shut: readonly BlockReason[];
}

/** What the rules would allow without some of the evidence. */
export interface Without extends Allowance {
  /** The evidence that is gone. */
  readonly without: readonly string[];
  /** Whether any step opens or shuts, or is shut for another reason. */
  readonly changes: boolean;
  /** Steps that are shut with all the evidence and open without this. */
  readonly opened: readonly ScaleRating[];
  /** The open step nearest to the published one, and of two the nearer to the middle; null: none is open, or the published one is off the scale. */
  readonly nearest: ScaleRating | null;
}

export interface Sensitivity {
  /** On all the evidence, by the rules of today: the published rating is shut only if they have changed since. */
  readonly whole: Allowance;
  /** In the order of the evidence. */
  readonly pieces: readonly (Without & { readonly id: string })[];
  /** Without all that rests on one root, wholly or in part: the passages do not say which of their roots they are from. */
  readonly roots: readonly (Without & { readonly root: string })[];
  /** Without all that one producer made or passed on. */
  readonly producers: readonly (Without & { readonly producer: Bilingual })[];
}

function allowance({ claim, rating }: SensitiveVerdict, evidence: readonly WeighedEvidence[]): Allowance {
  const rows = ratingsFor(claim.kind, evidence);
  const reasonsFor = (which: Rating) => rows.find((row) => row.rating === which)?.reasons ?? [];
  return {
    allowed: rows.filter(({ reasons }) => reasons.length === 0).map((row) => row.rating),
    steps: SCALE.map((step) => ({ rating: step, reasons: reasonsFor(step) })),
    shut: reasonsFor(rating),
  };
}

/**
 * Takes away every passage, root and producer in turn. Roots are the frozen ones: taking evidence away can only take
 * away roots, since two passages share theirs whatever else there is.
 */
export function withoutEach(verdict: SensitiveVerdict): Sensitivity {
  const { evidence, rating } = verdict;
  const whole = allowance(verdict, evidence);
  const without = (gone: (piece: SensitivePiece) => boolean): Without => {
    const left = allowance(
      verdict,
      evidence.filter((piece) => !gone(piece)),
    );
    const opened = left.steps.filter(
      ({ reasons }, at) => reasons.length === 0 && whole.steps[at]?.reasons.length !== 0,
    );
    return {
      ...left,
      without: evidence.filter(gone).map(({ id }) => id),
      changes: left.steps.some(({ reasons }, at) => `${reasons}` !== `${whole.steps[at]?.reasons}`),
      opened: opened.map((step) => step.rating),
      nearest: nearestStep(rating, left.allowed.filter(isOnScale)),
    };
  };
  const roots = new Set(evidence.flatMap((piece) => piece.roots));
  // A frozen verdict has the names of parties as they were, and no other key to them.
  const producers = new Map(
    evidence.flatMap(producersOf).map((producer) => [`${producer.sv}\n${producer.en}`, producer]),
  );
  return {
    whole,
    pieces: evidence.map(({ id }) => ({ id, ...without((piece) => piece.id === id) })),
    roots: [...roots].map((root) => ({ root, ...without((piece) => piece.roots.includes(root)) })),
    producers: [...producers.values()].map((producer) => ({
      producer,
      ...without((piece) =>
        producersOf(piece).some((one) => one.sv === producer.sv && one.en === producer.en),
      ),
    })),
  };
}

const producersOf = ({ source, origin }: SensitivePiece): Bilingual[] =>
  [source.producer, origin?.producer ?? null].filter((producer) => producer !== null);

/**
 * The passages without which, one at a time, the published rating could not be carried.
 * @param sensitivity - where it has been worked out already
 */
export function hangsOn(
  verdict: SensitiveVerdict,
  { whole, pieces } = withoutEach(verdict),
): Sensitivity["pieces"] {
  return whole.shut.length > 0 ? [] : pieces.filter(({ shut }) => shut.length > 0);
}

function nearestStep(rating: Rating, open: readonly ScaleRating[]): ScaleRating | null {
  const published = ratingNumber(rating);
  if (published === null) return null;
  const middle = (SCALE.length + 1) / 2;
  const far = (from: number, step: ScaleRating) => Math.abs((ratingNumber(step) ?? middle) - from);
  const [nearest] = [...open].sort(
    (a, b) => far(published, a) - far(published, b) || far(middle, a) - far(middle, b),
  );
  return nearest ?? null;
}
