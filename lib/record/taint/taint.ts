/**
 * A verdict is tainted when something it rests on has become another: a passage has left its page, a source is no longer
 * to be relied on, a copy is damaged, the claim has other words, what it says of how independent its evidence is holds no
 * more, a fact has been corrected. Computed from the rows each time it is asked, so nothing has to be passed on and nothing
 * can be forgotten.
 *
 * What happened before the verdict was published does not taint it: whoever judged had it before them. So the next version
 * settles it, and until then a clearance: somebody has looked, says why the verdict stands, and somebody else agrees.
 */
import type { Bilingual } from "../../core/language/language.ts";
import type { AmendmentView } from "../amendment/amendment.ts";
import { isLost, type PassageState } from "../recheck/recheck.ts";
import type { GroundChange } from "./taint-ground.ts";

export type TaintCause =
  | "passage_changed"
  | "passage_gone"
  | "source_withdrawn"
  | "copy_damaged"
  | "wording_changed"
  | "ground_changed"
  | "fact_corrected";

/** A piece of evidence that a verdict has weighed. */
export interface WeighedPiece {
  readonly evidenceId: string;
  /** The copy it is quoted from. */
  readonly copyId: string | null;
  /** Whether what it says comes from a source: the one it stands in, the one it reports, or one that these lean on. */
  readonly restsOn: (sourceId: string) => boolean;
}

export interface ClearedCause {
  readonly cause: TaintCause;
  readonly causeId: string;
  readonly publishedAt: Date;
  readonly reason: Bilingual;
}

export interface TaintFacts {
  readonly verdict: { readonly publishedAt: Date; readonly wordingVersion: number };
  /** Heaviest first. */
  readonly weighed: readonly WeighedPiece[];
  /** Since when each passage stands as it does: at most one of each. */
  readonly turns: readonly {
    readonly id: string;
    readonly evidenceId: string;
    readonly state: PassageState;
    readonly at: Date;
  }[];
  readonly withdrawals: readonly { readonly id: string; readonly sourceId: string; readonly at: Date }[];
  /** Copies whose bytes are not what they were, and are not mended. */
  readonly faults: readonly { readonly copyId: string; readonly at: Date }[];
  /**
   * Facts that have been corrected, of those a verdict is judged from: which of the weighed pieces each is about, or that it
   * is about the claim itself (its kind, who gains, where it was made).
   */
  readonly corrected: readonly {
    readonly id: string;
    readonly at: Date;
    readonly isOfClaim: boolean;
    readonly isAbout: (piece: WeighedPiece) => boolean;
  }[];
  /** The newest words of the claim. */
  readonly wording: { readonly id: string; readonly version: number; readonly at: Date } | null;
  /** What the verdict says of its ground is not so (taint-ground.ts). Its id is made of what is so now. */
  readonly ground: { readonly id: string; readonly at: Date; readonly evidenceIds: readonly string[] } | null;
  /** Of this verdict. */
  readonly clearances: readonly ClearedCause[];
}

/**
 * One cause. Its id is that of the row that tells of it: a re-check, a source's withdrawal, a copy, a wording, an
 * amendment. A ground has none: its id is made of what the ground is now, so that whoever says that the verdict stands says it of that.
 */
export interface Taint {
  readonly cause: TaintCause;
  readonly causeId: string;
  readonly at: Date;
  /** Which of the weighed pieces it is about, heaviest first; none for the claim's own words. */
  readonly evidenceIds: readonly string[];
  /** Why the verdict stands all the same. */
  readonly cleared: ClearedCause | null;
}

/** Every cause there is since the verdict, oldest first, cleared or not. */
export function taintsOn({ verdict, weighed, clearances, ...facts }: TaintFacts): Taint[] {
  const pieces = (isAbout: (piece: WeighedPiece) => boolean) =>
    weighed.filter(isAbout).map(({ evidenceId }) => evidenceId);
  const causes: Omit<Taint, "cleared">[] = [
    ...facts.turns.flatMap(({ id, evidenceId, state, at }) =>
      isLost(state)
        ? [
            {
              cause: state === "gone" ? ("passage_gone" as const) : ("passage_changed" as const),
              causeId: id,
              at,
              evidenceIds: pieces((piece) => piece.evidenceId === evidenceId),
            },
          ]
        : [],
    ),
    ...facts.withdrawals.map(({ id, sourceId, at }) => ({
      cause: "source_withdrawn" as const,
      causeId: id,
      at,
      evidenceIds: pieces((piece) => piece.restsOn(sourceId)),
    })),
    ...facts.faults.map(({ copyId, at }) => ({
      cause: "copy_damaged" as const,
      causeId: copyId,
      at,
      evidenceIds: pieces((piece) => piece.copyId === copyId),
    })),
  ].filter(({ evidenceIds }) => evidenceIds.length > 0);
  for (const { id, at, isOfClaim, isAbout } of facts.corrected) {
    const evidenceIds = pieces(isAbout);
    if (isOfClaim || evidenceIds.length > 0)
      causes.push({ cause: "fact_corrected", causeId: id, at, evidenceIds });
  }
  const { wording, ground } = facts;
  if (ground)
    causes.push({
      cause: "ground_changed",
      causeId: ground.id,
      at: ground.at,
      evidenceIds: ground.evidenceIds,
    });
  if (wording && wording.version > verdict.wordingVersion)
    causes.push({ cause: "wording_changed", causeId: wording.id, at: wording.at, evidenceIds: [] });
  return causes
    .filter(({ at }) => at >= verdict.publishedAt)
    .sort((a, b) => Number(a.at) - Number(b.at) || (a.causeId < b.causeId ? -1 : 1))
    .map((taint) => ({ ...taint, cleared: clearances.find((each) => isSame(each, taint)) ?? null }));
}

interface NamedCause {
  readonly cause: TaintCause;
  readonly causeId: string;
}

export const isSame = (a: NamedCause, b: NamedCause): boolean =>
  a.cause === b.cause && a.causeId === b.causeId;

/** A cause as a form names it. */
export const causeKey = ({ cause, causeId }: NamedCause): string => `${cause}:${causeId}`;

/** How independent the evidence of a verdict is now. */
export interface IndependenceNow {
  readonly links: number;
  readonly documents: number;
  readonly roots: number;
}

/** A cause for readers. Moments are RFC 3339. */
export interface TaintView {
  readonly cause: TaintCause;
  readonly causeId: string;
  readonly at: string;
  /** The pieces of the verdict's evidence it is about, heaviest first. */
  readonly pieces: readonly {
    readonly id: string;
    readonly rank: number;
    readonly language: string;
    readonly source: { readonly id: string; readonly title: Bilingual };
  }[];
  /** The words that stand on the page now, nearest to the quoted ones. */
  readonly nearest: string | null;
  /** The source that is no longer to be relied on, and why. */
  readonly withdrawn: {
    readonly source: { readonly id: string; readonly title: Bilingual };
    readonly reason: Bilingual;
  } | null;
  /** What is so now of the verdict's ground. */
  readonly ground: Pick<GroundChange, "rootsThen" | "rootsNow" | "shut" | "causes"> | null;
  /** The fact that has been corrected, with what it was and is, and why. */
  readonly corrected: AmendmentView | null;
}

/** What somebody said who had looked at a verdict again. */
export interface ClearanceView {
  readonly publishedAt: string;
  readonly reason: Bilingual;
}

interface ClearanceRow {
  readonly publishedAt: Date | null;
  readonly reasonSv: string;
  readonly reasonEn: string;
}

/** Clearances for readers: what was said of several causes at once is said once. */
export function clearanceViews(rows: readonly ClearanceRow[]): ClearanceView[] {
  const said = rows.flatMap(({ publishedAt, reasonSv, reasonEn }) =>
    publishedAt ? [{ publishedAt: publishedAt.toISOString(), reason: { sv: reasonSv, en: reasonEn } }] : [],
  );
  return [...new Map(said.map((each) => [JSON.stringify(each), each])).values()];
}
