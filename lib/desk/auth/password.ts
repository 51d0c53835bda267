/**
 * Passwords as scrypt hashes: `scrypt$N$r$p$salt$hash`, salt and hash in base64url. The parameters stand in each hash,
 * so that they can be raised for new ones.
 */
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** 32 MB and some 150 ms of one core: a setting that OWASP's Password Storage Cheat Sheet names for scrypt. */
const COST = { N: 2 ** 15, r: 8, p: 3 };
const MEMORY = 64 * 1024 * 1024;
const LENGTH = 32;

/** How many are worked out at once, and how many may wait: a flood of sign-ins must leave a core for the readers. */
const AT_ONCE = 2;
const WAITING = 30;

/** More sign-ins at once than the machine takes. */
export class TooManyAtOnce extends Error {}

let running = 0;
const queue: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw new TooManyAtOnce();
    await new Promise<void>((resolve) => queue.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    // The place goes to the next in line; `running` stays as it is.
    const next = queue.shift();
    if (next) next();
    else running--;
  }
}

const derive = (password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> =>
  inTurn(
    () =>
      new Promise((resolve, reject) =>
        scrypt(password, salt, LENGTH, { ...cost, maxmem: MEMORY }, (error, key) =>
          error ? reject(error) : resolve(key),
        ),
      ),
  );

const written = ({ N, r, p }: typeof COST, salt: Buffer, key: Buffer) =>
  ["scrypt", N, r, p, salt.toString("base64url"), key.toString("base64url")].join("$");

/** @throws TooManyAtOnce */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return written(COST, salt, await derive(password, salt, COST));
}

/** Of no password. Checking against it takes as long as checking against a member's. */
const NOBODY = written(COST, Buffer.alloc(16), Buffer.alloc(LENGTH));

/**
 * @param hash - null where there is no such member: the answer is then false, after the same work
 * @throws TooManyAtOnce
 */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [, N, r, p, salt = "", key = ""] = (hash ?? NOBODY).split("$");
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const derived = await derive(password, Buffer.from(salt, "base64url"), cost);
  return timingSafeEqual(derived, Buffer.from(key, "base64url")) && hash !== null;
}
