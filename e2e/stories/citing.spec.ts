import { expect, test } from "@playwright/test";
import { CLAIM, DISPUTE, inEnglish } from "../fixtures/pages.ts";

test("Every kind of page says how it is cited, and reference managers find the same in it", async ({
  page,
  baseURL,
}) => {
  await page.goto(DISPUTE);
  const source = await page.getByRole("link", { name: "Artikeln i 08-nytt" }).first().getAttribute("href");
  for (const path of [CLAIM, `${CLAIM}/v/1`, DISPUTE, "/parties/jan-sahlen", source ?? ""])
    for (const each of [path, inEnglish(path)]) {
      await page.goto(each);
      const cited = await page.locator('meta[name="citation_public_url"]').getAttribute("content");
      await page.getByRole("link", { name: /Citera den här sidan|Cite this page/ }).click();
      await expect(page.locator(".cites dt")).toHaveText([
        ...["APA", "Chicago", "Harvard", "Vancouver", /Wikipedia/, /Wikipedia/, "BibTeX", "RIS", "CSL-JSON"],
      ]);
      for (const text of await page.locator(".cites div > dd:first-of-type").allTextContents())
        expect(text.replaceAll("\\&", "&"), each).toContain(cited?.replace(baseURL ?? "", "") ?? "-");
    }
});

test("A citation is copied with one press, and its code leads to what has become of the version", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/cite${CLAIM}`);
  await page.getByRole("button", { name: "Kopiera APA" }).click();
  await expect(page.locator("output").first()).toHaveText("Kopierat");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(
    /^Belagt.*påstående av Kramfors kommun.*i huvudsak motbevisat \(version 1, kod .{9}\).*\/v\/1$/,
  );
  await page.goto("/check");
  await page.getByLabel("Kod, adress eller ord").fill(`Vi läste: ${copied}`);
  await page.getByRole("button", { name: "Kontrollera" }).click();
  const answer = page.locator("#answer");
  await expect(answer).toContainText("Version 1");
  await expect(answer).toContainText("Den är den senaste versionen.");
  const [code = ""] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(copied) ?? [];
  await page.goto(`/en/check/${code.toLowerCase().replace("-", "")}`);
  await expect(page.locator("#answer")).toContainText("It is the latest version.");
});

test("Words that are ours are found, and what is not ours is said, whatever is pasted", async ({
  page,
  request,
}) => {
  await page.goto(
    `/check?q=${encodeURIComponent("De skrev att Huddinge kommun har bedrivit systematisk social dumpning!")}`,
  );
  await expect(page.locator("#answer")).toContainText("Orden är våra.");
  for (const path of [
    "/check/ABCD-EFGH",
    "/check/%E5%E4",
    "/check/x",
    "/check?q=%00%01",
    "/check?q=a&q=b",
    "/en/check?q=",
  ]) {
    const answer = await request.get(path);
    expect([path, [200, 400].includes(answer.status())]).toEqual([path, true]);
  }
  expect(await (await request.get("/check/ABCD-EFGH")).text()).toContain("Det finns inte i protokollet.");
});
