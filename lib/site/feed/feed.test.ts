/** Feeds over the first dispute and a generated one: each form by its own rules, and by a reader of feeds. */
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { atomFaults } from "./atom-schema.fixture.ts";
import { cursorIn, FEED_PAGE, type FeedScope, type FeedSite } from "./feed.ts";
import { atomFeed } from "./feed-atom.ts";
import { jsonFeed } from "./feed-json.ts";
import { jsonFeedSchema } from "./json-feed-schema.fixture.ts";

let app: typeof import("./feed-queries.ts") & typeof import("../../core/db.ts");

beforeAll(async () => {
  await ownDatabase();
  const { seed } = await import("../../../prisma/seed/seed.ts");
  await seed();
  app = { ...(await import("./feed-queries.ts")), ...(await import("../../core/db.ts")) };
});

const site = (more: Partial<FeedSite> = {}): FeedSite => ({
  locale: "sv",
  baseUrl: "https://belagt.example",
  publication: "Belagt & <co>",
  title: "Allt",
  subtitle: "Det som har publicerats",
  page: "/log",
  addresses: { atom: "/feeds/all.atom", json: "/feeds/all.json" },
  before: null,
  ...more,
});

const CLAIM = "huddinge-social-dumpning";
const scopes: readonly FeedScope[] = [
  { of: "all" },
  { of: "verdicts" },
  { of: "corrections" },
  { of: "dispute", slug: "kramfors-huddinge" },
  { of: "claim", slug: CLAIM },
  { of: "party", slug: "jan-sahlen" },
  { of: "search", claimIds: [] },
];

describe.each(scopes)("a feed of $of", (scope) => {
  test.each(["sv", "en"] as const)("is valid in both forms, in %s", async (locale) => {
    const page = await app.readFeed(scope, null);
    const where = site({ locale });
    const atom = atomFeed(page, where);
    expect(atomFaults(atom)).toEqual([]);
    const json = JSON.parse(JSON.stringify(jsonFeed(page, where)));
    expect(jsonFeedSchema.safeParse(json).error).toBeUndefined();
    const readAtom = parseAtomFeed(atom);
    const readJson = parseJsonFeed(json);
    const titles = page.entries.map((_, at) => json.items[at].title);
    expect(readAtom.entries?.map(({ title }) => title?.value) ?? []).toEqual(titles);
    expect(readAtom.entries?.map(({ id }) => id) ?? []).toEqual((readJson.items ?? []).map(({ id }) => id));
  });
});

test("what is said of a claim names who makes it, and the verdict", async () => {
  const { items } = jsonFeed(await app.readFeed({ of: "claim", slug: CLAIM }, null), site()) as {
    items: { title: string; url: string; content_html: string; _belagt: object }[];
  };
  expect(items[0]).toMatchObject({
    title: expect.stringMatching(/^”.+” \(påstående av .+, enligt 08-nytt\): i huvudsak motbevisat$/),
    url: `https://belagt.example/claims/${CLAIM}/v/1`,
    content_html: expect.stringContaining("<p>Version 1: i huvudsak motbevisat.</p>"),
    _belagt: { type: "verdict.published", version: 1, rating: "mostly_contradicted", previous_rating: null },
  });
});

test("identities are the same in every feed, form and language, and each is one entry's", async () => {
  const { entryId } = await import("./feed.ts");
  const ids = new Map<number, Set<string>>();
  for (const scope of scopes)
    for (const entry of (await app.readFeed(scope, null)).entries)
      ids.set(
        entry.seq,
        (ids.get(entry.seq) ?? new Set()).add(entryId("https://belagt.example:8443", entry)),
      );
  expect([...ids.values()].map((each) => each.size)).toEqual([...ids].map(() => 1));
  expect(new Set([...ids.values()].flatMap((each) => [...each])).size).toBe(ids.size);
  expect(ids.get(0)).toEqual(
    new Set([expect.stringMatching(/^tag:belagt\.example,\d{4}-\d{2}-\d{2}:log\/0$/)]),
  );
});

test("pages follow each other to the first entry, each once", async () => {
  const { newest } = await longLog(3 * FEED_PAGE + 7);
  const seqs: number[] = [];
  let before: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof app.readFeed>> = await app.readFeed({ of: "all" }, before);
    expect(page.entries.length).toBeLessThanOrEqual(FEED_PAGE);
    seqs.push(...page.entries.map(({ seq }) => seq));
    before = page.next;
  } while (before !== null);
  expect(seqs).toEqual(Array.from({ length: newest + 1 }, (_, at) => newest - at));
});

test("a cursor is a number of the log, and nothing else is one", () => {
  expect(["0", "12", "999999999"].map(cursorIn)).toEqual([0, 12, 999_999_999]);
  for (const text of [null, "", "-1", "1.5", "00", "1e3", "9999999999", "x", "١"])
    expect(cursorIn(text)).toBeNull();
});

/** Notes about nobody's copies, so many that a feed has several pages. */
async function longLog(entries: number): Promise<{ newest: number }> {
  const { appendToLog, beginPublishing } = await import("../../record/record-log/record-log-commands.ts");
  await app.transaction(async () => {
    const at = await beginPublishing(new Date(0));
    for (let n = 0; n < entries; n++)
      await appendToLog(
        {
          ...{ type: "copy.attested", subject: "kramfors-huddinge", version: null },
          about: { copy: "0".repeat(64) },
          rows: { blobFault: [{ sha256: "0".repeat(64), kind: "missing", foundAt: at, mendedAt: null }] },
        },
        at,
      );
  });
  const last = await app.db().logEntry.findFirstOrThrow({ orderBy: { seq: "desc" } });
  return { newest: last.seq };
}
