import { type Browser, expect, type Page } from "@playwright/test";
import { article, type LocalPages } from "../fixtures/local-pages.ts";
import { faultsOn } from "../fixtures/look.ts";
import { ownSlug, runFixture } from "../fixtures/run-fixture.ts";
import { atDesk } from "../fixtures/signed-in.ts";
import { test } from "../fixtures/with-pages.ts";

// A worker, other stories beside it, and two cores.
test.describe.configure({ timeout: 180_000 });

const WORDS = "nämnden stängde simhallen utan att fatta ett beslut";
const pageWith = (words: string) =>
  article({ title: "Simhallen stängdes", paragraphs: [`Av protokollet framgår att ${words} i mars.`] });

interface Quoted {
  readonly claimId: string;
  readonly claimSlug: string;
  readonly sourceId: string;
}

/** A verdict that rests on words quoted from a page of its own, and a reader who has no JavaScript. */
async function quoted(browser: Browser, pages: LocalPages, name: string) {
  const slug = ownSlug(name);
  const path = `/nyheter/${slug}`;
  const url = pages.put(path, pageWith(WORDS));
  const claim: Quoted = JSON.parse(await runFixture("quoted-claim", slug, url, WORDS));
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await reader.goto(`/claims/${claim.claimSlug}`);
  await expect(reader.getByText("Orden står ordagrant i vår kopia.")).toBeVisible();
  await expect(reader.getByText("behöver granskas igen")).toHaveCount(0);
  return { ...claim, path, reader };
}

async function lookAgain(desk: Page, sourceId: string) {
  await desk.goto(`/desk/sources/${sourceId}`);
  await desk.getByRole("button", { name: "Titta efter igen nu" }).click();
  await expect(desk.getByText(/^Vi tittar efter/)).toBeVisible();
}

/** Pages are made anew when something is published: a reader who comes a moment later sees it. */
const soon = (reader: Page, text: string | RegExp) =>
  expect(async () => {
    await reader.reload();
    await expect(reader.getByText(text).first()).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: 40_000, intervals: [300] });

/** The kinds of a queue are sections; an item is known by the claim that it leads to. */
const queued = (desk: Page, kind: string, claimId: string) =>
  desk.locator("section", { hasText: kind }).locator(`li:has(a[href*="/desk/claims/${claimId}"])`);

test("Quoted words that have changed on their page are told to readers until somebody has said why the verdict stands", async ({
  browser,
  pages,
}) => {
  const { claimId, claimSlug, sourceId, path, reader } = await quoted(browser, pages, "andrad");
  const desk = await atDesk(browser, "journalist");

  await lookAgain(desk, sourceId);
  await soon(reader, /^Fanns kvar ordagrant på sidan/);
  await expect(reader.getByText("Bedömningen behöver granskas igen.")).toHaveCount(0);

  const now = WORDS.replace("utan att fatta ett beslut", "efter att ha fattat ett beslut");
  pages.put(path, pageWith(now));
  await lookAgain(desk, sourceId);
  await soon(reader, "Bedömningen behöver granskas igen.");
  const notice = reader.getByRole("note").filter({ hasText: "behöver granskas igen" });
  await expect(notice).toContainText("har ändrats på sidan de är hämtade från");
  await expect(notice).toContainText("efter att ha fattat ett beslut");
  await expect(notice).toContainText("Redaktionen har ännu inte sagt om bedömningen står sig.");
  await expect(reader.getByText(/^Ordalydelsen på sidan har ändrats/)).toBeVisible();
  // Our copy has what stood there then.
  await reader.getByRole("link", { name: "Se stället i kopian" }).click();
  await expect(reader.locator("mark.said", { hasText: WORDS }).first()).toBeVisible();

  await desk.goto("/desk");
  const waiting = queued(desk, "Påståenden att pröva på nytt", claimId);
  await expect(waiting).toContainText("ett citat har ändrats på sidan det är hämtat från");
  await waiting.getByRole("link").click();
  await expect(desk.getByRole("heading", { name: "Behöver granskas igen" })).toBeVisible();
  expect(await faultsOn(desk)).toEqual([]);
  await desk.getByLabel(/^Varför bedömningen står sig.*svenska$/).fill("Protokollet säger som förut.");
  await desk.getByLabel(/^Varför bedömningen står sig.*engelska$/).fill("The minutes say as before.");
  await desk.getByRole("button", { name: "Föreslå att bedömningen står sig" }).click();
  await expect(desk.getByText("Du har skrivit förslaget. En annan redaktör publicerar det.")).toBeVisible();

  const editor = await atDesk(browser, "editor");
  await editor.goto("/desk");
  await queued(editor, "Bedömningar som någon har granskat igen, att publicera", claimId)
    .getByRole("link")
    .click();
  const publish = editor.getByRole("button", { name: "Publicera att bedömningen står sig" });
  await expect(publish).toBeVisible();
  expect(await faultsOn(editor)).toEqual([]);
  await publish.click();
  await expect(editor).toHaveURL(new RegExp(`/claims/${claimSlug}`));

  await reader.goto(`/claims/${claimSlug}`);
  await soon(reader, /^Granskad igen /);
  await expect(reader.getByText("Protokollet säger som förut.")).toBeVisible();
  await expect(reader.getByText("Bedömningen behöver granskas igen.")).toHaveCount(0);
  // What was found is still told beside the words.
  await expect(reader.getByText(/^Ordalydelsen på sidan har ändrats/)).toBeVisible();
  await desk.goto("/desk");
  await expect(queued(desk, "Påståenden att pröva på nytt", claimId)).toHaveCount(0);
});

test("A page that is gone is told to readers in both languages, with the day", async ({ browser, pages }) => {
  const { claimId, claimSlug, sourceId, path, reader } = await quoted(browser, pages, "borta");
  const desk = await atDesk(browser, "journalist");
  pages.remove(path);
  await lookAgain(desk, sourceId);
  await soon(reader, "Bedömningen behöver granskas igen.");
  const notice = reader.getByRole("note").filter({ hasText: "behöver granskas igen" });
  await expect(notice).toContainText("finns inte längre på sidan de är hämtade från");
  await expect(notice.locator("time").first()).toHaveAttribute("datetime", /^\d{4}-\d\d-\d\dT/);
  await expect(reader.getByText(/^Finns inte längre på sidan/)).toBeVisible();
  await reader.goto(`/en/claims/${claimSlug}`);
  await expect(reader.getByText("The verdict needs to be reviewed again.")).toBeVisible();
  await reader.goto("/log");
  await expect(reader.getByText("Citerat ställe står inte som förut på sin sida").first()).toBeVisible();

  await desk.goto("/desk");
  await expect(queued(desk, "Påståenden att pröva på nytt", claimId)).toContainText(
    "ett citat finns inte längre på sidan det är hämtat från",
  );
  await desk.goto(`/desk/sources/${sourceId}`);
  await expect(desk.getByText(/^Finns inte längre på sidan/)).toBeVisible();

  // The page comes back with the words: then nothing of it is lost any more.
  pages.put(path, pageWith(WORDS));
  await lookAgain(desk, sourceId);
  await reader.goto(`/claims/${claimSlug}`);
  await soon(reader, /^Fanns kvar ordagrant på sidan/);
});

test("A source that is withdrawn by two people is marked wherever it is used", async ({ browser, pages }) => {
  const { claimId, claimSlug, sourceId, reader } = await quoted(browser, pages, "aterkallad");
  const desk = await atDesk(browser, "journalist");
  await desk.goto(`/desk/sources/${sourceId}`);
  await desk.getByText("Källan är inte att lita på").click();
  await desk.getByLabel(/^Skäl, som alla kan läsa.*svenska$/).fill("Tidningen har tagit tillbaka artikeln.");
  await desk.getByLabel(/^Skäl, som alla kan läsa.*engelska$/).fill("The paper has retracted the article.");
  await desk.getByRole("button", { name: "Begär att källan återkallas" }).click();
  await expect(desk.getByText("Du har begärt det. En annan redaktör publicerar det.")).toBeVisible();
  await expect(desk.getByRole("button", { name: "Återkalla källan nu" })).toHaveCount(0);

  const editor = await atDesk(browser, "editor");
  await editor.goto("/desk");
  await editor
    .locator("section", { hasText: "Återkallelser av källor att publicera" })
    .locator(`a[href*="/desk/sources/${sourceId}"]`)
    .click();
  await editor.getByRole("button", { name: "Återkalla källan nu" }).click();
  await expect(editor).toHaveURL(new RegExp(`/sources/${sourceId}$`));

  await soon(reader, "Bedömningen behöver granskas igen.");
  await expect(reader.getByText("Tidningen har tagit tillbaka artikeln.").first()).toBeVisible();
  // What was quoted is still there to be read.
  await expect(reader.getByText(WORDS).first()).toBeVisible();
  await reader.goto(`/sources/${sourceId}`);
  await expect(reader.getByRole("note")).toContainText("förlitar vi oss inte längre på den här källan");
  await reader.goto(`/en/claims/${claimSlug}`);
  await expect(reader.getByText("The paper has retracted the article.").first()).toBeVisible();
  await desk.goto("/desk");
  await expect(queued(desk, "Påståenden att pröva på nytt", claimId)).toContainText("en källa är återkallad");
});
