/**
 * The one door to what Next.js and React do not promise: names and texts that a new version may change without a word.
 * Whoever needs one more puts it here, with a check in next-internals-check.ts that fails when it is no longer true.
 */
import { readFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import path from "node:path";
import type { CacheHandler } from "next/dist/server/lib/incremental-cache/index.js";
import { z } from "zod";

/** What `cacheHandler` in next.config.js is promised to be; the framework has no public name for its type. */
export type { CacheHandler };
export type CacheHandlerValue = NonNullable<Awaited<ReturnType<CacheHandler["get"]>>>;
export type AppPage = Extract<CacheHandlerValue["value"], { kind: "APP_PAGE" }>;

/** Where a finished page or answer carries its tags on the way to the cache handler, with commas between. */
export const TAGS_HEADER = "x-next-cache-tags";

/** What only the framework's own navigation reads of an answer's headers; each answer has its own. */
export const isNavigationHeader = (name: string): boolean => name.startsWith("x-nextjs-");

/** Readers with one of these are shown something else at the same address: drafts, or a page that is being tried out. */
export const OTHER_PAGE_COOKIES: readonly string[] = [
  "__prerender_bypass",
  "__next_preview_data",
  "next-instant-navigation-testing",
];

/** A page that the framework leaves for its scripts to fill begins so. */
const EMPTY_PAGE = '<html id="__next_error__"';

export const isEmptyPage = (html: string): boolean =>
  html.slice(0, 100).toLowerCase().startsWith(`<!doctype html>${EMPTY_PAGE}`);

const push =
  /^(?:self\.__next_f|\(self\.__next_f=self\.__next_f\|\|\[\]\)|\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\))\.push\(([\s\S]*)\);?$/;

/** React notes when the page appeared, on pages with a `<Suspense>`. */
export const APPEARED = "requestAnimationFrame(function(){$RT=performance.now()});";

/** Data handed to the framework: one call whose argument is JSON throughout, so it can hold no code. */
export function isFrameworkScript(text: string): boolean {
  if (text === APPEARED) return true;
  const argument = push.exec(text)?.[1];
  if (argument === undefined) return false;
  try {
    JSON.parse(argument);
    return true;
  } catch {
    return false;
  }
}

const seam = '"])</script><script>self.__next_f.push([1,"';

/**
 * Joins the framework's data scripts, one per few kilobytes of page, into one. Each would be a hash of 53
 * bytes in the policy, and a long page's header would grow past what proxies accept (nginx: 4 kB). What they
 * push is one stream of text cut at arbitrary places, so the cuts can go. Text cannot hold the seam, as its `<`
 * is escaped; a page with bytes in between (kind 3) is left as it is.
 */
export function joinDataScripts(html: string): string {
  return html.includes("self.__next_f.push([3,") ? html : html.replaceAll(seam, "");
}

const isOfFramework = (attributes: string): boolean =>
  /\s(?:src|href)="\/_next\/[^"]*\.js[^"]*"/.test(attributes);

/**
 * The page without what the framework adds to bring it to life: its files, the hints of them, and the page once more as data.
 * Other scripts and data blocks stay.
 *
 * @param html a finished page, as the framework wrote it
 */
export const withoutFramework = (html: string): string =>
  html
    .replaceAll(/<link\b([^<>]*)>/g, (hint, attributes: string) =>
      /\sas="script"/.test(attributes) && isOfFramework(attributes) ? "" : hint,
    )
    .replaceAll(/<script\b([^<>]*)>([^<]*)<\/script>/g, (script, attributes: string, text: string) =>
      isOfFramework(attributes) || (!/\s(?:src|type)=/.test(attributes) && isFrameworkScript(text))
        ? ""
        : script,
    );

const routesOf = z.record(z.string(), z.string());
const keptRoutesOf = z.object({ dynamicRoutes: z.record(z.string(), z.unknown()) });
const actionsOf = z.object({ node: z.record(z.string().regex(/^[0-9a-f]{20,}$/), z.unknown()) });

/** What the build says of itself. */
export interface Build {
  /** Every route, as `/[locale]/claims/[slug]`. */
  readonly routes: readonly string[];
  /** Those behind which something is kept that is made when it is first asked for. */
  readonly keptRoutes: readonly string[];
  /** The names of the functions that forms are sent to. */
  readonly actions: ReadonlySet<string>;
}

/** @throws Error when the build is not there, or says it in another way */
export function buildIn(folder: string): Build {
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, ".next", file), "utf8"));
  return {
    routes: Object.values(routesOf.parse(read("app-path-routes-manifest.json"))),
    keptRoutes: Object.keys(keptRoutesOf.parse(read("prerender-manifest.json")).dynamicRoutes),
    actions: new Set(Object.keys(actionsOf.parse(read("server/server-reference-manifest.json")).node)),
  };
}

const ACTION_HEADER = "next-action";
/** The fields of a form that name the function it is for: in their names, or in what is bound to it. */
const ACTION_FIELD = Buffer.from('name="$ACTION_');
const NAMED = /^(?:ID_([^"]*)"|\d+:0"\r\n(?:[^\r\n]+\r\n)*\r\n\{"id":"([^"]*)")/;

/**
 * Which functions something that is sent asks for; none: it is no form of ours. The framework would write a page into its
 * log for each one that it does not know.
 */
export function actionsAskedFor(headers: IncomingHttpHeaders, body: Buffer): string[] {
  const named = headers[ACTION_HEADER];
  if (named !== undefined) return [String(named)];
  const found: string[] = [];
  for (let at = body.indexOf(ACTION_FIELD); at !== -1; at = body.indexOf(ACTION_FIELD, at + 1)) {
    const from = at + ACTION_FIELD.length;
    const [, byName, bound] = NAMED.exec(body.toString("latin1", from, from + 600)) ?? [];
    const id = byName ?? bound;
    if (id !== undefined) found.push(id);
  }
  return found;
}
