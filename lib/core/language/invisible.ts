/**
 * Characters that cannot be seen. Nobody types them on purpose: they come along from word processors, web pages and chats,
 * and a form that stopped at them could not say where they are. What does harm is taken out, what means a new line
 * becomes one, and what a script or an emoji cannot be written without stays.
 */

/**
 * Characters that no text of the record begins or hides anything with: controls except tab and line feed, marks that turn
 * words round (bidirectional controls), and those that hide between letters (zero-width space, word joiner, byte-order mark,
 * interlinear marks). What is fetched or handed in is rid of them; addresses may not have them.
 */
export const INVISIBLE = /[[\p{Cc}\p{Bidi_Control}\u200B\u2060-\u2064\uFEFF\uFFF9-\uFFFB]--[\t\n]]/v;

/** Line breaks of word processors, slides, mainframes and typesetters, each one or as a pair. */
const BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Controls and format characters but for tab, line feed, and those that are seen, as the sign before an Arabic number. */
const UNSEEN =
  /[[\p{Cc}\p{Cf}]--[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}\u{13430}-\u{1343F}\t\n]]/gv;

/** Scripts whose letters join and part by joiners, and emoji, which are made with them. */
const JOINED =
  /(?:[\p{Script_Extensions=Arabic}\p{Script_Extensions=Syriac}\p{Script_Extensions=Mongolian}]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)$/u;
const INDIC =
  /[\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]$/u;
const RIGHT_TO_LEFT = /[\p{L}&&[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]]/v;

const JOINERS = /[\u200C\u200D]/;
/** They say which way a neutral sign runs, and turn nothing round. */
const DIRECTIONS = /[\u200E\u200F\u061C]/;
/** The letters of a flag of a region, after the black flag. */
const TAGS = /[\u{E0020}-\u{E007F}]/u;

/**
 * A text with nothing in it that cannot be seen, but for what it is written with: joiners in scripts that join and in emoji,
 * direction marks in what is written from the right.
 */
export function visible(text: string): string {
  const lines = text.replaceAll(BREAKS, "\n");
  const fromRight = RIGHT_TO_LEFT.test(lines);
  return lines.replaceAll(UNSEEN, (character, at: number) => {
    const before = lines.slice(Math.max(0, at - 2), at);
    if (JOINERS.test(character)) return JOINED.test(before) || INDIC.test(before) ? character : "";
    if (DIRECTIONS.test(character)) return fromRight ? character : "";
    if (character === "\u180E") return /\p{sc=Mong}$/u.test(before) ? character : "";
    return TAGS.test(character) && isInFlag(lines, at) ? character : "";
  });
}

const isInFlag = (text: string, at: number) =>
  /\u{1F3F4}[\u{E0020}-\u{E007E}]{0,12}$/u.test(text.slice(Math.max(0, at - 26), at));
