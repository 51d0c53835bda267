import { expect, test } from "vitest";
import { assertNextInternals, installedNext, type NextParts } from "./next-internals-check.ts";

const installed = installedNext();

test("the framework that is installed is the one we know", async () => {
  await expect(assertNextInternals()).resolves.toBeUndefined();
});

type Handler = NonNullable<NextParts["IncrementalCache"]["prototype"]["cacheHandler"]>;

/** The framework's cache as it might be one day: it asks a handler in another way. */
const asking = (otherwise: (handler: Handler) => object): NextParts["IncrementalCache"] =>
  class extends installed.IncrementalCache {
    constructor(...args: ConstructorParameters<NextParts["IncrementalCache"]>) {
      super(...args);
      if (this.cacheHandler) Reflect.set(this, "cacheHandler", otherwise(this.cacheHandler));
    }
  };

const byAnotherName = asking((handler) => ({
  get: (...args: unknown[]) => Reflect.apply(Reflect.get(handler, "read"), handler, args),
  set: () => Promise.resolve(),
}));
const inAnotherOrder = asking((handler) => ({
  get: (key: string, context: object) => Reflect.apply(handler.get, handler, [context, key]),
  set: (key: string, value: object, context: object) =>
    Reflect.apply(handler.set, handler, [key, context, value]),
}));
const kept = new Map<string, object>();
const withACopyOfItsOwn = asking(() => ({
  get: (key: string) => kept.get(key) ?? null,
  set: (key: string, value: object) => void kept.set(key, { value, lastModified: Date.now() }),
  revalidateTag: () => undefined,
}));
const withoutRevalidation = asking((handler) => ({
  get: handler.get.bind(handler),
  set: handler.set.bind(handler),
  revalidateTag: () => undefined,
}));

const otherScripts = () =>
  new Blob(["<script>window.flight.push(1)</script><script>window.flight.push(2)</script>"]).stream();

test.each<[string, Partial<NextParts>, RegExp]>([
  [
    "an action outdates something elsewhere",
    { IncrementalCache: withoutRevalidation },
    /publications would not reach/,
  ],
  [
    "the header of tags is renamed",
    { constants: { NEXT_CACHE_TAGS_HEADER: "x-tags" } },
    /publications would not reach/,
  ],
  ["the header of tags is gone", { constants: {} }, /publications would not reach/],
  ["the cache calls another method", { IncrementalCache: byAnotherName }, /publications would not reach/],
  [
    "the cache passes its arguments in another order",
    { IncrementalCache: inAnotherOrder },
    /publications would not reach/,
  ],
  [
    "the cache keeps a copy of its own",
    { IncrementalCache: withACopyOfItsOwn },
    /publications would not reach/,
  ],
  [
    "the cookie of drafts is renamed",
    { apiUtils: { COOKIE_NAME_PRERENDER_BYPASS: "draft" } },
    /cookies of drafts/,
  ],
  [
    "scripts are written otherwise",
    { createInlinedDataReadableStream: otherScripts as never },
    /data scripts/,
  ],
  ["React's inline script is another", { renderer: "__next_error__ $RT=now()" }, /React's own inline script/],
  ["the empty page has another mark", { renderer: "" }, /marked otherwise/],
])("nothing is served, and it is said why, when %s", async (_, part, why) => {
  const said = assertNextInternals({ ...installed, ...part });
  await expect(said).rejects.toThrow(why);
  await expect(said).rejects.toThrow(/npm ci/);
});
