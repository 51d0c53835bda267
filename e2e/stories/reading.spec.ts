import { expect, test } from "@playwright/test";
import { CLAIM, DISPUTE, inEnglish, OPINION, PAGES } from "../fixtures/pages.ts";

test.describe("A reader with a small phone", () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test("reads claim, verdict, conclusion and source in the first screen", async ({ page }) => {
    await page.goto(CLAIM);
    const verdict = page.getByText("I huvudsak motbevisat", { exact: true });
    const conclusion = page.getByText("Beläggen talar emot påståendet");
    const source = page.getByRole("link", { name: "Artikeln i 08-nytt" }).first();
    for (const seen of [page.getByRole("heading", { level: 1 }), verdict, conclusion, source]) {
      const box = await seen.boundingBox();
      expect(box && box.y + box.height).toBeLessThanOrEqual(640);
    }
  });

  test("never scrolls sideways", async ({ page }) => {
    for (const path of PAGES) {
      await page.goto(path);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBe(0);
    }
  });
});

test("One click leads from the verdict to the exact words of the strongest evidence", async ({ page }) => {
  await page.goto(CLAIM);
  await page.getByRole("link", { name: "Starkaste belägget, ordagrant" }).click();
  const evidence = page.getByRole("article", { name: "Belägg 1, talar emot" });
  await expect(evidence).toBeInViewport();
  await expect(evidence.getByText("inte nämnts som ursprungskommun")).toBeVisible();
  await expect(evidence.getByText("Mot egen sak.")).toBeVisible();
});

test("The page says who was not asked and why, beside the verdict", async ({ page }) => {
  await page.goto(CLAIM);
  const replies = page.getByRole("region", { name: "Genmäle" });
  await expect(replies).toContainText(
    "Kramfors kommun och Jan Sahlén (S) är inte tillfrågade. Det här är en demonstration, så ingen har kontaktats.",
  );
});

test("The page says how independent its evidence is, what it hangs on, and why steps are closed", async ({
  page,
}) => {
  await page.goto(CLAIM);
  const sure = page.getByRole("region", { name: "Hur säkert?" });
  await expect(sure).toContainText(
    "Fem belägg ur tre handlingar, alla genom en enda oberoende källa. Bedömningen hänger på B1. Det räcker ensamt.",
  );
  await expect(sure.getByRole("row", { name: /^Utan B1/ })).toContainText("Närmast öppet: delvis belagt.");
  await expect(
    page.getByText("Motbevisat är stängt: det finns bara en oberoende källa, och två krävs."),
  ).toBeVisible();
});

test("A claim's page is no longer than what it has to say, and an opinion's shows no apparatus", async ({
  page,
}) => {
  for (const [width, most, mostOfOpinion] of [
    [1280, 5000, 2300],
    [360, 6500, 2900],
  ] as const) {
    await page.setViewportSize({ width, height: 640 });
    for (const [path, pixels] of [
      [CLAIM, most],
      [OPINION, mostOfOpinion],
    ] as const) {
      await page.goto(path);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(height, `${path} at ${width}`).toBeLessThanOrEqual(pixels);
    }
    await expect(page.getByRole("img", { name: /^Skalan/ })).toHaveCount(0);
    await expect(page.getByRole("region", { name: "Hur säkert?" })).toHaveCount(0);
    await expect(page.getByRole("main")).not.toContainText(/Inga\b|Ingen\b.*har besvarats|Inget av tyngd/);
  }
});

test("From a passage to its source and back", async ({ page }) => {
  await page.goto(CLAIM);
  await page
    .getByRole("article", { name: "Belägg 2, 3 och 4, talar emot" })
    .getByRole("link", { name: "Stycke 3 i källan" })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Artikeln i 08-nytt" })).toBeVisible();
  await expect(
    page.getByText("9d5e7cd564f607ab84fec5a5fc9fa22e09b75417f68af9f2f4e2a424bbaf7418"),
  ).toBeVisible();
  await page.getByRole("link", { name: "i påstående 1" }).first().click();
  await expect(page).toHaveURL(new RegExp(`${CLAIM}#evidence-`));
});

test("The language link leads to the same page in the other language, and back", async ({ page }) => {
  await page.goto(CLAIM);
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(inEnglish(CLAIM));
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByText("Mostly contradicted", { exact: true })).toBeVisible();
  // Verbatim words stay in the language they were printed in.
  await expect(
    page.locator("[lang=sv]", { hasText: "inte nämnts som ursprungskommun" }).first(),
  ).toBeVisible();
  await page.getByRole("link", { name: "Svenska" }).click();
  await expect(page).toHaveURL(CLAIM);
});

test("A frozen version says which it is, that its checksum agrees, and leads to the latest", async ({
  page,
}) => {
  await page.goto(`${CLAIM}/v/1`);
  const banner = page.getByRole("note");
  await expect(banner).toContainText("Du läser version 1 av 1");
  await expect(banner).toContainText("Kontrollsumman stämmer");
  await banner.getByRole("link", { name: "Till den senaste versionen" }).click();
  await expect(page).toHaveURL(CLAIM);
});

test("The search form finds claims by an inflected word and keeps what was asked in the address", async ({
  page,
}) => {
  await page.goto("/search");
  await page.getByRole("searchbox", { name: "Ord" }).fill("hushållen");
  await page.getByLabel("Betyg").selectOption({ label: "Obelagt" });
  await page.getByRole("button", { name: "Sök" }).click();
  await expect(page).toHaveURL(/q=hush%C3%A5llen&rating=unproven/);
  await expect(page.getByRole("heading", { name: "En träff" })).toBeVisible();
  await page.getByRole("link", { name: /Tre hushåll lämnade Huddinge/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tre hushåll");
});

test("The dispute as it stood before its verdicts had their last change can be read at its own address", async ({
  page,
}) => {
  await page.goto(DISPUTE);
  await page
    .getByRole("region", { name: "Ändringar" })
    .getByRole("listitem")
    .getByRole("link")
    .last()
    .click();
  await expect(page).toHaveURL(/asOf=/);
  await expect(page.getByRole("note")).toContainText(
    /Du läser tvisten som den (?:stod från|har stått sedan)/,
  );
  await page.getByRole("link", { name: "Till läget nu" }).click();
  await expect(page).toHaveURL(DISPUTE);
});

test("The matrix says who asserts, denies and was not asked", async ({ page }) => {
  await page.goto(DISPUTE);
  const row = page.getByRole("row", { name: /Huddinge: systematisk social dumpning/ });
  await expect(row.getByRole("cell").nth(0)).toContainText("Hävdar");
  await expect(row.getByText("Bestrider")).toBeVisible();
  await expect(row.getByText("Talar emot")).toBeVisible();
  await expect(page.getByRole("row", { name: /ljög/ }).getByText("Inte tillfrågad")).toHaveCount(2);
});

test("Copying the link gives the canonical address", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(CLAIM);
  await page.getByRole("button", { name: "Kopiera länk", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Kopierat" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}${CLAIM}`);
});

test("The keyboard reaches the content past the menu in one step", async ({ page }) => {
  await page.goto(DISPUTE);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Till innehållet" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Till tidslinjen" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#timeline$/);
});
