/**
 * One question to one server, and its answer: connects to addresses that were vetted before, and to no others. There is
 * no agent, so that no connection is shared, no cookie kept and no proxy of the environment obeyed.
 */
import { createHash } from "node:crypto";
import { type IncomingMessage, request } from "node:http";
import { connect, isIP, type LookupFunction, type Socket } from "node:net";
import { connect as connectSecurely, TLSSocket } from "node:tls";
import { clock } from "../../core/clock.ts";
import { canonicalAddress, type WebPlace } from "./safe-fetch-address.ts";
import { BoundedBytes } from "./safe-fetch-bytes.ts";
import { ACCEPTED_ENCODINGS } from "./safe-fetch-decode.ts";
import { FetchFailure, type HeaderPair, type Hop } from "./safe-fetch-outcome.ts";

/** Far above what servers send, far below what would hurt. */
const MOST_HEADER_BYTES = 64 * 1024;
/** Nobody is shown the body of a redirect; this much is kept for the record. */
const MOST_REDIRECT_BYTES = 64 * 1024;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const HEAD_END = "\r\n\r\n";

export interface ExchangeTerms {
  readonly userAgent: string;
  /** Most bytes on the wire, headers included. */
  readonly maxBytes: number;
  /** Milliseconds until the connection must stand, TLS included. */
  readonly connectTimeout: number;
  /** Aborted with a `FetchFailure` when there is no more time. */
  readonly signal: AbortSignal;
  readonly onBytes: (count: number) => void;
}

export interface Exchange {
  readonly hop: Hop;
  /** Without chunk marks, still content-encoded. */
  readonly wireBody: Buffer;
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

export const isRedirect = (status: number): boolean => REDIRECTS.has(status);

/** Everything that is asked, named here so that the record of it is exact: the client adds nothing to it. */
const headersFor = (url: URL, userAgent: string): HeaderPair[] => [
  ["Host", url.host],
  ["User-Agent", userAgent],
  ["Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"],
  ["Accept-Language", "sv,en;q=0.8"],
  ["Accept-Encoding", ACCEPTED_ENCODINGS],
  ["Connection", "close"],
];

/**
 * An IP in the address is connected to as it stands (no lookup is made for it, so that it must have been judged before);
 * a name gets exactly the vetted addresses and is never looked up again, so that it cannot mean something else now.
 */
function openSocket(place: WebPlace, addresses: readonly string[]): Socket {
  const lookup: LookupFunction = (_name, options, answer) => {
    const all = addresses.map((address) => ({ address, family: isIP(address) }));
    const [first] = all;
    if (options.all) answer(null, all);
    else answer(null, first?.address ?? "", first?.family);
  };
  const to = { host: place.host, port: place.port, lookup };
  if (!place.secure) return connect(to);
  return connectSecurely({
    ...to,
    servername: isIP(place.host) ? "" : place.host,
    minVersion: "TLSv1.2",
    // Said outright: the default can be turned off by an environment variable.
    rejectUnauthorized: true,
    ALPNProtocols: ["http/1.1"],
  });
}

type Stage = "connecting" | "securing" | "asking" | "reading";

/** What a system error means, by how far we had come. */
function failureOf(error: Error, stage: Stage): FetchFailure {
  if (error instanceof FetchFailure) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  // OpenSSL's own words stand inside a message of addresses and file names.
  const [, secure] = /:SSL routines:[^:]*:([^:]+):/.exec(error.message) ?? [];
  const detail = secure ?? (code || error.message);
  if (code === "HPE_HEADER_OVERFLOW") return new FetchFailure("headers-too-large", detail);
  if (stage === "reading" && code === "HPE_INVALID_EOF_STATE")
    return new FetchFailure("answer-cut-off", detail);
  if (code.startsWith("HPE_")) return new FetchFailure("not-http", detail);
  if (stage === "securing") return new FetchFailure("tls-failed", detail);
  return new FetchFailure(stage === "reading" ? "answer-cut-off" : "connection-failed", detail);
}

const pairs = (flat: readonly string[]): HeaderPair[] =>
  flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] ?? ""] as const] : []));

/** The question as the client writes it. */
const questionBytes = (target: string, headers: readonly HeaderPair[]) =>
  Buffer.from(
    [`GET ${target} HTTP/1.1`, ...headers.map((pair) => pair.join(": "))].join("\r\n") + HEAD_END,
    "latin1",
  );

/** The answer without the interim ones (100, 103) before it. */
function withoutInterim(bytes: Buffer, count: number): Buffer {
  let rest = bytes;
  for (let skipped = 0; skipped < count; skipped++) {
    rest = rest.subarray(rest.indexOf(HEAD_END) + HEAD_END.length);
  }
  return rest;
}

/** @throws FetchFailure */
export function exchange(
  place: WebPlace,
  addresses: readonly string[],
  terms: ExchangeTerms,
): Promise<Exchange> {
  terms.signal.throwIfAborted();
  const url = new URL(place.url);
  const target = url.pathname + url.search;
  const requestHeaders = headersFor(url, terms.userAgent);
  const requestedAt = clock.now().toISOString();

  return new Promise((resolve, reject) => {
    const wire = new BoundedBytes(terms.maxBytes);
    const body = new BoundedBytes(terms.maxBytes);
    let stage: Stage = "connecting";
    let remoteIp = "";
    let tlsPeerSha256: string | null = null;
    let interim = 0;
    let answer: IncomingMessage | null = null;

    const settle = () => {
      clearTimeout(impatience);
      terms.signal.removeEventListener("abort", abort);
      asking.destroy();
    };
    const fail = (error: Error) => {
      settle();
      reject(failureOf(error, stage));
    };
    const abort = () => fail(terms.signal.reason);
    // What goes wrong after a whole answer (bytes behind its end, a reset) takes nothing from it.
    const broken = (error: Error) => {
      if (!answer?.complete) fail(error);
    };
    const connected = () => {
      clearTimeout(impatience);
      stage = "asking";
    };

    /** The socket, watched from before the client writes to it: these listeners are older than the client's own. */
    const createConnection = () => {
      const socket = openSocket(place, addresses);
      socket.on("error", broken);
      socket.once("connect", () => {
        remoteIp = canonicalAddress(socket.remoteAddress ?? "");
        if (!addresses.includes(remoteIp)) fail(new FetchFailure("private-address", remoteIp));
        else if (place.secure) stage = "securing";
        else connected();
      });
      socket.once("secureConnect", () => {
        const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
        tlsPeerSha256 = certificate ? sha256(certificate.raw) : null;
        connected();
      });
      socket.on("data", (bytes: Buffer) => {
        terms.onBytes(bytes.length);
        if (!wire.add(bytes)) fail(new FetchFailure("too-large"));
      });
      return socket;
    };

    const asking = request({
      createConnection,
      path: target,
      headers: requestHeaders.flat(),
      maxHeaderSize: MOST_HEADER_BYTES,
      insecureHTTPParser: false,
    });
    const impatience = setTimeout(
      () => fail(new FetchFailure("timed-out", "connecting")),
      terms.connectTimeout,
    );
    terms.signal.addEventListener("abort", abort);

    // Their size is bounded; by default headers beyond a number would be dropped in silence.
    asking.maxHeadersCount = 0;
    asking.on("information", () => interim++);
    asking.on("upgrade", () => fail(new FetchFailure("not-http", "upgrade")));
    asking.on("error", broken);
    asking.on("response", (response) => {
      stage = "reading";
      answer = response;
      const status = response.statusCode ?? 0;
      const brief = isRedirect(status);

      const keep = (truncated: boolean) => {
        const wireBody = body.whole();
        settle();
        resolve({
          hop: {
            url: place.url,
            status,
            remoteIp,
            requestedAt,
            respondedAt: clock.now().toISOString(),
            requestHeaders,
            responseHeaders: pairs(response.rawHeaders),
            tlsPeerSha256,
            requestBytes: questionBytes(target, requestHeaders),
            responseBytes: withoutInterim(wire.whole(), interim),
            payloadSha256: sha256(wireBody),
            truncated,
          },
          wireBody,
        });
      };
      if (!brief && Number(response.headers["content-length"] ?? 0) > terms.maxBytes) {
        return fail(new FetchFailure("too-large", response.headers["content-length"]));
      }
      response.on("data", (bytes: Buffer) => {
        body.add(bytes);
        if (brief && body.size > MOST_REDIRECT_BYTES) keep(true);
      });
      response.on("end", () =>
        response.complete ? keep(false) : fail(new FetchFailure("answer-cut-off", "incomplete")),
      );
      response.on("error", broken);
    });
    asking.end();
  });
}
