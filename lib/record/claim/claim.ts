/** A claim as its page shows it: plain data in both languages, moments as ISO strings. */

import type { Bilingual } from "../../core/language/language.ts";
import type { Rating } from "../../core/rating/rating.ts";
import type { AmendmentView } from "../amendment/amendment.ts";
import type { CorrectionView } from "../correction/correction.ts";
import type { QuoteView } from "../evidence/evidence-quote.ts";
import type { FalsifierView } from "../falsifier/falsifier.ts";
import type { MergeView } from "../merge/merge.ts";
import type { ObjectionView } from "../objection/objection.ts";
import type { Claimant, NamedParty } from "../party/party.ts";
import type { RecheckView } from "../recheck/recheck.ts";
import type { RemovalView } from "../removal/removal.ts";
import type { ReplyState } from "../reply/reply.ts";
import type { DeclinedAnswer, SentWay } from "../reply/reply-facts.ts";
import type { ReplyWay } from "../reply/reply-way.ts";
import type { ProvenanceEdge } from "../source/source-graph.ts";
import type { SourceWithdrawalView } from "../source/source-withdrawal.ts";
import type { ClearanceView, IndependenceNow, TaintView } from "../taint/taint.ts";
import type { RelationKind } from "../timeline/timeline.ts";
import type { ClaimKind } from "../verdict/verdict.ts";
import type { FrozenVerdict } from "../verdict/verdict-schema.ts";
import type { WithdrawalView } from "../withdrawal/withdrawal.ts";
import { type NamedToday, verdictToday } from "./claim-today.ts";

interface WordedClaim {
  readonly slug: string;
  readonly wordings: readonly { readonly textSv: string; readonly textEn: string }[];
}

/** The rows of a query as a claim's words: the query takes the newest wording it may see only. */
export const claimText = ({ slug, wordings: [wording] }: WordedClaim): Bilingual => ({
  sv: wording?.textSv ?? slug,
  en: wording?.textEn ?? slug,
});

export interface Passage {
  readonly paragraph: number | null;
  readonly charStart: number | null;
  readonly charEnd: number | null;
}

export interface AppearanceView extends Passage {
  readonly id: string;
  readonly party: Claimant;
  /** The role the party had at the time. */
  readonly role: Bilingual | null;
  readonly mode: "asserts" | "suspects";
  readonly quote: string | null;
  readonly quoteLanguage: string | null;
  readonly verbatim: boolean;
  readonly source: {
    readonly id: string;
    readonly title: Bilingual;
    readonly language: string;
    /** Where the public can read it, if anywhere. */
    readonly url: string | null;
    readonly producer: NamedParty | null;
  };
  /** EDTF. */
  readonly happened: string;
  readonly known: string;
  readonly dateNote: Bilingual | null;
}

export interface VerdictView {
  readonly frozen: FrozenVerdict;
  readonly hash: string;
  /** We no longer stand behind it. */
  readonly withdrawn: WithdrawalView | null;
}

export interface VersionLine {
  readonly version: number;
  readonly rating: Rating;
  readonly publishedAt: string;
  readonly hash: string;
  readonly changeReason: Bilingual | null;
  readonly withdrawn: WithdrawalView | null;
  /** Why it stands, though something it rests on had become another; oldest first. */
  readonly clearances: readonly ClearanceView[];
}

export interface EvidenceView extends Passage {
  readonly id: string;
  readonly stance: "supports" | "contradicts" | "context";
  readonly excerpt: string;
  readonly language: string;
  readonly note: Bilingual;
  readonly source: { readonly id: string; readonly title: Bilingual };
  readonly publishedAt: string;
}

export interface ReplyRequestView {
  readonly party: NamedParty;
  readonly state: ReplyState;
  readonly reasonNotAsked: Bilingual | null;
  readonly inSources: Bilingual;
  readonly askedAt: string | null;
  /** Since when the party has the question and a link to answer by. A frozen verdict does not say. */
  readonly sentAt?: string | null;
  /** How it got them; null where that is not on record. */
  readonly sentWay?: SentWay | null;
  readonly deadline: string | null;
  /** What was asked, in the party's language; null: no words of it are on record. A frozen verdict has none. */
  readonly question?: { readonly text: string; readonly language: string } | null;
  readonly replies: readonly {
    readonly text: string;
    readonly language: string;
    readonly receivedAt: string;
    /** How it came: by the private link, or in a way that the desk has written it down from. */
    readonly way?: ReplyWay;
    /** Who published it; null where it came with a dispute of which nothing was public. */
    readonly publishedBy?: Bilingual | null;
    /** It is not weighed in the verdict. A frozen verdict has none. */
    readonly unweighed?: boolean;
    /** It was received after the verdict. */
    readonly cameAfter?: boolean;
  }[];
  /** Answers that are not published, and why. */
  readonly declined?: readonly DeclinedAnswer[];
}

export interface RelatedClaim {
  readonly kind: RelationKind;
  /** True when the other claim points at this one. */
  readonly incoming: boolean;
  readonly claim: ClaimLine;
}

export interface ClaimLine {
  readonly slug: string;
  readonly number: number;
  readonly text: Bilingual;
  readonly short: Bilingual;
  readonly kind: ClaimKind;
  /** What the current verdict says; null: there is none, or it has been withdrawn. */
  readonly rating: Rating | null;
  readonly withdrawn: boolean;
}

export interface ClaimView extends ClaimLine {
  /** How the sources of the dispute depend on each other. */
  readonly sourceEdges: readonly ProvenanceEdge[];
  /** How the words of each published passage are known, by its id. */
  readonly quotes: Readonly<Record<string, QuoteView>>;
  readonly restatedBy: Bilingual;
  readonly wordingVersion: number;
  readonly publishedAt: string;
  /** The last moment anything on the page changed. */
  readonly changedAt: string;
  readonly claimsInDispute: number;
  readonly dispute: {
    readonly slug: string;
    readonly title: Bilingual;
    readonly short: Bilingual;
    readonly demonstration: boolean;
    readonly timeZone: string;
  };
  readonly appearances: readonly AppearanceView[];
  readonly verdict: VerdictView | null;
  /** What the verdict names, as its rows say it now. */
  readonly today: NamedToday;
  /** Newest first. */
  readonly versions: readonly VersionLine[];
  /** Published after the verdict, so not weighed in it yet. */
  readonly unweighed: readonly EvidenceView[];
  /** How the passages stand on their live pages; those that have not been looked for are left out. */
  readonly rechecks: readonly RecheckView[];
  /** Sources of the evidence that we no longer rely on. */
  readonly withdrawnSources: readonly SourceWithdrawalView[];
  /** What has happened since to what the verdict rests on, and nobody has said whether it stands; oldest first. */
  readonly taints: readonly TaintView[];
  /** How independent the evidence is now; null: as the verdict says. */
  readonly independenceNow: IndependenceNow | null;
  readonly requests: readonly ReplyRequestView[];
  readonly related: readonly RelatedClaim[];
  readonly falsifiers: readonly FalsifierView[];
  readonly corrections: readonly CorrectionView[];
  /** Facts that have been corrected, the newest first: of the claim, its appearances and evidence, their sources, what would change it. */
  readonly amendments: readonly AmendmentView[];
  /** Those that have been answered, the newest answer first. */
  readonly objections: readonly ObjectionView[];
  /** What of it readers are no longer shown. */
  readonly takenDown?: readonly RemovalView[];
  /** What turned out to be the same, and is a part of it now. */
  readonly merged?: readonly MergeView[];
}

/** The verdict that is shown, in the words that its rows have today; its page of the version says it as it was judged. */
export const currentVerdict = ({ verdict, today }: Pick<ClaimView, "verdict" | "today">) =>
  verdict && { ...verdict, frozen: verdictToday(verdict.frozen, today) };

/** The verdict we stand behind: the current one, unless it has been withdrawn. */
export const standingVerdict = ({ verdict }: Pick<ClaimView, "verdict">): FrozenVerdict | null =>
  verdict && !verdict.withdrawn ? verdict.frozen : null;

/** Over this many characters a claim is set in the smaller size. */
export const LONG_CLAIM = 100;

/** As much of an appearance as says who makes a claim, and in whose publication. */
export interface SaidBy {
  readonly party: Claimant;
  readonly source: { readonly producer: NamedParty | null };
}

/** The claimants in the order the record has them, each once. */
export function claimants(appearances: readonly SaidBy[]): Claimant[] {
  return [...new Map(appearances.map(({ party }) => [party.slug, party])).values()];
}

/** Who the page attributes the claim to besides the claimants: the publications that relate it. */
export function relaters(appearances: readonly SaidBy[]): NamedParty[] {
  const speaking = new Set(appearances.map(({ party }) => party.slug));
  const producers = appearances.flatMap(({ source }) => (source.producer ? [source.producer] : []));
  return [
    ...new Map(
      producers.filter(({ slug }) => !speaking.has(slug)).map((party) => [party.slug, party]),
    ).values(),
  ];
}
