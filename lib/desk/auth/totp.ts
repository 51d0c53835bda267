/** Codes from an app, RFC 6238 with its defaults, which are all that common apps understand: SHA-1, 30 s, 6 digits. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const STEP = 30_000;
const DIGITS = 6;

/** How far the clock of a phone may be off, or a code be late, ms. Less than a step: a code lives 40 seconds at most. */
const TOLERANCE = 10_000;

/** 160 bits, as RFC 4226 §4 recommends, in base32: what a person types who cannot scan. */
export const newTotpSecret = (): string => base32(randomBytes(20));

/** The code of a time step. */
export function totpAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", fromBase32(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, "0");
}

export const totpStep = (now: Date): number => Math.floor(now.getTime() / STEP);

/** @returns the time step whose code this is, which may be used once; null when the code is not good now */
export function matchingStep(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const steps = [0, -TOLERANCE, TOLERANCE].map((off) => totpStep(new Date(now.getTime() + off)));
  return (
    [...new Set(steps)].find((step) =>
      timingSafeEqual(Buffer.from(totpAt(secret, step)), Buffer.from(code)),
    ) ?? null
  );
}

/** What the drawn square says: the Key URI Format that apps read. */
export function totpUri(secret: string, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648 §6 without padding. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => ALPHABET[Number.parseInt(five.padEnd(5, "0"), 2)])
    .join("");
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

/** Ten, each of 50 bits, in letters and digits that cannot be taken for one another. */
export function newBackupCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const letters = [...randomBytes(10)].map((byte) => BACKUP_ALPHABET[byte & 31]).join("");
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
  });
}

const BACKUP_ALPHABET = "abcdefghjkmnpqrstuvwxyz023456789";

/** As it may have been typed: capitals, spaces, without its hyphen. Null for what cannot be one. */
export function plainBackupCode(typed: string): string | null {
  const letters = typed.toLowerCase().replaceAll(/[\s-]/g, "");
  return /^[a-z0-9]{10}$/.test(letters) ? letters : null;
}
