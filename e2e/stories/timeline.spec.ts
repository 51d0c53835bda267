import { expect, type Page, test } from "@playwright/test";
import { DISPUTE } from "../fixtures/pages.ts";

const picture = (page: Page) => page.getByRole("application", { name: /^Tidslinjen som bild/ });
const detail = (page: Page) => page.getByRole("region", { name: "Vald post" });
const post = (page: Page, text: string) => picture(page).getByRole("link", { name: new RegExp(text) });

test.describe("On a wide screen", () => {
  test("choosing a post opens its detail, marks its place in the list and puts it in the address", async ({
    page,
  }) => {
    await page.goto(DISPUTE);
    await post(page, "uppgav inte Huddinge").click();
    await expect(detail(page)).toContainText("Carina Eriksson");
    await expect(detail(page)).toContainText("slutet av november 2019");
    await expect(detail(page)).toContainText("i huvudsak belagt");
    await expect(page).toHaveURL(/select=c5-/);
  });

  test("the address of a view opens the same view, in another window too", async ({ page, context }) => {
    await page.goto(DISPUTE);
    await page.getByText("När det kunde bli känt", { exact: true }).first().click();
    await page.getByRole("button", { name: "Zooma in" }).click();
    await post(page, "Jan Sahlén ljög").click();
    await expect(page).toHaveURL(/clock=known/);
    await expect(page).toHaveURL(/from=\d{4}-\d{2}-\d{2}/);
    await expect(page).toHaveURL(/select=c/);
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(other.getByRole("radio", { name: "När det kunde bli känt" })).toBeChecked();
    await expect(detail(other)).toContainText("ljög");
    const words = (where: Page) => picture(where).getByRole("link").allTextContents();
    expect(await words(other)).toEqual(await words(page));
    expect(other.url()).toBe(page.url());
  });

  test("the keyboard walks through the posts in time, only while the picture has focus", async ({ page }) => {
    await page.goto(DISPUTE);
    await page.keyboard.press("ArrowRight");
    await expect(page).toHaveURL(DISPUTE);
    await picture(page).focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await expect(detail(page)).toBeVisible();
    await expect(detail(page)).toContainText("1 av 18");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(detail(page)).toContainText("2 av 18");
    await page.keyboard.press("Escape");
    await expect(detail(page)).toBeHidden();
  });

  test("filters narrow picture and list alike, say how much is shown, and can be undone", async ({
    page,
  }) => {
    await page.goto(DISPUTE);
    await page.getByText("Alla slag", { exact: true }).click();
    // The word, not the box: that is what people press.
    await page.locator("label", { hasText: /påståenden/i }).click();
    await expect(page).toHaveURL(/kind=claim/);
    await expect(page.getByText("9 av 18 poster")).toBeVisible();
    await expect(
      page.getByRole("region", { name: "I ordning" }).getByRole("listitem").filter({ visible: true }),
    ).toHaveCount(9);
    await page.getByRole("button", { name: "Visa alla" }).click();
    await expect(page).toHaveURL(DISPUTE);
  });

  test("the wheel scrolls the page; with control it zooms", async ({ page }) => {
    await page.goto(DISPUTE);
    await picture(page).scrollIntoViewIfNeeded();
    await picture(page).hover();
    const before = await page.evaluate(() => window.scrollY);
    await page.mouse.wheel(0, 200);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before);
    await expect(page).toHaveURL(DISPUTE);
    await picture(page).hover();
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -300);
    await page.keyboard.up("Control");
    await expect(page).toHaveURL(/from=/);
  });

  test("dragging pans, and does not choose what it began on", async ({ page }) => {
    await page.goto(DISPUTE);
    await post(page, "Patrik Forshage inleder").scrollIntoViewIfNeeded();
    const start = await post(page, "Patrik Forshage inleder").boundingBox();
    if (!start) throw new Error("no post to drag");
    await page.mouse.move(start.x + 20, start.y + 8);
    await page.mouse.down();
    await page.mouse.move(start.x - 150, start.y + 8, { steps: 8 });
    await page.mouse.up();
    await expect(page).toHaveURL(/from=/);
    await expect(page).not.toHaveURL(/select=/);
    await page.getByRole("button", { name: "Hela tvisten" }).click();
    await expect(post(page, "bedömningar")).toBeVisible();
  });

  test("an address that makes no sense shows the timeline as it is", async ({ page }) => {
    await page.goto(`${DISPUTE}?select=nothing-of-the-kind&clock=never&from=x&rating=best`);
    await expect(picture(page)).toBeVisible();
    await expect(detail(page)).toBeHidden();
  });

  test("four hundred posts are drawn as posts or counted, and every one is in the list", async ({ page }) => {
    await page.goto("/disputes/generated-400");
    // And one for the day it was published.
    await expect(page.getByRole("region", { name: "I ordning" }).locator("ol > li")).toHaveCount(401);
    await expect(picture(page)).toBeVisible();
    await picture(page).focus();
    for (let n = 0; n < 6; n++) await page.keyboard.press("+");
    await expect(picture(page).getByRole("link").first()).toBeVisible();
  });
});

test.describe("On a small phone", () => {
  test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

  test("the list is the timeline: no picture, the clock changes the dates, a post unfolds in place", async ({
    page,
  }) => {
    await page.goto(DISPUTE);
    await expect(picture(page)).toBeHidden();
    const list = page.getByRole("region", { name: "I ordning" });
    const email = list.getByRole("listitem").filter({ hasText: "De som flyttade till Kramfors" });
    await expect(email).toContainText("slutet av november 2019");
    await page.getByText("När det kunde bli känt", { exact: true }).first().click();
    await expect(email.getByText("tidigast i slutet av november 2019")).toBeVisible();
  });
});

test.describe("For a reader who wants no motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("the clock switches without any", async ({ page }) => {
    await page.goto(DISPUTE);
    await page.getByText("När det kunde bli känt", { exact: true }).first().click();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});
