import { type BrowserContext, expect, type Page } from "@playwright/test";
import { article } from "../fixtures/local-pages.ts";
import { faultsInBothColours } from "../fixtures/look.ts";
import { CLAIM, toClaimAtDesk } from "../fixtures/pages.ts";
import { rowsOf } from "../fixtures/rows.ts";
import { atDesk, signedIn } from "../fixtures/signed-in.ts";
import { test } from "../fixtures/with-pages.ts";

// One after the other: they type into one form, as one journalist, and what one has typed is kept for the next.
test.describe.configure({ mode: "default" });

const WORDS = "handlingen finns inte i diariet";

/** The desk's page of the first claim, as somebody finds it: from the queue, through the dispute. */
async function toClaim(page: Page) {
  await toClaimAtDesk(page, "Huddinge kommun har bedrivit systematisk social dumpning.");
  await expect(page.getByRole("heading", { level: 1, name: "Påstående 1" })).toBeVisible();
}

/** Counts what a hand does besides typing: clicks, taps, and keys that write nothing. */
const counting = (context: BrowserContext) =>
  context.addInitScript(() => {
    const count = () =>
      sessionStorage.setItem("hand", String(Number(sessionStorage.getItem("hand") ?? 0) + 1));
    addEventListener("pointerdown", count, true);
    addEventListener("keydown", (event) => (event.key.length > 1 ? count() : undefined), true);
  });

// The longest first, so that the others are told beside it.
test("The pages of the desk have no violation axe can find, in both languages and themes", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const problems: string[] = [];
  const page = await atDesk(browser, "administrator");
  await toClaim(page);
  const claim = new URL(page.url()).pathname;
  const [copy] = await rowsOf<{ id: string; source: string }>(
    `SELECT "id", "sourceId" AS source FROM "Snapshot" WHERE "publishedAt" IS NOT NULL ORDER BY "id" LIMIT 1`,
  );
  const paths = [
    ...["/desk", "/desk/disputes", claim, `${claim}/evidence/new`, "/desk/history", "/desk/jobs"],
    ...[`/desk/sources/${copy?.source}`, `/desk/copies/${copy?.id}`],
  ];
  for (const path of paths.flatMap((each) => [each, `/en${each}`])) {
    expect((await page.goto(path))?.status(), path).toBe(200);
    problems.push(...(await faultsInBothColours(page)));
  }
  expect(problems).toEqual([]);
});

test("A journalist adds evidence to the first claim, an editor publishes it, and a reader without JavaScript sees it", async ({
  browser,
  pages,
}) => {
  test.setTimeout(90_000);
  const link = pages.put(
    "/diarium/2019",
    article({ title: "Diariet 2019", paragraphs: [`Rad fyra: ${WORDS}, enligt registratorn i Exempelby.`] }),
  );
  const [desk, other, reading] = await Promise.all([
    browser.newContext(),
    browser.newContext(),
    browser.newContext({ javaScriptEnabled: false }),
  ]);
  await signedIn(desk, "journalist");
  await signedIn(other, "editor");
  await counting(desk);
  const reader = await reading.newPage();
  await reader.goto(CLAIM);
  await expect(reader.getByText(WORDS)).toBeHidden();

  const journalist = await desk.newPage();
  await toClaim(journalist);
  await journalist.evaluate(() => sessionStorage.setItem("hand", "0"));
  await journalist.getByRole("link", { name: "Lägg till belägg" }).click();
  await journalist.getByLabel("Länk").click();
  await journalist.keyboard.insertText(`${link}#rad-4`);
  await journalist.getByLabel("Citat, ordagrant").click();
  await journalist.keyboard.insertText(WORDS);
  await journalist.getByLabel("Sammanhang").check();
  await journalist.getByLabel("Vad stället visar, och vem som säger det, svenska").click();
  await journalist.keyboard.insertText("Ett diarium i ett prov, enligt provet självt.");
  await journalist.keyboard.press("Tab");
  await journalist.keyboard.insertText("A register in a test, according to the test itself.");
  await journalist.keyboard.press("Control+Enter");
  await expect(journalist).toHaveURL(/#evidence$/);
  await expect(journalist.getByText(WORDS)).toBeVisible();
  const hand = Number(await journalist.evaluate(() => sessionStorage.getItem("hand")));
  test.info().annotations.push({ type: "interactions besides typing", description: String(hand) });
  expect(hand).toBeLessThanOrEqual(12);
  await expect(journalist.locator("li", { hasText: WORDS })).toContainText("Ordagrant i vår kopia", {
    timeout: 30_000,
  });

  await reader.reload();
  await expect(reader.getByText(WORDS)).toBeHidden();
  await expect(journalist.getByRole("button", { name: "Publicera belägget" })).toBeHidden();

  const editor = await other.newPage();
  await editor.goto("/desk");
  // Others may wait too: it is known by what it leads to.
  const waiting = editor.locator("section", { hasText: "Belägg att publicera" });
  await waiting
    .locator(`a[href*="${new URL(journalist.url()).pathname}"]`)
    .first()
    .click();
  const piece = editor.locator("li", { hasText: WORDS });
  await piece.getByRole("button", { name: "Publicera belägget" }).click();
  await expect(piece.getByText("I protokollet")).toBeVisible();

  await expect(async () => {
    await reader.reload();
    await expect(reader.getByText(WORDS, { exact: true })).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: 3_000, intervals: [100] });
  await expect(reader.getByText("Nya belägg, ännu inte vägda")).toBeVisible();
  await reader.goto("/log");
  await expect(reader.getByText("Belägg publicerat").first()).toBeVisible();
});

test("What is typed is there after a reload and in another window, for its writer alone", async ({
  browser,
}) => {
  const page = await atDesk(browser, "journalist");
  await toClaim(page);
  await page.getByRole("link", { name: "Lägg till belägg" }).click();
  const address = page.url();
  await page.getByLabel("Citat, ordagrant").fill("ett halvskrivet citat");
  await expect(page.getByText(/^Utkastet sparat/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Citat, ordagrant")).toHaveValue("ett halvskrivet citat");

  const second = await page.context().newPage();
  await second.goto(address);
  await expect(second.getByLabel("Citat, ordagrant")).toHaveValue("ett halvskrivet citat");
  await second.getByLabel("Citat, ordagrant").fill("skrivet i det andra fönstret");
  await expect(second.getByText(/^Utkastet sparat/)).toBeVisible();
  await page.getByLabel("Citat, ordagrant").fill("skrivet i det första");
  await expect(page.getByText(/skrivs i ett annat fönster/)).toBeVisible();
  await second.reload();
  await expect(second.getByLabel("Citat, ordagrant")).toHaveValue("skrivet i det andra fönstret");

  const stranger = await browser.newContext();
  await signedIn(stranger, "journalist");
  const theirs = await stranger.newPage();
  await theirs.goto(address);
  await expect(theirs.getByLabel("Citat, ordagrant")).toHaveValue("");
});

test("A form that is wrong says where and why, keeps every word, and answers 422; also without JavaScript", async ({
  browser,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
    await signedIn(context, "journalist");
    const page = await context.newPage();
    await toClaim(page);
    await page.getByRole("link", { name: "Lägg till belägg" }).click();
    await page.getByLabel("Länk").fill("javascript:alert(1)");
    await page.getByLabel("Citat, ordagrant").fill("<img src=x onerror=alert(1)> [x](javascript:alert(1))");
    const [response] = await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === "POST"),
      page.getByRole("button", { name: "Spara belägget" }).click(),
    ]);
    expect(response.status()).toBe(422);
    const alert = page.locator(".outcome");
    await expect(alert).toContainText("Länk: Skriv en adress som börjar med https://");
    await expect(alert).toContainText("Vad belägget gör med påståendet: Välj ett av alternativen.");
    await expect(page.getByLabel("Länk")).toHaveValue("javascript:alert(1)");
    await expect(page.getByLabel("Länk")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("Citat, ordagrant")).toHaveValue(
      "<img src=x onerror=alert(1)> [x](javascript:alert(1))",
    );
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 360),
    ).toBeLessThanOrEqual(360);
    await context.close();
  }
});

test("Leaving with a word that nobody has kept yet asks first", async ({ browser }) => {
  const page = await atDesk(browser, "journalist");
  await toClaim(page);
  await page.getByRole("link", { name: "Lägg till belägg" }).click();
  await page.getByLabel("Citat, ordagrant").click();
  // Without a connection nothing can be kept: that is when a word is lost.
  await page.context().setOffline(true);
  await page.keyboard.type("ett ord till");
  await expect(page.getByText("Ingen förbindelse.")).toBeVisible();
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
});

test("A second click on the button makes one row", async ({ browser, pages }) => {
  const page = await atDesk(browser, "journalist");
  await toClaim(page);
  await page.getByRole("link", { name: "Lägg till belägg" }).click();
  // Plainly Swedish: the form does not ask for the language.
  const words = `det är två klick och en rad ${Date.now()}`;
  await page.getByLabel("Länk").fill(pages.at("/tva-klick"));
  await page.getByLabel("Citat, ordagrant").fill(words);
  await page.getByLabel("Talar för").check();
  await page.getByLabel(/säger det, svenska/).fill("Ett prov.");
  await page.getByRole("button", { name: "Spara belägget" }).dblclick();
  await expect(page).toHaveURL(/#evidence$/);
  await expect(page.getByText(words)).toHaveCount(1);
});

test("A contributor sees what is public and their own drafts, and nothing to publish with", async ({
  browser,
}) => {
  const page = await atDesk(browser, "contributor");
  await toClaim(page);
  await expect(page.getByText("två klick")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Lägg till belägg" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Publicera belägget" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Historik" })).toHaveCount(0);
  for (const [path, status] of [
    ["/desk/history", 403],
    ["/desk/people", 403],
    ["/desk/settings", 403],
    ["/desk/verdicts/01890a5d-ac96-774b-bcce-b302099a8057", 404],
    ["/desk/claims/not-an-id", 404],
  ] as const)
    expect((await page.goto(path))?.status(), path).toBe(status);
});

test("Somebody who is signed out is led to sign in and back, and a form sent then loses nothing", async ({
  browser,
}) => {
  const page = await atDesk(browser, "journalist");
  await toClaim(page);
  await page.getByRole("link", { name: "Lägg till belägg" }).click();
  const address = new URL(page.url()).pathname;
  await page.getByLabel("Citat, ordagrant").fill("skrivet innan utloggningen");
  await page.context().clearCookies();
  await page.getByLabel("Länk").fill("https://exempelby.example/");
  await page.getByLabel("Talar emot").check();
  await page.getByLabel(/säger det, svenska/).fill("Ett prov.");
  await page.getByRole("button", { name: "Spara belägget" }).click();
  await expect(page.locator(".outcome")).toContainText("Du är utloggad");
  await expect(page.getByLabel("Citat, ordagrant")).toHaveValue("skrivet innan utloggningen");
  const anonymous = await (await browser.newContext()).newPage();
  await anonymous.goto(address);
  expect(new URL(anonymous.url()).searchParams.get("next")).toBe(address);
});
