import { type CDPSession, expect, type Page, test } from "@playwright/test";
import { DISPUTE } from "../fixtures/pages.ts";

/** Real touch, as a screen sends it: Playwright's own taps have no drag. */
test.use({ viewport: { width: 900, height: 1180 }, hasTouch: true });

type Point = { readonly x: number; readonly y: number };

const touch = (client: CDPSession, type: "touchStart" | "touchMove" | "touchEnd", points: readonly Point[]) =>
  client.send("Input.dispatchTouchEvent", {
    type,
    touchPoints: points.map(({ x, y }, id) => ({ x, y, id })),
  });

/** What a finger may land on, with a place on it, in the window. */
const STARTS = {
  words: "svg.plot .it text.c",
  mark: "svg.plot .it use.mark",
  strokes: "svg.plot .it .hatch",
  line: "svg.plot .arcs path",
  nothing: null,
} as const;

async function placeOf(page: Page, selector: string | null): Promise<Point> {
  return page.evaluate((found) => {
    const plot = document.querySelector("svg.plot");
    if (!plot) throw new Error("no picture");
    plot.scrollIntoView({ block: "start", behavior: "instant" });
    const box = plot.getBoundingClientRect();
    const inside = ({ x, y }: DOMPoint | Point) =>
      x > box.left + 300 && x < box.right - 40 && y > 60 && y < innerHeight - 40;
    if (found === null) {
      for (let y = 80; y < innerHeight - 60; y += 7) {
        const x = box.left + 320;
        if (document.elementFromPoint(x, y) === plot) return { x, y };
      }
      throw new Error("the picture is full");
    }
    for (const element of plot.querySelectorAll(found)) {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      for (let i = 1; i < 40; i += 1) {
        const spot = { x: left + ((right - left) * i) / 40, y: top + ((bottom - top) * i) / 40 };
        const on = document.elementFromPoint(spot.x, spot.y);
        if (inside(spot) && (on === element || element.closest("a")?.contains(on))) return spot;
      }
      // A line of one pixel is met where it says it runs.
      if (!(element instanceof SVGPathElement)) continue;
      const screen = element.getScreenCTM();
      for (let at = 0; screen && at < element.getTotalLength(); at += 3) {
        const spot = element.getPointAtLength(at).matrixTransform(screen);
        if (inside(spot)) return { x: spot.x, y: spot.y };
      }
    }
    throw new Error(`nothing to touch: ${found}`);
  }, selector);
}

const firstDay = (page: Page) => new URL(page.url()).searchParams.get("from");

async function open(page: Page): Promise<CDPSession> {
  await page.goto(`${DISPUTE}?from=2019-09-05&to=2019-11-29`);
  await expect(page.locator(".tl-view")).toHaveAttribute("data-ready", "");
  return page.context().newCDPSession(page);
}

test("a finger pans the picture by all its way, whatever it lands on", async ({ page }) => {
  const days: (string | null)[] = [];
  for (const start of Object.values(STARTS)) {
    const client = await open(page);
    const { x, y } = await placeOf(page, start);
    await touch(client, "touchStart", [{ x, y }]);
    for (let step = 1; step <= 10; step += 1)
      await touch(client, "touchMove", [{ x: x - 25 * step, y: y + (step % 2) }]);
    await touch(client, "touchEnd", []);
    await expect.poll(() => firstDay(page)).not.toBe("2019-09-05");
    await page.waitForTimeout(300);
    expect(page.url()).not.toContain("select=");
    days.push(firstDay(page));
  }
  expect(new Set(days).size).toBe(1);
});

test("two fingers zoom by how far apart they come, whatever the second lands on", async ({ page }) => {
  const lengths: number[] = [];
  for (const start of Object.values(STARTS)) {
    const client = await open(page);
    const second = await placeOf(page, start);
    const first = { x: second.x - 80, y: second.y };
    await touch(client, "touchStart", [first]);
    await touch(client, "touchStart", [first, second]);
    for (let step = 1; step <= 8; step += 1)
      await touch(client, "touchMove", [first, { x: second.x + 10 * step, y: second.y }]);
    await touch(client, "touchEnd", []);
    await expect.poll(() => new URL(page.url()).searchParams.get("to")).not.toBe("2019-11-29");
    await page.waitForTimeout(300);
    const { searchParams } = new URL(page.url());
    lengths.push(
      (Date.parse(searchParams.get("to") ?? "") - Date.parse(searchParams.get("from") ?? "")) / 86_400_000,
    );
  }
  for (const length of lengths) expect(Math.abs(length - 43)).toBeLessThanOrEqual(2);
});

test("a finger that goes up or down scrolls the page", async ({ page }) => {
  const client = await open(page);
  const { x, y } = await placeOf(page, STARTS.words);
  const before = await page.evaluate(() => scrollY);
  const from = Math.max(y, 400);
  await touch(client, "touchStart", [{ x, y: from }]);
  for (let step = 1; step <= 8; step += 1) await touch(client, "touchMove", [{ x, y: from - 30 * step }]);
  await touch(client, "touchEnd", []);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
});
