import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import pg from "pg";
import { faultsOn } from "../fixtures/look.ts";
import { type MailServer, startMailServer } from "../fixtures/mail-server.ts";
import { type OwnServer, startOwnServer } from "../fixtures/own-server.ts";
import { memberSignedIn, signedIn } from "../fixtures/signed-in.ts";
import { test } from "../fixtures/story.ts";

test.setTimeout(120_000);
test.use({ actionTimeout: 10_000 });

const PASSWORD = "åtta röda kajaker i Huddinge";

const visitor = (browser: Browser, server: OwnServer, options = {}): Promise<BrowserContext> =>
  browser.newContext({ baseURL: server.url, ...options });

async function onDatabase<T extends pg.QueryResultRow>(
  server: OwnServer,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function askFor(page: Page, email: string) {
  await page.getByLabel("E-post").fill(email);
  await page.getByRole("button", { name: "Be om en länk" }).click();
}

const at = (server: OwnServer) => ({ baseUrl: server.url, databaseUrl: server.databaseUrl });

test.describe("without a mail server", () => {
  test.describe.configure({ mode: "serial" });
  let server: OwnServer;
  test.beforeAll(async () => {
    server = await startOwnServer();
  });
  test.afterAll(async () => {
    await server?.stop();
  });

  test("Whoever has forgotten the password asks without a script, an administrator hands the link over, and it opens once", async ({
    browser,
  }) => {
    const member = await memberSignedIn("journalist", at(server));
    const context = await visitor(browser, server, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Glömt lösenordet?" }).click();
    await expect(page).toHaveURL(`${server.url}/sign-in/forgotten`);
    await expect(page.getByText("Här skickas ingen e-post")).toBeVisible();
    const wrong = page.waitForResponse((response) => response.request().method() === "POST");
    await askFor(page, "ingen adress");
    expect((await wrong).status()).toBe(422);
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Skriv en e-postadress.");
    await expect(page.getByLabel("E-post")).toHaveValue("ingen adress");
    await askFor(page, member.email.toUpperCase());
    await expect(page).toHaveURL(`${server.url}/sign-in/forgotten?asked=yes`);
    await expect(page.getByText("En av dem lämnar den till dig.")).toBeVisible();
    await expect(page.getByText("gäller det gamla")).toBeVisible();

    const desk = await visitor(browser, server);
    await signedIn(desk, "administrator", at(server));
    const letters = await desk.newPage();
    await letters.goto("/desk");
    await expect(letters.getByRole("heading", { name: /Brev att skicka/ })).toBeVisible();
    await letters.getByRole("link", { name: `${member.email}: Nytt lösenord till Belagt` }).click();
    const letter = await letters.locator("pre").textContent().then(String);
    expect(letter).toContain("Någon, förmodligen du");
    const link = /http:\S+\/sign-in\/reset\/[\w-]{43}/.exec(letter)?.[0] ?? "";
    await expect(letters.getByRole("button", { name: "Skicka nu" })).toHaveCount(0);
    await letters.getByRole("button", { name: "Jag har skickat det" }).click();
    await expect(letters.getByText("Brevet är märkt som skickat.")).toBeVisible();
    await desk.close();

    await page.goto(link);
    await expect(page).toHaveURL(`${server.url}/sign-in/reset`);
    await page.getByLabel("Nytt lösenord").fill(PASSWORD);
    await page.getByRole("button", { name: "Byt lösenord" }).click();
    await expect(page.getByText("Lösenordet är bytt.")).toBeVisible();
    expect((await page.goto(link))?.status()).toBe(410);
    // The session from before has ended.
    await context.addCookies([member.cookie]);
    expect((await context.request.get("/desk", { maxRedirects: 0 })).status()).toBe(307);
    await context.clearCookies();
    await page.goto("/sign-in");
    await page.getByLabel("E-post").fill(member.email);
    await page.getByLabel("Lösenord").fill(PASSWORD);
    await page.getByRole("button", { name: "Logga in", exact: true }).click();
    await expect(page).toHaveURL(`${server.url}/desk`);
    await context.close();
  });

  test("An account that exists, a disabled one and none are answered byte for byte alike, and as slowly", async ({
    browser,
  }) => {
    const [member, disabled] = [
      await memberSignedIn("editor", at(server)),
      await memberSignedIn("editor", at(server)),
    ];
    await onDatabase(server, `UPDATE "Member" SET "disabledAt" = now() WHERE "id" = $1`, [disabled.id]);
    await onDatabase(server, `DELETE FROM "Attempt"`);
    const context = await visitor(browser, server, { javaScriptEnabled: false });
    const page = await context.newPage();
    /** Everything but what differs between any two answers. */
    const answer = async (email: string) => {
      await page.goto("/sign-in/forgotten");
      const answered = page.waitForResponse((response) => response.request().method() === "POST");
      const began = performance.now();
      await askFor(page, email);
      const response = await answered;
      const took = performance.now() - began;
      const { "content-security-policy": _policy, date: _date, ...headers } = response.headers();
      await expect(page).toHaveURL(/asked=yes$/);
      const text = await page.getByRole("main").textContent();
      return { took, all: { status: response.status(), headers, text } };
    };
    const missing = await answer("ada@belagt.example");
    expect(missing.all.status).toBe(303);
    expect(JSON.stringify(missing.all)).not.toContain("ada@");
    for (const { email } of [member, disabled]) {
      const there = await answer(email);
      expect(there.all).toEqual(missing.all);
      expect(there.took).toBeGreaterThan(400);
    }
    expect(missing.took).toBeGreaterThan(400);
    const letters = await onDatabase<{ to: string }>(
      server,
      `SELECT "to" FROM "Letter" WHERE "state" = 'by_hand'`,
    );
    expect(letters).toEqual([{ to: member.email }]);

    // The fourth time for one account, whether there is such a one or not.
    for (const email of ["eva@belagt.example", member.email]) {
      await onDatabase(server, `DELETE FROM "Attempt"`);
      for (let n = 0; n < 3; n++) await answer(email);
      await page.goto("/sign-in/forgotten");
      const refused = page.waitForResponse((response) => response.request().method() === "POST");
      await askFor(page, email);
      expect((await refused).status()).toBe(429);
      await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
    }
    await context.close();
  });

  test("The page can be read by everybody, in both languages, on a small screen", async ({ browser }) => {
    const context = await visitor(browser, server, { viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    for (const path of [
      "/sign-in/forgotten",
      "/en/sign-in/forgotten",
      "/en/sign-in/forgotten?asked=yes",
      "/sign-in",
    ]) {
      const answer = await page.goto(path);
      expect(answer?.headers()["cache-control"]).toContain("no-store");
      expect(await faultsOn(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(360);
    }
    await context.close();
  });
});

test.describe("with a mail server", () => {
  test.describe.configure({ mode: "serial" });
  let server: OwnServer;
  let mail: MailServer;
  test.beforeAll(async () => {
    mail = await startMailServer();
    server = await startOwnServer({ BELAGT_SMTP_URL: mail.url, BELAGT_MAIL_FROM: "desk@belagt.example" });
  });
  test.afterAll(async () => {
    await server?.stop();
    mail?.close();
  });

  test("The letter goes by itself; one written before there was a server goes when an administrator says so", async ({
    browser,
  }) => {
    const member = await memberSignedIn("journalist", at(server));
    const context = await visitor(browser, server, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/en/sign-in/forgotten");
    await page.getByLabel("E-mail").fill(member.email);
    await page.getByRole("button", { name: "Ask for a link" }).click();
    await expect(page.getByText("a letter with a link is going there now")).toBeVisible();
    await expect.poll(() => mail.told(), { timeout: 35_000 }).toContain("Somebody, probably you");
    expect(mail.told()).toContain(`RCPT TO:<${member.email}>`);
    await context.close();

    await onDatabase(
      server,
      `INSERT INTO "Letter" ("id", "to", "subject", "text", "state", "createdBy") VALUES
        (gen_random_uuid(), 'lena@belagt.example', 'Ett gammalt brev', 'Hej!', 'by_hand', 'x')`,
    );
    await onDatabase(
      server,
      `INSERT INTO "Letter" ("id", "to", "subject", "text", "state", "attempts", "lastError", "createdBy") VALUES
        (gen_random_uuid(), 'borta@belagt.example', 'Ett annat', 'Hej!', 'failed', 5, '550 no such user', 'x')`,
    );
    const desk = await visitor(browser, server);
    await signedIn(desk, "administrator", at(server));
    const letters = await desk.newPage();
    await letters.goto("/desk/letters");
    await expect(
      letters.getByText("gick inte att skicka: mottagarens e-postserver tog inte emot adressen"),
    ).toBeVisible();
    expect(await faultsOn(letters)).toEqual([]);
    await letters.getByRole("button", { name: "Skicka brevet till lena@belagt.example nu" }).click();
    await expect(letters.getByText("Brevet är på väg.")).toBeVisible();
    await expect.poll(() => mail.told(), { timeout: 35_000 }).toContain("RCPT TO:<lena@belagt.example>");
    await letters.getByRole("link", { name: "Öppna brevet till borta@belagt.example" }).click();
    await expect(letters.getByText("550 no such user")).toBeVisible();
    await letters.getByRole("button", { name: "Försök igen" }).click();
    await expect.poll(() => mail.told(), { timeout: 35_000 }).toContain("RCPT TO:<borta@belagt.example>");
    await desk.close();
  });
});
