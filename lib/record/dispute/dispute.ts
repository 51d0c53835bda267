/** The dispute as its page shows it: plain data in both languages, moments as ISO strings. */

import type { Bilingual } from "../../core/language/language.ts";
import type { Rating } from "../../core/rating/rating.ts";
import { SWEDEN } from "../../core/zone.ts";
import type { AmendmentView } from "../amendment/amendment.ts";
import type { ClaimLine } from "../claim/claim.ts";
import type { CorrectionView } from "../correction/correction.ts";
import type { FalsifierView } from "../falsifier/falsifier.ts";
import type { PublicAct } from "../record-log/record-log-act.ts";
import type { RemovalView } from "../removal/removal.ts";
import type { ReplyState } from "../reply/reply.ts";
import type { DeclinedAnswer } from "../reply/reply-facts.ts";
import type { RelationKind } from "../timeline/timeline.ts";
import type { WithdrawalView } from "../withdrawal/withdrawal.ts";

export type DisputeStatus = "open" | "dormant" | "settled";
/** "none": on no side, as whoever only made a source or states something. */
export type Side = "accuses" | "accused" | "reports" | "other" | "none";

interface TitledDispute {
  readonly slug: string;
  readonly wordings: readonly { readonly titleSv: string; readonly titleEn: string }[];
}

/** The rows of a query as a dispute's title: the query takes the newest wording it may see only. */
export const disputeTitle = ({ slug, wordings: [wording] }: TitledDispute): Bilingual => ({
  sv: wording?.titleSv ?? slug,
  en: wording?.titleEn ?? slug,
});

/** Whose days and hours it is told in. */
export const disputeZone = ({
  wordings: [wording],
}: {
  readonly wordings: readonly { readonly timeZone: string }[];
}): string => wording?.timeZone ?? SWEDEN;

interface ShortDispute {
  readonly slug: string;
  readonly wordings: readonly { readonly shortSv: string; readonly shortEn: string }[];
}

/** The same as it is called where there is no room for the title. */
export const disputeShort = ({ slug, wordings: [wording] }: ShortDispute): Bilingual => ({
  sv: wording?.shortSv ?? slug,
  en: wording?.shortEn ?? slug,
});

export interface DisputeHead {
  readonly slug: string;
  readonly title: Bilingual;
  readonly short: Bilingual;
  readonly summary: Bilingual;
  readonly status: DisputeStatus;
  readonly demonstration: boolean;
  /** IANA name: whose days and hours it is told in. */
  readonly timeZone: string;
  readonly changedAt: string;
}

/** How many claims carry each rating, in the order of the scale; null: no verdict yet. */
export function tally(ratings: readonly (Rating | null)[]): Map<Rating | null, number> {
  const counts = new Map<Rating | null, number>();
  for (const rating of ratings) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  return counts;
}

export interface DisputeParty {
  /** The rows of its role in the dispute, and of the party itself. */
  readonly roleId?: string;
  readonly partyId?: string;
  readonly slug: string;
  readonly name: Bilingual;
  readonly kind: string;
  readonly side: Side;
  readonly role: Bilingual;
  readonly says: Bilingual;
  /** Slug of the body it is part of, when that is a party too. */
  readonly body: string | null;
}

export interface DisputeAppearance {
  readonly id: string;
  readonly party: string;
  readonly mode: "asserts" | "suspects";
  readonly happened: string;
  readonly known: string;
  readonly dateNote: Bilingual | null;
  /** The party that relates it, when that is not the claimant. */
  readonly relatedBy: string | null;
  readonly paragraph: number | null;
}

export interface DisputeClaim extends ClaimLine {
  readonly conclusion: Bilingual | null;
  readonly version: number | null;
  readonly verdictAt: string | null;
  /** That of the newest verdict. */
  readonly withdrawal: WithdrawalView | null;
  /** Every verdict there has been, the first first: what was taken back was said all the same. */
  readonly versions: readonly {
    readonly version: number;
    readonly rating: Rating;
    readonly publishedAt: string;
    readonly withdrawal: WithdrawalView | null;
  }[];
  readonly appearances: readonly DisputeAppearance[];
  readonly requests: readonly {
    readonly id: string;
    readonly party: string;
    readonly state: ReplyState;
    readonly askedAt: string | null;
    /** Since when the party has the question and a link to answer by. */
    readonly sentAt: string | null;
    readonly deadline: string | null;
    readonly answeredAt: string | null;
    /** When the answer was published: an editor reads it first. */
    readonly answerKnownAt?: string | null;
    /** Answers that are not published, and why. */
    readonly declined: readonly DeclinedAnswer[];
    readonly reasonNotAsked: Bilingual | null;
    readonly inSources: Bilingual;
  }[];
  /** Claims this one bears on. */
  readonly relations: readonly { readonly kind: RelationKind; readonly to: number }[];
}

export interface DisputeEvent {
  readonly id: string;
  readonly text: Bilingual;
  readonly short: Bilingual;
  readonly actor: string;
  readonly target: string | null;
  readonly happened: string | null;
  readonly known: string | null;
  readonly dateNote: Bilingual | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly answers: string | null;
}

export interface DisputeSource {
  readonly id: string;
  readonly title: Bilingual;
  readonly note: Bilingual;
  readonly held: boolean;
  /** Ids of the roots its passages count towards; itself when it is one. */
  readonly isRoot: boolean;
  /** Since when we do not rely on it, and why. */
  readonly withdrawn: WithdrawalView | null;
}

export interface DisputeView extends DisputeHead {
  readonly publishedAt: string;
  readonly parties: readonly DisputeParty[];
  readonly claims: readonly DisputeClaim[];
  readonly events: readonly DisputeEvent[];
  readonly falsifiers: readonly FalsifierView[];
  readonly sources: readonly DisputeSource[];
  readonly independentRoots: number;
  readonly corrections: readonly CorrectionView[];
  /** What of it readers are no longer shown. */
  readonly takenDown?: readonly RemovalView[];
  /** Facts in it that have been corrected, the newest first. */
  readonly amendments: readonly AmendmentView[];
  /** What was done with it in public, as far as it is told from the log, the oldest first. */
  readonly acts?: readonly PublicAct[];
  /** Every moment something of it was published, newest first. */
  readonly moments: readonly string[];
  /** The moment it is read as of; null: now. */
  readonly asOf: string | null;
}
