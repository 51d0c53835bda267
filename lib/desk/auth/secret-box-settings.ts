import "server-only";
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { env } from "../../core/env.ts";

/**
 * Encrypts what must be read again and would let somebody in: the secrets of second factors. A copy of the database
 * alone is then worth nothing; the key is BELAGT_SECRET or, without it, a file in the data directory made when first
 * needed.
 */
let key: Buffer | undefined;

function readKey(): Buffer {
  if (env.BELAGT_SECRET) return createHash("sha256").update(`belagt:${env.BELAGT_SECRET}`).digest();
  const file = path.resolve(env.BELAGT_DATA_DIR, "secret.key");
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    // Fails where the file is there already: the first of two processes wins, and both read what it wrote.
    writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return createHash("sha256")
    .update(`belagt:${readFileSync(file, "utf8").trim()}`)
    .digest();
}

/** @param bound - what the secret belongs to; it can be opened for nothing else */
export function seal(text: string, bound: string): string {
  key ??= readKey();
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [nonce, sealed, cipher.getAuthTag()].map((part) => part.toString("base64url")).join(".");
}

/** @returns null when it was sealed with another key, or for something else */
export function unseal(text: string, bound: string): string | null {
  key ??= readKey();
  const [nonce, sealed, tag] = text.split(".").map((part) => Buffer.from(part, "base64url"));
  if (!nonce || !sealed || !tag) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: 16 }).setAAD(
      Buffer.from(bound),
    );
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
