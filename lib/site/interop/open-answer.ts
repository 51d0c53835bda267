/**
 * Answers to programs: public and the same for everybody, without cookies, readable from any site (CORS), and asked for
 * conditionally (RFC 9110 §13).
 */
import { createHash } from "node:crypto";
import { clock } from "../../core/clock.ts";
import { isUnchanged } from "../../core/entity-tag.ts";

export const OPEN: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Last-Modified, Link",
  // Without it a browser that checks embedders would keep other sites from reading what CORS lets them read.
  "cross-origin-resource-policy": "cross-origin",
};

export interface OpenAnswer {
  readonly text: string;
  /** Its media type, with its charset. */
  readonly type: string;
  /** Since when nothing of it can have changed (RFC 3339); absent: nobody has kept count. */
  readonly changedAt?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The answer, or 304 for whoever already has it. The tag is of the bytes, so that two servers of one newsroom agree on it;
 * the data behind it is kept by the queries, so what is saved here is the transfer.
 */
export function openAnswer(request: Request, { text, type, changedAt, headers = {} }: OpenAnswer): Response {
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const lastModified = changedAt === undefined ? null : wholeSeconds(changedAt);
  const all = {
    ...OPEN,
    etag,
    "cache-control": "public, max-age=0, must-revalidate",
    ...(lastModified !== null && { "last-modified": lastModified.toUTCString() }),
    ...headers,
  };
  return isKnown(request.headers, etag, lastModified)
    ? new Response(null, { status: 304, headers: all })
    : new Response(text, { headers: { ...all, "content-type": type } });
}

/** Null for what changed within the second that has not ended: it may change once more and be dated the same (§8.8.2.2). */
function wholeSeconds(moment: string): Date | null {
  const second = new Date(Math.floor(Date.parse(moment) / 1000) * 1000);
  return clock.now().getTime() - second.getTime() > 2000 ? second : null;
}

/** A tag counts for more than a date (§13.2.2). */
function isKnown(asked: Headers, etag: string, lastModified: Date | null): boolean {
  const tags = asked.get("if-none-match");
  if (tags !== null) return isUnchanged(tags, etag);
  const since = Date.parse(asked.get("if-modified-since") ?? "");
  return lastModified !== null && lastModified.getTime() <= since;
}
