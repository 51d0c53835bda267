import { type IncomingMessage, ServerResponse } from "node:http";
import type { StatusNote } from "../../core/status.ts";
import { floorPolicy } from "./csp.ts";
import { isEmptyPage } from "./next-internals.ts";
import { pageKeyHeader, pageOf } from "./page-store.ts";
import { plainPage, plainPagePolicy, type RefusalKind } from "./plain-pages.ts";
import { alwaysAsk, securityHeaders } from "./security-headers.ts";

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
  /** The key of the finished page being sent, if it is one. */
  pageKey: string | undefined;
  #instead: Buffer | undefined;
  #replaced = false;

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    if (!this.complete && !this.headersSent) this.#completeHead();
    return Reflect.apply(super.writeHead, this, [this.statusCode, ...rest]);
  }

  #completeHead(): void {
    if (this.note?.status !== undefined && this.statusCode === 200) this.statusCode = this.note.status;
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
    const plain = this.#plainPage();
    if (plain !== undefined) this.#sendInstead(plain);
    for (const [name, value] of securityHeaders) if (!this.hasHeader(name)) this.setHeader(name, value);
    this.onHead?.();
  }

  /** Answers a request that the application is never asked about. */
  refuse(status: 400 | 403 | 405 | 413, kind: RefusalKind): void {
    this.statusCode = status;
    if (status === 405) this.setHeader("allow", "GET, HEAD");
    this.#sendInstead(plainPage(kind, this.req.url));
    this.end();
  }

  /** The framework's page for a failure or a refusal is empty until its scripts have run. */
  #plainPage(): Buffer | undefined {
    // A page that says itself what its status is has something to say.
    if (
      this.note?.status !== undefined ||
      this.keepsFailures ||
      this.statusCode < 400 ||
      !String(this.getHeader("content-type")).startsWith("text/html")
    )
      return;
    if (this.statusCode >= 500) return plainPage("failed", this.req.url);
    return this.statusCode === 404 && this.#isEmpty() ? plainPage("missing", this.req.url) : undefined;
  }

  #isEmpty(): boolean {
    const page = this.pageKey === undefined ? undefined : pageOf(this.pageKey);
    if (page !== undefined) return isEmptyPage(page.html);
    // A page made for this request has a nonce or, if nobody thought of it, nothing; a route that
    // writes its own HTML (an embed) also brings its own policy, and is left alone.
    const policy = this.getHeader("content-security-policy");
    return policy === undefined || String(policy).includes("'nonce-");
  }

  #sendInstead(page: Buffer): void {
    for (const name of ["content-encoding", "transfer-encoding", "etag", "link"]) this.removeHeader(name);
    this.setHeader("content-security-policy", plainPagePolicy);
    this.setHeader("content-type", "text/html; charset=utf-8");
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
