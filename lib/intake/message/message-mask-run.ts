/**
 * Numbers with anything between their digits: any sign, a few of them, a bracket round each group, a line for each digit.
 * What the finders of one kind know (message-mask-phone.ts, message-mask-personal.ts) are the usual ways; here it is only
 * the digits that say what they are, and how they are grouped.
 */
import { CLOSED, OPENED } from "./message-mask-birth.ts";
import { hasCheckDigit, isBirthDate } from "./message-mask-personal.ts";
import { CURRENCY } from "./message-mask-phone.ts";
import type { MaskedSpan, MaskKind } from "./message-mask-span.ts";

/** At most five signs that are no letter and no digit. A mask is one, however long. */
const DIVIDER = /^(?:•+|[^\p{L}\p{N}•]){1,5}$/u;
/** What stands between the members of a list, or the lines of a column. */
const OF_A_LIST = /[,;\n]/;
/** What stands within amounts, dates, times, versions and the numbers of cases: there only the check digit tells. */
const USUAL = /^[\s,;:./]*$/;
const MOST_DIGITS = 15;
const MOBILE = /^(?:0|0?0?460?)7[02369]\d{7}$/;
const LANDLINE = /^0[1-9]\d{6,8}$/;
const NATURAL = new Set(["6,4", "8,4", "2,2,2,4", "4,2,2,4", "10", "12"]);

interface Group {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** What stands before it, when that may be within a number: "" otherwise. */
  readonly divider: string;
}

/** Groups of digits one after another that may be of one number. */
interface Window {
  readonly groups: readonly Group[];
  readonly digits: string;
  readonly dividers: readonly string[];
  /** The dividers before and behind it: it is some of a longer row. */
  readonly before: string;
  readonly behind: string;
  /** What follows in the text. */
  readonly next: string;
}

function groupsOf(text: string): Group[] {
  let last = 0;
  return [...text.matchAll(/\d+/g)].map(({ 0: digits, index: start }) => {
    const between = text.slice(last, start);
    const end = start + digits.length;
    const divider = last > 0 && DIVIDER.test(between) ? between.replace(/•+/g, "•") : "";
    last = end;
    return { start, end, digits, divider };
  });
}

/** Most windows are none by their digits alone, or could only be what another finder knows. */
function mayBeOne(digits: string, divider: string): boolean {
  if (digits.length < 8) return false;
  if ((digits.length === 10 || digits.length === 12) && isBirthDate(digits.slice(-10, -4))) return true;
  if (digits[0] !== "0" && digits[0] !== "4") return false;
  return MOBILE.test(digits) || (!isUsual(divider) && LANDLINE.test(digits));
}
const isUsual = (divider: string): boolean => divider === " " || divider === "-" || USUAL.test(divider);

const alike = (dividers: readonly string[]): boolean => dividers.every((one) => one === dividers[0]);
const lengthsOf = ({ groups }: Window): number[] => groups.map(({ digits }) => digits.length);

/** A member of a list, a cell of a column: its neighbours are as it is, and no end of a number can be told. Or it counts. */
const ofAList = ({ dividers, groups, before, behind }: Window): boolean =>
  dividers.some((one) => OF_A_LIST.test(one)) &&
  (OF_A_LIST.test(before) ||
    OF_A_LIST.test(behind) ||
    groups.every(({ digits }, at) => at === 0 || digits > (groups[at - 1]?.digits ?? "")));

/** 46,701,234,567 */
const isThousands = (window: Window): boolean =>
  alike(window.dividers) &&
  window.groups.length > 1 &&
  lengthsOf(window).every((length, at) => (at === 0 ? length <= 3 : length === 3)) &&
  !window.digits.startsWith("0");

/** 07:02:12:34:56 */
const isTime = (window: Window): boolean =>
  lengthsOf(window).every((length) => length === 2) && window.dividers.some((one) => one.includes(":"));

function isPhone(window: Window): boolean {
  const { digits, dividers, groups } = window;
  if (isThousands(window) || isTime(window)) return false;
  // 0,701234567
  if (groups[0]?.digits === "0" && groups.length === 2 && /^[.,]$/.test(dividers[0] ?? "")) return false;
  if (MOBILE.test(digits)) return /^(?:\d?0?7|0?0?46)\d$/.test(groups[0]?.digits ?? "") || !ofAList(window);
  const [first = ""] = dividers;
  return LANDLINE.test(digits) && alike(dividers) && first.length === 1 && !isUsual(first);
}

/** With a century before 2000 they are hardly anything else. */
const OF_A_PERSON = /^1[89]\d{6}$/;
const YEAR = /^(?:19|20)\d\d$/;

/** Digit by digit, with a sign before the last four. */
const isSpelled = ({ groups, digits, dividers }: Window): boolean =>
  groups.length === digits.length &&
  dividers.every((divider, at) => /[-+]/.test(divider) === (at === dividers.length - 4));

function isPersonal(window: Window): boolean {
  const { digits, dividers, groups, behind, next } = window;
  if (digits.length !== 10 && !/^(?:18|19|20)\d{10}$/.test(digits)) return false;
  const ten = digits.slice(-10);
  if (!isBirthDate(ten.slice(0, 6)) || isThousands(window) || isTime(window)) return false;
  const natural = NATURAL.has(lengthsOf(window).join());
  if (hasCheckDigit(ten)) return (natural || alike(dividers)) && !ofAList(window);
  const last = groups.at(-1)?.digits ?? "";
  if (isSpelled(window)) return true;
  if (!natural || groups.length < 2 || YEAR.test(last) || /^[-./:]$/.test(behind)) return false;
  const beforeLast = dividers.at(-1) ?? "";
  if (OPENED.test(beforeLast) && !CLOSED.test(next)) return false;
  return !USUAL.test(beforeLast) || /\.{2}/.test(beforeLast) || OF_A_PERSON.test(groups[0]?.digits ?? "");
}

function kindOf(window: Window): MaskKind | null {
  // Or the rest of a figure with decimals.
  if (CURRENCY.test(window.next) || /^[.,]$/.test(window.before)) return null;
  if (isPersonal(window)) return "personal-number";
  return isPhone(window) ? "phone" : null;
}

/** @param text - in plain signs (message-mask-plain.ts) */
export function dividedSpans(text: string): MaskedSpan[] {
  const groups = groupsOf(text);
  return groups.flatMap(({ start, divider: before }, at) => {
    const spans: MaskedSpan[] = [];
    let digits = "";
    for (let last = at; last < groups.length; last += 1) {
      const group = groups[last];
      if (!group || (last > at && group.divider === "")) break;
      digits += group.digits;
      if (digits.length > MOST_DIGITS) break;
      if (last === at || !mayBeOne(digits, group.divider)) continue;
      const members = groups.slice(at, last + 1);
      const kind = kindOf({
        groups: members,
        digits,
        dividers: members.slice(1).map(({ divider }) => divider),
        before,
        behind: groups[last + 1]?.divider ?? "",
        next: text.slice(group.end, group.end + 8),
      });
      if (kind) spans.push({ start, end: group.end, kind });
    }
    return spans;
  });
}
