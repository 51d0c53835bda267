/**
 * A date of birth, written in any way, with the last four digits of a personal number after it or before it: "18/12
 * 1981-9876", "född 18 december 1981, sista fyra 9876". The date is masked with them.
 */
import { hasCheckDigit, isBirthDate } from "./message-mask-personal.ts";
import { CURRENCY } from "./message-mask-phone.ts";
import { everyMatch, type MaskedSpan } from "./message-mask-span.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "ma[jy]", "jun", "jul", "aug", "sep", "o[kc]t", "nov", "dec"];
const MONTH_NAME = `(?:${MONTHS.join("|")})\\p{L}{0,6}\\.?`;
const DAY = "\\d{1,2}(?::[ae]|st|nd|rd|th|e|\\.)?";
const BETWEEN = "[ \\t\\n]?[-./,' \\t\\n][ \\t\\n]?";
const YEAR = "'?(?:(?:18|19|20)\\d\\d|\\d\\d)";
const DATE = [
  `\\d{1,2}${BETWEEN}\\d{1,2}${BETWEEN}${YEAR}`,
  `(?:18|19|20)\\d\\d${BETWEEN}\\d{1,2}${BETWEEN}\\d{1,2}`,
  `(?:18|19|20)?\\d{6}`,
  `\\d{4}[ \\t\\n]?(?:18|19|20)\\d\\d`,
  `${DAY}[ \\t\\n]?(?:of[ \\t\\n])?${MONTH_NAME}(?:${BETWEEN}|-)?-?${YEAR}`,
  `${MONTH_NAME}[ \\t\\n]${DAY},?[ \\t\\n]${YEAR}`,
  `(?:18|19|20)\\d\\d[ \\t\\n]${MONTH_NAME}[ \\t\\n]${DAY}`,
].join("|");
const LAST = "(?<last>\\d\\d[ \\t\\n-]?\\d\\d)(?!\\d|[-./:,]\\d)";
/** What says of four digits that they are the last of a personal number. */
const SAYS_SO =
  "(?:(?:fyra|4)[ \\t\\n](?:sista|avslutande)|sista[ \\t\\n](?:fyra|4|siffrorna)|last[ \\t\\n](?:four|4)|final[ \\t\\n](?:four|4)|slutsiffr|kontroll(?:siffr|nummer|nr)|födelsenummer|individnummer|personn(?:umme)?r|pers\\.?[ ]?nr|\\bpnr\\b)";
const WORDS = (most: number) => `[^\\d!?]{0,${most}}?`;
const NO_DIGIT_BEFORE = "(?<!\\d|\\d[-./:])";

const FOLLOWED = new RegExp(
  `${NO_DIGIT_BEFORE}(?<date>${DATE})(?<gap>[^\\p{L}\\p{N}]{0,3}?(?:nr\\.?[ ])?)${LAST}`,
  "dgiu",
);
const SAID_AFTER = new RegExp(
  `${NO_DIGIT_BEFORE}(?<date>${DATE})${WORDS(48)}${SAYS_SO}${WORDS(32)}${LAST}`,
  "dgiu",
);
const THEN = "(?:[^\\p{L}\\p{N}!?]|är\\b|is\\b|nr\\b|no\\b|för\\b|of\\b|var\\b|was\\b){0,8}";
const SAID_BEFORE = new RegExp(
  `(?:person(?:nummer|nr|[ ]?id)|pers\\.?[ ]?nr|\\bpnr|samordnings(?:nummer|nr)|personal[ ](?:identity[ ])?number|identity[ ]number)${THEN}` +
    `(?<date>${DATE})(?:[^\\d.!?]|\\.(?![ \\n])|\\.{2,4}){0,40}?${LAST}`,
  "dgiu",
);
/** The four first: what they are called stands before them, and the date somewhere behind. */
const TURNED = new RegExp(
  `${SAYS_SO}${WORDS(32)}(?<last>\\d{4})(?!\\d|[-./:,]\\d)${WORDS(40)}(?<date>${DATE})(?!\\d)`,
  "dgiu",
);
/** Without a date: what says so says all. */
const ALONE =
  /(?:(?:fyra|4)[ \t\n]sista|sista[ \t\n](?:fyra|4)|last[ \t\n](?:four|4))(?:[ \t\n](?:siffrorna|siffror|digits|är|are|i|in|of|personnumret|his|her)){0,4}[^\p{L}\p{N}]{1,3}(?<last>\d{4})(?!\d|[-./:,]\d)/dgiu;

/** The dates, as YYMMDD, that a written one may be: of figures the day may come first, or the month. */
function datesOf(written: string): string[] {
  const month = MONTHS.findIndex((name) => new RegExp(`(?<!\\p{L})${name}`, "iu").test(written)) + 1;
  const numbers = written.match(/\d+/g) ?? [];
  const two = (number: string | number) => String(number).slice(-2).padStart(2, "0");
  if (month > 0) {
    const [first = "", last = ""] = numbers;
    const [day, year] = first.length === 4 ? [last, first] : [first, last];
    return [`${two(year)}${two(month)}${two(day)}`];
  }
  const joined =
    numbers.length === 3
      ? numbers.map((each) => (each.length === 4 ? each : two(each))).join("")
      : numbers.join("");
  if (/^(?:18|19|20)\d{6}$/.test(joined) && numbers[0] !== undefined && numbers[0].length !== 2)
    return [joined.slice(2)];
  if (joined.length === 8) return dayFirst(joined.slice(0, 4) + joined.slice(6));
  return joined.length === 6 ? [joined, ...dayFirst(joined)] : [];
}

const dayFirst = (six: string): string[] => {
  const [a, b, year] = [six.slice(0, 2), six.slice(2, 4), six.slice(4)];
  return [year + b + a, year + a + b];
};

/** What makes four digits the last of a number rather than something of their own. */
const SIGNED = /^[^\p{L}]*[-+([{<|*=~_•][^\p{L}]*$/u;
export const OPENED = /[([{<]$/;
export const CLOSED = /^[)\]}>]/;

function isOne({ groups = {}, 0: found, index, input }: RegExpExecArray, isSaid: boolean): boolean {
  const { date = "", gap = "", last = "" } = groups;
  const dates = datesOf(date).filter(isBirthDate);
  const four = last.replace(/\D/g, "");
  if (dates.length === 0 || CURRENCY.test(input.slice(index + found.length, index + found.length + 8)))
    return false;
  if (dates.some((six) => hasCheckDigit(six + four))) return true;
  // A year, or a period from one date to a year.
  if (/^(?:19|20)\d\d$/.test(four)) return false;
  const next = input.slice(index + found.length, index + found.length + 2);
  return (
    isSaid ||
    (SIGNED.test(gap) &&
      !(/\s$/.test(gap) && /^\s\p{L}/u.test(next)) &&
      (!OPENED.test(gap) || CLOSED.test(next)))
  );
}

const spanOf = (place: [number, number] | undefined): MaskedSpan[] =>
  place ? [{ start: place[0], end: place[1], kind: "personal-number" }] : [];

/** @param text - in plain signs (message-mask-plain.ts) */
export function birthSpans(text: string): MaskedSpan[] {
  const found = [
    ...[SAID_AFTER, SAID_BEFORE, TURNED].flatMap((pattern) =>
      everyMatch(text, pattern).filter((each) => isOne(each, true)),
    ),
    ...everyMatch(text, FOLLOWED).filter((each) => isOne(each, false)),
    ...everyMatch(text, ALONE).filter(
      ({ 0: all }) => !/(?:19|20)\d\d$/.test(all) || /siffr|digits|personnummer/i.test(all),
    ),
  ];
  return found.flatMap(({ indices }) => [
    ...spanOf(indices?.groups?.["date"]),
    ...spanOf(indices?.groups?.["last"]),
  ]);
}
