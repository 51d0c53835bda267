import { expect, test } from "@playwright/test";
import { CLAIM, inEnglish, PAGES } from "../fixtures/pages.ts";

test("Every page runs its own scripts and nothing else: a strict policy, no violation, no outside request, no cookie", async ({
  page,
  context,
  baseURL,
}) => {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${baseURL}/`) && !request.url().startsWith("data:"))
      problems.push(`outside: ${request.url()}`);
  });
  for (const path of PAGES.flatMap((each) => [each, inEnglish(each)])) {
    const response = await page.goto(path, { waitUntil: "load" });
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy, path).toMatch(/script-src ('self';|('self' )?'(sha256|nonce)-)/);
    expect(policy, path).not.toMatch(/unsafe-/);
    for (const part of [
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ]) {
      expect(policy, path).toContain(part);
    }
    // The page is alive: what needs script appears.
    if (path === CLAIM)
      await expect(page.getByRole("button", { name: "Kopiera länk", exact: true })).toBeVisible();
  }
  expect(problems).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});

test("A page made for one request has a new nonce each time", async ({ request }) => {
  const nonces = new Set<string>();
  for (let n = 0; n < 20; n++) {
    const policy = (await request.get("/search?q=dumpning")).headers()["content-security-policy"] ?? "";
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
  }
  expect(nonces.size).toBe(20);
});

const answers = [
  "/",
  CLAIM,
  "/search",
  "/nowhere",
  "/sv/method",
  "/claims/x.json",
  `${CLAIM}.json`,
  "/robots.txt",
  "/sitemap.xml",
  "/icon.svg",
  "/claims/%E0%A4%A",
  "/_next/static/nothing.js",
];

test("Every answer, errors and redirects too, carries the security headers", async ({ request }) => {
  for (const path of answers) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers();
    expect(headers["strict-transport-security"], path).toMatch(/max-age=31536000/);
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["referrer-policy"], path).toBeTruthy();
    expect(headers["content-security-policy"], path).toContain("default-src 'none'");
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
});

test("No page is promised to shared caches beyond its next change", async ({ request }) => {
  for (const path of PAGES) {
    expect((await request.get(path)).headers()["cache-control"], path).not.toMatch(/s-maxage|max-age=[1-9]/);
  }
});

test("What a request says of policies never gets into a page that others are sent", async ({ request }) => {
  for (const [n, header] of ["content-security-policy", "content-security-policy-report-only"].entries()) {
    // A page nobody has asked for yet: it is made for this request, and kept.
    const path = `/disputes/kramfors-huddinge?asOf=2098-01-0${n + 1}T00:00:00Z`;
    await request.get(path, { headers: { [header]: "script-src 'nonce-EVILEVIL'" } });
    expect(await (await request.get(path)).text()).not.toContain("EVILEVIL");
  }
});
