/**
 * Fetches one address from the public internet so that it can be kept as evidence, and can do nothing else: no address
 * that is not public, no second opinion of the name service, no cookies, no scripts, no more bytes or time than said.
 */
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import type { Result } from "../../core/result.ts";
import {
  type FetchRules,
  judgeAddresses,
  judgeRedirect,
  judgeUrl,
  type WebPlace,
} from "./safe-fetch-address.ts";
import { contentEncoding, decoded } from "./safe-fetch-decode.ts";
import { type Exchange, exchange, isRedirect } from "./safe-fetch-exchange.ts";
import {
  type Fetched,
  FetchFailure,
  type FetchOutcome,
  type FetchReason,
  type Hop,
  headerValues,
} from "./safe-fetch-outcome.ts";
import { refreshOf } from "./safe-fetch-refresh.ts";

const MEGABYTE = 1024 * 1024;
const MOST_REDIRECTS = 5;

/** Said to every server; a newsroom should send its own, with an address where it can be reached. */
export const DEFAULT_USER_AGENT = "Belagt/0.1 (keeps copies of cited sources)";

export interface FetchOptions extends Partial<FetchRules> {
  /** The addresses of a name. Asked once for each hop. By default the system's. */
  readonly resolve?: (host: string) => Promise<string[]>;
  /** Most bytes on the wire, all hops together. */
  readonly maxBytes?: number;
  /** Most bytes once unpacked. */
  readonly maxDecodedBytes?: number;
  /** Milliseconds for everything. */
  readonly timeout?: number;
  /** Milliseconds until a connection must stand. */
  readonly connectTimeout?: number;
  readonly userAgent?: string;
  /** Told how many bytes have come so far. */
  readonly onProgress?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

async function systemAddresses(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, order: "verbatim" });
  return found.map(({ address }) => address);
}

const machineAddresses = () =>
  Object.values(networkInterfaces()).flatMap((addresses = []) => addresses.map(({ address }) => address));

function orFailed<T>(result: Result<T, FetchReason>): T {
  if (result.ok) return result.value;
  throw new FetchFailure(result.reason);
}

/** What a promise comes to, unless the signal is first: a name service cannot be told to stop. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

async function addressesOf(
  place: WebPlace,
  resolve: (host: string) => Promise<string[]>,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (isIP(place.host)) return [place.host];
  try {
    return await orAborted(resolve(place.host), signal);
  } catch (error) {
    if (error instanceof FetchFailure) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const unknown = code === "ENOTFOUND" || code === "ENODATA";
    throw new FetchFailure(unknown ? "name-not-found" : "connection-failed", code || "name service");
  }
}

/** Servers write addresses with å as UTF-8 where the standard has ASCII; the client reads header bytes as Latin-1. */
function locationOf(hop: Hop): string | null {
  const [value] = isRedirect(hop.status) ? headerValues(hop.responseHeaders, "location") : [];
  if (value === undefined) return null;
  const utf8 = Buffer.from(value, "latin1").toString("utf8");
  return utf8.includes("\ufffd") ? value : utf8;
}

function contentType(hop: Hop): { mediaType: string | null; charset: string | null } {
  const value = headerValues(hop.responseHeaders, "content-type")[0] ?? "";
  const [, mediaType] = /^\s*([\w!#$&^.+-]+\/[\w!#$&^.+-]+)\s*(?:;|$)/.exec(value) ?? [];
  const [, charset] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(value) ?? [];
  return { mediaType: mediaType?.toLowerCase() ?? null, charset: charset?.toLowerCase() ?? null };
}

async function kept(
  url: string,
  hops: readonly Hop[],
  { hop, wireBody }: Exchange,
  limit: number,
  signal: AbortSignal,
): Promise<Fetched> {
  const body = await decoded(wireBody, contentEncoding(hop.responseHeaders), limit, signal);
  const type = contentType(hop);
  const refresh = refreshOf(hop.url, hop.responseHeaders, type.mediaType, body);
  return {
    ok: true,
    url,
    finalUrl: hop.url,
    hops,
    status: hop.status,
    ...type,
    wireBody,
    body,
    ...(refresh === null ? {} : { refresh }),
  };
}

/**
 * Fetches an address, following at most five redirects, each judged as if it had been asked for.
 * @returns what was said, whatever its status; or the reason why nothing was kept. Throws only on mistakes of ours
 */
export async function safeFetch(url: string, options: FetchOptions = {}): Promise<FetchOutcome> {
  const rules: FetchRules = {
    allow: options.allow ?? [],
    own: options.own ?? [],
    nat64: options.nat64 ?? [],
  };
  const maxBytes = options.maxBytes ?? 20 * MEGABYTE;
  const hops: Hop[] = [];
  let at = url;
  let bytes = 0;

  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(new FetchFailure("timed-out")), options.timeout ?? 30_000);
  const stopped = () => stop.abort(new FetchFailure("stopped"));
  options.signal?.addEventListener("abort", stopped);
  if (options.signal?.aborted) stopped();

  try {
    let place = orFailed(judgeUrl(url, rules));
    for (;;) {
      const answered = await addressesOf(place, options.resolve ?? systemAddresses, stop.signal);
      const addresses = orFailed(judgeAddresses(place, answered, rules, machineAddresses()));
      const answer = await exchange(place, addresses, {
        userAgent: options.userAgent ?? DEFAULT_USER_AGENT,
        maxBytes: maxBytes - bytes,
        connectTimeout: options.connectTimeout ?? 10_000,
        signal: stop.signal,
        onBytes: (count) => {
          bytes += count;
          options.onProgress?.(bytes);
        },
      });
      hops.push(answer.hop);
      const location = locationOf(answer.hop);
      if (location === null) {
        return await kept(url, hops, answer, options.maxDecodedBytes ?? 2 * maxBytes, stop.signal);
      }
      at = location;
      if (hops.length > MOST_REDIRECTS) throw new FetchFailure("too-many-redirects");
      const next = orFailed(judgeRedirect(location, place, rules));
      at = next.url;
      if (hops.some((hop) => hop.url === next.url)) throw new FetchFailure("redirect-loop");
      place = next;
    }
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    const { reason, detail } = error;
    return { ok: false, reason, url: at, ...(detail ? { detail } : {}), hops };
  } finally {
    clearTimeout(late);
    options.signal?.removeEventListener("abort", stopped);
  }
}
