/**
 * Numbers that are telephone numbers because the words before them say so: "tel 123 45 67", "mobil 070 och sedan 123 45 67".
 * By themselves they might be anything.
 */
import { CURRENCY } from "./message-mask-phone.ts";
import { everyMatch, type MaskedSpan } from "./message-mask-span.ts";

const NAME =
  "(?:(?:mobil|hem|arbets)?tele?fon|tele?phone|tfn|tlfn?|tel|mobile|mobil|mob|cell|phone|fax|whatsapp|swish|sms(?::[ae])?|riktnummer|ring(?:er|[ ]mig|[ ]oss|[ ]på)?|call(?:[ ]me)?|nås[ ]på)";
const NUMBER_OF = "(?:[.]?[ -]?(?:nummer|number|nr|no)(?:et)?)?";
/** What may stand between the name and the number. */
const THEN = "(?:[.:,=>]|[ \\t\\n]|-|\\(|är\\b|is\\b|på\\b|on\\b|hans\\b|hennes\\b|\\w{0,8}:){1,5}";
const GROUPS = "\\+?\\d{1,12}(?:[^\\p{L}\\p{N}]{1,3}\\d{1,12}){0,8}";
const SAID = new RegExp(`(?<![\\p{L}\\p{N}])${NAME}${NUMBER_OF}(?<then>${THEN})(?<number>${GROUPS})`, "dgiu");
/** An area code, some words, and the rest. */
const IN_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])${NAME}${NUMBER_OF}${THEN}(?<area>(?:\\+?46[ ]?)?0?[1-9]\\d{0,2}|0[1-9]\\d{0,2})[,:]?[ \\t\\n][\\p{L}][^\\d.!?]{0,24}[ \\t\\n](?<number>\\d{2,8}(?:[ \\t\\n-]\\d{2,4}){0,4})(?![\\d/]|[-.:,]\\d)`,
  "dgiu",
);
const DATE = /^(?:(?:19|20)\d\d(?:[-./]\d|\D*$)|\d{1,2}[-./]\d{1,2}[-./ ](?:19|20)\d\d|(?:19|20)\d{6}(?!\d))/;
const HOURS = /^\d{1,2}[.:][0-5]\d(?!\d)/;
const THOUSANDS = /^[1-9]\d{0,2}(?:[ .,']\d{3})+$/;

/** So many digits from the beginning, by whole groups, as a telephone number may have; none when that is not what it is. */
function extent(number: string, hasSign: boolean, next: string): number {
  if (DATE.test(number) || HOURS.test(number) || CURRENCY.test(next)) return 0;
  let end = 0;
  let digits = 0;
  for (const { 0: group, index } of number.matchAll(/\d+/g)) {
    const isNext = digits >= 7 && (group.startsWith("0") || number.slice(end, index).includes("\n"));
    if (isNext || digits + group.length > 13) break;
    digits += group.length;
    end = index + group.length;
  }
  if (!hasSign && /^(?:19|20)\d\d(?!\d)/.test(number)) return 0;
  const isAmount = !hasSign && THOUSANDS.test(number.slice(0, end));
  return digits >= 6 && !isAmount ? end : 0;
}

/** @param text - in plain signs (message-mask-plain.ts) */
export function saidPhoneSpans(text: string): MaskedSpan[] {
  const spanned = (place: [number, number] | undefined): MaskedSpan[] =>
    place ? [{ start: place[0], end: place[1], kind: "phone" }] : [];
  const after = (at: number) => text.slice(at, at + 8);
  return [
    ...everyMatch(text, SAID).flatMap(({ groups, indices }) => {
      const [start, stop] = indices?.groups?.["number"] ?? [0, 0];
      const length = extent(text.slice(start, stop), /[.:=]/.test(groups?.["then"] ?? ""), after(stop));
      return length > 0 ? spanned([start, start + length]) : [];
    }),
    ...everyMatch(text, IN_WORDS)
      .filter(({ groups = {}, indices }) => {
        const digits = `${groups["area"]}${groups["number"]}`.replace(/\D/g, "").length;
        return digits >= 7 && digits <= 13 && !CURRENCY.test(after(indices?.groups?.["number"]?.[1] ?? 0));
      })
      .flatMap(({ indices }) => [
        ...spanned(indices?.groups?.["area"]),
        ...spanned(indices?.groups?.["number"]),
      ]),
  ];
}
