/**
 * A quotation: the words, what stands around them, and where. Before they are compared, texts are normalised, so that
 * the same words are found again however they were typed, set or extracted:
 *
 * - characters without width or meaning of their own are left out: soft hyphens, zero-width spaces and joiners,
 *   direction marks, variation selectors (Unicode's Default_Ignorable_Code_Point);
 * - letters and their accents are one character where Unicode has it (NFC); å, ä, ö and é stay what they are;
 * - spaces, non-breaking spaces, tabs and line ends, however many, are one space;
 * - “ ” „ ‟ « » are ", and ‘ ’ ‚ ‛ ‹ › are ';
 * - ‐ ‑ ‒ – — ― − are -;
 * - … is three full stops; ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ are their letters.
 *
 * Nothing else is the same as anything else: not upper and lower case, not a and å, not one figure and the next.
 *
 * A hyphen at the end of a line is the one thing with several readings ("kom-⏎mun", "e-⏎post", "barn-⏎ och"):
 * `breaks` says where they are, and quote-match.ts accepts each reading.
 */
import { characterAt, characterBefore, isLetter, isMark, isOfWord } from "./quote-character.ts";

/** Offsets in UTF-16 code units, half open. */
export interface TextPosition {
  readonly start: number;
  readonly end: number;
}

/** As in the Web Annotation Data Model, §4.2.4. */
export interface TextQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The text of one page of a copy, numbered from 1. What has no pages is one page. */
export interface QuotePage {
  readonly number: number;
  readonly text: string;
}

/**
 * What a hyphen at the end of a line may be: part of the division of a word, which joins again ("kom-⏎mun"), or one
 * that stays, with a space behind it or without ("Söderköping-⏎Linköping", "2019-⏎2020", "barn-⏎och").
 */
export type LineBreak = "joins" | "stays";

export interface Normalised {
  readonly text: string;
  /** For each code unit of `text`, where the characters it was made from begin and end. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Of each hyphen at the end of a line by its place in `text`. The space behind it belongs to it. */
  readonly breaks: ReadonlyMap<number, LineBreak>;
}

const IGNORED = /^\p{Default_Ignorable_Code_Point}$/u;
const SPACE = /^[\s\u0085]$/u;
const LINE_END = /^[\n\v\f\r\u0085\u2028\u2029]$/u;
/** What composes with the character before it: marks, vowels and finals of Hangul and of Kirat Rai. */
const ATTACHED = /^[\p{M}\u1160-\u11FF\u{16D63}-\u{16D6A}]$/u;

const SOFT_HYPHEN = 0xad;
/** Below it nothing composes, and most characters are themselves. */
const COMBINING = 0x300;
const UNPLAIN = /[\s\u0085\u00AD«»]/u;
/** What is tested for every character of a long text, as tables. */
const below = (test: (character: string) => boolean) =>
  Array.from({ length: COMBINING }, (_, code) => test(String.fromCharCode(code)));
const PLAIN = below((character) => !UNPLAIN.test(character));
const SPACES = below((character) => SPACE.test(character));
const LINE_ENDS = below((character) => LINE_END.test(character));

const FOLDED = new Map<string, string>([
  ...Array.from("“”„‟«»", (mark) => [mark, '"'] as const),
  ...Array.from("‘’‚‛‹›", (mark) => [mark, "'"] as const),
  ...Array.from("‐‑‒–—―−", (dash) => [dash, "-"] as const),
  ...Array.from("ﬀﬁﬂﬃﬄﬅﬆ", (ligature) => [ligature, ligature.normalize("NFKC")] as const),
  ["…", "..."],
]);

/** The hyphens that divide words; a dash at the end of a line is never one. */
const DIVIDING = new Set(["-", "\u2010"]);
/**
 * After these a word is not divided but shortened: "barn-⏎och ungdomsnämnden". Only words that hardly any other ends in:
 * "till" and the English "or" are also the rest of "där-⏎till" and of every "kvinn-⏎or".
 */
const SHORTENED = /^(?:och|samt|respektive|resp)(?![\p{L}\p{M}])/u;

/** Where a soft hyphen at the end of a line leads: to the letter the word goes on with. Null: it divides no line. */
function behindDivision(text: string, at: number): number | null {
  let ended = false;
  for (let next = at; next < text.length; ) {
    const character = characterAt(text, next);
    if (!IGNORED.test(character) && !SPACE.test(character)) {
      return ended && isLetter(character) && !isMark(character) ? next : null;
    }
    ended ||= LINE_END.test(character);
    next += character.length;
  }
  return null;
}

/** Collects the normalised text with where each unit came from. */
class Collected {
  readonly units: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Places of spaces that hold a line end and stand behind a hyphen. */
  readonly lineEnds = new Set<number>();

  unit(code: number, start: number, end: number) {
    this.units.push(code);
    this.starts.push(start);
    this.ends.push(end);
  }

  space(start: number, end: number, endsLine: boolean) {
    const last = this.units.length - 1;
    if (this.units[last] === 0x20) this.ends[last] = end;
    else this.unit(0x20, start, end);
    const at = this.units.length - 1;
    if (endsLine && this.units[at - 1] === 0x2d) this.lineEnds.add(at);
  }

  characters(text: string, start: number, end: number) {
    for (let at = 0; at < text.length; at += 1) this.unit(text.charCodeAt(at), start, end);
  }

  text(): string {
    const parts: string[] = [];
    for (let at = 0; at < this.units.length; at += 4096)
      parts.push(String.fromCharCode(...this.units.slice(at, at + 4096)));
    return parts.join("");
  }
}

/** A character with what composes with it, and where that ends. Ignored characters between them are left out. */
function cluster(text: string, at: number): { readonly text: string; readonly end: number } {
  const first = characterAt(text, at);
  let characters = FOLDED.get(first) ?? first;
  let end = at + first.length;
  for (let next = end; next < text.length; ) {
    const character = characterAt(text, next);
    const attached = ATTACHED.test(character);
    const ignored = IGNORED.test(character);
    if (!attached && !ignored) break;
    next += character.length;
    if (ignored) continue;
    characters += character;
    end = next;
  }
  return { text: characters.normalize("NFC"), end };
}

/** What the hyphen at a line's end may be; null where nothing but hyphen and space can be meant ("– nej –⏎ ja"). */
function lineBreak(text: string, hyphen: number, original: string): LineBreak | null {
  const [before, after] = [characterBefore(text, hyphen), characterAt(text, hyphen + 2)];
  if (!isOfWord(before) || !isOfWord(after) || isMark(after)) return null;
  const divides =
    DIVIDING.has(original) &&
    isLetter(after) &&
    isLetter(before) &&
    !(/\p{Ll}/u.test(before) && /\p{Lu}/u.test(after)) &&
    !SHORTENED.test(text.slice(hyphen + 2, hyphen + 16));
  return divides ? "joins" : "stays";
}

export function normalise(original: string): Normalised {
  const made = new Collected();
  for (let at = 0; at < original.length; ) {
    const code = original.charCodeAt(at);
    const next = original.charCodeAt(at + 1);
    if (code < COMBINING && PLAIN[code] && !(next >= COMBINING || next === SOFT_HYPHEN)) {
      made.unit(code, at, at + 1);
      at += 1;
      continue;
    }
    if (SPACES[code]) {
      made.space(at, at + 1, LINE_ENDS[code] === true);
      at += 1;
      continue;
    }
    const character = characterAt(original, at);
    const behind = at + character.length;
    if (IGNORED.test(character)) {
      at = (code === SOFT_HYPHEN ? behindDivision(original, behind) : null) ?? behind;
    } else if (SPACE.test(character)) {
      made.space(at, behind, LINE_END.test(character));
      at = behind;
    } else {
      const { text, end } = cluster(original, at);
      made.characters(text, at, end);
      at = end;
    }
  }
  const text = made.text();
  const breaks = new Map<number, LineBreak>();
  for (const space of made.lineEnds) {
    const found = lineBreak(text, space - 1, original.charAt(made.starts[space - 1] ?? 0));
    if (found) breaks.set(space - 1, found);
  }
  return { text, starts: made.starts, ends: made.ends, breaks };
}

/** Where in the original a stretch of the normalised text stands. Neither may be empty. */
export const originalPosition = (
  page: Pick<Normalised, "starts" | "ends">,
  start: number,
  end: number,
): TextPosition => ({
  start: page.starts[start] ?? 0,
  end: page.ends[end - 1] ?? 0,
});

/** A quotation on its own, normalised: without what is only space at its ends. */
export function normalisedQuote(quote: string): Normalised {
  const whole = normalise(quote);
  const start = whole.text.startsWith(" ") ? 1 : 0;
  const end = whole.text.length - (whole.text.endsWith(" ") ? 1 : 0);
  if (end <= start) return normalise("");
  if (start === 0 && end === whole.text.length) return whole;
  const inner = originalPosition(whole, start, end);
  return normalise(quote.slice(inner.start, inner.end));
}
