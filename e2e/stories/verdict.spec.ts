import { expect } from "@playwright/test";
import { toClaimAtDesk } from "../fixtures/pages.ts";
import { atDesk, signedIn } from "../fixtures/signed-in.ts";
import { test } from "../fixtures/story.ts";

/** A claim of the first dispute that no other story writes a verdict on. */
const CLAIM = "Tre hushåll lämnade Huddinge för andra kommuner; inget av dem flyttade till Kramfors.";
const SLUG = "tre-hushall-lamnade-huddinge";
const REASON = "Prövad på nytt i ett prov.";

test.describe.configure({ mode: "serial" });

let draft: string;

test("A journalist begins a new version, the rules say what is missing, and it goes to the editors", async ({
  browser,
}) => {
  const desk = await atDesk(browser, "journalist", { name: "Testperson Skribent" });
  await toClaimAtDesk(desk, CLAIM);
  await desk.getByRole("button", { name: "Börja på en ny version" }).click();
  await expect(desk).toHaveURL(/\/desk\/verdicts\//);
  draft = new URL(desk.url()).pathname;
  await expect(desk.getByText("En ny version måste säga varför, på båda språken.")).toBeVisible();

  // A rating that the evidence cannot carry says so before it is chosen, and stops after.
  await expect(desk.getByLabel(/i huvudsak motbevisat – stängt: /)).toBeVisible();
  const before = await desk.locator("input[name=rating]:checked").inputValue();
  await desk.getByLabel(/i huvudsak motbevisat – stängt: /).check();
  await desk.getByRole("button", { name: "Spara utkastet" }).click();
  await expect(desk.getByText(/Det valda betyget är stängt/)).toBeVisible();

  await desk.locator(`input[name=rating][value=${before}]`).check();
  await desk.getByLabel("Varför en ny version, svenska").fill(REASON);
  await desk.getByLabel("Varför en ny version, engelska").fill("Judged anew in a test.");
  await desk.getByRole("button", { name: "Spara utkastet" }).click();
  await expect(desk.getByText("En ny version måste säga varför, på båda språken.")).toBeHidden();
  await desk.locator("summary", { hasText: "Skicka för granskning" }).click();
  await desk.getByRole("button", { name: "Skicka för granskning" }).click();
  await expect(desk).toHaveURL(/\/desk$/);
});

test("An editor who has written in it cannot publish it; two windows on one draft lose neither text", async ({
  browser,
}) => {
  const context = await browser.newContext();
  await signedIn(context, "editor", { name: "Testperson Redaktör" });
  const [one, two] = [await context.newPage(), await context.newPage()];
  await one.goto("/desk");
  await one
    .locator("section", { hasText: "Bedömningar att granska" })
    .getByRole("link", { name: CLAIM })
    .click();
  await expect(one).toHaveURL(new RegExp(`${draft}$`));
  await two.goto(draft);

  await one.getByLabel("Slutsats i en mening, svenska").fill("Den första redaktörens slutsats.");
  await one.getByRole("button", { name: "Spara utkastet" }).click();
  await expect(one.getByText("Sparat.")).toBeVisible();
  await expect(one.getByText("Du har skrivit i utkastet. En annan redaktör måste publicera.")).toBeVisible();

  await two.getByLabel("Slutsats i en mening, svenska").fill("Det andra fönstrets slutsats.");
  const [answer] = await Promise.all([
    two.waitForResponse((response) => response.request().method() === "POST"),
    two.getByRole("button", { name: "Spara utkastet" }).click(),
  ]);
  expect(answer.status()).toBe(409);
  await expect(two.getByText("Någon annan har sparat under tiden")).toBeVisible();
  await expect(two.getByLabel("Slutsats i en mening, svenska")).toHaveValue("Det andra fönstrets slutsats.");
  const theirs = two.locator(".theirs", { hasText: "Den första redaktörens slutsats." }).first();
  await expect(theirs).toBeVisible();
  await theirs.getByRole("button", { name: "Ta den texten" }).click();
  await expect(two.getByLabel("Slutsats i en mening, svenska")).toHaveValue(
    "Den första redaktörens slutsats.",
  );
  await two.getByRole("button", { name: "Spara utkastet" }).click();
  await expect(two.getByText("Sparat.")).toBeVisible();

  await two.locator("summary", { hasText: "Skicka för granskning" }).click();
  await two.getByRole("button", { name: "Skicka för granskning" }).click();
  await expect(two).toHaveURL(/\/desk$/);
  await two.goto(draft);
  await expect(
    two.getByText("Du har skrivit i utkastet, så en annan redaktör måste publicera."),
  ).toBeVisible();
  await expect(two.getByRole("button", { name: "Publicera", exact: true })).toHaveCount(0);
});

test("A sign-in without a second factor publishes nothing", async ({ browser }) => {
  const context = await browser.newContext();
  await signedIn(context, "editor", { secondFactor: false });
  const desk = await context.newPage();
  await desk.goto(draft);
  // What is in the way is said before; whoever presses all the same is told again.
  await expect(
    desk.getByText("Du har inte loggat in i två steg. Det behövs för att publicera.").first(),
  ).toBeVisible();
  const publish = desk.locator("details", { has: desk.locator("summary", { hasText: /^Publicera$/ }) });
  await publish.locator("summary").click();
  await publish.getByRole("button", { name: "Publicera" }).click();
  await expect(desk.getByText(/tvåstegsinloggning eller en lösennyckel/)).toBeVisible();
});

test("Another editor publishes it without JavaScript, and readers see version 2 with its reason and the first kept", async ({
  browser,
  request,
}) => {
  const desk = await atDesk(browser, "editor", { javaScriptEnabled: false, name: "Testperson Granskare" });
  const first = await (await request.get(`/claims/${SLUG}/v/1.json`)).text();
  await desk.goto(draft);
  await expect(desk.getByText(/^Inga hinder kvar/)).toBeVisible();
  await desk.getByRole("button", { name: "Publicera", exact: true }).click();
  await expect(desk).toHaveURL(new RegExp(`/claims/${SLUG}$`));

  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await expect(async () => {
    await reader.goto(`/claims/${SLUG}`);
    await expect(reader.getByText(REASON).first()).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: 3_000, intervals: [100] });
  await expect(reader.getByText("Den första redaktörens slutsats.").first()).toBeVisible();
  await expect(reader.getByText("Testperson Granskare").first()).toBeVisible();
  await reader.goto(`/claims/${SLUG}/v/2`);
  const changes = reader.getByRole("region", { name: "Ändrat sedan version 1" });
  await expect(changes.locator("ins").first()).toBeVisible();
  expect(await (await request.get(`/claims/${SLUG}/v/1.json`)).text()).toBe(first);
  expect((await desk.goto(draft))?.status()).toBe(404);
});
