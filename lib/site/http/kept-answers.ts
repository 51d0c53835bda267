import type { IncomingMessage, OutgoingHttpHeader } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { clock } from "../../core/clock.ts";
import { isUnchanged } from "../../core/entity-tag.ts";
import type { Answer } from "./answer.ts";
import { Memory } from "./memory.ts";
import { isNavigationHeader, OTHER_PAGE_COOKIES } from "./next-internals.ts";
import { type FinishedPage, isCurrent, pageOf } from "./page-store.ts";

type Encoding = "br" | "gzip" | "identity";
type Kept = {
  page: FinishedPage;
  etag: string;
  /** Names and values in turn, as `writeHead` takes them. */
  head: string[];
  bodies: Partial<Record<Encoding, Buffer>>;
};

/** Bytes of page text, all encodings together. A page is some 30 kB. */
const room = 128 * 1024 * 1024;

/**
 * Whole answers to plain requests for finished pages, by address. The framework needs half a millisecond
 * to find out that it already has a page; this needs a look into a map. It holds nothing that the
 * framework would not send to anybody, and nothing that a publish has outdated: every use asks the same
 * list of outdated tags that the framework's memory of pages asks.
 */
const kept = new Memory<Kept>(room, (_, { bodies }) =>
  Object.values(bodies).reduce((sum, body) => sum + body.byteLength, 0),
);

/** @returns false when the framework has to answer */
export function answerFromMemory(request: IncomingMessage, answer: Answer): boolean {
  const { url = "", method, headers } = request;
  if (method !== "GET" && method !== "HEAD") return false;
  const found = kept.get(url);
  if (found === undefined || !asksPlainly(headers)) return false;
  if (!isCurrent(found.page, clock.now().getTime())) {
    kept.delete(url);
    return false;
  }
  const encoding = bestOf(headers["accept-encoding"]);
  const body = found.bodies[encoding];
  if (body === undefined) return false;
  answer.complete = true;
  if (isUnchanged(headers["if-none-match"], found.etag)) {
    answer.writeHead(304, found.head);
    answer.end();
    return true;
  }
  const length = ["content-length", String(body.byteLength)];
  const coding = encoding === "identity" ? [] : ["content-encoding", encoding];
  answer.writeHead(200, [...found.head, ...length, ...coding]);
  answer.end(method === "HEAD" ? undefined : body);
  return true;
}

/** To be called when the head of the framework's answer is final. Keeps it if it is a whole, lasting page. */
export function keepAnswer(request: IncomingMessage, answer: Answer): void {
  const { url = "", method, headers } = request;
  const page = answer.pageKey === undefined ? undefined : pageOf(answer.pageKey);
  const etag = answer.getHeader("etag");
  if (page === undefined || answer.statusCode !== 200 || method !== "GET" || typeof etag !== "string") return;
  // With a query, or letters in code, the same page would be kept once per invention of a visitor.
  if ((/[?%]/.test(url) && url !== answer.stoodAt) || url.length > 2048 || !asksPlainly(headers)) return;
  if (!String(answer.getHeader("content-type")).startsWith("text/html")) return;
  const head = Object.entries(answer.getHeaders()).flatMap(([name, value]) =>
    ofThisTransfer.has(name) || isNavigationHeader(name) ? [] : pairs(name, value),
  );
  const entry: Kept = { page, etag, head, bodies: { identity: Buffer.from(page.html) } };
  kept.set(url, entry);
  void compress(url, entry);
}

/** Said anew by each transfer, or by the connection. `set-cookie` never stands on a page for everybody. */
const ofThisTransfer = new Set([
  "content-length",
  "content-encoding",
  "transfer-encoding",
  "connection",
  "keep-alive",
  "date",
  "set-cookie",
]);

function pairs(name: string, value: OutgoingHttpHeader | undefined): string[] {
  return value === undefined ? [] : [value].flat().flatMap((it) => [name, String(it)]);
}

/**
 * What may come with a question that memory answers: what browsers send with any question for a page, what proxies add on
 * the way, and the door's own. The framework answers the same address with data for its own navigation, with drafts, or by
 * making the page anew, told apart by headers that a new version may have more of. So whatever is not here is its business:
 * at worst an answer takes longer.
 */
const PLAIN_HEADERS: ReadonlySet<string> = new Set(
  `
  accept accept-charset accept-encoding accept-language cache-control connection cookie device-memory dnt downlink dpr
  ect from host if-modified-since if-none-match keep-alive pragma priority proxy-connection referer rtt save-data te
  upgrade-insecure-requests user-agent viewport-width x-requested-with
  cdn-loop client-ip forwarded max-forwards true-client-ip via x-client-ip x-correlation-id x-forwarded-by
  x-forwarded-for x-forwarded-host x-forwarded-port x-forwarded-proto x-forwarded-scheme x-forwarded-server
  x-forwarded-ssl x-original-forwarded-for x-real-ip x-request-id x-request-start x-scheme x-varnish
  baggage traceparent tracestate x-amzn-trace-id x-cloud-trace-context
  x-belagt-peer
  `
    .trim()
    .split(/\s+/),
);

/** Families of such headers: of browsers (Fetch metadata, client hints) and of two large networks in between. */
const PLAIN_FAMILIES = /^(?:sec-(?:ch|fetch)-|sec-(?:gpc|purpose)$|cf-|fastly-)/;

/** Whether a question, by its headers, is one for the page that everybody is shown. */
export function asksPlainly(headers: IncomingMessage["headers"]): boolean {
  for (const name in headers) if (!PLAIN_HEADERS.has(name) && !PLAIN_FAMILIES.test(name)) return false;
  if (/text\/x-component/i.test(headers.accept ?? "")) return false;
  const { cookie } = headers;
  return cookie === undefined || !OTHER_PAGE_COOKIES.some((name) => cookie.includes(`${name}=`));
}

/** RFC 9110 §12.5.3, as far as browsers use it: a coding refused with `q=0` is not sent. */
function bestOf(accepted: string | string[] | undefined): Encoding {
  const text = String(accepted ?? "");
  const refused = /(br|gzip)\s*;\s*q=0(\.0*)?\s*(,|$)/;
  if (refused.test(text)) return "identity";
  if (/\bbr\b/.test(text)) return "br";
  return /\bgzip\b/.test(text) ? "gzip" : "identity";
}

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Once per page, off the main thread. Until it is done the framework answers and compresses as it goes. */
async function compress(url: string, entry: Kept): Promise<void> {
  const text = Buffer.from(entry.page.html);
  const [br, gz] = await Promise.all([
    toBrotli(text, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
    }),
    toGzip(text, { level: 9 }),
  ]);
  if (kept.get(url) !== entry) return;
  entry.bodies.br = br;
  entry.bodies.gzip = gz;
  kept.set(url, entry);
}
