/** What comes of fetching an address: everything that was said on the wire, or why nothing was kept. */

/** Why nothing was kept. Each has its sentence in messages. */
export const FETCH_REASONS = [
  "not-a-web-address",
  "too-long",
  "has-credentials",
  "private-address",
  "own-address",
  "port-not-allowed",
  "insecure-redirect",
  "redirect-loop",
  "too-many-redirects",
  "name-not-found",
  "connection-failed",
  "tls-failed",
  "timed-out",
  "stopped",
  "not-http",
  "headers-too-large",
  "answer-cut-off",
  "too-large",
  "encoding-not-understood",
  "encoding-broken",
] as const;
export type FetchReason = (typeof FETCH_REASONS)[number];

/** As sent: order, case and repetitions kept. Bytes above ASCII are Latin-1. */
export type HeaderPair = readonly [name: string, value: string];

/** One question and its answer. */
export interface Hop {
  /** Without a fragment. */
  readonly url: string;
  readonly status: number;
  /** The address the connection really had. */
  readonly remoteIp: string;
  /** RFC 3339 in UTC: when we began to connect. */
  readonly requestedAt: string;
  /** RFC 3339 in UTC: when the last byte that we read was here. */
  readonly respondedAt: string;
  readonly requestHeaders: readonly HeaderPair[];
  readonly responseHeaders: readonly HeaderPair[];
  /** SHA-256 of the server's certificate (DER), lower-case hexadecimal; null without TLS. */
  readonly tlsPeerSha256: string | null;
  /** The whole question, byte for byte. */
  readonly requestBytes: Buffer;
  /** The whole answer, byte for byte: status line, headers, body with its chunk marks. Interim answers (1xx) left out. */
  readonly responseBytes: Buffer;
  /** SHA-256 of the answer's body without chunk marks, still content-encoded (WARC 1.1 calls it the payload). */
  readonly payloadSha256: string;
  /** Only the beginning of the body was read: that of a redirect, which nobody is shown. */
  readonly truncated: boolean;
}

export interface Fetched {
  readonly ok: true;
  /** As it was asked for. */
  readonly url: string;
  /** Of the last hop. */
  readonly finalUrl: string;
  /** The redirects in order, and the answer that was kept. */
  readonly hops: readonly Hop[];
  /** Of the last hop, whatever it is: 404 and 429 are answers too, and the caller judges them. */
  readonly status: number;
  /** Lower case, without parameters; null when the server does not say. What it says need not be true. */
  readonly mediaType: string | null;
  /** Lower case, as the server says. */
  readonly charset: string | null;
  /** As received, still content-encoded. */
  readonly wireBody: Buffer;
  /** What a reader's browser would have: content-encoding undone, nothing else. */
  readonly body: Buffer;
  /** Where the page would have sent a browser by itself. Never followed, and not judged: for showing only. */
  readonly refresh?: string;
}

export interface NotFetched {
  readonly ok: false;
  readonly reason: FetchReason;
  /** The address it failed on: the one asked for, or where a page sent us. */
  readonly url: string;
  /** What the system said, for the log of the job. */
  readonly detail?: string;
  /** The answers that came before. */
  readonly hops: readonly Hop[];
}

export type FetchOutcome = Fetched | NotFetched;

/** Carries a reason out of streams and timers; `safeFetch` makes it a value. */
export class FetchFailure extends Error {
  readonly reason: FetchReason;
  readonly detail: string | undefined;

  constructor(reason: FetchReason, detail?: string) {
    super(detail ? `${reason}: ${detail}` : reason);
    this.reason = reason;
    this.detail = detail;
  }
}

/** Every value of a header, in the order sent. */
export const headerValues = (headers: readonly HeaderPair[], name: string): readonly string[] =>
  headers.filter(([given]) => given.toLowerCase() === name).map(([, value]) => value);
