import { expect, test } from "vitest";
import { APPEARED, type AppPage, type CacheHandler } from "./next-internals.ts";
import PageCache from "./page-cache.ts";

const cache = (room = 1_000_000) =>
  new PageCache({ maxMemoryCacheSize: room, revalidatedTags: [], _requestHeaders: {} });

// The framework's constants exist for the type checker only; at run time they are these words.
type Kind = Extract<Parameters<CacheHandler["get"]>[1], { isFallback?: boolean }>["kind"];
const context = { kind: "APP_PAGE" as Kind, isFallback: false, isRoutePPREnabled: false } as const;

const page = (html: string, tags = "record") => ({
  kind: "APP_PAGE" as AppPage["kind"],
  html,
  headers: { "x-next-cache-tags": tags },
  rscData: undefined,
  postponed: undefined,
  status: undefined,
  segmentData: undefined,
});

const forever = { ...context, cacheControl: { revalidate: false as const, expire: undefined } };

test("a page gets its policy before it is first sent, and keeps it", async () => {
  const made = page('<main data-hydrated="true"></main><script>self.__next_f.push([1,"a"])</script>');
  await cache().set("/policy", made, forever);
  const policy = Reflect.get(made.headers, "content-security-policy");
  expect(policy).toMatch(/script-src 'self' 'sha256-/);
  const found = await cache().get("/policy", context);
  expect(found?.value).toMatchObject({ headers: { "content-security-policy": policy } });
});

test("a page whose data was read before a publish and stored after it is not served", async () => {
  const rendering = cache();
  expect(await rendering.get("/race", context)).toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await cache().revalidateTag("claim:race");
  await new Promise((resolve) => setTimeout(resolve, 5));
  await rendering.set("/race", page("<p>as it was</p>", "claim:race"), forever);
  expect(await cache().get("/race", context)).toBeNull();

  await rendering.set("/race", page("<p>as it is</p>", "claim:race"), forever);
  expect((await cache().get("/race", context))?.value).toMatchObject({ html: "<p>as it is</p>" });
});

test("a page that renders its own refusal gets the status for it; a text that mentions one does not", async () => {
  const refusal = page('<main class="x" data-status="404"><h1>Saknas</h1></main>');
  const mention = page("<main><p>&lt;main data-status=&quot;404&quot;&gt;</p></main>");
  await cache().set("/missing", refusal, forever);
  await cache().set("/there", mention, forever);
  expect(refusal.status).toBe(404);
  expect(mention.status).toBeUndefined();
});

test("what carries no tag is not kept: nothing could outdate it", async () => {
  await cache().set("/untagged", page("<p>for ever</p>", ""), forever);
  expect(await cache().get("/untagged", context)).toBeNull();
});

test("what was used longest ago makes room", async () => {
  const long = (letter: string) => page(`<p>${letter.repeat(400)}</p>`);
  for (const letter of "ab") await cache(1_000).set(`/${letter}`, long(letter), forever);
  await cache(1_000).get("/a", context);
  await cache(1_000).set("/c", long("c"), forever);
  const there = await Promise.all(["/a", "/b", "/c"].map((key) => cache(1_000).get(key, context)));
  expect(there.map((entry) => entry !== null)).toEqual([true, false, true]);
});

const FRAMEWORK =
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/1.js"/>' +
  '<script src="/_next/static/chunks/2.js" async=""></script>' +
  '<script src="/_next/static/chunks/3.js" noModule=""></script>' +
  `<script id="_R_">${APPEARED}</script>` +
  '<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"a \\u003c/script>"])</script>';

test("a document is sent without the framework's scripts, and with everything else", async () => {
  const own =
    '<link rel="stylesheet" href="/_next/static/chunks/1.css"/><script async="" src="/document.js?v=1"></script>' +
    '<script type="application/ld+json">{"a":"<main data-hydrated=\\"true\\">"}</script><p>&lt;script&gt;</p>';
  const made = page(`<main>${own}</main>${FRAMEWORK}`);
  await cache().set("/document", made, forever);
  expect(made.html).toBe(`<main>${own}</main>`);
  expect(Reflect.get(made.headers, "content-security-policy")).toContain("script-src 'self';");
});

test("a page that the framework keeps alive is sent with its scripts", async () => {
  const made = page(`<main id="content" data-hydrated="true"></main>${FRAMEWORK}`);
  await cache().set("/hydrated", made, forever);
  expect(made.html).toContain("/chunks/2.js");
});
