/** Hides what leads to a private person: e-mail addresses, telephone numbers and personal identity numbers. */

export type MaskKind = "email" | "phone" | "personal-number";

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
 * Left as they are: dates and times, amounts, numbers of cases (KS 2019/123), bank giro numbers, numbers of
 * organisations (their third digit is 2 or more, so they are no date of birth), and addresses of functions
 * (FUNCTIONS below). Not recognised: names, postal addresses, domestic numbers of other countries, local numbers
 * without an area code, and addresses that are spelled out in words. A person must read what is published.
 */
export function maskPrivate(text: string, { keep = [] }: MaskOptions = {}): Masked {
  const kept = new Set(keep.map((address) => address.toLowerCase()));
  const spans: MaskedSpan[] = [];
  let masked = text;
  const mask = (found: readonly MaskedSpan[]) => {
    const pieces = found.map(
      ({ start, end }, at) => masked.slice(found[at - 1]?.end ?? 0, start) + MASK.repeat(end - start),
    );
    masked = pieces.join("") + masked.slice(found.at(-1)?.end ?? 0);
    for (const span of found) spans.push(span);
  };
  // Until nothing more is found: a mask may lay bare what stood too close to something else to be recognised.
  for (let before = -1; spans.length !== before; ) {
    before = spans.length;
    mask(emailSpans(masked, kept));
    mask(personalNumberSpans(masked));
    mask(phoneSpans(masked));
  }
  return { text: masked, spans: spans.sort((a, b) => a.start - b.start) };
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

/** "@" as it stands in text, in a web address, and as people write it to escape programs. */
const AT = /@|＠|%40| ?[([{] ?(?:at|a|snabel-?a) ?[)\]}] ?/gi;
const LOCAL = /[\p{L}\p{M}\p{N}!#$%'*+^_`{|}~.-]/u;
const DOMAIN = /[\p{L}\p{M}\p{N}-]{1,63}(?:\.[\p{L}\p{M}\p{N}-]{1,63}){1,8}/uy;
/** RFC 5321 §4.5.3.1 allows 64; programs make longer ones. */
const LONGEST_LOCAL = 256;

function emailSpans(text: string, kept: ReadonlySet<string>): MaskedSpan[] {
  const spans: MaskedSpan[] = [];
  for (const { 0: at, index } of text.matchAll(AT)) {
    DOMAIN.lastIndex = index + at.length;
    const domain = DOMAIN.exec(text)?.[0];
    const start = localStart(text, index);
    if (domain === undefined || start === index || start < (spans.at(-1)?.end ?? 0)) continue;
    const local = text.slice(start, index);
    const freeMail = FREE_MAIL.test(domain);
    if (kept.has(`${local}@${domain}`.toLowerCase()) || (!freeMail && FUNCTIONS.has(bare(local)))) continue;
    spans.push({ start, end: freeMail ? index + at.length + domain.length : index, kind: "email" });
  }
  return spans;
}

/** Where the part before the "@" begins; `end` itself when there is none. */
function localStart(text: string, end: number): number {
  const least = Math.max(0, end - LONGEST_LOCAL);
  if (text[end - 1] === '"') {
    const quote = text.lastIndexOf('"', end - 2);
    if (quote >= least && !text.slice(quote, end).includes("\n")) return quote;
  }
  let start = end;
  while (start > least && LOCAL.test(characterBefore(text, start)))
    start -= characterBefore(text, start).length;
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
 * Personal identity and co-ordination numbers (folkbokföringslagen 18 and 18 a §§): YYMMDD-NNNN or YYYYMMDD-NNNN, "+"
 * from the year of the hundredth birthday, sixty added to the day of a co-ordination number. Written without a sign
 * between, they are taken for one only when the check digit is right: ten digits in a row may be much else.
 */
const PERSONAL_NUMBER =
  /(?<!\d)(?:18|19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])( ?[-+‐‑‒–—−] ?| ?)\d{4}(?!\d)/g;

function personalNumberSpans(text: string): MaskedSpan[] {
  return [...text.matchAll(PERSONAL_NUMBER)].flatMap(({ 0: found, 1: sign = "", index }) =>
    sign.trim() !== "" || hasCheckDigit(found)
      ? [{ start: index, end: index + found.length, kind: "personal-number" as const }]
      : [],
  );
}

/** The Luhn digit over the last ten. */
function hasCheckDigit(number: string): boolean {
  const digits = [...number.replace(/\D/g, "").slice(-10)].map(Number);
  const sum = digits.reduce((total, digit, at) => {
    const weighed = at % 2 === 0 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}

/**
 * Where a telephone number may begin: "+46", "0046", "(08)", "070", "(0)70". Not inside or at the end of another number:
 * after a digit, a year and a sign ("2019-05"), or four digits and a dash ("212000-0142").
 */
const PHONE_START =
  /(?<!\d|(?<!\d)(?:19|20)\d\d[-./:]|(?<!\d)(?:19|20)\d\d[-./]\d\d[-./]|\d{4}[-–−])(?:\(?\+ ?\(?(?=[1-9])|\(?00(?=[1-9])|\(?0(?=[1-9])|\(0\) ?(?=[1-9]))/g;
const MORE_DIGITS = /[ \t\u00a0\u2007\u2009\u202f()./\-‐‑‒–—−]{0,3}(\d+)\)?/y;

const NOT_A_PHONE: readonly RegExp[] = [
  // A date: 01.02.2019
  /^(?:0[1-9]|[12]\d|3[01])[-./](?:0[1-9]|1[0-2])[-./](?:19|20)\d\d(?!\d)/,
  // Hours: 08.30-16.30
  /^[01]\d\.[0-5]\d ?[-–—] ?[0-2]\d\.[0-5]\d(?!\d)/,
];
const CURRENCY = /^ ?(?:kr\b|kronor|sek\b|[tm]kr\b|m(?:n|d)?kr\b|:-|€|euro?\b|%)/i;

function phoneSpans(text: string): MaskedSpan[] {
  const spans: MaskedSpan[] = [];
  const starts = new RegExp(PHONE_START);
  for (let found = starts.exec(text); found; found = starts.exec(text)) {
    const end = phoneEnd(text, found.index, found[0]);
    if (end === null) continue;
    spans.push({ start: found.index, end, kind: "phone" });
    starts.lastIndex = end;
  }
  return spans;
}

/** The end of the longest run of groups of digits that makes a telephone number, or null. */
function phoneEnd(text: string, start: number, opening: string): number | null {
  const rest = text.slice(start, start + 40);
  if (NOT_A_PHONE.some((other) => other.test(rest))) return null;
  let digits = opening.replace(/\D/g, "");
  let end: number | null = null;
  const groups: string[] = [];
  MORE_DIGITS.lastIndex = start + opening.length;
  for (let group = MORE_DIGITS.exec(text); group; group = MORE_DIGITS.exec(text)) {
    digits += group[1] ?? "";
    const [least, most] = lengths(opening, digits);
    if (digits.length > most) break;
    groups.push(groups.length === 0 ? digits : (group[1] ?? ""));
    if (digits.length >= least) end = group.index + group[0].length;
  }
  if (end === null) return null;
  // A closing bracket without an opening one is the sentence's.
  const closing = text[end - 1] === ")" && !text.slice(start, end - 1).includes("(");
  const last = closing ? end - 1 : end;
  const thousands =
    /(?<!\d)\d{1,3}[ \u00a0\u202f.]$/.test(text.slice(Math.max(0, start - 5), start)) &&
    groups.every((group) => group.length === 3);
  return thousands || CURRENCY.test(text.slice(last, last + 8)) ? null : last;
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
 * middle of would be known for one in neither part.
 */
export function maskedAround({ prefix, words, suffix }: Surrounded): Record<keyof Surrounded, string> {
  const [before, after] = [prefix ?? "", suffix ?? ""];
  const text = masked(before + words + after);
  const [start, end] = [before.length, before.length + words.length];
  return { prefix: text.slice(0, start), words: text.slice(start, end), suffix: text.slice(end) };
}
