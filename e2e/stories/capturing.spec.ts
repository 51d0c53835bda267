import { createHash } from "node:crypto";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { article } from "../fixtures/local-pages.ts";
import { faultsOn, overflowOf } from "../fixtures/look.ts";
import { letter, report, SVG, WRITER } from "../fixtures/papers.ts";
import { ownSlug, runFixture } from "../fixtures/run-fixture.ts";
import { atDesk, signedIn } from "../fixtures/signed-in.ts";
import { test } from "../fixtures/with-pages.ts";

// A worker, other stories beside it, and two cores.
test.describe.configure({ timeout: 180_000 });

const WORDS = "simhallen stängdes utan att nämnden hade fattat ett beslut";
const NOTE = "Vad stället visar, och vem som säger det";

interface MadeUp {
  readonly slug: string;
  readonly claimId: string;
  readonly claimSlug: string;
  readonly disputeId: string;
}

const madeUp = async (name: string): Promise<MadeUp> =>
  JSON.parse(await runFixture("asked-dispute", ownSlug(name)));

/** A page with the words, and a title of its own. */
const pageWith = (words: string, title = "Simhallen stängdes i mars") =>
  article({
    title,
    publisher: "Exempelby kommun",
    paragraphs: [`Av protokollet den fjortonde mars framgår att ${words}, enligt ordföranden.`],
  });

interface Piece {
  readonly link?: string;
  readonly file?: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
  readonly words: string;
  /** Why the words may be shown though no copy has them. */
  readonly reason?: string;
}

/** Fills in the form for evidence and saves it. */
async function addEvidence(desk: Page, claimId: string, { link, file, words, reason }: Piece) {
  await desk.goto(`/desk/claims/${claimId}/evidence/new`);
  if (link) await desk.getByLabel("Länk").fill(link);
  if (file) await desk.getByLabel("Eller ett dokument eller ett mejl").setInputFiles(file);
  await desk.getByLabel("Citat, ordagrant").fill(words);
  if (reason) {
    await desk.getByText("Om ingen kopia har orden").click();
    await desk.getByLabel("Varför de ändå kan visas, svenska").fill(reason);
    await desk.getByLabel("Varför de ändå kan visas, engelska").fill(`${reason} (in English)`);
  }
  await why(desk);
  await desk.getByRole("button", { name: "Spara belägget" }).click();
  await expect(desk).toHaveURL(/#evidence$/);
}

/** What is asked of every piece besides its words. */
async function why(desk: Page) {
  await desk.getByLabel("Sammanhang").check();
  await desk.getByLabel(`${NOTE}, svenska`).fill("Ett påhittat ställe, enligt provet.");
  await desk.getByLabel(`${NOTE}, engelska`).fill("A made-up passage, according to the test.");
}

/** What the worker does takes its time, most of all beside other stories. */
const IN_TIME = { timeout: 30_000 };

const pieceWith = (desk: Page, words: string) => desk.locator("#evidence ~ ul > li", { hasText: words });

async function publish(browser: Browser, claimId: string, words: string) {
  const editor = await atDesk(browser, "editor");
  await editor.goto(`/desk/claims/${claimId}`);
  const piece = pieceWith(editor, words);
  await piece.getByRole("button", { name: "Publicera belägget" }).click();
  return { editor, piece };
}

const published = ({ piece }: Awaited<ReturnType<typeof publish>>) =>
  expect(piece.getByText("I protokollet")).toBeVisible();

/** The claim as a reader without JavaScript finds it, a moment after something was published. */
async function reading(browser: Browser, claimSlug: string, words: string) {
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await expect(async () => {
    await reader.goto(`/claims/${claimSlug}`);
    await expect(reader.getByText(words).first()).toBeVisible({ timeout: 200 });
  }).toPass({ ...IN_TIME, intervals: [200] });
  return reader;
}

/** Counts what a hand does besides typing: clicks, taps, and keys that write nothing. */
const counting = (context: BrowserContext) =>
  context.addInitScript(() => {
    const count = () =>
      sessionStorage.setItem("hand", String(Number(sessionStorage.getItem("hand") ?? 0) + 1));
    addEventListener("pointerdown", count, true);
    addEventListener("keydown", (event) => (event.key.length > 1 ? count() : undefined), true);
  });

test("A link with a quotation is captured, found word for word, published, and read at its place without JavaScript", async ({
  browser,
  pages,
}) => {
  const { claimId, claimSlug, slug } = await madeUp("hamtad");
  const title = `Simhallen stängdes (${slug})`;
  const arrival = Promise.withResolvers<void>();
  const body = pageWith(WORDS, title);
  const link = pages.put(`/nyheter/${slug}`, { body, after: arrival.promise });

  const context = await browser.newContext();
  await signedIn(context, "journalist");
  await counting(context);
  const desk = await context.newPage();
  await desk.goto(`/desk/claims/${claimId}`);
  await desk.evaluate(() => sessionStorage.setItem("hand", "0"));
  await desk.getByRole("link", { name: "Lägg till belägg" }).click();
  await desk.getByLabel("Länk").click();
  await desk.keyboard.insertText(link);
  await desk.getByLabel("Citat, ordagrant").click();
  await desk.keyboard.insertText(WORDS);
  await desk.getByLabel("Sammanhang").check();
  await desk.getByLabel(`${NOTE}, svenska`).click();
  await desk.keyboard.insertText("Ett påhittat ställe, enligt provet.");
  await desk.keyboard.press("Tab");
  await desk.keyboard.insertText("A made-up passage, according to the test.");
  await desk.keyboard.press("Control+Enter");
  await expect(desk).toHaveURL(/#evidence$/);
  const hand = Number(await desk.evaluate(() => sessionStorage.getItem("hand")));
  test.info().annotations.push({ type: "interactions besides typing", description: String(hand) });
  expect(hand).toBeLessThanOrEqual(12);

  // While the page is on its way the desk says so, here, at the source and among the jobs.
  const piece = pieceWith(desk, WORDS);
  await expect(piece.getByText(/^Väntar på kopian/)).toBeVisible();
  const source = await context.newPage();
  await source.goto(await piece.getByRole("link", { name: "Till källans kopior" }).evaluate(hrefOf));
  await expect(source.getByText(/^Hämtas … \d+ procent$/)).toBeVisible(IN_TIME);
  await expect(source.getByRole("progressbar")).toBeVisible();
  const jobs = await context.newPage();
  await jobs.goto("/desk/jobs");
  const job = jobs.locator("li", { hasText: `Hämta en kopia: ${new URL(link).host}/nyheter/${slug}` });
  await expect(job).toContainText("pågår");

  // Nobody presses anything: both pages tell when it has come.
  arrival.resolve();
  await expect(piece.getByText("Ordagrant i vår kopia")).toBeVisible(IN_TIME);
  await expect(source.getByText(/^Hämtad /)).toBeVisible(IN_TIME);
  await jobs.reload();
  await expect(jobs.locator("li", { hasText: slug })).toContainText("klart", IN_TIME);
  expect(pages.asked(`/nyheter/${slug}`)).toBe(1);

  // It is called what its page is called, and what else the page says of itself is used for what nobody has written.
  await expect(source.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(source.getByText("Utgivare: Exempelby kommun")).toBeVisible();
  await expect(source.getByText("Publicerad: 14 mars 2026")).toBeVisible();
  await source.getByRole("button", { name: "Använd förslagen" }).click();
  await expect(source.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(source.getByLabel("Titel, svenska")).toHaveValue(title);
  await expect(source.getByLabel("Vem den kommer från").locator("option:checked")).toHaveText(
    "Exempelby kommun",
  );

  const publishing = await publish(browser, claimId, WORDS);
  await published(publishing);
  const reader = await reading(browser, claimSlug, WORDS);
  await expect(reader.getByText("Orden står ordagrant i vår kopia.")).toBeVisible();
  const live = reader.getByRole("link", { name: "Se stället på sidan" });
  await expect(live).toHaveAttribute("href", new RegExp(`^${link}#:~:text=`));
  await reader.getByRole("link", { name: "Se stället i kopian" }).click();
  await expect(reader).toHaveURL(/\/sources\/[0-9a-f-]+\/copies\/[0-9a-f-]+#passage-[0-9a-f-]+$/);
  const passage = reader.locator("mark.said");
  await expect(passage).toHaveText(WORDS);
  await expect(passage).toBeInViewport();
  await expect(reader.getByRole("heading", { level: 1 })).toContainText(title);
  await expect(reader.getByText(createHash("sha256").update(body).digest("hex")).first()).toBeVisible();
  // The rest of somebody else's text is not ours to show.
  await expect(reader.getByText("Enligt kommunens egen sammanställning")).toHaveCount(0);
  for (const address of [`/claims/${claimSlug}`, reader.url(), source.url(), "/desk/jobs"])
    await isSound(publishing.editor, address);
});

/** What anybody may open has nothing in it that axe can find, and fits a telephone. */
async function isSound(page: Page, address: string) {
  await page.goto(address);
  expect(await faultsOn(page), address).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflowOf(page), `${address} scrolls sideways`).toBe(0);
  await page.setViewportSize({ width: 1280, height: 900 });
}

const hrefOf = (link: Element) => link.getAttribute("href") ?? "";

test("The form for evidence with a link can be filled in and sent with the keyboard alone", async ({
  browser,
  pages,
}) => {
  const { claimId, slug } = await madeUp("tangenter");
  const link = pages.put(`/nyheter/${slug}`, pageWith(WORDS));
  const desk = await atDesk(browser, "journalist");
  await desk.goto(`/desk/claims/${claimId}`);
  /** Goes on with the tabulator until the focus stands on what has that name. */
  const to = async (name: string) => {
    for (let step = 0; step < 80; step++) {
      await desk.keyboard.press("Tab");
      const here = await desk.evaluate(() => {
        const at = document.activeElement;
        const label =
          at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels?.[0] : at;
        return label?.textContent?.trim() ?? "";
      });
      if (here.startsWith(name)) return;
    }
    throw new Error(`The tabulator never came to ${name}`);
  };
  await to("Lägg till belägg");
  await desk.keyboard.press("Enter");
  await expect(desk).toHaveURL(/evidence\/new$/);
  await to("Länk");
  await desk.keyboard.type(link);
  await to("Citat, ordagrant");
  await desk.keyboard.type(WORDS);
  await to("Talar för");
  await desk.keyboard.press("Space");
  await to(`${NOTE}, svenska`);
  await desk.keyboard.type("Ett påhittat ställe.");
  await to("Spara belägget");
  await desk.keyboard.press("Enter");
  await expect(desk).toHaveURL(/#evidence$/);
  await expect(pieceWith(desk, WORDS).getByText("Ordagrant i vår kopia")).toBeVisible(IN_TIME);
  await to("Ordagrant i vår kopia");
  await desk.keyboard.press("Enter");
  await expect(desk.locator("mark.said").first()).toHaveText(WORDS);
});

test("A quotation with one changed letter is shown beside what the copy has, refused, and mended with the copy's words", async ({
  browser,
  pages,
}) => {
  const { claimId, claimSlug, slug } = await madeUp("bokstav");
  const link = pages.put(`/nyheter/${slug}`, pageWith(WORDS));
  const wrong = WORDS.replace("fattat", "fattad");
  const desk = await atDesk(browser, "journalist");
  await addEvidence(desk, claimId, { link, words: wrong });
  const piece = pieceWith(desk, wrong);
  await expect(piece.getByText("Står inte i kopian. Så kan det inte publiceras.")).toBeVisible(IN_TIME);
  await expect(piece.locator("del")).toContainText("fattad");
  await expect(piece.locator("ins")).toContainText("fattat");

  const refused = await publish(browser, claimId, wrong);
  await expect(refused.editor.locator(".outcome")).toContainText("Citatet står inte i kopian.");
  await expect(refused.piece.getByText("Utkast", { exact: true })).toBeVisible();

  await piece.getByRole("link", { name: "Ändra" }).click();
  await desk.getByRole("button", { name: "Använd kopians ord" }).click();
  await expect(desk).toHaveURL(/#evidence$/);
  await expect(pieceWith(desk, WORDS).getByText("Ordagrant i vår kopia")).toBeVisible(IN_TIME);
  await published(await publish(browser, claimId, WORDS));
  const reader = await reading(browser, claimSlug, WORDS);
  await expect(reader.getByText(wrong)).toHaveCount(0);
});

test("Words that no copy has are published with the reason, and the page says that they are not verified", async ({
  browser,
  pages,
}) => {
  const { claimId, claimSlug, slug } = await madeUp("okontrollerat");
  const link = pages.put(`/nyheter/${slug}`, pageWith("inget särskilt hände den dagen"));
  const words = "ordföranden sade att hallen aldrig hade varit öppen";
  const reason = "Upptaget på band vid mötet.";
  const desk = await atDesk(browser, "journalist");
  await addEvidence(desk, claimId, { link, words, reason });
  await expect(pieceWith(desk, words).getByText(reason)).toBeVisible();
  // The copy goes public with it: whoever publishes has read the page once it was there.
  await expect(async () => {
    await desk.reload();
    await expect(pieceWith(desk, words)).toContainText("Simhallen stängdes i mars", { timeout: 500 });
  }).toPass(IN_TIME);
  await published(await publish(browser, claimId, words));
  const reader = await reading(browser, claimSlug, words);
  await expect(reader.getByText("Inte kontrollerat av programmet.")).toContainText(reason);
  await expect(reader.getByRole("link", { name: "Se stället i kopian" })).toHaveCount(0);
  await reader.goto(`/en/claims/${claimSlug}`);
  await expect(reader.getByText("Not checked by the software.")).toContainText(`${reason} (in English)`);
});

test("A page that is gone or behind a paywall says so with what to do, and can be fetched when it is back", async ({
  browser,
  pages,
}) => {
  const { claimId, slug } = await madeUp("borta");
  const desk = await atDesk(browser, "journalist");
  const gone = `/nyheter/${slug}`;
  await addEvidence(desk, claimId, { link: pages.at(gone), words: WORDS });
  const piece = pieceWith(desk, WORDS);
  await expect(piece.getByText(/^Kopian kunde inte tas: Sidan finns inte på adressen\./)).toBeVisible(
    IN_TIME,
  );
  const refused = await publish(browser, claimId, WORDS);
  await expect(refused.editor.locator(".outcome")).toContainText("Citatet står inte i kopian.");

  await piece.getByRole("link", { name: "Till källans kopior" }).click();
  await expect(desk.getByText(/^Kunde inte hämtas/)).toBeVisible();
  await expect(desk.getByText("sök upp sidan i ett webbarkiv")).toBeVisible();
  expect(await faultsOn(desk)).toEqual([]);
  pages.put(gone, pageWith(WORDS));
  await desk.getByRole("button", { name: "Hämta igen" }).click();
  await expect(desk.getByText(/^Hämtad /)).toBeVisible(IN_TIME);
  await desk.goto(`/desk/claims/${claimId}`);
  await expect(pieceWith(desk, WORDS).getByText("Ordagrant i vår kopia")).toBeVisible(IN_TIME);

  const locked = pages.put(
    `/las/${slug}`,
    `<!doctype html><html lang="sv"><title>Simhallen</title><h1>Simhallen</h1><p>Simhallen är stängd.</p>
     <div class="paywall"><p>Den här artikeln är endast för prenumeranter.</p><a href="/login">Logga in</a></div>`,
  );
  await addEvidence(desk, claimId, { link: locked, words: "ett annat citat bakom väggen" });
  const second = pieceWith(desk, "ett annat citat bakom väggen");
  await expect(second.getByText(/^Kopian kunde inte tas: Sidan visar mest en betalvägg\./)).toBeVisible(
    IN_TIME,
  );
});

/** Selects words in the text of a copy, as a hand does. */
async function select(page: Page, holder: string, words: string) {
  await page.locator(holder).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? "").indexOf(wanted);
      if (at === -1) continue;
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`Not there: ${wanted}`);
  }, words);
}

test("A PDF is handed in, drawn and quoted by its page; readers get it without what its program wrote into it", async ({
  browser,
}) => {
  const { claimId, claimSlug } = await madeUp("pdf");
  const first = "Rapporten handlar om simhallen i Exempelby.";
  const second = "Taket hade läckt i sju år innan hallen stängdes.";
  const third = "Ingen hade läst besiktningen från våren.";
  const buffer = await report([[first], [second, third]]);
  const desk = await atDesk(browser, "journalist");
  const file = { name: "rapport.pdf", mimeType: "application/pdf", buffer };
  await addEvidence(desk, claimId, { file, words: second });
  await pieceWith(desk, second).getByRole("link", { name: "Ordagrant i vår kopia, sida 2" }).click();

  // The text of each page, and the page itself.
  await expect(desk.locator("[data-page='1']")).toHaveText(first);
  await expect(desk.locator("[data-page='2']")).toContainText(third);
  await expect(desk.locator("mark.said")).toHaveText(second);
  const inked = () =>
    desk.locator(".pdf canvas").evaluate((canvas: HTMLCanvasElement) => {
      const pixels =
        canvas.width && canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
      return pixels ? pixels.filter((value, at) => at % 4 === 0 && value < 100).length : 0;
    });
  await expect.poll(inked, IN_TIME).toBeGreaterThan(100);
  await desk.getByRole("button", { name: "Nästa sida" }).click();
  await expect(desk.getByRole("img", { name: "Bild av sida 2" })).toBeVisible();
  await expect(desk.locator("[data-layer='2']")).toContainText("besiktningen");
  await expect.poll(inked, IN_TIME).toBeGreaterThan(100);
  expect(await faultsOn(desk)).toEqual([]);

  // A sentence that is marked becomes the quotation of a form: in the text, and on the picture of the page.
  const copy = desk.url().replace(/#.*/, "");
  await select(desk, "[data-layer='2']", third.slice(0, 20));
  const bar = desk.getByRole("region", { name: "Citera" });
  await expect(bar).toBeVisible();
  await isSound(desk, copy);
  await select(desk, "[data-page='2']", third);
  await expect(bar.getByText(third)).toBeVisible();
  expect(await faultsOn(desk)).toEqual([]);
  await bar.getByRole("link", { name: "Citera" }).click();
  await expect(desk.getByLabel("Citat, ordagrant")).toHaveValue(third);
  await expect(desk.getByLabel("Eller en källa som redan finns").locator("option:checked")).toHaveText(
    "Rapport om simhallen",
  );
  await why(desk);
  await desk.getByRole("button", { name: "Spara belägget" }).click();
  await expect(pieceWith(desk, third).getByText("Ordagrant i vår kopia, sida 2")).toBeVisible();

  // Readers may see all of it, with the reason.
  await desk.goto(copy);
  await desk.getByLabel("hela texten, och filen om den finns").check();
  await desk.getByLabel("Skäl att visa allt, svenska").fill("Rapporten är en allmän handling.");
  await desk.getByLabel("Skäl att visa allt, engelska").fill("The report is a public document.");
  await desk.getByRole("button", { name: "Spara valet" }).click();
  await expect(desk.locator(".outcome")).toBeVisible();
  const publishing = await publish(browser, claimId, second);
  await published(publishing);

  const reader = await reading(browser, claimSlug, second);
  await expect(reader.getByText("Orden står ordagrant i vår kopia, sida 2.")).toBeVisible();
  await reader.getByRole("link", { name: "Se stället i kopian" }).click();
  await expect(reader.getByText("Skäl: Rapporten är en allmän handling.")).toBeVisible();
  await expect(reader.locator("mark.said")).toHaveText(second);
  await expect(reader.locator("mark.said")).toBeInViewport();
  await isSound(publishing.editor, reader.url());
  const address = await reader.getByRole("link", { name: "Hämta filen" }).evaluate(hrefOf);
  const given = await reader.request.get(address);
  expect(given.headers()["content-disposition"]).toMatch(/^attachment; filename="[0-9a-f]{16}\.pdf"/);
  const bytes = await given.body();
  expect(bytes.equals(buffer)).toBe(false);
  expect(bytes.toString("latin1")).not.toContain(WRITER);
  expect(await reader.content()).not.toMatch(new RegExp(`${WRITER}|rapport\\.pdf`));
});

test("An e-mail shows its headers and text and never its HTML; attachments are sources; private details are masked in public", async ({
  browser,
  pages,
}) => {
  const { claimId, claimSlug, disputeId, slug } = await madeUp("brev");
  const words = "simhallen stängdes den tredje mars";
  const text = `Hej,\n\nJag bekräftar att ${words}. Ring mig på 070-123 45 67 om något är oklart.\n\nAnna Exempel\nanna.exempel@gmail.com`;
  const pixel = pages.put(`/pixel/${slug}.gif`, "GIF89a");
  const html = `<h1 id="ur-brevet">Hej</h1><p>${words}</p><img src="${pixel}"><script>document.title = "körd"</script>`;
  const buffer = letter({
    id: slug,
    from: "Anna Exempel <anna.exempel@gmail.com>",
    subject: "Om simhallen",
    text,
    html,
    attachments: [
      { name: "protokoll.txt", mediaType: "text/plain", bytes: "Protokoll: hallen stängdes." },
      { name: "logotyp.svg", mediaType: "image/svg+xml", bytes: SVG },
    ],
  });
  const desk = await atDesk(browser, "journalist");
  await addEvidence(desk, claimId, { file: { name: "brev.eml", mimeType: "message/rfc822", buffer }, words });
  const found = pieceWith(desk, words).getByRole("link", { name: "Ordagrant i vår kopia" });
  await found.click();
  await expect(desk.getByText("Anna Exempel <anna.exempel@gmail.com>")).toBeVisible();
  await expect(desk.getByText("Om simhallen").first()).toBeVisible();
  await expect(desk.getByText("Brevet är inte signerat.")).toBeVisible();
  await expect(desk.locator("[data-page='1']")).toContainText("Ring mig på 070-123 45 67");
  await expect(desk.locator("#ur-brevet, #main img, [src*='pixel']")).toHaveCount(0);
  await expect(desk).not.toHaveTitle("körd");
  expect(await faultsOn(desk)).toEqual([]);

  // What was attached: one is a source of its own, one is turned away by its name.
  await desk.getByRole("link", { name: "Om simhallen" }).first().click();
  await expect(desk.getByText(/^En bilaga är inte sparad/)).toBeVisible();
  await expect(desk.getByText(/^logotyp\.svg: Den sortens fil tas inte emot/)).toBeVisible();
  await desk.goto(`/desk/disputes/${disputeId}`);
  await desk.getByRole("link", { name: "protokoll.txt" }).click();
  await expect(desk.getByRole("listitem").filter({ hasText: /^är bilaga till/ })).toContainText(
    "Om simhallen",
  );

  await published(await publish(browser, claimId, words));
  const reader = await reading(browser, claimSlug, words);
  const about = reader.locator("main");
  await expect(about).not.toContainText("070-123");
  await expect(about).not.toContainText("anna.exempel");
  await reader.getByRole("link", { name: "Se stället i kopian" }).click();
  await expect(reader.locator("mark.said")).toHaveText(words);
  await expect(reader.locator("main")).toContainText("Ring mig på •••");
  await expect(reader.locator("main")).toContainText("Brevet är inte signerat.");
  for (const page of [reader.url(), `${new URL(reader.url()).origin}/claims/${claimSlug}.json`]) {
    const answer = await (await reader.request.get(page)).text();
    expect(answer, page).not.toMatch(/070-123|anna\.exempel|brev\.eml|ur-brevet|pixel/);
  }
  expect(pages.asked(`/pixel/${slug}.gif`)).toBe(0);
});

test("Only a journalist sees the jobs; a contributor's link is fetched when somebody of the desk asks", async ({
  browser,
  pages,
}) => {
  const { claimId, slug } = await madeUp("tipsat");
  const path = `/nyheter/${slug}`;
  const link = pages.put(path, pageWith(WORDS, `Simhallen stängdes (${slug})`));
  const contributor = await atDesk(browser, "contributor");
  await addEvidence(contributor, claimId, { link, words: WORDS });
  await expect(pieceWith(contributor, WORDS).getByText(/^Ingen kopia av källan\./)).toBeVisible();
  expect((await contributor.goto("/desk/jobs"))?.status()).toBe(403);

  const desk = await atDesk(browser, "journalist");
  await desk.goto(`/desk/claims/${claimId}`);
  await pieceWith(desk, WORDS).getByRole("link", { name: "Till källans kopior" }).click();
  expect(pages.asked(path)).toBe(0);
  await desk.getByRole("button", { name: "Hämta en kopia" }).click();
  await expect(desk.getByText(/^Hämtad /)).toBeVisible(IN_TIME);
  await desk.getByRole("navigation").getByRole("link", { name: "Bakgrund" }).click();
  await expect(desk.locator("li", { hasText: slug })).toContainText("klart", IN_TIME);
  expect(await faultsOn(desk)).toEqual([]);
});
