import { createHash, randomBytes } from "node:crypto";

/** 256 random bits in 43 characters that may stand in an address and in a cookie. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is kept of a token: it is long and random, so one round without salt is enough. */
export const tokenHash = (token: string): string => createHash("sha256").update(token, "utf8").digest("hex");

/** Whether it could be one of ours, before the database is asked. */
export const isToken = (text: string | undefined): text is string =>
  text !== undefined && /^[\w-]{43}$/.test(text);
