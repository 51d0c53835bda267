import { type IncomingMessage, ServerResponse } from "node:http";
import type { StatusNote } from "../../core/status.ts";
import { floorPolicy } from "./csp.ts";
import { isEmptyPage } from "./next-internals.ts";
import { pageKeyHeader, pageOf } from "./page-store.ts";
import { plainPage, plainPagePolicy, problem, type RefusalKind } from "./plain-pages.ts";
import { isPrivate, isSecret } from "./request-gate.ts";
import { alwaysAsk, securityHeaders } from "./security-headers.ts";

/** Seconds until it is worth asking again. */
const RETRY_AFTER = 5;

/** The content type among what `writeHead` is given: an object, or names and values in turn. */
function typeAmong(given: readonly unknown[]): unknown {
  const headers = given.find((one) => typeof one === "object" && one !== null);
  const names: unknown[] = Array.isArray(headers) ? headers.flat() : Object.entries(headers ?? {}).flat();
  const at = names.findIndex((name, i) => i % 2 === 0 && String(name).toLowerCase() === "content-type");
  return at === -1 ? undefined : names[at + 1];
}

const isHtml = (type: unknown): boolean => String(type).startsWith("text/html");

/** Whether somebody asks for data at an address, or for a picture, and cannot read a page. */
export const isData = (url = "/"): boolean =>
  /\.(?:json|xml|txt|png|svg|atom|rss|ics|csv)(?:\?|$)|^\/(?:api|json|share)\//.test(url);

/** A place without its origin, for an address or a `Location`. */
const pathIn = (place = "/"): string => place.replace(/^https?:\/\/[^/]*/i, "");

/**
 * What every answer of this server is made with. Its headers are completed at the one moment that all
 * answers pass and nothing can be added after: when the head is written. Rules by path would miss what
 * the framework answers before it looks at paths (redirects of trailing slashes) and after (errors).
 */
export class Answer extends ServerResponse<IncomingMessage> {
  /** Called when the head is complete and about to be written; it may still change it. */
  onHead: (() => void) | undefined;
  /** Leaves the framework's own pages for failures as they are: while developing they tell what is wrong. */
  keepsFailures = false;
  /** The answer already has every header it needs. */
  complete = false;
  /** What the page being made says its status is. */
  note: StatusNote | undefined;
  /** The address as it was asked for; another may be answered in its place. */
  askedFor = this.req.url ?? "/";
  /** The one address of a past state of the record, if that is what is asked for: there are as many as log entries. */
  stoodAt: string | undefined;
  /** What is asked for was taken down, and the page being sent says so. */
  isGone = false;
  /** The key of the finished page being sent, if it is one. */
  pageKey: string | undefined;
  #instead: Buffer | undefined;
  #replaced = false;

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    if (!this.complete && !this.headersSent) this.#completeHead(rest);
    return Reflect.apply(super.writeHead, this, [this.statusCode, ...rest]);
  }

  /** @param given - what is written with the head and is not among its headers yet */
  #completeHead(given: readonly unknown[]): void {
    if (this.note?.status !== undefined && this.statusCode === 200) this.statusCode = this.note.status;
    if (this.isGone && this.statusCode === 200) this.statusCode = 410;
    const key = this.getHeader(pageKeyHeader);
    if (typeof key === "string") {
      this.pageKey = key;
      this.removeHeader(pageKeyHeader);
    }
    // For shared caches the framework promises a year; only this process knows when a page changes.
    const caching = this.getHeader("cache-control");
    if (typeof caching === "string" && caching.includes("s-maxage"))
      this.setHeader("cache-control", alwaysAsk);
    // A finished page under an address of the proxy: the framework adds its policy to the nonce's, and a
    // browser given two obeys both. The page's own comes last, and fits it.
    const policies = this.getHeader("content-security-policy");
    if (Array.isArray(policies)) this.setHeader("content-security-policy", policies.at(-1) ?? floorPolicy);
    this.#sayAway();
    const plain = this.#plainPage(given);
    if (plain !== undefined) this.#sendInstead(plain);
    this.#keepToThemselves();
    for (const [name, value] of securityHeaders) if (!this.hasHeader(name)) this.setHeader(name, value);
    this.onHead?.();
  }

  /** Answers a request that the application is never asked about. */
  refuse(status: 400 | 403 | 404 | 405 | 410 | 413 | 503, kind: RefusalKind, allow?: string): void {
    this.statusCode = status;
    if (allow !== undefined) this.setHeader("allow", allow);
    if (status === 503) this.setHeader("retry-after", RETRY_AFTER);
    this.setHeader("cache-control", "no-store");
    if (isData(this.askedFor)) this.#sendProblem(kind);
    else this.#sendInstead(plainPage(kind, this.askedFor));
    this.end();
  }

  /** Leads to another address of ours. */
  lead(status: 307 | 308, to: string): void {
    this.statusCode = status;
    this.setHeader("location", to);
    // What leads there today may lead elsewhere after a publication.
    this.setHeader("cache-control", status === 308 ? alwaysAsk : "no-store");
    this.end();
  }

  /** What failed for want of the database is no fault of the page's, and will be over. */
  #sayAway(): void {
    if (this.note?.databaseAway !== true || this.statusCode < 500 || this.keepsFailures) return;
    this.statusCode = 503;
    this.setHeader("retry-after", RETRY_AFTER);
    this.setHeader("cache-control", "no-store");
  }

  /** By where it was asked for and by where it leads: a secret in an address is nobody else's, on no way. */
  #keepToThemselves(): void {
    const places = [this.req.url, this.askedFor, String(this.getHeader("location") ?? "")].map(pathIn);
    if (places.some(isPrivate)) this.setHeader("cache-control", "private, no-store");
    if (!places.some(isSecret)) return;
    this.setHeader("x-robots-tag", "noindex, nofollow");
    // Not no-referrer: under it browsers send forms with `Origin: null`, which the door refuses.
    if (!this.hasHeader("referrer-policy")) this.setHeader("referrer-policy", "same-origin");
  }

  /** The framework's page for a failure or a refusal is empty until its scripts have run. */
  #plainPage(given: readonly unknown[]): Buffer | undefined {
    // A refusal says already what it is, and a page that says itself what its status is has something to say.
    if (this.#instead !== undefined || this.note?.status !== undefined) return;
    if (this.keepsFailures || this.statusCode < 400) return;
    const type = this.getHeader("content-type") ?? typeAmong(given);
    const failure = this.note?.databaseAway === true ? "away" : "failed";
    if (this.statusCode >= 500 && isData(this.askedFor) && (type === undefined || isHtml(type))) {
      this.#sendProblem(failure);
      return;
    }
    if (this.statusCode >= 500 && (type === undefined || isHtml(type)))
      return plainPage(failure, this.askedFor);
    if (!isHtml(this.getHeader("content-type"))) return;
    return this.statusCode === 404 && this.#isEmpty() ? plainPage("missing", this.askedFor) : undefined;
  }

  #isEmpty(): boolean {
    const page = this.pageKey === undefined ? undefined : pageOf(this.pageKey);
    if (page !== undefined) return isEmptyPage(page.html);
    // A page made for this request has a nonce or, if nobody thought of it, nothing; a route that
    // writes its own HTML (an embed) also brings its own policy, and is left alone.
    const policy = this.getHeader("content-security-policy");
    return policy === undefined || String(policy).includes("'nonce-");
  }

  #sendProblem(kind: RefusalKind): void {
    this.#sendInstead(problem(this.statusCode, kind), "application/problem+json", floorPolicy);
  }

  #sendInstead(page: Buffer, type = "text/html; charset=utf-8", policy = plainPagePolicy): void {
    for (const name of ["content-encoding", "transfer-encoding", "etag", "link"]) this.removeHeader(name);
    this.setHeader("content-security-policy", policy);
    this.setHeader("content-type", type);
    this.setHeader("content-length", page.byteLength);
    this.#instead = page;
  }

  override write(...parts: unknown[]): boolean {
    if (this.#isReplaced()) return true;
    return Reflect.apply(super.write, this, parts);
  }

  override end(...parts: unknown[]): this {
    if (!this.#isReplaced()) return Reflect.apply(super.end, this, parts);
    const body = this.#instead;
    this.#instead = undefined;
    return this.writableEnded ? this : super.end(this.req.method === "HEAD" ? undefined : body);
  }

  /** Whether the body has been exchanged, writing the head first if that is what decides it. */
  #isReplaced(): boolean {
    if (this.statusCode >= 400 && !this.headersSent) this.writeHead(this.statusCode);
    this.#replaced ||= this.#instead !== undefined;
    return this.#replaced;
  }
}
