/** Telephone numbers, as they are written in Sweden and with the number of a country. */
import { type MaskedSpan, spansOf } from "./message-mask-span.ts";

/**
 * Where a telephone number may begin: "+46", "0046", "(08)", "070", "(0)70". Not inside or at the end of another number:
 * after a digit, a year and a sign ("2019-05"), or four digits and a dash ("212000-0142").
 */
const PHONE_START =
  /(?<!\d|(?<!\d)(?:19|20)\d\d[-./:]|(?<!\d)(?:19|20)\d\d[-./]\d\d[-./]|\d{4}[-–−])(?:\(?\+[ \t\n]?\(?(?=[1-9])|\(?00(?=[1-9])|\(?0(?=[1-9])|\(0\)[ \t\n]?(?=[1-9]))/g;
const MORE_DIGITS = /([ \t\n()./-]{0,4})(\d+)\)?/y;
/** What begins a line is no more of a number, when it is a date. */
const DATE_NEXT = /^\n(?:(?:19|20)\d\d-\d\d-\d\d|\d\d[-./]\d\d[-./](?:19|20)\d\d)(?!\d)/;

const MOBILE = /^(?:0|0?0?460?)7[02369]/;

const NOT_A_PHONE: readonly RegExp[] = [
  // A date: 01.02.2019
  /^(?:0[1-9]|[12]\d|3[01])[-./](?:0[1-9]|1[0-2])[-./](?:19|20)\d\d(?!\d)/,
  // Hours: 08.30-16.30
  /^[01]\d\.[0-5]\d ?[-–—] ?[0-2]\d\.[0-5]\d(?!\d)/,
];
/** Its month and year: 01-02-2019 */
const OF_A_DATE = /^\d\d[-./](?:0[1-9]|1[0-2])[-./](?:19|20)\d\d(?!\d)/;
export const CURRENCY = /^\s?(?:kr\b|kronor|sek\b|[tm]kr\b|m(?:n|d)?kr\b|:-|€|euro?\b|%)/i;

/**
 * What stands close to the digits of the next cell of a table is still a number: one of a mobile, one from abroad, or one
 * that is written with a dash and in groups.
 */
const GLUED_PHONE =
  /(?<=\d)(?:07[02369](?: ?[-/] ?| )\d(?: ?\d){6}|(?:\+|00)46 ?(?:\(0\))? ?7[02369](?: ?[-/] ?| )?\d(?: ?\d){6}|0[1-9]\d{0,2}-\d{2,3} \d{2,3}(?: \d{1,3})?)/g;
/** The same where no space is left that could tell. */
export const CLOSE_PHONE = /(?:07[02369]|(?:\+|00)467[02369])[-/]?\d{7}|0[1-9]\d{0,2}-\d{5,8}/g;

/** With the number of the country, and nothing that says it is one: "46701234567", "46-8-123 456 78". */
const BARE_COUNTRY =
  /(?<!\d)46(?:[ \t\n./-]{0,2}(?:\(0\)|0)?[ \t\n./-]{0,2}7[02369](?:[ \t\n./-]{0,2}\d){7}|-(?:\(0\)|0)?[1-9]\d{0,2}-\d{2,3}(?:[ \t\n-]?\d{2,3}){1,3})(?!\d)/g;
const THOUSANDS = /^\d{1,3}(?:[ .]\d{3})+$/;

/** @param text - in plain signs (message-mask-plain.ts) */
export function phoneSpans(text: string): MaskedSpan[] {
  const bare = spansOf(text, BARE_COUNTRY, "phone").filter(
    ({ start, end }) => !THOUSANDS.test(text.slice(start, end)) && !CURRENCY.test(text.slice(end, end + 8)),
  );
  const spans = [...spansOf(text, GLUED_PHONE, "phone"), ...bare];
  for (const { 0: opening, index: start } of text.matchAll(PHONE_START)) {
    const end = phoneEnd(text, start, opening);
    if (end !== null) spans.push({ start, end, kind: "phone" });
  }
  return spans;
}

/** The end of the longest run of groups of digits that makes a telephone number, or null. */
function phoneEnd(text: string, start: number, opening: string): number | null {
  const rest = text.slice(start, start + 40);
  if (NOT_A_PHONE.some((other) => other.test(rest)) || OF_A_DATE.test(text.slice(start - 3, start + 8)))
    return null;
  let digits = opening.replace(/\D/g, "");
  let end: number | null = null;
  const groups: string[] = [];
  MORE_DIGITS.lastIndex = start + opening.length;
  for (let found = MORE_DIGITS.exec(text); found; found = MORE_DIGITS.exec(text)) {
    const [whole, between = "", group = ""] = found;
    if (DATE_NEXT.test(text.slice(found.index, found.index + 12))) break;
    digits += group;
    const [least, most] = lengths(opening, digits);
    // The next line may go on with a number that is one already, but not with much.
    if (end !== null && between.includes("\n") && (digits.length > most || group.length > 3)) break;
    if (digits.length > most) {
      // Its last digits may have those of the next cell of a table behind them.
      const before = digits.length - group.length;
      if (end !== null ? before < most : before >= (MOBILE.test(digits) ? 3 : 7))
        end = found.index + whole.length;
      break;
    }
    groups.push(groups.length === 0 ? digits : group);
    if (digits.length >= least) end = found.index + whole.length;
  }
  if (end === null) return null;
  // A closing bracket without an opening one is the sentence's.
  const closing = text[end - 1] === ")" && !text.slice(start, end - 1).includes("(");
  const last = closing ? end - 1 : end;
  const thousands =
    /(?<!\d)\d{1,3}[ .]$/.test(text.slice(Math.max(0, start - 5), start)) &&
    groups.every((group) => group.length === 3);
  // No amount begins with 0.
  const isAmount = opening.includes("+") && CURRENCY.test(text.slice(last, last + 8));
  return thousands || isAmount ? null : last;
}

/** How many digits there may be. Swedish numbers have at most nine after their 0 (PTS numbering plan); E.164: fifteen. */
function lengths(opening: string, digits: string): [least: number, most: number] {
  const abroad = opening.includes("+") ? digits : digits.startsWith("00") ? digits.slice(2) : null;
  if (abroad === null) return [8, 10];
  const prefix = digits.length - abroad.length;
  if (!abroad.startsWith("46")) return [prefix + 8, prefix + 15];
  return [prefix + 9, prefix + (abroad.startsWith("460") ? 12 : 11)];
}
