/**
 * scrypt with next to no cost, for tests that sign in a hundred times: what is kept says the real cost, and what was asked
 * for is counted. Nothing but a test's own `vi.mock` leads here; there is no setting for it.
 */
import type { BinaryLike, ScryptOptions } from "node:crypto";

/** The cost of every password that was worked out since the list was last emptied. */
export const workedOut: ScryptOptions[] = [];

const CHEAP = { N: 2, r: 1, p: 1 };

/** `vi.mock("node:crypto", async (original) => (await import(<this file>)).cheaply(await original()))` */
export function cheaply(crypto: typeof import("node:crypto")) {
  const scrypt = (
    password: BinaryLike,
    salt: BinaryLike,
    length: number,
    options: ScryptOptions,
    done: (error: Error | null, key: Buffer) => void,
  ) => {
    workedOut.push(options);
    crypto.scrypt(password, salt, length, CHEAP, done);
  };
  return { ...crypto, scrypt };
}
