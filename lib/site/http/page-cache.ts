/**
 * The memory of finished pages and of reads: what the framework calls a cache handler, after its guide to self-hosting. It
 * is named in next.config.js; the framework makes one of these per request, over one memory that all of them share.
 *
 * Three things are done here because this is where they can be done once, for everybody:
 *
 * 1. **The policy.** A finished page passes here whole, before the first reader gets it, as the very object that is then
 *    sent. So this is where its inline scripts are hashed: once per rendering, not per request.
 * 2. **The clock.** An entry is dated by when it was found missing, which is before anything was read for it. Dated by when
 *    it was stored, one that was read just before a publish and stored just after it would count as newer than the publish,
 *    and stay wrong until the next one.
 * 3. **The news.** Whether an entry is outdated is asked of our own list (outdated.ts), which publications write.
 */
import { clock } from "../../core/clock.ts";
import { inlineScripts, pagePolicy } from "./csp.ts";
import { Memory } from "./memory.ts";
import {
  type AppPage,
  type CacheHandler,
  type CacheHandlerValue,
  isFrameworkScript,
  joinDataScripts,
  TAGS_HEADER,
  withoutFramework,
} from "./next-internals.ts";
import { isOutdated, outdate } from "./outdated.ts";
import { keepPage, pageKeyHeader, pageOf } from "./page-store.ts";

type Made = ConstructorParameters<typeof CacheHandler>[0];
type Get = Parameters<CacheHandler["get"]>;
type Set = Parameters<CacheHandler["set"]>;
type Value = NonNullable<CacheHandlerValue["value"]>;
type Entry = CacheHandlerValue & { readonly tags: readonly string[] };

/** Characters, unless next.config.js says otherwise (`cacheMaxMemorySize`). */
const ROOM = 64 * 1024 * 1024;

const entries = new Memory<Entry>(ROOM, (key, { value }) =>
  value === null ? 0 : key.length + sizeOf(value),
);
let asked = 0;

/** How often the framework has looked something up here. */
export const timesAsked = (): number => asked;

export default class PageCache implements CacheHandler {
  /** When each entry this request has to make anew was found missing. */
  readonly #missing = new Map<string, number>();

  constructor({ maxMemoryCacheSize = ROOM }: Made) {
    entries.room = maxMemoryCacheSize;
  }

  async get(...[key, context]: Get): Promise<CacheHandlerValue | null> {
    asked += 1;
    const now = clock.now().getTime();
    const entry = entries.get(key);
    if (entry === undefined || isOutdated([...entry.tags, ...tagsAskedFor(context)], entry.lastModified)) {
      entries.delete(key);
      if (!this.#missing.has(key)) this.#missing.set(key, now);
      return null;
    }
    if (entry.value?.kind === "APP_PAGE")
      finish(key, entry.value, entry.tags, entry.lastModified, entry.cacheControl);
    return entry;
  }

  async set(...[key, value, context]: Set): Promise<void> {
    // One less, because a tag outdated within the same millisecond would count as outdated before it.
    const lastModified = (this.#missing.get(key) ?? clock.now().getTime()) - 1;
    this.#missing.delete(key);
    entries.delete(key);
    if (value === null) return;
    const tags = tagsOf(value, "tags" in context ? context.tags : undefined);
    const cacheControl = "cacheControl" in context ? context.cacheControl : undefined;
    if (value.kind === "APP_PAGE") finish(key, value, tags, lastModified, cacheControl);
    // What nothing can outdate must not be kept: a publication would never reach whoever reads it.
    if (tags.length === 0) return;
    entries.set(key, { value, lastModified, cacheControl, tags });
  }

  /** Whatever lifetime is asked for with it: what has been published is never shown as it was, not once more either. */
  async revalidateTag(tags: string | string[]): Promise<void> {
    outdate([tags].flat());
  }

  resetRequestCache(): void {}
}

function tagsAskedFor(context: Get[1]): readonly string[] {
  return context.kind === "FETCH" ? [...(context.tags ?? []), ...(context.softTags ?? [])] : [];
}

/** Reads are told their tags; pages and answers carry theirs in a header. */
function tagsOf(value: Value, told: readonly string[] = []): readonly string[] {
  if (value.kind === "FETCH") return [...told, ...(value.tags ?? [])];
  const named = "headers" in value ? value.headers?.[TAGS_HEADER] : undefined;
  return typeof named === "string" ? named.split(",").filter((tag) => tag !== "") : [];
}

/** About how much room a value takes, in characters and bytes alike. */
function sizeOf(value: Value): number {
  if (value.kind === "APP_PAGE") {
    const segments = [...(value.segmentData?.values() ?? [])];
    return segments.reduce(
      (sum, one) => sum + one.byteLength,
      value.html.length + (value.rscData?.byteLength ?? 0),
    );
  }
  if (value.kind === "APP_ROUTE") return value.body.byteLength;
  return JSON.stringify(value).length;
}

/**
 * The framework's own `notFound()` sends an empty page that only its scripts fill in. A page that renders
 * its refusal like any other content, inside `<main data-status="404">` (or 400), is whole without them; its status
 * is put right here. Text of the record cannot imitate this, as its quotation marks and brackets are escaped.
 */
const refusal = /<main\b[^<>]*\sdata-status="(400|404)"/;

/** What the frame of a page says of itself when the framework has to keep some of it alive. */
const hydrated = /<main\b[^<>]*\sdata-hydrated="true"/;

function finish(
  key: string,
  page: AppPage,
  tags: readonly string[],
  readAt: number,
  lifetime: CacheHandlerValue["cacheControl"],
): void {
  const name = encodeURIComponent(key);
  if (page.headers?.["content-security-policy"] === undefined) {
    page.html = hydrated.test(page.html) ? joinDataScripts(page.html) : withoutFramework(page.html);
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
  if (tags.length === 0) {
    console.error(`A finished page without cache tags is made anew each time: ${key}`);
    return;
  }
  keepPage(name, {
    html: page.html,
    tags,
    readAt,
    freshUntil:
      typeof lifetime?.revalidate === "number"
        ? readAt + lifetime.revalidate * 1000
        : Number.POSITIVE_INFINITY,
  });
}
