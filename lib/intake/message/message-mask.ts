/**
 * Hides what leads to a private person: e-mail addresses, telephone numbers, personal identity numbers and postal
 * addresses.
 */
import { addressSpans } from "./message-mask-address.ts";
import { personalNumberSpans } from "./message-mask-personal.ts";
import { inPlainSigns } from "./message-mask-plain.ts";

export type MaskKind = "email" | "phone" | "personal-number" | "postal-address";

/** UTF-16 offsets, half open: the same in the text given and in the masked one. */
export interface MaskedSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: MaskKind;
}

export interface Masked {
  /** As long as the text given, so that positions of quotes hold in both. */
  readonly text: string;
  readonly spans: readonly MaskedSpan[];
}

export interface MaskOptions {
  /** Whole addresses that stay, such as the one an official answers from in office. Case does not matter. */
  readonly keep?: readonly string[];
}

const MASK = "•";

/**
 * Masks a text. It errs on the side of the person: what cannot be told from a telephone number is one.
 *
 * What is looked in is the text in plain signs (message-mask-plain.ts), so that it matters little how it was set.
 *
 * Left as they are: dates and times, amounts, numbers of cases (KS 2019/123), bank giro numbers, numbers of
 * organisations (their third digit is 2 or more, so they are no date of birth), and addresses of functions
 * (FUNCTIONS below), also postal ones (a box). Not recognised: names, postal addresses without a post code, domestic
 * numbers of other countries, local numbers without an area code, and addresses that are spelled out in words. A person
 * must read what is published.
 */
export function maskPrivate(text: string, { keep = [] }: MaskOptions = {}): Masked {
  const kept = new Set(keep.map((address) => address.toLowerCase()));
  const spans: MaskedSpan[] = [];
  let masked = text;
  // Until nothing more is found: a mask may lay bare what stood too close to something else to be recognised.
  for (let found = spansIn(masked, kept); found.length > 0; found = spansIn(masked, kept)) {
    masked =
      found
        .map(({ start, end }, at) => masked.slice(found[at - 1]?.end ?? 0, start) + MASK.repeat(end - start))
        .join("") + masked.slice(found.at(-1)?.end ?? 0);
    for (const span of found) spans.push(span);
  }
  return { text: masked, spans: spans.sort((a, b) => a.start - b.start) };
}

/** All that is found, each in the text as it is: of two that overlap either may be the right one, so both are masked. */
function spansIn(text: string, kept: ReadonlySet<string>): MaskedSpan[] {
  const { text: plain, starts, ends } = inPlainSigns(text);
  const found = [
    ...emailSpans(plain, kept),
    ...[...personalNumberSpans(plain), ...phoneSpans(plain)].map((span) => withTouching(plain, span)),
    ...addressSpans(plain),
    ...spacedSpans(plain, kept),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: MaskedSpan[] = [];
  for (const span of found) {
    const last = merged.at(-1);
    if (last && span.start < last.end)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged.map(({ start, end, kind }) => ({
    ...{ start: starts[start] ?? 0, end: ends[end - 1] ?? 0, kind },
  }));
}

/** Letters and digits set with space between them, as a heading or a form has them: "0 7 0 - 1 2 3 4 5 6 7". */
const SPACED = /(?<!\S)[^\s•](?:[ \t][^\s•]{1,2}(?!\S)){7,}/gu;

/**
 * The same of what is set with space between its letters. Nothing tells one cell of a table from the next there, so all
 * digits beside a number are taken to be of one.
 */
function spacedSpans(plain: string, kept: ReadonlySet<string>): MaskedSpan[] {
  return [...plain.matchAll(SPACED)].flatMap(({ 0: run, index }) => {
    if (!/[\d@]/.test(run)) return [];
    const places = [...run.matchAll(/\S/g)].map((sign) => index + sign.index);
    const close = run.replaceAll(/\s/g, "");
    const placed = ({ start, end, kind }: MaskedSpan): MaskedSpan => ({
      ...{ start: places[start] ?? index, end: (places[end - 1] ?? index) + 1, kind },
    });
    const emails = emailSpans(close, kept);
    const [number] = [...personalNumberSpans(close), ...phoneSpans(close), ...spansOf(close, CLOSE_PHONE)];
    const digits = number
      ? [...close.matchAll(/[\d+][\d+()/-]*/g)].map(({ 0: group, index: start }) => ({
          ...{ start, end: start + group.length, kind: number.kind },
        }))
      : [];
    return [...emails, ...digits].map(placed);
  });
}

const OF_A_NUMBER = /[\d+()/ -]/;

/** A number that touches other digits, with all of these: where the one ends and the other begins cannot be told. */
function withTouching(plain: string, { start, end, kind }: MaskedSpan): MaskedSpan {
  let [from, to] = [start, end];
  if (/^\d\d$/.test(plain.slice(from - 1, from + 1)))
    while (from > 0 && OF_A_NUMBER.test(plain.charAt(from - 1))) from -= 1;
  if (/^\d\d$/.test(plain.slice(to - 1, to + 1))) while (OF_A_NUMBER.test(plain.charAt(to))) to += 1;
  const number = plain.slice(from, to);
  return {
    start: from + number.length - number.trimStart().length,
    end: from + number.trimEnd().length,
    kind,
  };
}

/** Addresses of functions, not of persons, when they stand before the domain of an organisation. */
const FUNCTIONS = new Set(
  "info kontakt kontaktcenter kommun kommunen region registrator registratur diarium diariet kansli kansliet kundtjanst kundservice kundcenter medborgarservice servicecenter press presstjanst redaktion redaktionen tips nyheter arkiv kommunarkiv dataskydd dataskyddsombud dso upphandling socialtjansten kommunstyrelsen kommunledningskontoret noreply no-reply postmaster webmaster support".split(
    " ",
  ),
);

/** Domains at which anybody has an address: there the whole address is a person's. Country endings are not compared. */
const FREE_MAIL =
  /^(?:(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|proton|protonmail|pm|aol|gmx|mail|tutanota|tuta|fastmail|zoho|yandex)\.[a-z.]{2,6}|(?:telia|comhem|bredband|bredband2|tele2|spray|passagen|swipnet|glocalnet|bahnhof|home|hem|algonet|tiscali|ownit|boxer|brikks|allente)\.(?:se|com|net))$/i;

/** "@" as it stands in text, and as people write it to escape programs; it may begin a line, or end one. */
const AT = /\n?@\n?|[ \t\n]?[([{][ \t\n]?(?:at|a|snabel-?a)[ \t\n]?[)\]}][ \t\n]?/gi;
const LOCAL = /[\p{L}\p{M}\p{N}!#$%'*+^_`{|}~.-]/u;
const DOMAIN = /[\p{L}\p{M}\p{N}-]{1,63}(?:\.[\p{L}\p{M}\p{N}-]{1,63}){1,8}/uy;
/** The same, broken over lines. */
const BROKEN_DOMAIN =
  /[\p{L}\p{M}\p{N}-]{1,63}(?:\n[\p{L}\p{M}\p{N}-]{1,63})?(?:\n?\.\n?[\p{L}\p{M}\p{N}-]{1,63}){1,8}/uy;
/** RFC 5321 §4.5.3.1 allows 64; programs make longer ones. */
const LONGEST_LOCAL = 256;

function domainAt(text: string, at: number): string | undefined {
  DOMAIN.lastIndex = at;
  BROKEN_DOMAIN.lastIndex = at;
  return (DOMAIN.exec(text) ?? BROKEN_DOMAIN.exec(text))?.[0];
}

function emailSpans(text: string, kept: ReadonlySet<string>): MaskedSpan[] {
  const spans: MaskedSpan[] = [];
  for (const { 0: at, index } of text.matchAll(AT)) {
    const domain = domainAt(text, index + at.length);
    const start = Math.max(localStart(text, index), spans.at(-1)?.end ?? 0);
    if (domain === undefined || start >= index) continue;
    const local = text.slice(start, index);
    const host = domain.replaceAll("\n", "");
    const freeMail = FREE_MAIL.test(host);
    // What ends the line before may be of the sentence, and not of the address.
    const stays = (name: string) =>
      kept.has(`${name}@${host}`.toLowerCase()) || (!freeMail && FUNCTIONS.has(bare(name)));
    if (stays(local) || stays(local.slice(local.lastIndexOf("\n") + 1))) continue;
    spans.push({ start, end: freeMail ? index + at.length + domain.length : index, kind: "email" });
  }
  return spans;
}

/** Where an address is divided at the end of a line: beside one of its signs. */
const DIVIDED = /[._+-]\n\S|[^\s.]\n[._+-]/u;

/** Where the part before the "@" begins; `end` itself when there is none. */
function localStart(text: string, end: number): number {
  const least = Math.max(0, end - LONGEST_LOCAL);
  if (text[end - 1] === '"') {
    const quote = text.lastIndexOf('"', end - 2);
    if (quote >= least && !text.slice(quote, end).includes("\n")) return quote;
  }
  let start = end;
  while (start > least) {
    const before = characterBefore(text, start);
    const divided = before === "\n" && start < end && DIVIDED.test(text.slice(start - 2, start + 1));
    if (!divided && !LOCAL.test(before)) break;
    start -= before.length;
  }
  return start;
}

function characterBefore(text: string, end: number): string {
  const pair = text.slice(Math.max(0, end - 2), end);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : text.slice(end - 1, end);
}

const bare = (local: string): string =>
  local
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}|^[^a-z]+|[^a-z]+$/gu, "");

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
const CURRENCY = /^\s?(?:kr\b|kronor|sek\b|[tm]kr\b|m(?:n|d)?kr\b|:-|€|euro?\b|%)/i;

/**
 * What stands close to the digits of the next cell of a table is still a number: one of a mobile, one from abroad, or one
 * that is written with a dash and in groups.
 */
const GLUED_PHONE =
  /(?<=\d)(?:07[02369](?: ?[-/] ?| )\d(?: ?\d){6}|(?:\+|00)46 ?(?:\(0\))? ?7[02369](?: ?[-/] ?| )?\d(?: ?\d){6}|0[1-9]\d{0,2}-\d{2,3} \d{2,3}(?: \d{1,3})?)/g;
/** The same where no space is left that could tell. */
const CLOSE_PHONE = /(?:07[02369]|(?:\+|00)467[02369])[-/]?\d{7}|0[1-9]\d{0,2}-\d{5,8}/g;

/** With the number of the country, and nothing that says it is one: "46701234567", "46-8-123 456 78". */
const BARE_COUNTRY =
  /(?<!\d)46(?:[ \t\n./-]{0,2}(?:\(0\)|0)?[ \t\n./-]{0,2}7[02369](?:[ \t\n./-]{0,2}\d){7}|-(?:\(0\)|0)?[1-9]\d{0,2}-\d{2,3}(?:[ \t\n-]?\d{2,3}){1,3})(?!\d)/g;
const THOUSANDS = /^\d{1,3}(?:[ .]\d{3})+$/;

function phoneSpans(text: string): MaskedSpan[] {
  const bare = spansOf(text, BARE_COUNTRY).filter(
    ({ start, end }) => !THOUSANDS.test(text.slice(start, end)) && !CURRENCY.test(text.slice(end, end + 8)),
  );
  const spans = [...spansOf(text, GLUED_PHONE), ...bare];
  for (const { 0: opening, index: start } of text.matchAll(PHONE_START)) {
    const end = phoneEnd(text, start, opening);
    if (end !== null) spans.push({ start, end, kind: "phone" });
  }
  return spans;
}

/** Overlapping ones too. */
function spansOf(text: string, pattern: RegExp): MaskedSpan[] {
  const spans: MaskedSpan[] = [];
  const search = new RegExp(pattern);
  for (let found = search.exec(text); found; found = search.exec(text)) {
    spans.push({ start: found.index, end: found.index + found[0].length, kind: "phone" });
    search.lastIndex = found.index + 1;
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

/** A text as the public may see it. */
export const masked = (text: string): string => maskPrivate(text).text;

/** A quotation with what stands around it, as the evidence keeps them. */
export interface Surrounded {
  readonly prefix: string | null;
  readonly words: string;
  readonly suffix: string | null;
}

/**
 * The same with what is private masked. All of it is read as one text: an address that a quotation begins or ends in the
 * middle of would be known for one in neither part. What stands around was cut between words, perhaps through a number, so
 * figures at its outer ends are masked too.
 */
export function maskedAround({ prefix, words, suffix }: Surrounded): Record<keyof Surrounded, string> {
  const [before, after] = [prefix ?? "", suffix ?? ""];
  const text = masked(before + words + after);
  const [start, end] = [before.length, before.length + words.length];
  const covered = (figures: string) => figures.replaceAll(/\p{Nd}/gu, (digit) => MASK.repeat(digit.length));
  return {
    prefix: text.slice(0, start).replace(/^[\p{Nd}\s()+./\p{Pd}\p{DI}]+/u, covered),
    words: text.slice(start, end),
    suffix: text
      .slice(end)
      .replace(/(?<![\p{Nd}\s()+./\p{Pd}\p{DI}])[\p{Nd}\s()+./\p{Pd}\p{DI}]+$/u, covered),
  };
}

/** As much of what stands before a quotation, or behind it, as is next to it and not masked: what a page can be searched for. */
export const standing = (context: string, side: "before" | "behind"): string =>
  (side === "before" ? context.split(MASK).at(-1) : context.split(MASK)[0]) ?? "";
