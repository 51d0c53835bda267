/** Asks an authority for a timestamp, over HTTP (RFC 3161 §3.4). */

import { clock } from "../../core/clock.ts";
import { done, type Result, refused } from "../../core/result.ts";
import { askService, problemOf } from "../assurance/assurance-fetch.ts";
import type { TimestampProblem, VerifiedToken } from "./timestamp.ts";
import type { TimestampCertificate } from "./timestamp-certificate.ts";
import { timestampRequest } from "./timestamp-query.ts";
import { tokenOfAnswer } from "./timestamp-token.ts";
import { verifyAnswer } from "./timestamp-verify.ts";

/** An answer is a few kilobytes; the certificates make it so. */
const MOST_BYTES = 1024 * 1024;

/** How far an authority's clock and ours may stand apart, ms. One of them is wrong then, and we cannot say which. */
const CLOCK_LEEWAY = 5 * 60_000;

export interface AskAuthorityOptions {
  readonly fetch?: typeof fetch;
  /** For the whole answer, ms. */
  readonly timeout?: number;
  /** Those the operator trusts (`timestampRoots`). */
  readonly roots?: readonly TimestampCertificate[];
  readonly now?: Date;
}

export interface Timestamped extends VerifiedToken {
  /** DER of the TimeStampToken, byte for byte as it came: what is kept, and what `verifyToken` takes. */
  readonly token: Buffer;
}

/** @param sha256 - of the bytes, which stay here: 64 hexadecimal digits */
export async function askAuthority(
  authorityUrl: string,
  sha256: string,
  { fetch, timeout = 15_000, roots = [], now }: AskAuthorityOptions = {},
): Promise<Result<Timestamped, TimestampProblem>> {
  const { der, nonce } = timestampRequest(sha256);
  const answer = await askService(
    authorityUrl,
    {
      method: "POST",
      headers: { "content-type": "application/timestamp-query", accept: "application/timestamp-reply" },
      body: new Uint8Array(der),
    },
    { fetch, timeout, most: MOST_BYTES },
  );
  if (!answer.ok) return answer;
  const problem = problemOf(answer.value.status);
  if (problem) return refused(problem);
  const token = readAnswer(answer.value.body);
  if (!token.ok) return token;
  const read = verifyAnswer(token.value, sha256, nonce, roots);
  if (!read.ok) return read;
  const apart = Math.abs(read.value.at.getTime() - (now ?? clock.now()).getTime());
  return apart > CLOCK_LEEWAY
    ? refused("timestamp-clock-differs")
    : done({ ...read.value, token: token.value });
}

function readAnswer(body: Buffer): Result<Buffer, "timestamp-unreadable" | "timestamp-rejected"> {
  try {
    const token = tokenOfAnswer(body);
    return token ? done(token) : refused("timestamp-rejected");
  } catch {
    return refused("timestamp-unreadable");
  }
}
