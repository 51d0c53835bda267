/**
 * Hides what leads to a private person: e-mail addresses, telephone numbers, personal identity numbers and postal
 * addresses.
 */
import { addressSpans } from "./message-mask-address.ts";
import { emailSpans } from "./message-mask-email.ts";
import { closeNumberSpans, disguisedNumberSpans, numberSpans, withTouching } from "./message-mask-number.ts";
import { inPlainSigns } from "./message-mask-plain.ts";
import { inRounds, MASK } from "./message-mask-rounds.ts";
import { type MaskedSpan, merged } from "./message-mask-span.ts";

export interface Masked {
  /** As long as the text given, so that positions of quotes hold in both. */
  readonly text: string;
  /** Half open, the same in the text given and in the masked one. */
  readonly spans: readonly MaskedSpan[];
}

export interface MaskOptions {
  /** Whole addresses that stay, such as the one an official answers from in office. Case does not matter. */
  readonly keep?: readonly string[];
}

/**
 * Masks a text. It errs on the side of the person: what cannot be told from a telephone number is one.
 *
 * What is looked in is the text in plain signs (message-mask-plain.ts), so that it matters little how it was set.
 *
 * Left as they are: dates and times, amounts, numbers of cases (KS 2019/123), bank giro numbers, numbers of
 * organisations (their third digit is 2 or more, so they are no date of birth), and addresses of functions
 * (FUNCTIONS in message-mask-email.ts), also postal ones (a box). Not recognised: names, postal addresses without a post
 * code, domestic numbers of other countries, local numbers without an area code, and addresses that are spelled out in
 * words, and digits written as words. A person must read what is published.
 */
export function maskPrivate(text: string, { keep = [] }: MaskOptions = {}): Masked {
  const kept = new Set(keep.map((address) => address.toLowerCase()));
  const { text: plain, starts, ends } = inPlainSigns(text);
  const found = inRounds(plain, [
    { reach: 128, find: numberSpans, whole: withTouching },
    { reach: 256, find: disguisedNumberSpans, whole: withTouching },
    {
      reach: 1_024,
      find: (part) => [...emailSpans(part, kept), ...addressSpans(part), ...spacedSpans(part, kept)],
    },
  ]);
  const spans = merged(
    found.map(({ start, end, kind }) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0, kind })),
  );
  return { text: withMasks(text, spans), spans };
}

const withMasks = (text: string, spans: readonly MaskedSpan[]): string =>
  spans
    .map(({ start, end }, at) => text.slice(spans[at - 1]?.end ?? 0, start) + MASK.repeat(end - start))
    .join("") + text.slice(spans.at(-1)?.end ?? 0);

/** Letters and digits set with space between them, as a heading, a form or a margin has them: "0 7 0 - 1 2 3 4 5 6 7". */
const SPACED = /(?<!\S)[^\s•](?:[ \t][^\s•]{1,2}(?!\S)){7,}/gu;

/**
 * The same of what is set with space between its letters. Nothing tells one cell of a table from the next there, so all
 * digits beside a number are taken to be of one.
 */
function spacedSpans(plain: string, kept: ReadonlySet<string>): MaskedSpan[] {
  return [...plain.matchAll(SPACED)].flatMap(({ 0: run, index }) => {
    if (!/[\d@]/.test(run)) return [];
    const places = [...run.matchAll(/\S/g)].map((sign) => index + sign.index);
    const close = run.replaceAll(/\s/g, "");
    const placed = ({ start, end, kind }: MaskedSpan): MaskedSpan => ({
      ...{ start: places[start] ?? index, end: (places[end - 1] ?? index) + 1, kind },
    });
    const emails = emailSpans(close, kept);
    const [number] = closeNumberSpans(close);
    const digits = number
      ? [...close.matchAll(/[\d+][\d+()/-]*/g)].map(({ 0: group, index: start }) => ({
          ...{ start, end: start + group.length, kind: number.kind },
        }))
      : [];
    return [...emails, ...digits].map(placed);
  });
}

/** A text as the public may see it. */
export const masked = (text: string): string => maskPrivate(text).text;

/** A quotation with what stands around it, as the evidence keeps them. */
export interface Surrounded {
  readonly prefix: string | null;
  readonly words: string;
  readonly suffix: string | null;
}

/**
 * The same with what is private masked. All of it is read as one text: an address that a quotation begins or ends in the
 * middle of would be known for one in neither part. What stands around was cut between words, perhaps through a number, so
 * figures at its outer ends are masked too.
 */
export function maskedAround({ prefix, words, suffix }: Surrounded): Record<keyof Surrounded, string> {
  const [before, after] = [prefix ?? "", suffix ?? ""];
  const text = masked(before + words + after);
  const [start, end] = [before.length, before.length + words.length];
  const covered = (figures: string) => figures.replaceAll(/\p{Nd}/gu, (digit) => MASK.repeat(digit.length));
  return {
    prefix: text.slice(0, start).replace(/^[\p{Nd}\s()+./\p{Pd}\p{DI}]+/u, covered),
    words: text.slice(start, end),
    suffix: text
      .slice(end)
      .replace(/(?<![\p{Nd}\s()+./\p{Pd}\p{DI}])[\p{Nd}\s()+./\p{Pd}\p{DI}]+$/u, covered),
  };
}

/** As much of what stands before a quotation, or behind it, as is next to it and not masked: what a page can be searched for. */
export const standing = (context: string, side: "before" | "behind"): string =>
  (side === "before" ? context.split(MASK).at(-1) : context.split(MASK)[0]) ?? "";
