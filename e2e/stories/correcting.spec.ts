import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { faultsOn, overflowOf } from "../fixtures/look.ts";
import { ownSlug, runFixture } from "../fixtures/run-fixture.ts";
import { atDesk } from "../fixtures/signed-in.ts";
import { test } from "../fixtures/story.ts";

const record = async (request: APIRequestContext, path: string) =>
  (await (await request.get(`${path}.json`)).json()).record;

/** Says why, saves the draft, and leaves its review open. */
async function save(page: Page, why: string): Promise<string> {
  await page.getByLabel("Vad som var fel, för alla att läsa, svenska").fill(why);
  await page.getByLabel("Vad som var fel, för alla att läsa, engelska").fill(`${why} (in English)`);
  await page.getByRole("button", { name: "Spara utkastet" }).click();
  await expect(page.getByText("Du har skrivit i rättelsen.")).toBeVisible();
  return new URL(page.url()).pathname;
}

async function publish(page: Page, draft: string): Promise<void> {
  await page.goto(draft);
  await page.getByRole("button", { name: "Publicera rättelsen" }).click();
  await expect(page.getByText(/^Publicerad /)).toBeVisible();
}

test("A source's title and the day of an appearance are corrected by two people, and readers see both what stands and what stood", async ({
  page,
  request,
  browser,
}) => {
  test.setTimeout(120_000);
  const slug = ownSlug("faktum");
  await runFixture("judged-dispute", slug);
  const claim = `${slug}-claim-1`;
  const before = await record(request, `/claims/${claim}`);
  const [appearance] = before.appearances;
  const source = `/sources/${appearance.source.id}`;
  const asOf = `/disputes/${slug}?asOf=${encodeURIComponent(before.publishedAt)}`;

  const journalist = await atDesk(browser, "journalist");
  await journalist.goto(`/desk${source}`);
  await journalist.getByRole("link", { name: "Rätta det här" }).first().click();
  await journalist.getByLabel("Titel, svenska").fill("En rättad källa");
  await journalist.getByLabel("Titel, engelska").fill("A corrected source");
  const ofSource = await save(journalist, "Titeln var en annan.");
  await expect(journalist.locator("#content ins", { hasText: "corrected" })).toBeVisible();
  await expect(journalist.getByRole("button", { name: "Publicera rättelsen" })).toBeHidden();

  await journalist.goto(`/desk/claims/${before.verdict.frozen.claim.id}`);
  await journalist
    .locator("section", { has: journalist.locator("#appearances") })
    .getByRole("link", { name: "Rätta det här" })
    .first()
    .click();
  await journalist.getByLabel("När det sades").fill("2018-05-01");
  const ofAppearance = await save(journalist, "Dagen var en annan.");
  // Nothing public has changed yet.
  expect((await record(request, source)).title.sv).toBe("A generated source");

  const editor = await atDesk(browser, "editor");
  await publish(editor, ofSource);
  await publish(editor, ofAppearance);

  await page.goto(`/claims/${claim}`);
  const appearances = page.locator("#appearances");
  await expect(appearances.getByRole("link", { name: "En rättad källa" })).toBeVisible();
  await expect(appearances.locator("time", { hasText: "1 maj 2018" })).toBeVisible();
  await expect(appearances.getByText("Dagen var en annan.")).toBeVisible();
  await expect(appearances.locator("del").first()).toBeHidden();
  await appearances.locator("summary").first().click();
  await expect(appearances.locator("del").first()).toBeVisible();
  await expect(page.getByText("Bedömningen behöver granskas igen.").first()).toBeVisible();
  expect(await faultsOn(page)).toEqual([]);

  for (const path of [source, "/corrections", `/disputes/${slug}`]) {
    await page.goto(path);
    await expect(page.getByText("Titeln var en annan.").first(), path).toBeVisible();
  }
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of [source, `/en/claims/${claim}`, "/en/corrections", `/disputes/${slug}`]) {
    await page.goto(path);
    expect(await overflowOf(page), path).toBe(0);
  }
  expect(await faultsOn(page)).toEqual([]);

  const after = await record(request, `/claims/${claim}`);
  expect(after.appearances[0]).toMatchObject({
    happened: "2018-05-01",
    source: { title: { sv: "En rättad källa" } },
  });
  expect(after.amendments.map(({ table }: { table: string }) => table).sort()).toEqual([
    "Appearance",
    "Source",
  ]);
  expect((await record(request, source)).amendments).toMatchObject([{ why: { sv: "Titeln var en annan." } }]);
  // What the verdict weighed is in it as it was.
  expect(after.verdict.frozen).toEqual(before.verdict.frozen);

  await page.goto(asOf);
  await expect(page.getByRole("link", { name: "A generated source" }).first()).toBeVisible();
  await expect(page.getByText("En rättad källa")).toHaveCount(0);
});
