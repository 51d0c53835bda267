import { expect, type Page } from "@playwright/test";
import { faultsOn, overflowOf } from "../fixtures/look.ts";
import { ownSlug, runFixture } from "../fixtures/run-fixture.ts";
import { atDesk } from "../fixtures/signed-in.ts";
import { test } from "../fixtures/story.ts";

interface MadeUp {
  readonly claimId: string;
  readonly claimSlug: string;
}

/** A dispute of its own for each story. */
const madeUpDispute = async (): Promise<MadeUp> =>
  JSON.parse(await runFixture("asked-dispute", ownSlug("simhallen")));

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A journalist writes the question; an editor puts it. Returns the link that is shown once. */
async function asked(desk: Page, editor: Page, { claimId }: MadeUp) {
  await desk.goto(`/desk/claims/${claimId}/requests`);
  await desk.getByRole("link", { name: /^Öppna en förfrågan/ }).click();
  await desk.getByLabel(/^Vad källorna säger.*svenska/).fill("Källorna återger inget svar.");
  await desk.getByLabel(/^Vad källorna säger.*engelska/).fill("The sources relate no answer.");
  await desk.getByRole("button", { name: "Spara utkastet" }).click();
  await desk.getByRole("link", { name: "Skriv frågan" }).click();
  await desk.getByLabel("Frågan, på partens språk").fill("Stängdes simhallen utan beslut? <b>När?</b>");
  await desk.getByLabel("Svar senast, dag").fill(dayFromNow(0));
  await desk.getByLabel(/^På vilket sätt/).fill("brev till kommunens registrator");
  await desk.getByRole("button", { name: "Spara utkastet" }).click();
  await expect(desk.getByRole("main").getByRole("alert")).toContainText("minst 24 timmar");
  await desk.getByLabel("Svar senast, dag").fill(dayFromNow(5));
  await desk.getByRole("button", { name: "Spara utkastet" }).click();
  await expect(desk.getByText("En fråga är skriven och väntar")).toBeVisible();

  await editor.goto(new URL(desk.url()).pathname);
  await editor.getByRole("link", { name: "Ställ frågan" }).click();
  await expect(editor.getByText("Stängdes simhallen utan beslut? <b>När?</b>")).toBeVisible();
  await editor.getByRole("button", { name: "Ställ frågan" }).click();
  await expect(editor.getByRole("heading", { name: "Frågan är ställd." })).toBeVisible();
  const link = (await editor.locator(".link-once").textContent()) ?? "";
  expect(link).toMatch(/\/reply\/[\w-]{43}$/);
  await editor.reload();
  await expect(editor.getByText(link)).toHaveCount(0);
  return { link, request: new URL(desk.url()).pathname };
}

test("A party that is asked answers through its link without JavaScript, and readers see its words beside the verdict", async ({
  browser,
  request,
}) => {
  test.setTimeout(120_000);
  const made = await madeUpDispute();
  const [desk, editor] = [await atDesk(browser, "journalist"), await atDesk(browser, "editor")];
  const { link, request: requestPage } = await asked(desk, editor, made);
  expect(await faultsOn(editor)).toEqual([]);

  const outside = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const party = await outside.newPage();
  const claim = `/claims/${made.claimSlug}`;
  await party.goto(claim);
  await expect(party.getByText(/Tillfrågad .* svar väntas senast/)).toBeVisible();

  const opened = await party.goto(link);
  expect(opened?.status()).toBe(200);
  expect(opened?.headers()).toMatchObject({
    "referrer-policy": "same-origin",
    "cache-control": expect.stringMatching(/private.*no-store/),
    "x-robots-tag": expect.stringContaining("noindex"),
  });
  await expect(party.getByRole("heading", { level: 1 })).toHaveText("Frågan till Exempelby kommun");
  await expect(party.getByText("Stängdes simhallen utan beslut? <b>När?</b>")).toBeVisible();
  await expect(party.getByText("Exempelbladet prövar ett påstående")).toBeVisible();
  expect(await party.getByRole("main").textContent()).not.toMatch(/registrator|Testperson|redaktör A/);

  // Refused whole, with everything still there, then taken.
  const words = 'Nej. Nämnden beslutade den 3 maj.\n\n<script>alert("x")</script> & ”så var det”.';
  await party.getByLabel("Svaret", { exact: true }).fill(words);
  await party.getByRole("button", { name: "Skicka svaret" }).click();
  await expect(party.getByRole("main").getByRole("alert")).toContainText("Namn och uppdrag");
  await expect(party.getByLabel("Svaret", { exact: true })).toHaveValue(words);
  await party.getByLabel("Namn och uppdrag").fill("Testperson Ett, förvaltningschef");
  await party.getByRole("button", { name: "Skicka svaret" }).click();
  await expect(party.getByRole("main").getByRole("status")).toContainText("Svaret är mottaget och sparat.");

  // Not public before an editor has published it.
  expect(await (await request.get(claim)).text()).not.toContain("Nämnden beslutade");
  await desk.goto(requestPage);
  await expect(desk.getByText("Testperson Ett, förvaltningschef")).toBeVisible();
  await expect(desk.getByRole("button", { name: "Publicera ordagrant" })).toHaveCount(0);
  await editor.goto(requestPage);
  await editor.getByRole("button", { name: "Publicera ordagrant" }).click();
  // Whoever put the question has seen the link, and could have answered by it.
  await expect(editor.getByRole("main").getByRole("alert")).toContainText("Någon annan får publicera det");
  const colleague = await atDesk(browser, "editor");
  await colleague.goto(requestPage);
  await colleague.getByRole("button", { name: "Publicera ordagrant" }).click();
  await expect(colleague.getByText(/Publicerat \d/)).toBeVisible();
  expect(await faultsOn(colleague)).toEqual([]);

  for (const path of [claim, `/en${claim}`]) {
    await expect(async () => {
      await party.goto(path);
      await expect(party.locator("#replies")).toContainText("Nämnden beslutade den 3 maj.", { timeout: 200 });
    }).toPass({ timeout: 5_000 });
    await expect(party.locator("#replies")).toContainText('<script>alert("x")</script> & ”så var det”.');
    // What was asked stands there too, folded up; it opens without scripts.
    const asked = party.locator("#replies details");
    await asked.locator("summary").click();
    await expect(asked.getByText("Stängdes simhallen utan beslut? <b>När?</b>")).toHaveAttribute(
      "lang",
      "sv",
    );
    expect(await overflowOf(party)).toBe(0);
  }
  const { record } = await (await request.get(`${claim}.json`)).json();
  expect(record.requests[0]).toMatchObject({ state: "answered", replies: [{ text: words, language: "sv" }] });
  expect(record.requests[0].question).toEqual({
    text: "Stängdes simhallen utan beslut? <b>När?</b>",
    language: "sv",
  });
  expect(JSON.stringify(record)).not.toContain("Testperson Ett");
  await party.goto(`/disputes/${made.claimSlug.replace("-pastaende", "")}`);
  await expect(party.getByText("Exempelby kommun svarar på frågan om påstående 1.").first()).toBeVisible();
});

test("The page a link opens is accessible, fits a narrow phone, speaks both languages, and is nothing without its link", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const made = await madeUpDispute();
  const [desk, editor] = [await atDesk(browser, "journalist"), await atDesk(browser, "editor")];
  const { link, request } = await asked(desk, editor, made);
  const path = new URL(link).pathname;

  const outside = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const party = await outside.newPage();
  for (const [address, heading] of [
    [path, "Frågan till Exempelby kommun"],
    [`/en${path}`, "The question to Exempelby kommun"],
  ] as const) {
    await party.goto(address);
    await expect(party.getByRole("heading", { level: 1 })).toHaveText(heading);
    expect(await faultsOn(party)).toEqual([]);
    expect(await overflowOf(party)).toBe(0);
  }
  // With scripts the form is sent as well, and says the same.
  await party.getByLabel("The answer", { exact: true }).fill("We do not share that view.");
  await party.getByLabel("Name and role").fill("Test person");
  await party.getByRole("button", { name: "Send the answer" }).click();
  await expect(party.getByRole("main").getByRole("status").first()).toContainText(
    "The answer is received and kept.",
  );

  expect((await party.goto(`/reply/${"A".repeat(43)}`))?.status()).toBe(404);
  expect((await party.goto("/reply/x"))?.status()).toBe(404);

  // What came by post is written down, and corrected while it is a draft.
  await desk.goto(`${request}/answer`);
  await desk.getByLabel("Svaret, ordagrant").fill("Vi avstår\nfrån att kommentera");
  await desk.getByLabel("Med post").check();
  await desk.getByLabel("Kom, dag").fill(dayFromNow(-1));
  await desk.getByLabel("Klockslag, svensk tid").fill("12:00");
  await desk.getByRole("button", { name: "Spara utkastet" }).click();
  await desk.getByRole("link", { name: "Ändra svaret" }).click();
  await expect(desk.getByLabel("Svaret, ordagrant")).toHaveValue("Vi avstår\nfrån att kommentera");
  expect(await faultsOn(desk)).toEqual([]);
  await desk.getByLabel("Svaret, ordagrant").fill("Vi avstår.");
  await desk.getByRole("button", { name: "Spara utkastet" }).click();
  await expect(desk.getByText("Vi avstår.")).toBeVisible();
  await expect(desk.getByText("från att kommentera")).toHaveCount(0);

  await desk.goto(request);
  await desk.getByText("Ta tillbaka länken").first().click();
  await desk.getByRole("button", { name: "Ta tillbaka länken" }).click();
  await expect(desk.getByRole("main").getByRole("alert")).toContainText("partens enda länk");
  await editor.goto(request);
  await editor.getByText("Ta tillbaka länken").first().click();
  await editor.getByRole("button", { name: "Ta tillbaka länken" }).click();
  await expect(editor.getByText(/återtagen/)).toBeVisible();
  const over = await party.goto(path);
  expect(over?.status()).toBe(410);
  await expect(party.getByRole("heading", { level: 1 })).toHaveText("Länken har gått ut");
  await expect(party.getByRole("button", { name: "Skicka svaret" })).toHaveCount(0);
});
