import { expect, type Page, test } from "@playwright/test";
import { DISPUTE } from "../fixtures/pages.ts";

const picture = (page: Page) => page.getByRole("application", { name: /^Tidslinjen som bild/ });
const detail = (page: Page) => page.getByRole("complementary", { name: "Vald post" });
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

  test("what is chosen is seen in the window, whatever its height", async ({ page }) => {
    for (const [width, height] of [
      [1280, 620],
      [800, 900],
      [800, 560],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto(DISPUTE);
      await post(page, "Ovärdigt att förminska").click();
      const words = detail(page).getByText("Daniel Dronjak").first();
      await expect(words).toBeInViewport();
      await expect(detail(page).getByRole("link", { name: "Nästa" })).toBeInViewport();
      await expect(post(page, "Ovärdigt att förminska")).toBeInViewport();
    }
  });

  test("a choice is a step in the history, which Back undoes; panning is none", async ({ page }) => {
    await page.goto(DISPUTE);
    await post(page, "uppgav inte Huddinge").click();
    await detail(page).getByRole("link", { name: "Nästa" }).click();
    const second = page.url();
    await page.getByRole("button", { name: "Zooma in" }).click();
    await expect(page).toHaveURL(/from=/);
    expect(page.url()).not.toBe(second);
    await page.goBack();
    await expect(page).toHaveURL(/select=c5-/);
    await expect(detail(page)).toContainText("uppgav inte Huddinge");
    await page.goBack();
    await expect(page).toHaveURL(DISPUTE);
    await expect(detail(page)).not.toContainText("Carina Eriksson");
  });

  test("the dispute is read post by post: its words, what is said of them, and no word of what comes", async ({
    page,
  }) => {
    await page.goto(DISPUTE);
    await page.getByRole("button", { name: "Läs tvisten post för post" }).click();
    await expect(detail(page)).toContainText("1 av 18");
    await expect(picture(page).locator("text.c")).toHaveCount(0);
    for (let n = 2; n <= 4; n += 1) await page.keyboard.press("ArrowRight");
    await expect(detail(page)).toContainText("4 av 18");
    await expect(detail(page).locator("q.said")).toContainText("social dumpning");
    await expect(picture(page).locator("text.c")).toHaveCount(2);
    await expect(page).toHaveURL(/read=posts/);
    await page.reload();
    await expect(detail(page)).toContainText("4 av 18");
    await picture(page).focus();
    await page.keyboard.press("Escape");
    await expect(picture(page).locator("text.c")).toHaveCount(9);
    await expect(detail(page)).toContainText("4 av 18");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Läs tvisten post för post" })).toBeVisible();
  });

  test("empty years are folded, say how long they are, and open by a button, a press and the keyboard", async ({
    page,
  }) => {
    await page.goto(DISPUTE);
    const fold = picture(page).getByText("utan poster");
    await expect(fold).toBeVisible();
    await picture(page).getByText("Öppna").click();
    await expect(fold).toBeHidden();
    await expect(page).toHaveURL(/years=all/);
    await page.getByRole("button", { name: "Visa tomma år" }).focus();
    await page.keyboard.press("Enter");
    await expect(fold).toBeVisible();
    // The case fills the picture: what we did seven years later stretches nothing.
    const first = await post(page, "Välfärdsförvaltningen gör").boundingBox();
    const last = await post(page, "Artikeln publiceras").boundingBox();
    expect((last?.x ?? 0) - (first?.x ?? 0)).toBeGreaterThan(200);
  });

  test("zooming by a button never leads to where nothing is", async ({ page }) => {
    await page.goto(DISPUTE);
    const nearer = page.getByRole("button", { name: "Zooma in" });
    while ((await nearer.getAttribute("aria-disabled")) !== "true") {
      const before = page.url();
      await nearer.click();
      await expect(page).not.toHaveURL(before);
      const inView = await page.evaluate(() => {
        const { left, right } = document.querySelector("svg.plot")?.getBoundingClientRect() ?? new DOMRect();
        return [...document.querySelectorAll("svg.plot a.it :is(.bar, .mark)")].some((mark) => {
          const x = mark.getBoundingClientRect().left;
          return x >= left - 2 && x <= right + 2;
        });
      });
      expect(inView).toBe(true);
    }
  });

  test("a relation says its words when its post is pointed at", async ({ page }) => {
    await page.setViewportSize({ width: 800, height: 900 });
    await page.goto(DISPUTE);
    await expect(picture(page).locator(".rel")).toHaveCount(0);
    await post(page, "uppgav inte Huddinge").hover();
    await expect(picture(page).locator(".rel")).toHaveText(/5 talar emot/);
  });

  test("the printed picture is the whole, with every post in it", async ({ page }) => {
    await page.goto(DISPUTE);
    await page.getByRole("button", { name: "Zooma in" }).click();
    await expect(page).toHaveURL(/from=/);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    await expect(picture(page)).toBeVisible();
    await expect(picture(page).getByRole("link")).toHaveCount(18);
    await expect(page.getByText("någon gång inom strecken")).toBeVisible();
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
    await expect(detail(page)).toContainText("2 av 18");
    await page.keyboard.press("Escape");
    await expect(detail(page)).not.toContainText("2 av 18");
  });

  test("filters narrow picture and list alike, say how much is shown, and can be undone", async ({
    page,
  }) => {
    await page.goto(DISPUTE);
    await page.getByText("Alla typer", { exact: true }).click();
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
    await page.getByRole("button", { name: "Zooma in" }).click();
    await expect(page).toHaveURL(/from=/);
    const before = page.url();
    await post(page, "Patrik Forshage inleder").scrollIntoViewIfNeeded();
    const start = await post(page, "Patrik Forshage inleder").boundingBox();
    if (!start) throw new Error("no post to drag");
    await page.mouse.move(start.x + 20, start.y + 8);
    await page.mouse.down();
    await page.mouse.move(start.x - 150, start.y + 8, { steps: 8 });
    await page.mouse.up();
    await expect(page).not.toHaveURL(before);
    await expect(page).not.toHaveURL(/select=/);
    await page.getByRole("button", { name: "Visa hela tvisten" }).click();
    await expect(page).not.toHaveURL(/from=/);
  });

  test("an address that makes no sense shows the timeline as it is", async ({ page }) => {
    await page.goto(`${DISPUTE}?select=nothing-of-the-kind&clock=never&from=x&rating=best`);
    await expect(picture(page)).toBeVisible();
    await expect(page.getByRole("button", { name: "Läs tvisten post för post" })).toBeVisible();
  });

  test("four hundred posts are drawn as posts or counted, and every one is in the list", async ({ page }) => {
    await page.goto("/disputes/generated-400");
    // And one for the day it was published; another story may publish evidence in it meanwhile.
    const posts = await page.getByRole("region", { name: "I ordning" }).locator("ol > li").count();
    expect([401, 402]).toContain(posts);
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

test.describe("On a small phone, read post by post", () => {
  test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

  test("each post has an address, which opens it to be read, in the place of the list", async ({ page }) => {
    await page.goto(DISPUTE);
    await page.getByRole("link", { name: "Post 5", exact: true }).click();
    await expect(page).toHaveURL(/select=.*read=posts/);
    await expect(detail(page)).toContainText("5 av 18");
    await expect(detail(page).getByRole("link", { name: "Nästa" })).toBeInViewport();
    await detail(page).getByRole("link", { name: "Nästa" }).click();
    await expect(detail(page).getByText("6 av 18")).toBeInViewport();
    await page.getByRole("button", { name: "Sluta läsa" }).click();
    await expect(page.getByRole("region", { name: "I ordning" })).toBeVisible();
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
