/**
 * The address of a passage on its live page: a text directive (URL Fragment Text Directives, §3.2,
 * `#:~:text=[prefix-,]start[,end][,-suffix]`). Browsers that do not know it open the page at its top, so the quotation
 * itself always stands beside the link.
 */
import { normalise, type TextQuote } from "./quote.ts";

export interface FragmentOptions {
  /** In how many other places the words stand: then what is around them tells which is meant. */
  readonly others?: number;
  /** Of a PDF, from 1: viewers without text directives at least open it there (RFC 8118, §3). */
  readonly pdfPage?: number | null;
}

/** Up to here a quotation is given whole; a longer one by its first and last words. */
const WHOLE = { words: 12, characters: 300 };
/** How many words a beginning and an end have. More only where fewer would stand too early. */
const EDGE = { least: 4, usual: 5 };
/** How many words of the context are enough; where the words stand elsewhere too, all that are kept. */
const CONTEXT = 4;
/** With no more words than this, a quotation needs its context on a page full of menus and related pieces. */
const FEW_WORDS = 3;

/** Everything that is not a letter or figure, and the hyphen, comma and ampersand that the directive is made of. */
const encoded = (words: readonly string[]): string =>
  encodeURIComponent(words.join(" ")).replaceAll(
    /[-!'()*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Invisible characters out, spaces one: browsers ignore both. Curly quotes and dashes stay as the page has them. */
const plain = (text: string): string =>
  text.toWellFormed().replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "");
const wordsOf = (text: string): readonly string[] => plain(text).split(/\s+/u).filter(Boolean);

/** A term is looked for within one block of the page, and a line end may be the end of a block. */
const linesOf = (text: string): readonly (readonly string[])[] =>
  plain(text)
    .split(/[\n\v\f\r\u2028\u2029]+/u)
    .map(wordsOf)
    .filter((line) => line.length > 0);

/** Where words first stand in others, compared as a browser does: whole, and whatever their case. */
function firstPlace(words: readonly string[], wanted: readonly string[], from: number): number {
  for (let at = from; at + wanted.length <= words.length; at += 1) {
    if (wanted.every((word, n) => words[at + n] === word)) return at;
  }
  return -1;
}

/** The words a quotation is found by: all of them, or those it begins and ends with. */
function terms(exact: string): readonly (readonly string[])[] {
  const lines = linesOf(exact);
  const words = lines.flat();
  if (words.length === 0) return [];
  const [first = [], last = []] = [lines[0], lines.at(-1)];
  const short = words.length <= WHOLE.words && exact.length <= WHOLE.characters;
  if (lines.length === 1 && (short || words.length < 2 * EDGE.least)) return [words];

  const start = first.slice(0, lines.length === 1 ? Math.min(EDGE.usual, words.length >> 1) : EDGE.usual);
  const behind = start.length;
  const most = lines.length === 1 ? words.length - behind : last.length;
  let count = Math.min(EDGE.usual, most);
  const compared = words.map((word) => normalise(word).text.toLowerCase());
  // The range ends at the first place where its end stands: one that stands earlier too is made longer.
  while (count < most && firstPlace(compared, compared.slice(-count), behind) < words.length - count)
    count += 1;
  return [start, words.slice(-count)];
}

/** What comes after `:~:text=`; empty for a quotation without words. */
export function textDirective({ exact, prefix, suffix }: TextQuote, others = 0): string {
  const found = terms(exact);
  if (found.length === 0) return "";
  const around = others > 0 || found.flat().length <= FEW_WORDS;
  const most = others > 0 ? Number.POSITIVE_INFINITY : CONTEXT;
  const before = around ? (linesOf(prefix).at(-1) ?? []).slice(-most) : [];
  const behind = around ? (linesOf(suffix)[0] ?? []).slice(0, most) : [];
  return [
    ...(before.length > 0 ? [`${encoded(before)}-`] : []),
    ...found.map(encoded),
    ...(behind.length > 0 ? [`-${encoded(behind)}`] : []),
  ].join(",");
}

/** An address that leads to a quotation on the page. A fragment the address has already is kept before it. */
export function fragmentAddress(
  address: string,
  quote: TextQuote,
  { others = 0, pdfPage = null }: FragmentOptions = {},
): string {
  const at = address.indexOf("#");
  const page = at < 0 ? address : address.slice(0, at);
  const [own = ""] = at < 0 ? [] : address.slice(at + 1).split(":~:");
  const fragment = own === "" && pdfPage !== null ? `page=${pdfPage}` : own;
  const directive = textDirective(quote, others);
  if (directive === "") return fragment === "" ? page : `${page}#${fragment}`;
  return `${page}#${fragment}:~:text=${directive}`;
}
