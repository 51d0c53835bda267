import { createRequire } from "node:module";
import type { CacheHandlerValue } from "next/dist/server/lib/incremental-cache/index.js";
import { getMemoryCache } from "next/dist/server/lib/incremental-cache/memory-cache.external.js";
import { clock } from "../../core/clock.ts";
import { inlineScripts, isFrameworkScript, joinDataScripts, pagePolicy } from "./csp.ts";
import { keepPage, pageKeyHeader, pageOf } from "./page-store.ts";

// A CommonJS module whose class is its `default`; Node and the type checker disagree on what importing that gives.
const { default: FileSystemCache } = createRequire(import.meta.url)(
  "next/dist/server/lib/incremental-cache/file-system-cache.js",
) as typeof import("next/dist/server/lib/incremental-cache/file-system-cache.js");

type Get = Parameters<InstanceType<typeof FileSystemCache>["get"]>;
type Set = Parameters<InstanceType<typeof FileSystemCache>["set"]>;
type Lifetime = CacheHandlerValue["cacheControl"];
type AppPage = Extract<CacheHandlerValue["value"], { kind: "APP_PAGE" }>;

/**
 * The framework's cache of finished pages, with two things added. It is named in next.config.js; the
 * framework makes one of these per request, over one memory that all of them share.
 *
 * 1. **The policy.** A finished page passes here once, whole, before the first reader gets it, as the very
 *    object that is then sent. So this is where its inline scripts are hashed: once per rendering, not per
 *    request.
 * 2. **The clock.** The framework dates an entry by when it was stored. An entry whose data was read just
 *    before a publish and stored just after it would thus count as newer than the publish, and stay wrong
 *    until the next one. Here it is dated by when it was found missing, which is before anything was read.
 */
export default class PageCache extends FileSystemCache {
  /** When each entry this request has to make anew was found missing. */
  readonly #missing = new Map<string, number>();

  override async get(...[key, context]: Get): Promise<CacheHandlerValue | null> {
    const now = clock.now().getTime();
    const entry = await super.get(key, context);
    if (entry === null && !this.#missing.has(key)) this.#missing.set(key, now);
    if (entry?.value?.kind === "APP_PAGE") finish(key, entry.value, entry.lastModified, entry.cacheControl);
    return entry;
  }

  override async set(...[key, data, context]: Set): Promise<void> {
    // One less, because a tag expired within the same millisecond would count as expired before it.
    const readAt = (this.#missing.get(key) ?? clock.now().getTime()) - 1;
    this.#missing.delete(key);
    if (data?.kind === "APP_PAGE" && "cacheControl" in context)
      finish(key, data, readAt, context.cacheControl);
    const stored = super.set(key, data, context);
    // Before the first await above: nobody can have seen the entry with its later date.
    const entry = getMemoryCache(0).get(key);
    if (entry) entry.lastModified = readAt;
    await stored;
  }
}

/**
 * The framework's own `notFound()` sends an empty page that only its scripts fill in. A page that renders
 * its refusal like any other content, inside `<main data-status="404">` (or 400), is whole without them; its status
 * is put right here. Text of the record cannot imitate this, as its quotation marks and brackets are escaped.
 */
const refusal = /<main\b[^<>]*\sdata-status="(400|404)"/;

/** Pages made during the build come from disk and get here by `get`; all others by `set`. */
function finish(key: string, page: AppPage, readAt: number, lifetime: Lifetime): void {
  const name = encodeURIComponent(key);
  if (page.headers?.["content-security-policy"] === undefined) {
    page.html = joinDataScripts(page.html);
    for (const text of inlineScripts(page.html))
      if (!isFrameworkScript(text))
        console.warn(`An inline script that will not run, in ${key}: ${text.slice(0, 80)}`);
    page.headers = {
      ...page.headers,
      "content-security-policy": pagePolicy(page.html),
      [pageKeyHeader]: name,
    };
  } else if (pageOf(name)?.html === page.html) return;
  const status = refusal.exec(page.html)?.[1];
  if (status !== undefined) {
    page.status = Number(status);
    // There are as many wrong addresses as anyone cares to invent: they are not worth remembering beyond the
    // framework's own memory, which is bounded.
    return;
  }
  const tags = page.headers["x-next-cache-tags"];
  keepPage(name, {
    html: page.html,
    tags: typeof tags === "string" ? tags.split(",") : [],
    readAt,
    freshUntil:
      typeof lifetime?.revalidate === "number"
        ? readAt + lifetime.revalidate * 1000
        : Number.POSITIVE_INFINITY,
  });
}
