/** What waits for somebody at the desk. */
import type { Bilingual } from "../language/language.ts";

/** In the order in which they press. */
export const QUEUE_KINDS = [
  "changes",
  "review",
  "reply",
  "objection",
  "deadline",
  "reReview",
  "question",
  "correction",
  "withdrawal",
  "evidence",
  "tip",
  "drafts",
] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

export interface QueueItem {
  readonly id: string;
  readonly kind: QueueKind;
  /** Without language. */
  readonly href: string;
  readonly title: Bilingual;
  /** Since when it waits; null: not known or of no matter. */
  readonly at: string | null;
  /** Why a claim is to be judged anew. */
  readonly why: "evidence" | "reply" | "wording" | "correction" | "deadline" | null;
}

/** The items by kind, in order, without the kinds that have none. */
export const byKind = (items: readonly QueueItem[]): { kind: QueueKind; items: QueueItem[] }[] =>
  QUEUE_KINDS.map((kind) => ({ kind, items: items.filter((item) => item.kind === kind) })).filter(
    ({ items: those }) => those.length > 0,
  );
