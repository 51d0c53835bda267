/** A quoted passage, looked for again on its page: what was found there, and what readers are told of it. */

import { visible } from "../../core/language/invisible.ts";
import { masked } from "../../intake/message/message-mask.ts";
import type { QuotePage } from "../../intake/quote/quote.ts";
import { checkQuote, type KeptQuote } from "../../intake/quote/quote-check.ts";
import { leavesOut } from "../../intake/quote/quote-elision.ts";
import type { NearestPassage } from "../../intake/quote/quote-nearest.ts";

export type PassageState = "found" | "moved" | "changed" | "gone" | "unreachable";

/** A page is looked at again after so many days. */
export const DAYS_BETWEEN_LOOKS = 7;

export interface QuotedPassage extends KeptQuote {
  readonly evidenceId: string;
}

/** What a look found of one passage. */
export interface Finding {
  readonly evidenceId: string;
  readonly state: PassageState;
  /** The words nearest to the quoted ones, when those have changed. */
  readonly nearest: string | null;
}

/**
 * Looks for passages in the text of their page as it is now. Of a quotation that leaves something out no nearest words are
 * told: they would be those left out.
 */
export const findingsIn = (passages: readonly QuotedPassage[], pages: readonly QuotePage[]): Finding[] =>
  passages.map(({ evidenceId, ...kept }) => {
    const { state, nearest } = checkQuote(kept, pages);
    const isTold = state === "changed" && !leavesOut(kept.exact);
    return { evidenceId, state, nearest: isTold ? shown(maskedIn(pages, nearest)) : null };
  });

/** Masked with all of its page: a number that the passage begins or ends in the middle of would not be known for one. */
const maskedIn = (pages: readonly QuotePage[], { page, start, end }: NearestPassage): string =>
  masked(pages.find(({ number }) => number === page)?.text ?? "").slice(start, end);

/** Somebody else's words as every text of the record is: nothing invisible, nothing that turns them round. */
const shown = (text: string): string => visible(text.toWellFormed()).normalize("NFC");

/** The same of every passage: the page is as it was, is not there, or could not be read. */
export const everyOne = (
  passages: readonly { readonly evidenceId: string }[],
  state: "found" | "gone" | "unreachable",
): Finding[] => passages.map(({ evidenceId }) => ({ evidenceId, state, nearest: null }));

/** Whether the quoted words no longer stand on the page. */
export const isLost = (state: PassageState): state is "changed" | "gone" =>
  state === "changed" || state === "gone";

/**
 * Whether a finding says something that the one before it did not. When a copy was taken the words stood there, so a
 * first look that finds them says nothing new.
 */
export function isNewFinding(
  before: Omit<Finding, "evidenceId"> | null,
  { state, nearest }: Finding,
): boolean {
  return before === null ? state !== "found" : before.state !== state || before.nearest !== nearest;
}

/** Since when a passage has stood as it does now: the first of an unbroken row of looks that found the same. */
export interface RecheckTurn {
  readonly id: string;
  readonly evidenceId: string;
  readonly state: Exclude<PassageState, "unreachable">;
  readonly nearest: string | null;
  /** The copy that was taken of the page then. */
  readonly snapshotId: string | null;
  readonly at: Date;
}

/** How a passage stands on its live page, for readers. Moments are RFC 3339. */
export interface RecheckView {
  readonly evidenceId: string;
  /** Null: the page has not been reached since the copy was taken. */
  readonly seen: {
    readonly state: Exclude<PassageState, "unreachable">;
    readonly nearest: string | null;
    /** When that was first and last seen. */
    readonly since: string;
    readonly last: string;
  } | null;
  /** When the page could not be reached, if nobody has reached it since. */
  readonly unreachable: string | null;
}
