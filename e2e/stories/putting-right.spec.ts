import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { MISTAKES, type Mistake, RIGHT, WRONG } from "../fixtures/mistakes.ts";
import { ownSlug, runFixture } from "../fixtures/run-fixture.ts";
import { test } from "../fixtures/story.ts";

/** What a page shows as it opens: without what is struck through, and without what lies folded. */
async function shown(page: Page, path: string): Promise<string> {
  await page.goto(path);
  return page.locator("main").evaluate((main) => {
    for (const each of main.querySelectorAll("del, details:not([open]), script")) each.remove();
    return `${document.title} ${main.textContent}`;
  });
}

/** What is data of what stands: histories, and what a verdict weighed when it was published, say what stood. */
async function data(request: APIRequestContext, path: string): Promise<string> {
  const answer = await (await request.get(`${path}.json`)).json();
  return JSON.stringify(answer.record, (key, value) =>
    ["amendments", "taints", "frozen"].includes(key) ? undefined : value,
  );
}

const found = (text: string, words: Readonly<Record<Mistake, string>>) =>
  MISTAKES.filter((each) => text.includes(words[each]));

test("Ten mistakes in ten kinds of rows are put right by two people: wherever the wrong word stood, the right one stands", async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const slug = ownSlug("misstag");
  const made = JSON.parse(await runFixture("mistaken-dispute", slug));
  const pages = [
    `/disputes/${slug}`,
    `/claims/${made.claim}`,
    `/parties/${made.party}`,
    `/sources/${made.source}`,
  ];
  const surfaces: Readonly<Record<string, () => Promise<string>>> = {
    ...Object.fromEntries(pages.map((path) => [path, () => shown(page, path)])),
    ...Object.fromEntries(pages.map((path) => [`/en${path}`, () => shown(page, `/en${path}`)])),
    ...Object.fromEntries(pages.map((path) => [`${path}.json`, () => data(request, path)])),
    front: () => shown(page, "/"),
    review: async () => {
      await page.goto(`/claims/${made.claim}`);
      return (await page.locator('script[type="application/ld+json"]').allTextContents()).join();
    },
    "share card": async () =>
      (await (await request.get(`/claims/${made.claim}`)).text())
        .match(/<meta property="og:[^>]*>/g)
        ?.join() ?? "",
  };
  const read = async () => {
    const texts = new Map<string, string>();
    for (const [name, look] of Object.entries(surfaces)) texts.set(name, await look());
    return texts;
  };
  const picture = async () => {
    await page.goto(`/claims/${made.claim}`);
    const image = await page.locator('meta[property="og:image"]').getAttribute("content");
    return (await (await request.get(image ?? "")).body()).toString("base64");
  };

  const before = await read();
  const pictured = await picture();
  const stood = new Map([...before].map(([name, text]) => [name, found(text, WRONG)]));
  // Each mistake is seen somewhere, and each surface has some: nothing below is true of an empty page.
  expect(new Set([...stood.values()].flat())).toEqual(new Set(MISTAKES));
  for (const [name, mistakes] of stood) expect.soft(mistakes, name).not.toEqual([]);
  const { record } = await (await request.get(`/claims/${made.claim}.json`)).json();
  const moment = record.verdict.frozen.publishedAt;

  await runFixture("put-right", slug, made.falsifier, made.identifier);

  for (const [name, text] of await read()) {
    // What was judged is the wording that was judged, until it is judged anew.
    const judged = (each: Mistake) => each === "claim" && ["review", "share card"].includes(name);
    expect
      .soft(
        found(text, RIGHT).filter((each) => !judged(each)),
        `${name}: what is right`,
      )
      .toEqual(stood.get(name)?.filter((each) => !judged(each)));
    expect
      .soft(
        found(text, WRONG).filter((each) => !judged(each)),
        `${name}: what was wrong`,
      )
      .toEqual([]);
  }
  await runFixture("judge", made.claim, "Bedömt i de rättade orden.");
  for (const [name, text] of await read()) {
    expect.soft(found(text, RIGHT), `${name}, judged: what is right`).toEqual(stood.get(name));
    expect.soft(found(text, WRONG), `${name}, judged: what was wrong`).toEqual([]);
  }
  expect(await picture()).not.toBe(pictured);

  const hits = async (word: string) => {
    await page.goto(`/search?q=${word}`);
    return page.locator(`main a[href="/claims/${made.claim}"]`).count();
  };
  expect(await hits(RIGHT.claim)).toBeGreaterThan(0);
  expect(await hits(WRONG.claim)).toBe(0);

  // Every one is listed with what stood; and the page of that moment says what it said.
  const corrections = await shown(page, "/corrections");
  expect(corrections).toContain("The generator was wrong.");
  const then = await shown(page, `/disputes/${slug}?asOf=${encodeURIComponent(moment)}`);
  expect(found(then, WRONG)).toEqual(stood.get(`/disputes/${slug}`));
  expect(found(then, RIGHT)).toEqual([]);
});
