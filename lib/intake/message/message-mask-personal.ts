/**
 * Personal identity and co-ordination numbers (folkbokföringslagen 18 and 18 a §§): YYMMDD-NNNN or YYYYMMDD-NNNN, "+"
 * from the year of the hundredth birthday, sixty added to the day of a co-ordination number; the date in one or with signs
 * between its parts.
 *
 * With a sign before its last four it is taken for one. Without it, or where it touches other digits (a cell of a table
 * beside the next), only when the check digit is right: ten digits in a row may be much else.
 */
import { everyMatch, type MaskedSpan, spansOf } from "./message-mask-span.ts";

const MONTH = "(?:0[1-9]|1[0-2])";
const DAY = "(?:[06][1-9]|[1278]\\d|[39][01])";
const YEAR = "(?:(?:18|19|20)\\d\\d|\\d\\d)";
const BETWEEN = "[-./ \\t\\n]";
/** Before the last four: signs, with space around them, or what else may stand there. */
const GAP = "(?:[)\\]]?[ \\t\\n]?[-+]{1,2}[ \\t\\n]?|[)\\]]?[ \\t\\n./:_,]?)";
const LAST = "(?:\\d\\d[ \\t\\n-]?\\d\\d|\\d(?:[ \\t\\n-]\\d){3})";

const WRITTEN: readonly RegExp[] = [
  new RegExp(`${YEAR}${MONTH}${DAY}${GAP}${LAST}`, "g"),
  new RegExp(`${YEAR}(${BETWEEN})${MONTH}\\1${DAY}${GAP}${LAST}(?![-./:]\\d)`, "g"),
  new RegExp(`${YEAR}(?:${BETWEEN}${MONTH}|${MONTH}${BETWEEN})${DAY}${GAP}${LAST}(?![-./:]\\d)`, "g"),
];
/** Before the last four, which may be divided themselves. */
const SIGNED = /[-+][ \t\n]?(?:\d[ \t\n-]?){4}$/;

/**
 * What care and authorities give whoever has none: letters among the last four (800101-T234, 800101-TF04). And those of the
 * neighbours, with the day first: Norway's eleven figures, Denmark's ten, Finland's with its letter.
 */
const OTHERS: readonly RegExp[] = [
  new RegExp(`(?<!\\d)${YEAR}${MONTH}${DAY}[-+ ]?(?:[A-ZÅÄÖ]\\d{3}|[A-Z]{2}\\d{2})(?![\\p{L}\\d])`, "gu"),
  new RegExp(
    `(?<![\\d-])(?:0[1-9]|[12]\\d|3[01])${MONTH}\\d\\d(?:-\\d{4}|[-+A-FU-Y]\\d{3}[0-9A-Y])(?![\\p{L}\\d]|-\\d)`,
    "gu",
  ),
];

/**
 * They may overlap: a date may begin in the middle of another number.
 *
 * @param text - in plain signs (message-mask-plain.ts)
 */
export const personalNumberSpans = (text: string): MaskedSpan[] => [
  ...WRITTEN.flatMap((pattern) => everyMatch(text, pattern))
    .filter(({ 0: number, index }) => isOne(text, index, number))
    .map(
      ({ 0: number, index }): MaskedSpan => ({
        ...{ start: index, end: index + number.length, kind: "personal-number" },
      }),
    ),
  ...OTHERS.flatMap((pattern) => spansOf(text, pattern, "personal-number")),
];

/** Two days, as of a period: 20190101-20191231. */
const PERIOD = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/;

function isOne(text: string, start: number, number: string): boolean {
  const digits = number.replace(/\D/g, "");
  const ten = digits.slice(-10);
  if (!isBirthDate(ten.slice(0, 6))) return false;
  const end = start + number.length;
  const touches = /\d/.test(text.charAt(end));
  if (SIGNED.test(number) && !touches) return true;
  // A day that no calendar has is of a co-ordination number.
  if (!touches && /^(?:18|19|20)\d{4}[6-9]/.test(digits) && digits.length === 12) return true;
  if (touches && digits.length === 12 && PERIOD.test(text.slice(end - 4, end + 5))) return false;
  return hasCheckDigit(ten);
}

/** YYMMDD, of a co-ordination number as well. */
export const isBirthDate = (six: string): boolean => BIRTH_DATE.test(six);
const BIRTH_DATE = new RegExp(`^\\d\\d${MONTH}${DAY}$`);

/** The Luhn digit over ten. */
export function hasCheckDigit(ten: string): boolean {
  const sum = [...ten].map(Number).reduce((total, digit, at) => {
    const weighed = at % 2 === 0 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}
