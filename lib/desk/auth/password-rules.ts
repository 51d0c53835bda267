/**
 * Which passwords are refused, and why. Length is what counts (NIST SP 800-63B §3.1.1.2): no rule about digits or
 * signs, nothing trimmed, every character taken as it was typed.
 */
import { dictionary } from "@zxcvbn-ts/language-common";

const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 1024;

const PASSWORD_FAULTS = [
  "password-too-short",
  "password-too-long",
  "password-unreadable",
  "password-common",
  "password-about-you",
] as const;
export type PasswordFault = (typeof PASSWORD_FAULTS)[number];

export interface AboutMember {
  readonly email: string;
  readonly name: string;
}

const lengthOf = (text: string) => [...text].length;

/** @returns what is wrong with it, or null */
export function passwordFault(password: string, about: AboutMember): PasswordFault | null {
  const length = lengthOf(password);
  if (length < SHORTEST_PASSWORD) return "password-too-short";
  if (length > LONGEST_PASSWORD) return "password-too-long";
  if (password.includes("\0") || !password.isWellFormed()) return "password-unreadable";
  if (isAbout(password, about)) return "password-about-you";
  return isCommon(password) ? "password-common" : null;
}

/** Letters and digits only, in lower case, with the usual disguises taken off (`P@ssw0rd`). */
const DISGUISES: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
};
const plain = (text: string) => text.normalize("NFKC").toLowerCase();
const undisguised = (text: string) =>
  plain(text).replaceAll(/[@431!0$5]/g, (sign) => DISGUISES[sign] ?? sign);

let common: ReadonlySet<string> | undefined;
const isListed = (text: string) => {
  common ??= new Set(dictionary["passwords-common"]);
  return common.has(text);
};

/**
 * A listed password, also in disguise, with digits and signs put round it, or said twice; or hardly more than one
 * character again and again.
 */
function isCommon(password: string): boolean {
  const text = plain(password);
  if (new Set(text).size < 5 || COUNTING.includes(text) || reversed(COUNTING).includes(text)) return true;
  const bare = text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return [text, repeated(text), bare, repeated(bare), undisguised(text), undisguised(bare)].some(isListed);
}

const COUNTING = "1234567890".repeat(8);
const reversed = (text: string) => [...text].reverse().join("");

/** The part that a text says over and over; the text itself when it does not. */
const repeated = (text: string) => /^(.+?)\1+$/su.exec(text)?.[1] ?? text;

/** Little more than the name, the address or parts of them. */
function isAbout(password: string, { email, name }: AboutMember): boolean {
  const text = plain(password);
  const words = [plain(email), plain(name), ...plain(email).split(/[@.+_-]/), ...plain(name).split(/\s+/)]
    .filter((word) => word.length >= 4)
    .toSorted((a, b) => b.length - a.length);
  const rest = words.reduce((left, word) => left.replaceAll(word, ""), text);
  return rest !== text && lengthOf(rest) < 6;
}
