import { expect, test } from "@playwright/test";
import { atomFaults } from "../../lib/site/feed/atom-schema.fixture.ts";
import { jsonFeedSchema } from "../../lib/site/feed/json-feed-schema.fixture.ts";
import { CLAIM, DISPUTE, inEnglish } from "../fixtures/pages.ts";

/** Pages that can be followed, each with its feed. */
const FOLLOWED = [
  ["/", "/feeds/all"],
  ["/log", "/feeds/all"],
  ["/corrections", "/feeds/corrections"],
  [DISPUTE, DISPUTE],
  [CLAIM, CLAIM],
  ["/parties/jan-sahlen", "/parties/jan-sahlen"],
  ["/search?q=dumpning", "/search"],
] as const;

test("Every page that can be followed names its feeds, which are feeds in both languages", async ({
  request,
  baseURL,
}) => {
  for (const [page] of FOLLOWED)
    for (const path of [page, inEnglish(page)]) {
      const html = await (await request.get(path)).text();
      const addressOf = (type: string) =>
        new RegExp(`<link rel="alternate"[^>]*type="${type}"[^>]*href="([^"]+)"`)
          .exec(html.replaceAll("&amp;", "&"))?.[1]
          ?.replace(baseURL ?? "", "") ?? "";
      const atom = await request.get(addressOf("application/atom\\+xml"));
      expect([path, atom.status(), atom.headers()["content-type"]]).toEqual([
        ...[path, 200, "application/atom+xml; charset=utf-8"],
      ]);
      expect(atomFaults(await atom.text()), path).toEqual([]);
      const json = await request.get(addressOf("application/feed\\+json"));
      expect([path, json.headers()["content-type"]]).toEqual([path, "application/feed+json; charset=utf-8"]);
      const feed = await json.json();
      expect(jsonFeedSchema.safeParse(feed).error, path).toBeUndefined();
      expect(feed.language).toBe(path === page ? "sv" : "en");
    }
});

test("A feed is sent once, by tag and by date", async ({ request }) => {
  const first = await request.get(`${CLAIM}.atom`);
  const { etag = "", "last-modified": changed = "" } = first.headers();
  const known: readonly Record<string, string>[] = [
    { "If-None-Match": etag },
    { "If-Modified-Since": changed },
  ];
  for (const headers of known)
    expect((await request.get(`${CLAIM}.atom`, { headers })).status(), JSON.stringify(headers)).toBe(304);
  const unknown: readonly Record<string, string>[] = [
    { "If-None-Match": '"another"', "If-Modified-Since": changed },
    { "If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT" },
    { "If-Modified-Since": "yesterday" },
  ];
  for (const headers of unknown)
    expect((await request.get(`${CLAIM}.atom`, { headers })).status(), JSON.stringify(headers)).toBe(200);
});

test("A feed goes on before any of its entries, and whatever stands in its address is answered", async ({
  request,
}) => {
  const older = await (await request.get("/feeds/all.json?before=5")).json();
  expect(older.items.map((item: { _belagt: { seq: number } }) => item._belagt.seq)).toEqual([4, 3, 2, 1, 0]);
  for (const path of [
    "/feeds/all.atom?before=",
    "/feeds/all.atom?before=-1",
    "/feeds/all.json?before=99999999999999",
    "/search.json?q=%00&rating=x&party='&from=2019-13-01&before=x",
    `/search.atom?q=${"a".repeat(2000)}`,
  ])
    expect([path, (await request.get(path)).status()]).toEqual([path, 200]);
  for (const path of [
    "/feeds/other.atom",
    "/feeds/all.rss",
    "/feeds/sv/all.atom",
    "/claims/none.atom",
    "/claims/None.ics",
  ])
    expect([path, (await request.get(path)).status()]).toEqual([path, 404]);
});

test("A dispute is a calendar", async ({ request }) => {
  const answer = await request.get(`${inEnglish(DISPUTE)}.ics`);
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
});

test("The way to follow a page stands under it", async ({ page }) => {
  await page.goto(DISPUTE);
  const follow = page.getByRole("navigation", { name: "Följ" });
  await expect(follow.getByRole("link")).toHaveText(["Atom", "JSON Feed", "kalender"]);
  await expect(follow.getByRole("link", { name: "Atom" })).toHaveAttribute("href", `${DISPUTE}.atom`);
});
