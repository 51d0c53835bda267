import { expect, test } from "@playwright/test";
import { faultsInBothColours } from "../fixtures/look.ts";
import { CLAIM, DISPUTE, inEnglish, PAGES } from "../fixtures/pages.ts";
import { rowsOf } from "../fixtures/rows.ts";

const LANGUAGES = [
  { name: "Swedish", of: (path: string) => path },
  { name: "English", of: inEnglish },
];

/** The address of a copy that is public. */
async function aCopy(): Promise<string> {
  const [copy] = await rowsOf<{ id: string; source: string }>(
    `SELECT c."id", c."sourceId" AS source FROM "Snapshot" c JOIN "Source" s ON s."id" = c."sourceId"
      WHERE c."publishedAt" IS NOT NULL AND s."publishedAt" IS NOT NULL ORDER BY c."id" LIMIT 1`,
  );
  if (!copy) throw new Error("The first dispute has no copy");
  return `/sources/${copy.source}/copies/${copy.id}`;
}

for (const language of LANGUAGES) {
  for (const path of PAGES) {
    test(`The ${language.name} page ${path} has no fault that axe can find`, async ({ page }) => {
      await page.goto(language.of(path));
      expect(await faultsInBothColours(page)).toEqual([]);
    });
  }

  test(`The ${language.name} page of a copy has no fault that axe can find`, async ({ page }) => {
    await page.goto(language.of(await aCopy()));
    expect(await faultsInBothColours(page)).toEqual([]);
  });

  test(`The ${language.name} pages of every source have no fault that axe can find`, async ({ page }) => {
    await page.goto(language.of(DISPUTE));
    const links = page.locator('#sources a[href*="/sources/"]');
    const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    expect(paths.length).toBeGreaterThan(1);
    for (const path of paths) {
      await page.goto(path);
      expect(await faultsInBothColours(page)).toEqual([]);
    }
  });

  test(`A ${language.name} address that leads nowhere has no fault that axe can find`, async ({ page }) => {
    await page.goto(language.of("/nothing-is-here"));
    expect(await faultsInBothColours(page)).toEqual([]);
  });
}

test("A small screen has no fault that axe can find", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  for (const path of ["/", CLAIM, DISPUTE, "/search", "/method", "/log"]) {
    await page.goto(path);
    expect(await faultsInBothColours(page)).toEqual([]);
  }
});

test("A selected post, an open filter and opened reasons have no fault that axe can find", async ({
  page,
}) => {
  await page.goto(DISPUTE);
  await page.locator(".plot a[data-post]").first().click();
  await expect(page.locator(".tl .detail")).toBeVisible();
  await page.locator(".tl .filter summary").first().click();
  expect(await faultsInBothColours(page)).toEqual([]);
  await page.goto(CLAIM);
  await page.getByText("Så räknas flaggorna ut").click();
  expect(await faultsInBothColours(page)).toEqual([]);
});

test.describe("A reader who enlarges the page", () => {
  // 1280 px at 400 % is 320 px: the measure of WCAG 1.4.10.
  test.use({ viewport: { width: 320, height: 512 } });

  test("never has to scroll two ways, and loses no part of it", async ({ page }) => {
    for (const path of [...PAGES, await aCopy()].flatMap((each) => [each, inEnglish(each)])) {
      await page.goto(path);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBe(0);
      await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    }
  });
});

test("Everything that can be reached with the keyboard shows where the focus is", async ({ page }) => {
  for (const path of ["/", CLAIM, DISPUTE, "/search"]) {
    await page.goto(path);
    const unseen: string[] = [];
    let last = "";
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press("Tab");
      const focus = await page.evaluate(() => {
        const at = document.activeElement;
        if (!at || at === document.body) return null;
        // The choices of the timeline show their focus on their labels.
        const shown = at instanceof HTMLInputElement && at.type === "radio" ? at.nextElementSibling : at;
        const style = getComputedStyle(shown ?? at);
        return { html: at.outerHTML.slice(0, 120), seen: Number.parseFloat(style.outlineWidth) >= 2 };
      });
      if (!focus || focus.html === last) break;
      last = focus.html;
      if (!focus.seen) unseen.push(focus.html);
    }
    expect(unseen, path).toEqual([]);
  }
});

test("The first key leads past the menu, and on a dispute the second to the timeline", async ({ page }) => {
  await page.goto(DISPUTE);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Till innehållet" })).toBeInViewport();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Till tidslinjen" });
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Tidslinjen" })).toBeInViewport();
});

test("Controls are at least 24 by 24 pixels", async ({ page }) => {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ["/", CLAIM, DISPUTE, "/search"]) {
      await page.goto(path);
      const small = await page
        .locator("button, summary, select, input:not([type=radio], [type=checkbox]), nav a, .skip, .plot a")
        .evaluateAll((all) =>
          all.flatMap((control) => {
            const { width: w, height: h } = control.getBoundingClientRect();
            return w > 0 && (w < 23.5 || h < 23.5)
              ? [`${Math.round(w)}×${Math.round(h)} ${control.outerHTML.slice(0, 100)}`]
              : [];
          }),
        );
      expect(small, `${path} at ${width}`).toEqual([]);
    }
  }
});

test("Who wants less motion gets none", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(DISPUTE);
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll("*")].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return animationName !== "none" || transitionDuration.split(", ").some((each) => each !== "0s");
      }).length,
  );
  expect(moving).toBe(0);
});

test("On paper every post of the timeline is there, and the address of the page", async ({ page }) => {
  await page.goto(DISPUTE);
  const posts = await page.locator(".spine > li").count();
  await page.emulateMedia({ media: "print" });
  const shown = await page
    .locator(".spine > li")
    .evaluateAll(
      (all) =>
        all.filter((post) => getComputedStyle(post).contentVisibility === "visible" && post.clientHeight > 0)
          .length,
    );
  expect(shown).toBe(posts);
  await expect(page.getByText(new RegExp(`^Senaste version: .*${DISPUTE}$`))).toBeVisible();
});
