/**
 * How far a piece of evidence would outlive its link, on a ladder of five steps. A step is reached by what is there, not
 * by what has been asked for: what is pending or has failed never counts, and is told beside the steps. Each step proves
 * one thing and no more (the words are in messages, `assurance`): a hash proves "unchanged since we took it", not "was
 * there".
 */
import { ARCHIVE_PROBLEMS } from "../outside-copy/outside-copy.ts";
import { TOKEN_PROBLEMS } from "../timestamp/timestamp.ts";
import { SERVICE_PROBLEMS } from "./assurance-services.ts";

/** From the lowest to the highest. */
export const ASSURANCE_LEVELS = ["link", "copy", "timestamped", "outside", "original"] as const;
export type AssuranceLevel = (typeof ASSURANCE_LEVELS)[number];

/** Why somebody outside attested nothing. Each has a sentence in messages (`assurance.problems`). */
export const ASSURANCE_PROBLEMS = [
  ...SERVICE_PROBLEMS,
  ...TOKEN_PROBLEMS,
  ...ARCHIVE_PROBLEMS,
  // The operator has taken the service away since it was asked for.
  "not-configured",
  "unknown",
] as const;
export type AssuranceProblem = (typeof ASSURANCE_PROBLEMS)[number];

type AttestationState = "pending" | "done" | "failed";

export interface TimestampFact {
  readonly authority: string;
  readonly state: AttestationState;
  readonly trusted: boolean;
  /** The authority's time, RFC 3339. */
  readonly at: string | null;
  readonly problem: string | null;
}

export interface OutsideCopyFact {
  readonly archive: string;
  readonly state: AttestationState;
  /** Null until the copies have been compared. */
  readonly sameText: boolean | null;
  readonly url: string | null;
  readonly at: string | null;
  readonly problem: string | null;
}

/** What was found of an e-mail's signature (lib/intake/message/). */
type Dkim = "verified" | "verified_other_domain" | "not_signed" | "failed" | "key_not_obtainable";

export interface AssuranceFacts {
  readonly copies: readonly { readonly custody: "stored" | "kept_by_desk"; readonly sha256: string }[];
  readonly timestamps: readonly TimestampFact[];
  readonly outsideCopies: readonly OutsideCopyFact[];
  readonly message: { readonly dkim: Dkim } | null;
  /** The file itself was handed over by a party, or by whoever made it. */
  readonly fromParty: boolean;
}

/** What makes a file the original: who gave it, or who signed it. */
export type OriginalBy = "party" | "signature";

/** A step that is reached, with what it rests on. */
export type HeldLevel =
  | { readonly level: "link" }
  | { readonly level: "copy"; readonly copies: AssuranceFacts["copies"] }
  | {
      readonly level: "timestamped";
      readonly timestamps: readonly (TimestampFact & { readonly at: string })[];
    }
  | { readonly level: "outside"; readonly outsideCopies: readonly OutsideCopyFact[] }
  | { readonly level: "original"; readonly by: readonly OriginalBy[] };

export interface PendingAssurance {
  /** `comparison`: the archive has a copy, which has not been compared with ours. */
  readonly what: "timestamp" | "outside-copy" | "comparison";
  readonly by: string;
}

export type FailedAssurance =
  | { readonly what: "timestamp" | "outside-copy"; readonly by: string; readonly problem: AssuranceProblem }
  | { readonly what: "untrusted" | "differs"; readonly by: string }
  | { readonly what: "signature"; readonly dkim: Exclude<Dkim, "verified" | "not_signed"> };

export interface Assurance {
  /** The highest that is held. One below it may be missing: an archive's copy needs no timestamp of ours. */
  readonly level: AssuranceLevel;
  /** From the lowest to the highest. */
  readonly holds: readonly HeldLevel[];
  readonly pending: readonly PendingAssurance[];
  readonly failed: readonly FailedAssurance[];
}

export function assurance(facts: AssuranceFacts): Assurance {
  const holds = held(facts);
  return {
    level: holds.at(-1)?.level ?? "link",
    holds,
    pending: pendingOf(facts),
    failed: failedOf(facts),
  };
}

/** Every step above the first is about bytes that we have: without a copy, there is nothing for it to be about. */
function held({ copies, timestamps, outsideCopies, message, fromParty }: AssuranceFacts): HeldLevel[] {
  const holds: HeldLevel[] = [{ level: "link" }];
  if (copies.length === 0) return holds;
  holds.push({ level: "copy", copies });
  const stamped = timestamps.flatMap((one) =>
    one.state === "done" && one.trusted && one.at !== null ? [{ ...one, at: one.at }] : [],
  );
  if (stamped.length > 0) holds.push({ level: "timestamped", timestamps: stamped });
  const same = outsideCopies.filter(({ state, sameText }) => state === "done" && sameText === true);
  if (same.length > 0) holds.push({ level: "outside", outsideCopies: same });
  const by: OriginalBy[] = [];
  if (fromParty) by.push("party");
  if (message?.dkim === "verified") by.push("signature");
  if (by.length > 0) holds.push({ level: "original", by });
  return holds;
}

function pendingOf({ timestamps, outsideCopies }: AssuranceFacts): PendingAssurance[] {
  return [
    ...timestamps.flatMap(({ state, authority }): PendingAssurance[] =>
      state === "pending" ? [{ what: "timestamp", by: authority }] : [],
    ),
    ...outsideCopies.flatMap(({ state, sameText, archive }): PendingAssurance[] => {
      if (state === "pending") return [{ what: "outside-copy", by: archive }];
      return state === "done" && sameText === null ? [{ what: "comparison", by: archive }] : [];
    }),
  ];
}

function failedOf({ timestamps, outsideCopies, message }: AssuranceFacts): FailedAssurance[] {
  const failed: FailedAssurance[] = [];
  for (const { state, trusted, at, authority, problem } of timestamps) {
    // A timestamp without a time is none.
    if (state === "failed" || (state === "done" && at === null))
      failed.push({ what: "timestamp", by: authority, problem: knownProblem(problem) });
    else if (state === "done" && !trusted) failed.push({ what: "untrusted", by: authority });
  }
  for (const { state, sameText, archive, problem } of outsideCopies) {
    if (state === "failed")
      failed.push({ what: "outside-copy", by: archive, problem: knownProblem(problem) });
    else if (state === "done" && sameText === false) failed.push({ what: "differs", by: archive });
  }
  // That a message was never signed is no failure; a signature that does not hold is.
  if (message && message.dkim !== "verified" && message.dkim !== "not_signed")
    failed.push({ what: "signature", dkim: message.dkim });
  return failed;
}

const knownProblem = (problem: string | null): AssuranceProblem =>
  ASSURANCE_PROBLEMS.find((known) => known === problem) ?? "unknown";
