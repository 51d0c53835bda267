/** What stands between a draft verdict and its publication, computed by the rules: the editor's checklist. Pure. */
import type { Bilingual } from "../../core/language/language.ts";
import type { ReplyState } from "../reply/reply.ts";
import type { WordingFlag } from "./verdict-wording.ts";

/**
 * - `stop`: the rules refuse it; nothing but a change opens it
 * - `reason`: allowed with a reason that is published
 * - `done`
 */
export type CheckState = "stop" | "reason" | "done";

export type CheckKey =
  | "claim"
  | "rating"
  | "independence"
  | "ownCase"
  | "same"
  | "evidence"
  | "quotes"
  | "along"
  | "since"
  | "replies"
  | "unknown"
  | "falsifiers"
  | "texts"
  | "wording"
  | "change"
  | "secondPerson"
  | "publisher";

export interface Check {
  readonly key: CheckKey;
  readonly state: CheckState;
  /** Words of messages for why: `checks.<key>.<why>`; empty when it is done. */
  readonly why: string;
  /** What the sentence names: counts, words, fields. */
  readonly detail: Readonly<Record<string, string | number>>;
}

export interface PartyReply {
  readonly name: Bilingual;
  readonly state: ReplyState;
  /** It has had its chance, or the reason why not is on record. */
  readonly mayBeJudged: boolean;
}

export interface ChecklistFacts {
  readonly locale: "sv" | "en";
  readonly hasRating: boolean;
  /** The chosen rating says how true the claim is: others need no evidence. */
  readonly isOnScale: boolean;
  /** Why the rules shut the chosen rating; empty: they do not. */
  readonly shut: readonly string[];
  readonly roots: number;
  readonly links: number;
  readonly ownCase: number;
  readonly againstOwnCase: number;
  /** Pieces of evidence from documents that nobody is known to have made. */
  readonly unknownMakers: number;
  /** Sources under the evidence that a suggestion nobody has settled says may be one with another, or rest on it. */
  readonly maybeSame: readonly Bilingual[];
  readonly evidence: number;
  /** Pieces of evidence that are named and are not to be had: thrown away since, or named by a step alone. */
  readonly stray: number;
  /** Pieces of evidence with somebody's address, telephone or identity number in their words. */
  readonly private: number;
  /** Pieces of evidence whose words are in no copy, with nobody saying why they are shown: they cannot be published. */
  readonly unchecked: number;
  /** Pieces of evidence whose words a copy has in several places, with nobody saying which is meant. */
  readonly open: number;
  /** Pieces of evidence whose words are in no copy, or one that something speaks against, shown with the reason why. */
  readonly excused: number;
  /** How many drafts are published with it: evidence, and what that rests on. */
  readonly along: number;
  /** Those of them that lack a text in one language. */
  readonly half: number;
  /** Those of them that the reader of the checklist has written in. */
  readonly written: number;
  /** Pieces of evidence from a source that we no longer rely on. */
  readonly withdrawn: number;
  /** Pieces of evidence whose words no longer stand on their live page. */
  readonly lost: number;
  /** How many parties the claim is said to concern; none would mean that nobody has to be asked. */
  readonly named: number;
  /** The parties an answer of which has come that nobody has decided on. */
  readonly undecided: readonly Bilingual[];
  /** The parties the rating goes against. */
  readonly against: readonly PartyReply[];
  readonly unknown: number;
  readonly falsifiers: number;
  readonly nothingForeseeable: boolean;
  /** Texts that are missing or lack a language, by field. */
  readonly missing: readonly string[];
  readonly flags: readonly WordingFlag[];
  readonly hasWordingReason: boolean;
  /** Null: this is the first version. */
  readonly change: null | { readonly hasReason: boolean; readonly isSame: boolean };
  /** The reader of the checklist has neither written in the draft nor submitted it. */
  readonly isSecondPerson: boolean;
  /** Their sign-in is proved as publishing asks for. */
  readonly provesItself: boolean;
  readonly hasPublisher: boolean;
}

const done = (key: CheckKey, detail: Check["detail"] = {}): Check => ({
  key,
  state: "done",
  why: "",
  detail,
});
const stop = (key: CheckKey, why: string, detail: Check["detail"] = {}): Check => ({
  key,
  state: "stop",
  why,
  detail,
});
const asks = (key: CheckKey, why: string, detail: Check["detail"] = {}): Check => ({
  key,
  state: "reason",
  why,
  detail,
});

/** Every point, in the order in which a verdict is made. */
export function checklist(facts: ChecklistFacts): Check[] {
  const names = (parties: readonly PartyReply[]) => parties.map(({ name }) => name[facts.locale]).join(", ");
  const early = facts.against.filter(({ mayBeJudged }) => !mayBeJudged);
  const unasked = early.filter(({ state }) => state === "not_asked");
  const unsent = early.filter(({ state }) => state === "not_sent");
  const waiting = early.filter((party) => !unasked.includes(party) && !unsent.includes(party));
  const words = [...new Set(facts.flags.map(({ word }) => word))].join(", ");
  return [
    facts.stray > 0
      ? stop("evidence", "stray", { count: facts.stray })
      : facts.evidence > 0
        ? done("evidence", { count: facts.evidence })
        : facts.isOnScale || !facts.hasRating
          ? stop("evidence", "none")
          : asks("evidence", "none"),
    facts.unchecked > 0
      ? stop("quotes", "unchecked", { count: facts.unchecked, of: facts.evidence })
      : facts.open > 0
        ? stop("quotes", "open", { count: facts.open, of: facts.evidence })
        : facts.private > 0
          ? stop("quotes", "private", { count: facts.private })
          : facts.excused > 0
            ? asks("quotes", "excused", { count: facts.excused, of: facts.evidence })
            : done("quotes", { count: facts.evidence }),
    facts.half > 0
      ? stop("along", "half", { count: facts.half })
      : facts.written > 0
        ? stop("along", "written", { count: facts.written })
        : done("along", { count: facts.along }),
    facts.withdrawn > 0
      ? asks("since", "withdrawn", { count: facts.withdrawn })
      : facts.lost > 0
        ? asks("since", "lost", { count: facts.lost })
        : done("since"),
    facts.evidence > 0 && facts.roots === 0
      ? asks("independence", "none", { links: facts.links, roots: 0 })
      : done("independence", { links: facts.links, roots: facts.roots }),
    facts.maybeSame.length > 0
      ? asks("same", "maybe", {
          count: facts.maybeSame.length,
          sources: facts.maybeSame.map((title) => title[facts.locale]).join(", "),
        })
      : done("same"),
    facts.unknownMakers > 0
      ? asks("ownCase", "unknown", { count: facts.unknownMakers })
      : done("ownCase", { own: facts.ownCase, against: facts.againstOwnCase }),
    !facts.hasRating
      ? stop("rating", "none")
      : facts.shut[0] !== undefined
        ? stop("rating", "shut", { reason: facts.shut[0] })
        : done("rating"),
    facts.undecided.length > 0
      ? stop("replies", "undecided", {
          parties: facts.undecided.map((name) => name[facts.locale]).join(", "),
        })
      : unasked.length > 0
        ? stop("replies", "notAsked", { parties: names(unasked) })
        : unsent.length > 0
          ? stop("replies", "notSent", { parties: names(unsent) })
          : waiting.length > 0
            ? stop("replies", "waiting", { parties: names(waiting) })
            : facts.named === 0
              ? asks("replies", "noParties")
              : done("replies", { count: facts.against.length }),
    facts.unknown === 0 ? stop("unknown", "none") : done("unknown", { count: facts.unknown }),
    facts.falsifiers === 0 && !facts.nothingForeseeable
      ? stop("falsifiers", "none")
      : done("falsifiers", { count: facts.falsifiers }),
    facts.missing.length > 0 ? stop("texts", "missing", { count: facts.missing.length }) : done("texts"),
    facts.flags.length === 0
      ? done("wording")
      : facts.hasWordingReason
        ? done("wording", { words })
        : stop("wording", "flagged", { words }),
    ...(facts.change
      ? [
          !facts.change.hasReason
            ? stop("change", "none")
            : facts.change.isSame
              ? stop("change", "same")
              : done("change"),
        ]
      : []),
    !facts.isSecondPerson
      ? stop("secondPerson", "author")
      : facts.provesItself
        ? done("secondPerson")
        : stop("secondPerson", "noSecondFactor"),
    facts.hasPublisher ? done("publisher") : stop("publisher", "none"),
  ];
}

export const obstacles = (checks: readonly Check[]): Check[] =>
  checks.filter(({ state }) => state === "stop");

/** Of a draft that cannot be published however it is written: its claim is not public, or it has been closed meanwhile. */
export const checkOfNothing = (): Check[] => [stop("claim", "draft")];
