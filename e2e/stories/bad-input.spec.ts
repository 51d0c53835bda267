import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { CLAIM, DISPUTE } from "../fixtures/pages.ts";
import { serverLog } from "../fixtures/server-log.ts";
import { together } from "../fixtures/together.ts";

/** What a person or a program may put where a word or a number belongs. */
const NASTY = [
  "%00",
  "%27%20OR%201%3D1--",
  "%25",
  "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
  "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E",
  "%F0%9F%98%80",
  "%E2%80%AEabc",
  "__proto__",
  "constructor",
  "-1",
  "0",
  "1e400",
  "NaN",
  "a".repeat(3000),
  "%5Cevil",
  "%0d%0aSet-Cookie:%20x",
];
/** Not well-formed UTF-8 in percent-encoding. */
const MALFORMED = ["%", "%E0%A4%A", "%ZZ", "%ED%A0%80"];

test("No address with a bad part fails: it is not found, or not understood, and says so", async ({
  request,
}) => {
  await together([...NASTY, ...MALFORMED], async (bad) => {
    for (const path of [
      `/${bad}`,
      `/claims/${bad}`,
      `/claims/${bad}.json`,
      `${CLAIM}/v/${bad}`,
      `/disputes/${bad}`,
      `/parties/${bad}`,
      `/sources/${bad}`,
      `/en/claims/${bad}`,
      `/share/claims/${bad}/sv.png`,
    ]) {
      const response = await request.get(path, { maxRedirects: 0 });
      expect([308, 400, 404], `${path}: ${response.status()}`).toContain(response.status());
    }
  });
});

test("No question with a bad part fails: the page answers and says what it left out", async ({
  request,
  page,
}) => {
  await together([...NASTY, ...MALFORMED], async (bad) => {
    for (const name of ["q", "rating", "party", "from", "to", "page", "lang", "nothing"]) {
      const response = await request.get(`/search?${name}=${bad}`);
      expect(response.status(), `${name}=${bad}`).toBe(200);
    }
    expect([200, 400, 404], bad).toContain((await request.get(`${DISPUTE}?asOf=${bad}`)).status());
    expect((await request.get(`${DISPUTE}?select=${bad}&clock=${bad}&from=${bad}`)).status(), bad).toBe(200);
  });
  await page.goto("/search?page=-1&rating=best&from=yesterday");
  await expect(page.getByRole("status").getByRole("listitem")).toHaveCount(3);
});

test("Ten thousand characters of search are cut, and the reader is told", async ({ page }) => {
  await page.goto(`/search?q=${"ord ".repeat(2500)}`);
  await expect(page.getByText("Sökningen är för lång.")).toBeVisible();
  await expect(page.getByRole("searchbox", { name: "Ord" })).toHaveValue(/^ord ord/);
});

test("A moment that cannot be read is a bad request that says how to write one", async ({ page }) => {
  const response = await page.goto(`${DISPUTE}?asOf=yesterday`);
  expect(response?.status()).toBe(400);
  await expect(page.getByText("2026-11-23T12:00:00Z").first()).toBeVisible();
});

test("A moment before the dispute was on record is not found, and says since when it is", async ({
  page,
}) => {
  const response = await page.goto(`${DISPUTE}?asOf=2001-01-01T00:00:00Z`);
  expect(response?.status()).toBe(404);
});

test("What was typed is shown as text", async ({ page }) => {
  const problems: string[] = [];
  page.on("dialog", (dialog) => {
    problems.push(dialog.message());
    void dialog.dismiss();
  });
  const typed = '"><img src=x onerror=alert(1)><script>alert(2)</script>';
  await page.goto(`/search?q=${encodeURIComponent(typed)}`);
  await expect(page.getByRole("searchbox", { name: "Ord" })).toHaveValue(typed);
  expect(problems).toEqual([]);
});

test("A page answers GET and HEAD, and no other method", async ({ request }) => {
  for (const path of ["/", CLAIM, DISPUTE, "/method", "/search", `${CLAIM}.json`]) {
    const head = await request.head(path);
    expect(head.status(), path).toBe(200);
    expect((await head.body()).byteLength, path).toBe(0);
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
      expect((await request.fetch(path, { method, data: "x=1" })).status(), `${method} ${path}`).toBe(405);
    }
  }
});

test("The address of a page in no language we have is not found", async ({ request }) => {
  expect((await request.get(`/de${CLAIM}`)).status()).toBe(404);
  expect((await request.get("/sv/method", { maxRedirects: 0 })).headers().location).toBe("/method");
});

test("Nothing that a reader types is written to the server's log", async ({ request, baseURL }) => {
  const canary = "kanariefagel4711";
  for (const path of [
    `/search?q=${canary}&party=${canary}&from=${canary}`,
    `/claims/${canary}`,
    `/claims/${canary}${"x".repeat(300)}`,
    `/claims/${canary}.json`,
    `/${canary}/%00`,
    `${DISPUTE}?asOf=${canary}`,
    `/share/claims/${canary}/sv.png`,
  ]) {
    await request.get(path, {
      headers: { "user-agent": canary, referer: `http://x/${canary}`, cookie: `a=${canary}` },
    });
  }
  await request.post("/search", { data: canary });
  expect(readFileSync(serverLog(new URL(baseURL ?? "").port), "utf8")).not.toContain(canary);
});
