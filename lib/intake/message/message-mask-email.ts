/** Addresses for e-mail: of persons the part before the domain, and all of it where anybody has an address. */
import type { MaskedSpan } from "./message-mask-span.ts";

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

/** @param text - in plain signs (message-mask-plain.ts) */
export function emailSpans(text: string, kept: ReadonlySet<string>): MaskedSpan[] {
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
