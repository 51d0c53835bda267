/**
 * Whether the framework that is installed is the one that next-internals.ts knows. Asked before the server listens, and by
 * the tests: a publication that no longer reaches readers, or a page without its scripts, must not be found by a reader.
 */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { createRequire } from "node:module";
import * as known from "./next-internals.ts";
import { isFrameworkScript, joinDataScripts } from "./next-internals.ts";
import { outdate } from "./outdated.ts";
import PageCache, { timesAsked } from "./page-cache.ts";

const require = createRequire(import.meta.url);
type IncrementalCacheModule = typeof import("next/dist/server/lib/incremental-cache/index.js");
type FlightModule = typeof import("next/dist/server/app-render/use-flight-response.js");
type Words = Readonly<Record<string, unknown>>;

/** The parts of the framework that are looked at. */
export interface NextParts {
  readonly version: string;
  readonly IncrementalCache: IncrementalCacheModule["IncrementalCache"];
  readonly createInlinedDataReadableStream: FlightModule["createInlinedDataReadableStream"];
  /** Names of headers and cookies. */
  readonly constants: Words;
  readonly apiUtils: Words;
  readonly routerHeaders: Words;
  /** The program that renders pages. */
  readonly renderer: string;
}

export function installedNext(): NextParts {
  const at = (file: string) => require(`next/dist/${file}`);
  // As the framework does itself, first of all: what is loaded before it finds no AsyncLocalStorage.
  at("server/node-environment-baseline.js");
  return {
    version: String(require("next/package.json").version),
    IncrementalCache: at("server/lib/incremental-cache/index.js").IncrementalCache,
    createInlinedDataReadableStream: at("server/app-render/use-flight-response.js")
      .createInlinedDataReadableStream,
    constants: at("lib/constants.js"),
    apiUtils: at("server/api-utils/index.js"),
    routerHeaders: at("client/components/app-router-headers.js"),
    renderer: readFileSync(
      require.resolve("next/dist/compiled/next-server/app-page-turbo.runtime.prod.js"),
      "utf8",
    ),
  };
}

/** @throws Error that says what has changed, and what is to be done */
export async function assertNextInternals(parts?: NextParts): Promise<void> {
  let version = "that is installed";
  const changed: string[] = [];
  try {
    const next = parts ?? installedNext();
    version = next.version;
    for (const [what, holds] of CHECKS) {
      try {
        if (!(await holds(next))) changed.push(what);
      } catch (error) {
        changed.push(`${what} (${error instanceof Error ? error.message : String(error)})`);
      }
    }
  } catch (error) {
    changed.push(
      `a part of it is not where it was (${error instanceof Error ? error.message : String(error)})`,
    );
  }
  if (changed.length === 0) return;
  throw new Error(
    `Next.js ${version} is not as Belagt knows it, and nothing is served by it:\n${changed.map((it) => `  - ${it}`).join("\n")}\n` +
      "Install the version that package.json names (npm ci). To go to another one, bring lib/site/http/next-internals.ts up to date.",
  );
}

/** An answer that is made once and kept, and needs no database. */
const KEPT_ANSWER = "/icon.svg";

/**
 * Whether what the framework makes passes our memory in this very process, which is the one that hears of publications: in a
 * process of its own, or loaded a second time, it would hear of none. Asks for something that is kept, by the way that
 * readers go, at a port that nobody else is told of.
 *
 * @throws Error that says so
 */
export async function assertPagesPassHere(handle: RequestListener): Promise<void> {
  const server = createServer(handle).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const before = timesAsked();
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const answer = await fetch(`http://127.0.0.1:${port}${KEPT_ANSWER}`);
    await answer.arrayBuffer();
    if (answer.ok && timesAsked() > before) return;
    throw new Error(
      `Next.js does not ask lib/site/http/page-cache.ts for what it keeps (${KEPT_ANSWER} is answered ${answer.status}), ` +
        "and publications would not reach readers. See cacheHandler in next.config.js, and lib/site/http/next-internals-check.ts.",
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

type Check = readonly [what: string, holds: (next: NextParts) => boolean | Promise<boolean>];

const CHECKS: readonly Check[] = [
  [
    `a finished page no longer carries its tags in ${known.TAGS_HEADER}: publications would not reach readers`,
    ({ constants }) => constants.NEXT_CACHE_TAGS_HEADER === known.TAGS_HEADER,
  ],
  [
    "the memory of finished pages is asked in another way: publications would not reach readers",
    async (next) => keepsUntilOutdated(next, "page"),
  ],
  [
    "the memory of reads is asked in another way: publications would not reach readers",
    async (next) => keepsUntilOutdated(next, "read"),
  ],
  [
    "the cookies of drafts have other names: a draft would be shown to, or hidden from, the wrong reader",
    ({ apiUtils, routerHeaders }) =>
      [
        apiUtils.COOKIE_NAME_PRERENDER_BYPASS,
        apiUtils.COOKIE_NAME_PRERENDER_DATA,
        routerHeaders.NEXT_INSTANT_TEST_COOKIE,
      ].join() === known.OTHER_PAGE_COOKIES.join(),
  ],
  ["a page's data scripts are written otherwise: browsers would refuse them", writesKnownScripts],
  [
    "React's own inline script is another: browsers would refuse it",
    ({ renderer }) => renderer.includes(known.APPEARED),
  ],
  [
    "an empty page of the framework's is marked otherwise: readers without scripts would be shown it",
    ({ renderer }) => renderer.includes("__next_error__"),
  ],
];

/**
 * Puts something into the framework's own cache, which asks ours, and sees that it is found until a publication outdates
 * it, and not after.
 */
async function keepsUntilOutdated({ IncrementalCache }: NextParts, what: "page" | "read"): Promise<boolean> {
  const cache = new IncrementalCache({
    dev: false,
    requestHeaders: {},
    prerenderManifest: { version: 4, routes: {}, dynamicRoutes: {}, notFoundRoutes: [], preview: PREVIEW },
    previewProps: PREVIEW,
    CurCacheHandler: PageCache,
  } as unknown as ConstructorParameters<typeof IncrementalCache>[0]);
  const ask = cache as unknown as {
    get(key: string, context: object): Promise<{ value: unknown; isStale?: unknown } | null>;
    set(key: string, value: object, context: object): Promise<void>;
  };
  const tag = `belagt-check-${what}`;
  const route = { kind: "APP_PAGE", sourceRoute: "/belagt-check/page" };
  const page = {
    kind: "APP_PAGE",
    html: '<!DOCTYPE html><p data-status="404"></p><main data-status="404"></main>',
    headers: { [known.TAGS_HEADER]: `_N_T_/layout,${tag}` },
  };
  const read = {
    kind: "FETCH",
    data: { headers: {}, body: "1", url: "" },
    tags: [tag],
    revalidate: 31_536_000,
  };
  const [key, value, setting, getting] =
    what === "page"
      ? ["/belagt-check", page, { route, cacheControl: { revalidate: false } }, { kind: "APP_PAGE", route }]
      : [
          "belagt-check",
          read,
          { fetchCache: true, tags: [tag] },
          { kind: "FETCH", tags: [tag], softTags: [], revalidate: 31_536_000 },
        ];
  const found = async () => {
    const entry = await ask.get(key, getting);
    return entry !== null && entry.value !== null && !entry.isStale;
  };
  const before = await found();
  await ask.set(key, value, setting);
  const kept = await found();
  const hasPolicy = what === "read" || "content-security-policy" in page.headers;
  outdate([tag]);
  // What is made anew within the same millisecond counts as made before.
  await new Promise((resolve) => setTimeout(resolve, 2));
  const afterNews = await found();
  await ask.set(key, { ...value }, setting);
  const again = await found();
  await cache.revalidateTag([tag], { expire: 0 });
  return !before && kept && hasPolicy && !afterNews && again && !(await found());
}

const PREVIEW = { previewModeId: "0", previewModeSigningKey: "0", previewModeEncryptionKey: "0" };

async function writesKnownScripts(next: NextParts): Promise<boolean> {
  const parts = ['1:["a</script>"]\n', '2:"å"\n'].map((text) => new TextEncoder().encode(text));
  const stream = next.createInlinedDataReadableStream(new Blob(parts).stream(), undefined, null);
  const html = await new Response(stream).text();
  const texts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = ""]) => text);
  return texts.length >= 2 && texts.every(isFrameworkScript) && joins(next);
}

/** Whether two pieces become one, by the same seam. */
async function joins(next: NextParts): Promise<boolean> {
  const pieces = new ReadableStream<Uint8Array>({
    start(stream) {
      for (const piece of ["a", "b", "c"]) stream.enqueue(new TextEncoder().encode(piece));
      stream.close();
    },
  });
  const html = await new Response(next.createInlinedDataReadableStream(pieces, undefined, null)).text();
  return joinDataScripts(html).endsWith('<script>self.__next_f.push([1,"abc"])</script>');
}
