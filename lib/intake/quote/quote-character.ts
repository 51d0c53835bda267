/** Characters as Unicode has them: of one code unit or two, and what kind they are. */

/** The character that begins at a place; a lone surrogate is itself, and behind the end there is none. */
export function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}

/** The character that ends at a place. */
export function characterBefore(text: string, at: number): string {
  const pair = at >= 2 ? characterAt(text, at - 2) : "";
  return pair.length === 2 ? pair : text.charAt(at - 1);
}

const WORD = /^[\p{L}\p{M}\p{N}_]/u;
const LETTER = /^[\p{L}\p{M}]/u;
const FIGURE = /^\p{N}/u;

/** Of a word: a letter with its marks, a figure, a low line. */
export const isOfWord = (character: string): boolean => WORD.test(character);
export const isLetter = (character: string): boolean => LETTER.test(character);
/** What stands on the letter before it. */
export const isMark = (character: string): boolean => /^\p{M}/u.test(character);
export const isFigure = (character: string): boolean => FIGURE.test(character);

/** Whether there is anything in a text that could be said. */
export const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
