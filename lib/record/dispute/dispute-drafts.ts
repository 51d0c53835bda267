/**
 * The tables that hold the rows of a dispute, and which rows of each are its own. What is published with it and what is
 * shown beforehand are found by the same line. Corrections are not among them: they are of what is public already, and
 * each is published by itself (correction-commands.ts).
 */
import type { Said } from "../seen/seen-row.ts";
import type { Why } from "./dispute-plan.ts";
import type { Warning } from "./dispute-warning.ts";

export const ROWS_OF = {
  dispute: (id: string) => ({ id }),
  disputeWording: (disputeId: string) => ({ disputeId }),
  party: (disputeId: string) => ({ roles: { some: { disputeId } } }),
  partyWording: (disputeId: string) => ({ party: { roles: { some: { disputeId } } } }),
  partyRole: (disputeId: string) => ({ disputeId }),
  partyIdentifier: (disputeId: string) => ({ party: { roles: { some: { disputeId } } } }),
  claim: (disputeId: string) => ({ disputeId }),
  claimWording: (disputeId: string) => ({ claim: { disputeId } }),
  interest: (disputeId: string) => ({ claim: { disputeId } }),
  notConcerned: (disputeId: string) => ({ claim: { disputeId } }),
  source: (disputeId: string) => ({ disputeId }),
  snapshot: (disputeId: string) => ({ source: { disputeId } }),
  sourceEdge: (disputeId: string) => ({ from: { disputeId } }),
  appearance: (disputeId: string) => ({ claim: { disputeId } }),
  relation: (disputeId: string) => ({ from: { disputeId } }),
  evidence: (disputeId: string) => ({ claim: { disputeId } }),
  event: (disputeId: string) => ({ disputeId }),
  falsifier: (disputeId: string) => ({ disputeId }),
  claimFalsifier: (disputeId: string) => ({ claim: { disputeId } }),
  falsifierState: (disputeId: string) => ({ falsifier: { disputeId } }),
  replyRequest: (disputeId: string) => ({ claim: { disputeId } }),
  // A question written at the desk is put by reply.ask, which makes its link and sends its letter.
  asking: (disputeId: string) => ({ request: { claim: { disputeId } }, question: "" }),
  // An answer is published by reply.publish, but with a dispute of which nothing is public yet: it came with the rest.
  reply: (disputeId: string) => ({
    request: {
      claim: {
        dispute: { id: disputeId, publishedAt: null, claims: { none: { publishedAt: { not: null } } } },
      },
    },
  }),
} as const;

/** As the history names a row (migration: remember_change). */
export const rowIdOf = (row: Readonly<Record<string, unknown>>): string =>
  String(row.id ?? row.requestId ?? `${String(row.claimId)}/${String(row.falsifierId)}`);

export type DraftTable = keyof typeof ROWS_OF;

/** One draft of a dispute, as whoever may publish it sees it beforehand: a row, with the parts that are nothing without it. */
export interface Unpublished extends Said {
  /** What it is chosen by. */
  readonly key: string;
  readonly table: DraftTable;
  readonly id: string;
  /** How many rows it is. */
  readonly rows: number;
  /** What it is a part of or hangs from: a party, claim, source or falsifier. */
  readonly parentId: string | null;
  /** Under what address it will be for ever, where it has one of its own. */
  readonly slug: string | null;
  /** The keys of what must become public before it, or with it. */
  readonly needs: readonly string[];
  /** Why it cannot be published by whoever asks, or is not chosen. Empty: it can. */
  readonly why: readonly Why[];
  /** What is better looked at once more. */
  readonly warnings: readonly Warning[];
  /** Where whoever asks has written in it: who may publish it instead. Null: that is not the reason. */
  readonly colleagues: readonly string[] | null;
}
