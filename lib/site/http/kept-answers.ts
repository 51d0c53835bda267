import type { IncomingMessage, OutgoingHttpHeader } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { isUnchanged } from "../../core/entity-tag.ts";
import type { Answer } from "./answer.ts";
import { type FinishedPage, isCurrent, pageOf } from "./page-store.ts";

type Encoding = "br" | "gzip" | "identity";
type Kept = {
  page: FinishedPage;
  etag: string;
  /** Names and values in turn, as `writeHead` takes them. */
  head: string[];
  bodies: Partial<Record<Encoding, Buffer>>;
};

/** Bytes of page text, all encodings together. A page is some 30 kB; the oldest go first. */
const room = 128 * 1024 * 1024;

/**
 * Whole answers to plain requests for finished pages, by address. The framework needs half a millisecond
 * to find out that it already has a page; this needs a look into a map. It holds nothing that the
 * framework would not send to anybody, and nothing that a publish has outdated: every use asks the same
 * list of expired tags that the framework itself asks.
 */
const kept = new Map<string, Kept>();
let used = 0;

/** @returns false when the framework has to answer */
export function answerFromMemory(request: IncomingMessage, answer: Answer): boolean {
  const { url = "", method, headers } = request;
  if (method !== "GET" && method !== "HEAD") return false;
  const found = kept.get(url);
  if (found === undefined || asksForSomethingElse(headers)) return false;
  if (!isCurrent(found.page, Date.now())) {
    forget(url);
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
  if (/[?%]/.test(url) || url.length > 2048 || asksForSomethingElse(headers)) return;
  if (!String(answer.getHeader("content-type")).startsWith("text/html")) return;
  const head = Object.entries(answer.getHeaders()).flatMap(([name, value]) =>
    ofThisTransfer.has(name) || name.startsWith("x-nextjs-") ? [] : pairs(name, value),
  );
  forget(url);
  const entry: Kept = { page, etag, head, bodies: { identity: Buffer.from(page.html) } };
  kept.set(url, entry);
  used += sizeOf(entry);
  void compress(url, entry);
  for (const oldest of kept.keys()) {
    if (used <= room) break;
    forget(oldest);
  }
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
 * The framework answers the same address with data for its own navigation, with drafts, or by making the
 * page anew, all told apart by request headers. Whatever carries one is its business.
 */
function asksForSomethingElse(headers: IncomingMessage["headers"]): boolean {
  for (const name in headers) {
    if (name === "rsc" || name === "range") return true;
    if (/^(next-|x-nextjs|x-next-|x-prerender|x-middleware|x-invoke|x-matched)/.test(name)) return true;
  }
  return /__(prerender_bypass|next_preview_data)=/.test(headers.cookie ?? "");
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
  used -= sizeOf(entry);
  entry.bodies.br = br;
  entry.bodies.gzip = gz;
  used += sizeOf(entry);
}

function sizeOf({ bodies }: Kept): number {
  return Object.values(bodies).reduce((sum, body) => sum + body.byteLength, 0);
}

function forget(url: string): void {
  const entry = kept.get(url);
  if (entry === undefined) return;
  kept.delete(url);
  used -= sizeOf(entry);
}
