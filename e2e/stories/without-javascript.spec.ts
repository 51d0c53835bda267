import { expect, test } from "@playwright/test";
import { CLAIM, DISPUTE, inEnglish, PAGES } from "../fixtures/pages.ts";

test.use({ javaScriptEnabled: false });

test("Every page is whole without JavaScript, in both languages", async ({ page }) => {
  for (const path of PAGES.flatMap((each) => [each, inEnglish(each)])) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("main")).not.toBeEmpty();
    await expect(page.getByRole("contentinfo")).toContainText(/Demonstration|Belagt/);
  }
});

test("The claim page holds verdict, evidence, replies, unknowns, falsifiers, history and addresses", async ({
  page,
  baseURL,
}) => {
  await page.goto(CLAIM);
  for (const name of [
    "Bedömning",
    "Genmäle",
    "Resonemang",
    "Hur säkert?",
    "Det här skulle ändra bedömningen",
    "Närliggande påståenden",
    "Var det har sagts",
    "Om sidan",
  ]) {
    await expect(page.getByRole("region", { name: new RegExp(name.replace("?", "\\?")) })).toBeVisible();
  }
  const evidence = page.getByRole("article", { name: /^Belägg \d/ });
  await expect(evidence).toHaveCount(3);
  await expect(evidence.locator("q")).toHaveCount(5);
  await expect(page.getByRole("heading", { name: "Citera och dela" })).toBeVisible();
  await page.getByText("För den som vill kontrollera").click();
  await expect(page.getByRole("link", { name: `${baseURL}${CLAIM}/v/1` })).toBeVisible();
});

test("Every post of the timeline is in the list, and a link in the picture leads to it", async ({ page }) => {
  await page.goto(DISPUTE);
  const list = page.getByRole("region", { name: "I ordning" }).getByRole("listitem");
  // Seven events, nine appearances, one day of verdicts; of those who were not asked nothing is drawn.
  await expect(list).toHaveCount(17);
  await expect(list.filter({ hasText: "Carina Eriksson" }).first()).toContainText("slutet av november 2019");
  const post = page.locator('.tl a[href*="select=c5-"]').first();
  const target = (await post.getAttribute("href"))?.split("#")[1] ?? "";
  await post.click();
  await expect(page.locator(`[id="${target}"]`)).toBeInViewport();
});

test("A search works as a plain form", async ({ page }) => {
  await page.goto(DISPUTE);
  await page.getByRole("searchbox").fill("dumpning");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=dumpning$/);
  await expect(page.getByRole("link", { name: /systematisk social dumpning/ })).toBeVisible();
});

test("An address that leads nowhere is a 404 with ways on, in the language of the address", async ({
  page,
}) => {
  for (const path of [
    "/nowhere",
    "/claims/no-such-claim",
    "/disputes/x",
    "/parties/x",
    "/sources/x",
    `${CLAIM}/v/2`,
    `${CLAIM}/v/x`,
  ]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "Sidan finns inte" })).toBeVisible();
    await expect(page.getByRole("link", { name: /framsidan/ }).first()).toBeVisible();
    expect((await page.goto(inEnglish(path)))?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "The page does not exist" })).toBeVisible();
  }
});
