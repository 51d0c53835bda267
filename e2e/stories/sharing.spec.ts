import { expect, test } from "@playwright/test";
import { CLAIM, inEnglish, PAGES } from "../fixtures/pages.ts";
import { together } from "../fixtures/together.ts";

test("Exactly one ClaimReview stands on the Swedish page of a claim, and on no other page", async ({
  page,
}) => {
  for (const path of PAGES.flatMap((each) => [each, inEnglish(each)])) {
    await page.goto(path);
    const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
    const reviews = blocks.filter((text) => text.includes('"ClaimReview"'));
    expect(reviews, path).toHaveLength(/^\/claims\/[^/]+$/.test(path) ? 1 : 0);
  }
});

test("The ClaimReview agrees with what the page shows", async ({ page, baseURL }) => {
  await page.goto(CLAIM);
  const review = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "{}");
  expect(review).toMatchObject({
    "@type": "ClaimReview",
    url: `${baseURL}${CLAIM}`,
    inLanguage: "sv",
    claimReviewed: "Huddinge kommun har bedrivit systematisk social dumpning.",
    reviewRating: {
      ratingValue: 2,
      bestRating: 5,
      worstRating: 1,
      alternateName: expect.stringMatching(/^i huvudsak motbevisat$/i),
    },
  });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(review.claimReviewed);
});

test("A rating off the axis carries no number", async ({ page }) => {
  await page.goto("/claims/kramfors-och-sahlen-ljog");
  const review = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "{}");
  expect(review.reviewRating.alternateName).toMatch(/obelagt/i);
  for (const number of ["ratingValue", "bestRating", "worstRating"])
    expect(review.reviewRating).not.toHaveProperty(number);
});

test("Every page names its canonical address, both languages and a card", async ({ page, baseURL }) => {
  for (const path of PAGES) {
    await page.goto(path);
    const plain = path.replace(/\?.*/, "");
    const english = inEnglish(plain);
    const attribute = (selector: string, name: string) => page.locator(selector).getAttribute(name);
    // A canonical address of the front has a slash or none; both are the same address.
    const same = (url: string | null) => new URL(url ?? "").href;
    expect(same(await attribute('link[rel="canonical"]', "href")), path).toBe(same(`${baseURL}${plain}`));
    expect(same(await attribute('link[hreflang="sv"]', "href")), path).toBe(same(`${baseURL}${plain}`));
    expect(same(await attribute('link[hreflang="en"]', "href")), path).toBe(same(`${baseURL}${english}`));
    expect(await attribute('meta[property="og:title"]', "content"), path).toBeTruthy();
    expect(await attribute('meta[property="og:image:alt"]', "content"), path).toBeTruthy();
    expect(await attribute('meta[name="twitter:card"]', "content"), path).toBe("summary_large_image");
  }
});

test("The share image of a claim is a drawn PNG, and its alternative text states claim and verdict", async ({
  page,
  request,
}) => {
  await page.goto(CLAIM);
  const image = await page.locator('meta[property="og:image"]').getAttribute("content");
  const alt = await page.locator('meta[property="og:image:alt"]').getAttribute("content");
  expect(alt).toMatch(/social dumpning.*i huvudsak motbevisat/is);
  const response = await request.get(image ?? "");
  expect(response.headers()["content-type"]).toBe("image/png");
  const png = await response.body();
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
});

test("Dispute, claim, version, party and source answer as JSON at their address with .json", async ({
  page,
  request,
}) => {
  await page.goto("/disputes/kramfors-huddinge");
  const source = await page.getByRole("link", { name: "Artikeln i 08-nytt" }).first().getAttribute("href");
  for (const path of ["/disputes/kramfors-huddinge", CLAIM, `${CLAIM}/v/1`, "/parties/jan-sahlen", source]) {
    const response = await request.get(`${path}.json`);
    expect(response.status(), `${path}`).toBe(200);
    expect(response.headers()["content-type"]).toContain("application/json");
    const record = await response.json();
    expect(new URL(record.id).pathname).toBe(path);
    const again = await request.get(`${path}.json`, {
      headers: { "If-None-Match": response.headers().etag ?? "" },
    });
    expect(again.status()).toBe(304);
  }
  expect((await request.get("/claims/no-such-claim.json")).status()).toBe(404);
});

test("The sitemap lists only pages that answer, each in both languages", async ({ request, baseURL }) => {
  const text = await (await request.get("/sitemap.xml")).text();
  const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = ""]) => url);
  expect(addresses).toContain(`${baseURL}${CLAIM}`);
  expect(addresses).toContain(`${baseURL}/en${CLAIM}`);
  await together(
    addresses.filter((each) => !each.includes("generated")),
    async (url) => expect((await request.get(url)).status(), url).toBe(200),
  );
  expect(await (await request.get("/robots.txt")).text()).toContain("sitemap.xml");
});
