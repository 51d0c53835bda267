import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import pg from "pg";
import { totpAt, totpStep } from "../../lib/desk/auth/totp.ts";
import { faultsOn } from "../fixtures/look.ts";
import { type OwnServer, startOwnServer } from "../fixtures/own-server.ts";
import { memberSignedIn, signedIn } from "../fixtures/signed-in.ts";
import { test } from "../fixtures/story.ts";

test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);
test.use({ actionTimeout: 10_000 });

const PASSWORD = "åtta röda kajaker i Huddinge";
const EMAIL = "eva@belagt.example";

let server: OwnServer;
test.beforeAll(async () => {
  server = await startOwnServer();
});
test.afterAll(async () => {
  await server?.stop();
});

const visitor = (browser: Browser, options = {}): Promise<BrowserContext> =>
  browser.newContext({ baseURL: server.url, ...options });

async function fillPerson(page: Page, name: string) {
  await page.getByLabel("Ditt namn").fill(name);
  await page.getByLabel("Byline, svenska").fill(`${name}, redaktör`);
  await page.getByLabel("Byline, engelska").fill(`${name}, editor`);
  await page.getByLabel("Nytt lösenord").fill(PASSWORD);
  await page.getByRole("button", { name: "Skapa kontot" }).click();
}

async function signInBy(page: Page, email: string, password: string) {
  await page.getByLabel("E-post").fill(email);
  await page.getByLabel("Lösenord").fill(password);
  await page.getByRole("button", { name: "Logga in", exact: true }).click();
}

async function onDatabase(statement: string, value: string) {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  await client.query(statement, [value]);
  await client.end();
}

const signOut = (page: Page) => page.getByRole("button", { name: "Logga ut" }).click();

async function expectAccessible(page: Page) {
  expect(await faultsOn(page)).toEqual([]);
}

/** A phone's clock may be ten seconds ahead; this one is nearly. */
const AHEAD = 9_000;

/** The code of the next thirty seconds: this one may have been used. */
async function nextCode(secret: string, used: string): Promise<string> {
  for (;;) {
    const code = totpAt(secret, totpStep(new Date(Date.now() + AHEAD)));
    if (code !== used) return code;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What later tests of this story sign in with. */
const kept = { secret: "", code: "", backup: [] as string[] };

test("Whoever starts Belagt becomes its first administrator and invites somebody, who signs in with a code", async ({
  browser,
}) => {
  const context = await visitor(browser);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));

  const link = await server.firstLink();
  const opened = await context.request.get(link, { maxRedirects: 0 });
  expect(opened.status()).toBe(303);
  expect(opened.headers()["referrer-policy"]).toBe("no-referrer");
  expect(opened.headers()["cache-control"]).toBe("private, no-store");
  await page.goto(link);
  await expect(page).toHaveURL(`${server.url}/sign-in/first`);
  await expectAccessible(page);
  await page.getByLabel("E-post").fill("admin@belagt.example");
  await fillPerson(page, "Astrid Admin");
  await expect(page).toHaveURL(`${server.url}/desk`);
  expect(await server.firstLink()).toBe("");

  await page.goto("/desk/people");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Bjud in någon" }).click();
  await page.getByLabel("E-post").fill(EMAIL);
  await page.getByRole("radio", { name: /Redaktör/ }).check();
  await page.getByRole("button", { name: "Bjud in" }).click();
  await expect(page).toHaveURL(/\/desk\/letters\/[0-9a-f-]{36}$/);
  await expectAccessible(page);
  const letter = await page.locator("pre").textContent().then(String);
  const invitation = /http:\S+\/sign-in\/invitation\/[\w-]{43}/.exec(letter)?.[0] ?? "";
  await page.getByRole("button", { name: "Jag har skickat det" }).click();
  await expect(page.getByText("Brevet är märkt som skickat.")).toBeVisible();
  expect(wrong).toEqual([]);
  await context.close();

  const editor = await visitor(browser);
  const desk = await editor.newPage();
  desk.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  await desk.goto(invitation);
  await expect(desk.getByText("Du är inbjuden som redaktör.")).toBeVisible();
  await fillPerson(desk, "Eva Ek");
  await expect(desk).toHaveURL(`${server.url}/desk`);
  const again = await desk.goto(invitation);
  expect(again?.status()).toBe(410);

  await desk.goto("/desk/account");
  await signOut(desk);
  await expect(desk.getByText("Du är utloggad.")).toBeVisible();
  await desk.goto("/desk/account/second-factor");
  await expect(desk).toHaveURL(/\/sign-in\?next=%2Fdesk%2Faccount%2Fsecond-factor$/);
  await expectAccessible(desk);
  await signInBy(desk, EMAIL.toUpperCase(), PASSWORD);
  await expect(desk).toHaveURL(`${server.url}/desk/account/second-factor`);

  await desk.getByRole("button", { name: "Börja" }).click();
  await expect(desk.getByRole("img", { name: /QR-kod/ })).toBeVisible();
  await expectAccessible(desk);
  kept.secret = (await desk.locator("code.secret").textContent().then(String)).replaceAll(" ", "");
  await desk.getByRole("textbox", { name: "Kod" }).fill("000000");
  await desk.getByRole("button", { name: "Slå på" }).click();
  await expect(
    desk
      .getByRole("main")
      .getByRole("alert")
      .getByText(/Koden gäller inte/),
  ).toBeVisible();
  kept.code = totpAt(kept.secret, totpStep(new Date()));
  await desk.getByRole("textbox", { name: "Kod" }).fill(kept.code);
  await desk.getByRole("button", { name: "Slå på" }).click();
  await expect(desk.getByRole("heading", { name: "Skriv upp de här koderna nu" })).toBeVisible();
  kept.backup = await desk.locator(".codes code").allTextContents();
  expect(kept.backup).toHaveLength(10);
  await desk.getByRole("link", { name: "Jag har sparat dem" }).click();
  await expect(desk.getByText("På. Utöver lösenordet frågas efter en kod ur din app.")).toBeVisible();
  await expectAccessible(desk);

  await signOut(desk);
  await signInBy(desk, EMAIL, PASSWORD);
  await expect(desk).toHaveURL(/\/sign-in\/second-step/);
  await expectAccessible(desk);
  // Half a session opens nothing else.
  expect((await editor.request.get("/desk/account", { maxRedirects: 0 })).status()).toBe(307);
  await desk.getByRole("textbox", { name: "Kod" }).fill(kept.code);
  await desk.getByRole("button", { name: "Fortsätt" }).click();
  await expect(
    desk
      .getByRole("main")
      .getByRole("alert")
      .getByText(/Koden gäller inte/),
  ).toBeVisible();
  kept.code = await nextCode(kept.secret, kept.code);
  await desk.getByRole("textbox", { name: "Kod" }).fill(kept.code);
  await desk.getByRole("button", { name: "Fortsätt" }).click();
  await expect(desk).toHaveURL(`${server.url}/desk`);
  await desk.goto("/desk/account");
  await expect(desk.getByText(/med kod/)).toBeVisible();
  expect(wrong.filter((text) => !/40[13]|410|422/.test(text))).toEqual([]);
  await editor.close();
});

test("Signing in needs no script: a wrong password keeps the address, a backup code lets in once", async ({
  browser,
}) => {
  const context = await visitor(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in?next=//evil.example");
  await expect(page.getByRole("button", { name: /lösennyckel/ })).toBeHidden();
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await signInBy(page, EMAIL, "fel lösenord här");
  expect((await answer).status()).toBe(401);
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "E-postadressen och lösenordet hör inte ihop.",
  );
  await expect(page.getByLabel("E-post")).toHaveValue(EMAIL);
  await expect(page.getByLabel("Lösenord")).toHaveValue("");
  await signInBy(page, EMAIL, PASSWORD);
  await page.getByRole("textbox", { name: "Kod" }).fill(kept.backup[0]?.toUpperCase() ?? "");
  await page.getByRole("button", { name: "Fortsätt" }).click();
  await expect(page).toHaveURL(`${server.url}/desk`);

  const cookies = await context.cookies();
  expect(cookies).toMatchObject([
    { name: "belagt", httpOnly: true, sameSite: "Lax", path: "/", expires: -1 },
  ]);
  await page.goto("/desk/account");
  await expect(page.getByText(/med reservkod/)).toBeVisible();
  await page.getByLabel("Ditt namn").fill("Eva Ek Ny");
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.getByText("Namnen är sparade.")).toBeVisible();
  await signOut(page);
  // The old cookie, put back by somebody who kept a copy of it.
  await context.addCookies(cookies);
  await page.goto("/desk/account");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signInBy(page, EMAIL, PASSWORD);
  await page.getByRole("textbox", { name: "Kod" }).fill(kept.backup[0] ?? "");
  await page.getByRole("button", { name: "Fortsätt" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Koden gäller inte.");
  await context.close();
});

test("An account that exists and one that does not are refused byte for byte alike", async ({ browser }) => {
  const context = await visitor(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  /** Everything but what differs between any two answers: the nonce, and the address that was typed. */
  const refusal = async (email: string) => {
    await page.goto("/sign-in");
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await signInBy(page, email, "fel lösenord här");
    const response = await answered;
    const { "content-security-policy": policy = "", date, ...headers } = response.headers();
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
    const body = (await response.text()).replaceAll(nonce, "").replaceAll(email, "");
    return { status: response.status(), body, headers: { ...headers, "content-length": "" } };
  };
  const missing = await refusal("ada@belagt.example");
  expect(missing.status).toBe(401);
  expect(missing.body).toContain("hör inte ihop");
  expect(await refusal(EMAIL)).toEqual(missing);
  await context.close();
});

test("A passkey is added, and signs in alone", async ({ browser }) => {
  const context = await visitor(browser);
  const member = await signedIn(context, "journalist", {
    baseUrl: server.url,
    databaseUrl: server.databaseUrl,
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto("/desk/account/passkeys");
  await page.getByLabel("Vad den ska heta").fill("Telefonen");
  await page.getByRole("button", { name: "Lägg till" }).click();
  await expect(page.getByRole("listitem").getByText("Telefonen", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await signOut(page);
  await page.getByRole("button", { name: "Logga in med lösennyckel" }).click();
  await expect(page).toHaveURL(`${server.url}/desk`);
  await page.goto("/desk/account");
  await expect(page.getByText(/med lösennyckel/)).toBeVisible();
  await expect(page.getByText(member.email)).toBeVisible();
  await context.close();
});

test("What changes how one signs in asks for the password again, and comes back", async ({ browser }) => {
  const context = await visitor(browser);
  const member = await memberSignedIn("journalist", {
    baseUrl: server.url,
    databaseUrl: server.databaseUrl,
    stale: true,
  });
  await context.addCookies([member.cookie]);
  const page = await context.newPage();
  await page.goto("/desk/account/password");
  await expect(page).toHaveURL(/\/desk\/account\/again\?next=/);
  await expectAccessible(page);
  await page.getByLabel("Lösenord").fill("fel lösenord");
  await page.getByRole("button", { name: "Fortsätt" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Lösenordet stämmer inte.");
  await page.getByLabel("Lösenord").fill(member.password);
  await page.getByRole("button", { name: "Fortsätt" }).click();
  await expect(page).toHaveURL(`${server.url}/desk/account/password`);
  // The page was left open meanwhile.
  await onDatabase(
    `UPDATE "Session" SET "provedAt" = now() - interval '6 minutes' WHERE "memberId" = $1`,
    member.id,
  );
  const late = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByLabel("Nytt lösenord").fill(PASSWORD);
  await page.getByRole("button", { name: "Byt lösenord" }).click();
  expect((await late).status()).toBe(403);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("visa att det är du");
  await onDatabase(`UPDATE "Session" SET "provedAt" = now() WHERE "memberId" = $1`, member.id);
  await page.getByLabel("Nytt lösenord").fill("password1234");
  await page.getByRole("button", { name: "Byt lösenord" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("ett av de vanliga");
  await page.getByLabel("Nytt lösenord").fill(PASSWORD);
  await page.getByRole("button", { name: "Byt lösenord" }).click();
  await expect(page.getByText("Lösenordet är bytt.")).toBeVisible();
  await context.close();
});

test("Only administrators reach people and letters; a disabled member is out at the next click", async ({
  browser,
}) => {
  const at = { baseUrl: server.url, databaseUrl: server.databaseUrl };
  const [one, two] = [await visitor(browser), await visitor(browser)];
  const editor = await signedIn(one, "editor", at);
  await signedIn(two, "administrator", at);
  for (const path of ["/desk/people", "/desk/people/invite", "/desk/letters", `/desk/people/${editor.id}`])
    expect((await one.request.get(path)).status()).toBe(403);
  const page = await two.newPage();
  await page.goto(`/desk/people/${editor.id}`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Stäng av" }).click();
  await expect(page.getByText("Medarbetaren är avstängd.")).toBeVisible();
  const refused = await one.request.get("/desk/account", { maxRedirects: 0 });
  expect(refused.status()).toBe(307);
  expect(refused.headers()["cache-control"]).toContain("no-store");
  await one.close();
  await two.close();
});

test("The server's log tells what happened to accounts, and no secret", async () => {
  const log = server.log();
  for (const event of [
    "first-administrator",
    "invited",
    "second-factor-on",
    "sign-in",
    "sign-out",
    "member-disabled",
  ])
    expect(log).toContain(`"security":"${event}"`);
  for (const secret of [EMAIL, PASSWORD, kept.secret, kept.code, ...kept.backup])
    expect(log).not.toContain(secret);
});
