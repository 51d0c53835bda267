/**
 * A text in plain signs, with where each of them came from: what private particulars are looked for in. The same number
 * is the same here however it was set, typed, quoted in a letter or broken over lines:
 *
 * - what has no width and no meaning of its own is left out: soft hyphens, zero-width spaces and joiners;
 * - digits of other scripts and fonts, in circles, brackets and keys, are 0–9; what is struck through is what it was;
 *   full-width and mathematical letters and signs are the plain ones;
 * - dashes of all kinds are "-", dots in the middle of the line ".", and what is encoded for an address ("%40") itself;
 * - one space is " ", more of them or a tab is a tab, and a line end is "\n" with all the space around it and the ">" with
 *   which a letter quotes another.
 */
export interface Plain {
  readonly text: string;
  /** For each code unit of `text`, where the characters it was made from begin and end. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const IGNORED = /^\p{Default_Ignorable_Code_Point}$/u;
const SPACE = /^[\s\u0085]$/u;
const LINE_END = /^[\n\v\f\r\u0085\u2028\u2029]$/u;
const DASH = /^[\p{Pd}\u2043\u2212]$/u;
const DOT = /^[\u3002\uff61\u00b7\u2024\u2027\u2219\u22c5\u30fb\uff65]$/u;
const SLASH = /^[\u2044\u2215\u29f8]$/u;
/** Raised and lowered: the number of a note, or the square of a metre, is no part of the number it stands on. */
const RAISED = /^[\u00b2\u00b3\u00b9\u2070-\u209c]$/u;
const ENCODED = /%(?:2[\dA-F]|3[\dA-F]|40)/iy;

/** Digits within something, which no normal form tells: where a row of them begins, its first number, and how many it has. */
const ENCLOSED: readonly (readonly [first: number, number: number, count: number])[] = [
  [0x24eb, 11, 10],
  [0x24f5, 1, 10],
  [0x24ff, 0, 1],
  [0x2776, 1, 10],
  [0x2780, 1, 10],
  [0x278a, 1, 10],
  [0x1f10b, 0, 1],
  [0x1f10c, 0, 1],
];
/** A number with its brackets, full stop or comma, as one character is made of: "⑴", "⒈", "🄁". */
const WITH_ITS_SIGN = /^\(?(\d{1,2})[).,]?$/;
const MARK = /^\p{M}$/u;

/** The digits of a script stand in a row from 0 to 9 (Unicode Standard, 4.6). */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let before = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}

function numberIn(character: string, compatible: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  const row = ENCLOSED.find(([first, , count]) => code >= first && code < first + count);
  return row ? String(code - row[0] + row[1]) : WITH_ITS_SIGN.exec(compatible)?.[1];
}

function folded(character: string): string {
  if (IGNORED.test(character)) return "";
  if (DASH.test(character)) return "-";
  if (DOT.test(character)) return ".";
  if (SLASH.test(character)) return "/";
  if (RAISED.test(character)) return character;
  const compatible = character.normalize("NFKC");
  if (/^[!-~]$/.test(compatible)) return compatible;
  if (/^\p{Nd}$/u.test(character)) return digitOf(character);
  return numberIn(character, compatible) ?? character;
}

/** Characters recur: what each is folded to is worked out once a text. */
class Folding {
  readonly #known = new Map<string, string>();

  of(character: string): string {
    const known = this.#known.get(character);
    if (known !== undefined) return known;
    const made = folded(character);
    this.#known.set(character, made);
    return made;
  }
}

/** Where a run of space ends that begins at a place, and what it comes to. */
function spaceAt(text: string, from: number): { readonly end: number; readonly as: string } {
  let [end, count, hasLineEnd, isWide] = [from, 0, false, false];
  for (let at = from; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += character.length;
    if (IGNORED.test(character)) continue;
    if (character === ">" ? !hasLineEnd : !SPACE.test(character)) break;
    count += 1;
    hasLineEnd ||= LINE_END.test(character);
    isWide ||= character === "\t";
    end = at;
  }
  return { end, as: hasLineEnd ? "\n" : isWide || count > 1 ? "\t" : " " };
}

/** Folds a text. */
export function inPlainSigns(original: string): Plain {
  const folding = new Folding();
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (signs: string, start: number, end: number) => {
    parts.push(signs);
    for (let n = 0; n < signs.length; n += 1) {
      starts.push(start);
      ends.push(end);
    }
  };
  for (let at = 0; at < original.length; ) {
    const code = original.codePointAt(at) ?? 0;
    const character = String.fromCodePoint(code);
    let end = at + character.length;
    if (SPACE.test(character)) {
      const space = spaceAt(original, at);
      end = space.end;
      add(space.as, at, end);
    } else if (code < 0x80) {
      ENCODED.lastIndex = at;
      const encoded = character === "%" ? ENCODED.exec(original)?.[0] : undefined;
      end = at + (encoded ?? character).length;
      add(encoded ? decodeURIComponent(encoded) : character, at, end);
    } else if (MARK.test(character) && /\d$/.test(parts.at(-1) ?? "")) ends[ends.length - 1] = end;
    else add(folding.of(character), at, end);
    at = end;
  }
  return { text: parts.join(""), starts, ends };
}
