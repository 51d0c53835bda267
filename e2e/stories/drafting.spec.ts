import { expect, type Page } from "@playwright/test";
import { faultsInBothColours, overflowOf } from "../fixtures/look.ts";
import { atDesk } from "../fixtures/signed-in.ts";
import { test } from "../fixtures/story.ts";

/** A made-up dispute that no other story knows of. */
const unique = () => `Brobygget ${Math.random().toString(36).slice(2, 8)}`;

async function fill(page: Page, words: Record<string, string>) {
  for (const [label, text] of Object.entries(words)) {
    await page.getByLabel(label, { exact: true }).fill(text);
  }
}

const both = (label: string, sv: string, en: string) => ({
  [`${label}, svenska`]: sv,
  [`${label}, engelska`]: en,
});

async function openDispute(page: Page, title: string) {
  await page.goto("/desk/disputes");
  await page.getByRole("link", { name: "Öppna en tvist" }).click();
  await fill(page, {
    ...both("Rubrik", title, `${title} in English`),
    ...both("Kort namn", title, `${title} in English`),
    ...both(
      "Sammanfattning",
      "Exempelby kommun och Provstads kommun är oense om vem som skulle bygga bron.",
      "The municipalities of Exempelby and Provstad disagree on who was to build the bridge.",
    ),
  });
  await page.getByRole("button", { name: "Öppna tvisten" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

async function addParty(page: Page, name: string, side: string) {
  await page.getByRole("link", { name: "Lägg till en part" }).click();
  await page.getByLabel("Vad det är").selectOption({ label: "myndighet" });
  await fill(page, {
    ...both("Namn", name, `${name} in English`),
    ...both("Beskrivning", "En påhittad kommun.", "A made-up municipality."),
    ...both("Titel då, enligt källan", "kommun", "municipality"),
    ...both(
      "Vad parten säger",
      `${name} säger att den andra skulle bygga.`,
      `${name} says the other was to build.`,
    ),
  });
  await page.getByLabel(side, { exact: true }).check();
  await page.getByText("Vad parten heter i andra register").click();
  await page.getByLabel("Register", { exact: true }).first().selectOption({ label: "Egen webbplats" });
  await page.getByLabel("Beteckning").first().fill(`https://${side.toLowerCase()}.example/`);
  await page.getByRole("button", { name: "Lägg till parten" }).click();
  await expect(page).toHaveURL(/#parties$/);
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
}

async function addSource(page: Page) {
  await page.getByRole("link", { name: "Lägg till en källa" }).click();
  await page.getByLabel("Slag", { exact: true }).selectOption({ label: "e-post" });
  await fill(page, {
    ...both("Titel", "Brevet om bron", "The letter about the bridge"),
    ...both("Vad källan är", "Ett påhittat brev.", "A made-up letter."),
    "När den gjordes": "21 november 2019",
    "När allmänheten kunde läsa den": "december 2019",
  });
  await page.getByRole("button", { name: "Lägg till källan" }).click();
  await expect(page).toHaveURL(/#sources$/);
}

async function addEvent(page: Page, text: string, short: string, happened: string) {
  await page.getByRole("link", { name: "Lägg till en händelse" }).click();
  await fill(page, {
    ...both("Vad som hände", text, `${text} (in English)`),
    ...both("Kort form", short, `${short} (in English)`),
    "När det hände": happened,
  });
  await page.getByLabel("Vem som gjorde det").selectOption({ label: "Exempelby kommun" });
  await page.getByLabel("Vilken källa som berättar det").selectOption({ label: "Brevet om bron" });
  await page.getByRole("button", { name: "Lägg till händelsen" }).click();
  await expect(page).toHaveURL(/#events$/);
}

/** No sideways scroll at 360 px, and nothing that axe can find, in both colours. */
async function isSound(page: Page, name: string) {
  const wide = page.viewportSize();
  expect(await faultsInBothColours(page), name).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflowOf(page), `${name} scrolls sideways`).toBe(0);
  if (wide) await page.setViewportSize(wide);
}

test("An editor drafts a dispute, another editor publishes it, and a reader without JavaScript reads it", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const title = unique();
  const writer = await atDesk(browser, "editor", { locale: "sv-SE" });
  await openDispute(writer, title);
  const workspace = writer.url();
  await addParty(writer, "Exempelby kommun", "Anklagar");
  await addParty(writer, "Provstads kommun", "Anklagas");
  await addSource(writer);
  await addEvent(writer, "Exempelby kommun skickade ett brev till Provstad.", "Brevet", "21 november 2019");
  await addEvent(writer, "Kommunerna höll ett möte om bron.", "Mötet", "efter brevet");
  await expect(writer.getByText("tidigast 21 november 2019")).toBeVisible();

  await writer.getByRole("link", { name: "Lägg till ett påstående" }).click();
  await fill(writer, {
    ...both(
      "Neutral formulering",
      `Provstads kommun lovade att bygga bron (${title}).`,
      `The municipality of Provstad promised to build the bridge (${title}).`,
    ),
    ...both("Kort form", "Provstad lovade bron", "Provstad promised the bridge"),
  });
  await writer.getByLabel("Part", { exact: true }).first().selectOption({ label: "Exempelby kommun" });
  await writer.getByLabel("Parten vinner på att påståendet").first().selectOption({ label: "är sant" });
  await writer.getByRole("button", { name: "Lägg till påståendet" }).click();
  await expect(writer).toHaveURL(/\/desk\/claims\/[0-9a-f-]+$/);
  const claim = writer.url();

  await writer.goto(`${claim}/appearances/new`);
  await writer.getByLabel("Vem som säger det").selectOption({ label: "Exempelby kommun" });
  await writer.getByLabel("Eller en källa som redan finns").selectOption({ label: "Brevet om bron" });
  await fill(writer, {
    "Orden, exakt som de står": "Ni lovade oss bron.",
    Språk: "sv",
    "När det sades": "slutet av november 2019",
    "När allmänheten kunde känna till det": "december 2019",
  });
  await expect(writer.getByText("slutet av november 2019 (2019-11-21~/2019-11-30)")).toBeVisible();
  await writer.getByRole("button", { name: "Lägg till", exact: true }).click();
  await expect(writer).toHaveURL(claim);

  // Who wrote it sees what would become public, and that somebody else must do it.
  await writer.goto(`${workspace}/publish`);
  await expect(writer.getByText("Du har skrivit i det").first()).toBeVisible();
  await expect(writer.getByRole("checkbox")).toHaveCount(0);
  await writer.getByRole("button", { name: /^Läs vad/ }).click();
  await expect(writer.locator(".outcome")).toContainText("Den som har skrivit får inte själv publicera");

  const publisher = await atDesk(browser, "editor", { locale: "sv-SE" });
  await publisher.goto(`${workspace}/publish`);
  await expect(publisher.getByText("Allt kan publiceras.")).toBeVisible();
  await isSound(publisher, "publish");
  // Unticked, a claim stays with what rests on it, and the question says so; ticked again it goes.
  const claimBox = publisher.getByRole("checkbox", {
    name: `Provstads kommun lovade att bygga bron (${title}).`,
    exact: true,
  });
  await claimBox.uncheck();
  await publisher.getByRole("button", { name: /^Läs vad/ }).click();
  await expect(publisher.locator(".outcome")).toContainText("Det här stannar som utkast");
  await expect(claimBox).not.toBeChecked();
  await claimBox.check();
  // A yes to another choice is none: it is asked again.
  await publisher.getByRole("button", { name: /^Ja, publicera/ }).click();
  await expect(publisher.locator(".outcome")).toContainText(
    "Det här blir publikt: tvisten, ett påstående, 2 parter",
  );
  await isSound(publisher, "the question before publishing");
  await publisher.getByRole("button", { name: /^Ja, publicera/ }).click();
  await expect(publisher.getByText("Allt i tvisten står i protokollet.")).toBeVisible();
  await isSound(publisher, "dispute");

  const reading = await browser.newContext({ javaScriptEnabled: false, locale: "sv-SE" });
  const reader = await reading.newPage();
  const slug = title.toLowerCase().replace(" ", "-");
  const response = await reader.goto(`/disputes/${slug}`);
  expect(response?.status()).toBe(200);
  await expect(reader.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(reader.getByText("slutet av november 2019").first()).toBeAttached();
  await expect(reader.getByText("Ansvarig utgivare för")).toBeVisible();

  await reader.getByRole("link", { name: "Exempelby kommun" }).first().click();
  await expect(reader.getByRole("link", { name: "https://anklagar.example/" })).toBeVisible();
  const json = await (await reader.request.get(`${new URL(reader.url()).pathname}.json`)).json();
  expect(json.record.sameAs).toEqual(["https://anklagar.example/"]);
  await reader
    .getByRole("link", { name: /lovade att bygga bron/ })
    .first()
    .click();
  await expect(reader.getByText("Ni lovade oss bron.").first()).toBeVisible();
});

test("Without JavaScript a form that cannot be taken keeps what was typed, and says what to change", async ({
  browser,
}) => {
  const page = await atDesk(browser, "journalist", { javaScriptEnabled: false, locale: "sv-SE" });
  await page.goto("/desk/disputes/new");
  await fill(page, both("Rubrik", "En rubrik som inte får försvinna", ""));
  await page.getByRole("button", { name: "Öppna tvisten" }).click();
  await expect(page.getByRole("alert")).toContainText("Några fält behöver ändras");
  await expect(page.getByRole("alert").getByRole("link", { name: "Kort namn" }).first()).toBeVisible();
  await expect(page.getByLabel("Rubrik, svenska")).toHaveValue("En rubrik som inte får försvinna");

  await openDispute(page, unique());
  const workspace = page.url().replace(/#.*/, "");
  await page.goto(`${workspace}/sources/new`);
  await fill(page, { ...both("Titel", "Brevet", ""), "När den gjordes": "någon gång i fjol" });
  await page.getByLabel("Slag", { exact: true }).selectOption({ label: "e-post" });
  await page.getByRole("button", { name: "Lägg till källan" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: "När den gjordes" })).toBeVisible();
  await expect(page.getByLabel("När den gjordes")).toHaveValue("någon gång i fjol");
  await expect(page.getByLabel("Slag", { exact: true })).toHaveValue("email");
});

test("What an administrator says of the publication is on the reader's page at once", async ({ browser }) => {
  const page = await atDesk(browser, "administrator", { locale: "sv-SE" });
  const reading = await browser.newContext({ javaScriptEnabled: false, locale: "sv-SE" });
  const reader = await reading.newPage();
  const contact = `klagomal-${Math.random().toString(36).slice(2, 8)}@exempelbladet.example`;
  await reader.goto("/method");
  await page.goto("/desk/settings");
  await page.getByLabel("Adress för klagomål").fill(contact);
  await page.getByRole("button", { name: "Publicera som ny version" }).click();
  await expect(page.getByText(contact)).toBeVisible();
  await expect(async () => {
    await reader.reload();
    await expect(reader.getByRole("link", { name: contact })).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: 5_000 });
});

test("A contributor finds the pages of drafting closed, and addresses that name nothing are not found", async ({
  browser,
}) => {
  const page = await atDesk(browser, "contributor", { locale: "sv-SE" });
  expect((await page.goto("/desk/disputes"))?.status()).toBe(200);
  await expect(page.getByRole("link", { name: "Öppna en tvist" })).toBeHidden();
  expect((await page.goto("/desk/disputes/new"))?.status()).toBe(403);
  expect((await page.goto("/desk/settings"))?.status()).toBe(403);
  for (const path of [
    "disputes/x",
    "disputes/x/publish",
    "sources/x",
    "events/x",
    "appearances/x",
    "claims/x/wording",
  ]) {
    expect((await page.goto(`/desk/${path}`))?.status(), path).toBe(404);
  }
});

test("Every form page of drafting fits a small screen, and axe finds no fault in it", async ({ browser }) => {
  test.setTimeout(360_000);
  const page = await atDesk(browser, "administrator", { locale: "sv-SE" });
  await openDispute(page, unique());
  const workspace = page.url().replace(/#.*/, "");
  await isSound(page, "dispute-new-empty");
  for (const path of [
    "sources/new",
    "parties/new",
    "claims/new",
    "events/new",
    "falsifiers/new",
    "wording",
  ]) {
    await page.goto(`${workspace}/${path}`);
    await isSound(page, path.replace("/", "-"));
  }
  await page.goto(workspace);
  await addParty(page, "Exempelby kommun", "Anklagar");
  await page.getByRole("link", { name: "Exempelby kommun", exact: true }).click();
  await page.waitForURL(/\/parties\//);
  await isSound(page, "party");
  await page.goto(workspace);
  await addSource(page);
  await page.getByRole("link", { name: "Brevet om bron", exact: true }).click();
  await page.waitForURL(/\/desk\/sources\//);
  await isSound(page, "source");
  await page.goto(workspace);
  await addEvent(page, "Exempelby kommun skickade ett brev.", "Brevet", "2019");
  await page.getByRole("link", { name: "Exempelby kommun skickade ett brev." }).click();
  await page.waitForURL(/\/desk\/events\//);
  await isSound(page, "event");
  await page.goto(`${workspace}/claims/new`);
  await fill(page, {
    ...both("Neutral formulering", "Provstads kommun lovade att bygga en färja.", ""),
    ...both("Kort form", "Provstad lovade en färja", ""),
  });
  await page.getByRole("button", { name: "Lägg till påståendet" }).click();
  await expect(page).toHaveURL(/\/desk\/claims\/[0-9a-f-]+$/);
  const claim = page.url();
  for (const path of ["wording", "appearances/new", "relations/new"]) {
    await page.goto(`${claim}/${path}`);
    await isSound(page, `claim-${path.replace("/", "-")}`);
  }
  await page.goto(`${workspace}/falsifiers/new`);
  await fill(page, {
    ...both("Dokumentet eller svaret", "Protokollet från mötet.", ""),
    ...both("Vem som har det", "Provstads kommun", ""),
  });
  await page.getByLabel(/Provstads kommun lovade att bygga en färja/).check();
  await page.getByRole("button", { name: "Lägg till", exact: true }).click();
  await page.getByRole("link", { name: "Protokollet från mötet." }).click();
  await isSound(page, "falsifier");
  for (const path of ["disputes", "disputes/new", "settings"]) {
    await page.goto(`/desk/${path}`);
    await isSound(page, path.replace("/", "-"));
  }
});
