/** An objection as others see it: what was decided, never the reader's own words. And whether a sentence is ours. */
import { bilingualOf } from "../../core/columns.ts";
import type { Bilingual } from "../../core/language/language.ts";

export type ObjectionTarget = "sentence" | "evidence" | "other";
export type ObjectionDecision = "upheld" | "partly_upheld" | "not_upheld";

/** A reader is told that an answer comes within so many days. */
export const ANSWERED_WITHIN_DAYS = 14;

export interface ObjectionView {
  /** The number the reader was given. */
  readonly id: string;
  readonly receivedAt: string;
  readonly publishedAt: string;
  readonly target: ObjectionTarget;
  /** Id of the evidence it is about. */
  readonly evidence: string | null;
  /** The version the reader had before them. */
  readonly version: number | null;
  readonly decision: ObjectionDecision;
  readonly summary: Bilingual;
  readonly reason: Bilingual;
  /** Why words that the rules of wording ask about stand. */
  readonly wordingReason: Bilingual | null;
  /** Id of the correction it led to. */
  readonly correction: string | null;
}

interface ObjectionRow {
  readonly id: string;
  readonly receivedAt: Date;
  readonly target: ObjectionTarget;
  readonly evidenceId: string | null;
  readonly version: number | null;
  readonly outcome: {
    readonly decision: ObjectionDecision;
    readonly summarySv: string;
    readonly summaryEn: string;
    readonly reasonSv: string;
    readonly reasonEn: string;
    readonly wordingReasonSv: string | null;
    readonly wordingReasonEn: string | null;
    readonly correctionId: string | null;
    readonly publishedAt: Date | null;
  } | null;
}

/** The columns a public read may ask for. The reader's text, sentence and address are not among them. */
export const OBJECTION_COLUMNS = {
  id: true,
  receivedAt: true,
  target: true,
  evidenceId: true,
  version: true,
  outcome: true,
} as const;

/** An answered objection; nothing for one that waits. */
export function objectionView({ outcome, ...row }: ObjectionRow): ObjectionView[] {
  if (!outcome?.publishedAt) return [];
  return [
    {
      id: row.id,
      receivedAt: row.receivedAt.toISOString(),
      publishedAt: outcome.publishedAt.toISOString(),
      target: row.target,
      evidence: row.evidenceId,
      version: row.version,
      decision: outcome.decision,
      summary: { sv: outcome.summarySv, en: outcome.summaryEn },
      reason: { sv: outcome.reasonSv, en: outcome.reasonEn },
      wordingReason: bilingualOf(outcome.wordingReasonSv, outcome.wordingReasonEn),
      correction: outcome.correctionId,
    },
  ];
}

/** When a reader was told to expect an answer by. */
export const answerDue = (receivedAt: string): string =>
  new Date(Date.parse(receivedAt) + ANSWERED_WITHIN_DAYS * 86_400_000).toISOString();

/** Fields of a record that hold words a page shows; the others hold ids, dates, hashes and words of our own code. */
const WORDS = new Set(["sv", "en", "excerpt", "quote", "text"]);

/** Every text that stands in a record, however deep. */
export function textsOf(record: unknown): string[] {
  if (record === null || typeof record !== "object") return [];
  return Object.entries(record).flatMap(([name, value]) =>
    typeof value === "string" ? (WORDS.has(name) ? [value] : []) : textsOf(value),
  );
}

/**
 * A text as it is compared: what a reader's clipboard or keyboard changes (line breaks, no-break spaces, soft hyphens,
 * the shape of quotes and dashes, letter case, an ellipsis at either end) makes no difference.
 */
export const comparable = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\u00AD/g, "")
    .replace(/[\p{Quotation_Mark}\u2032\u2033]/gu, "'")
    .replace(/[\p{Dash_Punctuation}\u2212]/gu, "-")
    .toLocaleLowerCase("sv")
    .replace(/\s+/g, " ")
    .replace(/^['\s.…-]+|['\s.…-]+$/g, "");

/** Whether a sentence stands in one of the texts, word for word. */
export function standsIn(sentence: string, texts: readonly string[]): boolean {
  const wanted = comparable(sentence);
  return wanted !== "" && texts.some((text) => wholeWords(comparable(text), wanted));
}

const isLetter = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

function wholeWords(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + wanted.length])) return true;
  }
  return false;
}

/** So many words in a row are no coincidence. */
const BORROWED = 8;

/**
 * Whether a text of ours repeats the reader's own words: eight in a row that do not stand in the record already. What a
 * reader sends is not theirs to see in public.
 */
export function repeatsReader(ours: string, readers: string, record: readonly string[]): boolean {
  const runs = runsOf(readers);
  if (runs.size === 0) return false;
  const published = new Set(record.flatMap((text) => [...runsOf(text)]));
  return [...runsOf(ours)].some((run) => runs.has(run) && !published.has(run));
}

function runsOf(text: string): Set<string> {
  const words =
    text
      .normalize("NFKC")
      .toLocaleLowerCase("sv")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let at = 0; at + BORROWED <= words.length; at++) runs.add(words.slice(at, at + BORROWED).join(" "));
  return runs;
}
