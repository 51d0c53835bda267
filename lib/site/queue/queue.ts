/** What waits for somebody at the desk. */
import type { WaitingItem } from "../../desk/waiting/waiting.ts";
import type { TaintCause } from "../../record/taint/taint.ts";

/** In the order in which they press. */
const QUEUE_KINDS = [
  "changes",
  "givenBack",
  "review",
  "ready",
  "reply",
  "objection",
  "objectionAnswer",
  "removal",
  "deadline",
  "reReview",
  "question",
  "correction",
  "address",
  "merge",
  "amendment",
  "withdrawal",
  "clearance",
  "sourceWithdrawal",
  "evidence",
  "letter",
  "tip",
  "invitation",
  "drafts",
  "submitted",
  "handedOver",
] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

export interface QueueItem extends Omit<WaitingItem, "at"> {
  readonly kind: QueueKind;
  /** Since when it waits; null: not known or of no matter. */
  readonly at: string | null;
  /** Who handed it over, or gave it back; left out: that is of no matter. */
  readonly by?: string | null;
  /** Why a claim is to be judged anew. */
  readonly why: "evidence" | "reply" | "correction" | "deadline" | TaintCause | null;
}

/** The items by kind, in order, without the kinds that have none. */
export const byKind = (items: readonly QueueItem[]): { kind: QueueKind; items: QueueItem[] }[] =>
  QUEUE_KINDS.map((kind) => ({ kind, items: items.filter((item) => item.kind === kind) })).filter(
    ({ items: those }) => those.length > 0,
  );
