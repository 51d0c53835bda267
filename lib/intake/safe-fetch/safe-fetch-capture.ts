/**
 * The record of one capture: who was asked what, when, by which address and certificate, and what came back. Its hash
 * stands for all of it, so that a copy, its headers and its time cannot be changed one without the other.
 */
import { createHash } from "node:crypto";
import { contentHash } from "../../core/content-hash.ts";
import { type Fetched, type HeaderPair, headerValues } from "./safe-fetch-outcome.ts";

export interface CaptureRedirect {
  readonly url: string;
  readonly status: number;
  readonly remoteIp: string;
  readonly requestedAt: string;
  readonly respondedAt: string;
  readonly responseHeaders: readonly HeaderPair[];
  readonly tlsPeerSha256: string | null;
}

/** Written as `capture.json` in canonical form (RFC 8785). */
export interface CaptureRecord {
  readonly v: 1;
  readonly url: string;
  readonly finalUrl: string;
  readonly redirects: readonly CaptureRedirect[];
  readonly remoteIp: string;
  readonly requestedAt: string;
  readonly respondedAt: string;
  readonly status: number;
  readonly requestHeaders: readonly HeaderPair[];
  readonly responseHeaders: readonly HeaderPair[];
  /** Of the body a reader would have: content-encoding undone. The bytes on the wire are in the WARC file. */
  readonly bodySha256: string;
  readonly bodyBytes: number;
  readonly tlsPeerSha256: string | null;
  /** The User-Agent we gave. */
  readonly agent: string;
}

/** @returns the record, and SHA-256 of its canonical JSON in lower-case hexadecimal */
export function captureRecord(fetched: Fetched): { record: CaptureRecord; sha256: string } {
  const redirects = fetched.hops.slice(0, -1);
  const last = fetched.hops.at(-1);
  if (!last) throw new Error("A capture without an answer");
  const record: CaptureRecord = {
    v: 1,
    url: fetched.url,
    finalUrl: fetched.finalUrl,
    redirects: redirects.map(
      ({ url, status, remoteIp, requestedAt, respondedAt, responseHeaders, tlsPeerSha256 }) => ({
        url,
        status,
        remoteIp,
        requestedAt,
        respondedAt,
        responseHeaders,
        tlsPeerSha256,
      }),
    ),
    remoteIp: last.remoteIp,
    requestedAt: last.requestedAt,
    respondedAt: last.respondedAt,
    status: fetched.status,
    requestHeaders: last.requestHeaders,
    responseHeaders: last.responseHeaders,
    bodySha256: createHash("sha256").update(fetched.body).digest("hex"),
    bodyBytes: fetched.body.length,
    tlsPeerSha256: last.tlsPeerSha256,
    agent: headerValues(last.requestHeaders, "user-agent")[0] ?? "",
  };
  return { record, sha256: contentHash(record) };
}
