import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { faultsOn } from "../fixtures/look.ts";
import { ownSlug, runFixture } from "../fixtures/run-fixture.ts";
import { atDesk } from "../fixtures/signed-in.ts";
import { test } from "../fixtures/story.ts";
import { together } from "../fixtures/together.ts";

const RECORDS = /^(?:\/en)?\/(?:claims|disputes|parties|sources)\//;

/** What readers reach of a dispute: its addresses in the sitemap, in both languages and as data, and all that lists anything. */
async function crawl(
  request: APIRequestContext,
  slug: string,
  also: readonly string[],
): Promise<Map<string, string>> {
  const sitemap = await (await request.get("/sitemap.xml")).text();
  const listed = [...sitemap.matchAll(/<loc>[^<]*?\/\/[^/<]+([^<]*)<\/loc>/g)].map(
    ([, path = ""]) => path || "/",
  );
  const paths = listed
    .filter((path) => path.includes(slug) || !RECORDS.test(path))
    .flatMap((path) => (RECORDS.test(path) ? [path, `${path}.json`] : [path]));
  const all = new Set(["/sitemap.xml", "/log.json", ...paths, ...also]);
  return new Map(
    await together(all, async (path) => {
      const answer = await request.get(path);
      return [path, `${answer.status()} ${await answer.text()}`] as const;
    }),
  );
}

const withWord = (pages: Map<string, string>, word: RegExp) =>
  [...pages].filter(([, text]) => word.test(text)).map(([path]) => path);

const fillReason = async (page: Page, sv: string, en: string) => {
  await page.getByLabel("Skäl, som alla kan läsa, svenska").fill(sv);
  await page.getByLabel("Skäl, som alla kan läsa, engelska").fill(en);
};

test("One editor takes a claim down, it is nowhere, its addresses say why, and two put it back", async ({
  page,
  request,
  browser,
}) => {
  const slug = ownSlug("nedtaget");
  await runFixture("judged-dispute", slug);
  const claim = `${slug}-claim-1`;
  const { record } = await (await request.get(`/claims/${claim}.json`)).json();
  const word = new RegExp(`${claim}|Generated claim 1 .*${slug}|påhittade ord om ${claim}`);
  const beside = [
    ...[
      `/search?q=${encodeURIComponent(claim)}`,
      `/disputes/${slug}`,
      `/disputes/${slug}.json`,
      "/corrections",
    ],
    ...["/log", "/en/log", "/", "/robots.txt", `/disputes/${slug}?asOf=2027-01-01T00:00:00Z`],
  ];
  const before = await crawl(request, slug, beside);
  expect(withWord(before, word).length).toBeGreaterThan(5);

  const editor = await atDesk(browser, "editor");
  await editor.goto(`/desk/claims/${record.verdict.frozen.claim.id}`);
  await editor.getByRole("link", { name: "Ta ned", exact: true }).click();
  await editor.getByRole("radio", { name: /^Fara/ }).check();
  await fillReason(editor, "Någon kunde skadas.", "Somebody could be harmed.");
  await editor.getByRole("button", { name: "Ta ned nu" }).click();
  await expect(editor.getByRole("heading", { name: "Det här är nedtaget" })).toBeVisible();
  const removal = editor.url();

  const own = [`/claims/${claim}`, `/en/claims/${claim}`, `/claims/${claim}/v/1`];
  const data = [...own.map((path) => `${path}.json`), `/share/claims/${claim}/sv.png`];
  await expect(async () => {
    for (const path of own) expect((await request.get(path)).status(), path).toBe(410);
  }).toPass({ timeout: 10_000 });
  for (const path of data) expect((await request.get(path)).status(), path).toBe(410);
  const down = await crawl(request, slug, [...beside, ...own, ...data]);
  // A search repeats what was asked for; it found nothing.
  const asked = `/search?q=${encodeURIComponent(claim)}`;
  expect(withWord(down, word).filter((path) => path !== asked)).toEqual([]);
  await page.goto(`/claims/${claim}`);
  await expect(page.getByText("Någon kunde skadas.")).toBeVisible();
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  expect(await faultsOn(page)).toEqual([]);
  await page.goto(`/disputes/${slug}`);
  await expect(page.locator(".notice").first()).toContainText("Ett påstående härifrån togs ned");

  await editor.getByRole("radio", { name: "Det visas igen" }).check();
  await fillReason(editor, "Faran är över.", "The danger is over.");
  await editor.getByRole("button", { name: "Föreslå" }).click();
  await expect(editor.getByText("Du har föreslagit det.")).toBeVisible();
  const other = await atDesk(browser, "editor");
  await other.goto(removal);
  await other.getByRole("button", { name: "Besluta så" }).click();
  await expect(other.getByRole("heading", { name: "Det här visas igen" })).toBeVisible();
  await expect(async () => {
    for (const path of [...own, ...data]) expect((await request.get(path)).status(), path).toBe(200);
  }).toPass({ timeout: 10_000 });
});

test("A published address changes, and the old one leads there in every form", async ({
  request,
  browser,
}) => {
  const slug = ownSlug("flyttat");
  await runFixture("judged-dispute", slug);
  const claim = `${slug}-claim-1`;
  const { record } = await (await request.get(`/claims/${claim}.json`)).json();
  const address = `/desk/addresses/Claim/${record.verdict.frozen.claim.id}`;
  const journalist = await atDesk(browser, "journalist");
  await journalist.goto(address);
  await journalist.getByRole("textbox").first().fill(`${slug}-nytt`);
  await journalist.getByRole("button", { name: "Föreslå ny adress" }).click();
  await expect(journalist.getByText("Du har föreslagit den.")).toBeVisible();
  const editor = await atDesk(browser, "editor");
  await editor.goto(address);
  await editor.getByRole("button", { name: "Byt adress nu" }).click();
  await expect(editor.getByRole("heading", { name: "Tidigare adresser" })).toBeVisible();
  const forms = ["", ".json", "/v/1", "/v/1.json"];
  for (const form of [
    ...forms.map((each) => `/claims/{}${each}`),
    ...forms.map((each) => `/en/claims/{}${each}`),
  ]) {
    const answer = await request.get(form.replace("{}", claim), { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location], form).toEqual([
      308,
      form.replace("{}", `${slug}-nytt`),
    ]);
    expect((await request.get(form.replace("{}", `${slug}-nytt`))).status()).toBe(200);
  }
});
