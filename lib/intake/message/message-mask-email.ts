/** Addresses for e-mail: of persons the part before the domain, and all of it where anybody has an address. */
import type { MaskedSpan } from "./message-mask-span.ts";

/** Addresses of functions, not of persons, when they stand before the domain of an organisation. */
const FUNCTIONS = new Set(
  "info information kontakt contact hej hello mail mejl post epost office reception vaxel vaxeln admin ekonomi faktura fakturor invoice order bokning support kontaktcenter kommun kommunen region registrator registratur diarium diariet kansli kansliet kundtjanst kundservice kundcenter medborgarservice servicecenter press presstjanst redaktion redaktionen tips nyheter arkiv kommunarkiv dataskydd dataskyddsombud dso upphandling socialtjansten kommunstyrelsen kommunledningskontoret noreply no-reply postmaster webmaster abuse security privacy".split(
    " ",
  ),
);

/** Domains at which anybody has an address: there the whole address is a person's. Country endings are not compared. */
const FREE_MAIL =
  /^(?:(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|proton|protonmail|pm|aol|gmx|mail|tutanota|tuta|fastmail|zoho|yandex|rocketmail|hushmail|mailbox|posteo|hey|duck|qq|163|126|rambler|seznam|laposte|wanadoo|orange|web|btinternet|comcast|verizon|sbcglobal|online|inbox|riseup)\.[a-z.]{2,6}|(?:telia|comhem|bredband|bredband2|bredbandsbolaget|telenor|tele2|spray|passagen|swipnet|glocalnet|bahnhof|home|hem|algonet|tiscali|ownit|boxer|brikks|allente)\.(?:se|com|net))$/i;

/**
 * "@" as it stands in text, and as people write it to escape programs; it may begin a line, or end one. What is so common a
 * sign or word that it stands elsewhere too ("more at exempelby.se") is one only behind what can be nothing but a name.
 */
const AT =
  /\n?@+\n?|@[ \t]|[ \t]@[ \t]?|[ \t\n]?[([{<*"'|][ \t\n]?(?:at|ät|a|snabel-?a)[ \t\n]?[)\]}>*"'|][ \t\n]?|(?<![\p{L}\p{M}])[ \t]?snabel-?a[ \t]?(?![\p{L}\p{M}])|(?<=[\p{L}\p{N}])[ \t]snabel-?a[ \t]|[ \t](?:at|ät)[ \t]|[ \t]?[_-](?:at|ät)[_-][ \t]?|&(?:#0{0,4}64|#x0{0,4}40|commat);/giu;
const COMMON = /^(?:[ \t]@|[ \t](?:at|ät)[ \t])$/iu;
/** Of a compound: "stay-at-home.se". */
const COMPOUND = /^[ \t]?[_-](?:at|ät)[_-][ \t]?$/iu;
/** A first name and a last, or a name with a figure. */
const NOTHING_ELSE = /\p{L}[._]\p{L}|^\p{L}+\d+$/u;
const LOCAL = /[\p{L}\p{M}\p{N}!#$%'*+^_`{|}~.-]/u;
const LABEL = "[\\p{L}\\p{M}\\p{N}-]{1,63}";
const DOT_IN_WORDS =
  "(?:[ \\t]?[([{<*][ \\t]?(?:punkt|prick|dot|\\.)[ \\t]?[)\\]}>*][ \\t]?|[ \\t](?:punkt|prick|dot)[ \\t])";
/** Nothing else ends in these. */
const ENDING = "(?:se|nu|com|org|net|eu|no|dk|fi|de|info|example)(?![\\p{L}\\p{N}])";
const DOMAIN = new RegExp(
  `${LABEL}(?:(?:\\.|${DOT_IN_WORDS}|(?:[ \\t][.,][ \\t]?|,)(?=${ENDING}))${LABEL}){1,8}|\\[[\\d.:a-f]{3,45}\\]`,
  "iuy",
);
/** The same, broken over lines. */
const BROKEN_DOMAIN =
  /[\p{L}\p{M}\p{N}-]{1,63}(?:\n[\p{L}\p{M}\p{N}-]{1,63})?(?:\n?\.\n?[\p{L}\p{M}\p{N}-]{1,63}){1,8}/uy;
/** A name by itself, as of a machine, or cut off. */
const HOST = /[\p{L}\p{M}\p{N}-]{2,63}/uy;
/** More of the part before the "@", with its dots in words: "anna punkt " */
const LOCAL_IN_WORDS = new RegExp(`[\\p{L}\\p{M}\\p{N}_-]{1,40}${DOT_IN_WORDS}$`, "iu");
/** RFC 5321 §4.5.3.1 allows 64; programs make longer ones. */
const LONGEST_LOCAL = 256;

function domainAt(text: string, at: number): string | undefined {
  DOMAIN.lastIndex = at;
  BROKEN_DOMAIN.lastIndex = at;
  return (DOMAIN.exec(text) ?? BROKEN_DOMAIN.exec(text))?.[0];
}

function hostAt(text: string, at: number): string | undefined {
  HOST.lastIndex = at;
  return HOST.exec(text)?.[0];
}

const asWritten = (domain: string): string =>
  domain.replaceAll(new RegExp(DOT_IN_WORDS, "giu"), ".").replaceAll(/\s/g, "").replaceAll(",", ".");

/** @param text - in plain signs (message-mask-plain.ts) */
export function emailSpans(text: string, kept: ReadonlySet<string>): MaskedSpan[] {
  const spans: MaskedSpan[] = [];
  for (const { 0: at, index } of text.matchAll(AT)) {
    const start = Math.max(localStart(text, index), spans.at(-1)?.end ?? 0);
    if (start >= index) continue;
    const local = text.slice(start, index);
    const isName = NOTHING_ELSE.test(local);
    const behind = index + at.length;
    const domain = domainAt(text, behind) ?? (isName && at === "@" ? hostAt(text, behind) : undefined);
    if (domain === undefined) continue;
    const host = asWritten(domain);
    const freeMail = FREE_MAIL.test(host);
    if (at !== "@" && !/\p{L}/u.test(local)) continue;
    if (!isName && (COMPOUND.test(at) || (COMMON.test(at) && !freeMail))) continue;
    // What ends the line before may be of the sentence, and not of the address.
    const stays = (name: string) =>
      kept.has(`${name}@${host}`.toLowerCase()) || (!freeMail && FUNCTIONS.has(bare(name)));
    if (stays(local) || stays(local.slice(local.lastIndexOf("\n") + 1))) continue;
    spans.push({ start, end: freeMail ? behind + domain.length : index, kind: "email" });
  }
  return spans;
}

/** Where an address is divided at the end of a line: beside one of its signs. */
const DIVIDED = /[._+-]\n\S|[^\s.]\n[._+-]/u;

/** Where the part before the "@" begins; `end` itself when there is none. */
function localStart(text: string, end: number): number {
  let start = closeStart(text, end);
  for (let more = 0; more < 4; more += 1) {
    const before = LOCAL_IN_WORDS.exec(text.slice(Math.max(0, start - 64), start))?.[0];
    if (before === undefined || start === end) return start;
    start -= before.length;
  }
  return start;
}

function closeStart(text: string, end: number): number {
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
