import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { type APIRequestContext, expect } from "@playwright/test";
import { faultsOn, overflowOf } from "../fixtures/look.ts";
import { ownSlug, runFixture } from "../fixtures/run-fixture.ts";
import { atDesk } from "../fixtures/signed-in.ts";
import { test } from "../fixtures/story.ts";
import { together } from "../fixtures/together.ts";

/** A made-up dispute of one's own: its claims are `<slug>-claim-1` and `-2`, both unproven. */
async function judgedDispute(name: string): Promise<string> {
  const slug = ownSlug(name);
  await runFixture("judged-dispute", slug);
  return slug;
}

const claimJson = async (request: APIRequestContext, claim: string) =>
  (await (await request.get(`/claims/${claim}.json`)).json()).record;

/**
 * What readers can see of a dispute and of everything that lists what is new, and the record behind it, as sent: the pages
 * of the sitemap that name it or no subject of their own, so that what other stories publish meanwhile is not among it.
 */
async function publicPages(request: APIRequestContext, slug: string): Promise<Map<string, string>> {
  let sitemap = "";
  // It is kept, and made anew a moment after something was published.
  await expect(async () => {
    sitemap = await (await request.get("/sitemap.xml")).text();
    expect(sitemap).toContain(slug);
  }).toPass({ timeout: 10_000, intervals: [200] });
  const addresses = [...sitemap.matchAll(/<loc>[^<]*?\/\/[^/<]+([^<]*)<\/loc>/g)]
    .map(([, path = ""]) => path || "/")
    .filter((path) => path.includes(slug) || !/\/(claims|disputes|parties|sources)\//.test(path));
  const records = addresses.filter((path) => /^\/(claims|disputes|parties|sources)\//.test(path));
  const paths = new Set([...addresses, ...records.map((path) => `${path}.json`)]);
  const pages = await together(paths, async (path) => {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    return [path, await answer.text()] as const;
  });
  return new Map(pages);
}

test.describe("A reader without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("objects, nothing public changes, an editor answers, and the answer stands on the page and in the data", async ({
    page,
    request,
    browser,
  }) => {
    test.setTimeout(150_000);
    const slug = await judgedDispute("invandning");
    const claim = `${slug}-claim-1`;
    const before = await publicPages(request, slug);

    await page.goto(`/claims/${claim}`);
    await page.getByRole("link", { name: /^Invänd mot/ }).click();
    await expect(page).toHaveURL(/objection\?evidence=/);
    await expect(page.getByLabel("Eller vilket belägg?")).not.toHaveValue("");
    await page.goto(`/claims/${claim}`);
    await page.getByRole("link", { name: "Invänd", exact: true }).first().click();
    await page.getByLabel("Vilken mening gäller det?").fill("En mening som ingen har skrivit.");
    await page
      .getByLabel("Vad är det som är fel?")
      .fill("Hemliga läsarord <script>alert(1)</script> **fetstil**");
    await page.getByLabel("Din e-postadress").fill("lasare@belagt.example");
    const refused = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Skicka invändningen" }).click();
    expect((await refused).status()).toBe(422);
    await expect(page.getByText("Meningen står inte på påståendets sida.").first()).toBeVisible();
    await expect(page.getByLabel("Vad är det som är fel?")).toHaveValue(/Hemliga läsarord/);
    await page.getByLabel("Vilken mening gäller det?").fill("ingen handling visar det");
    await page.getByRole("button", { name: "Skicka invändningen" }).click();
    await expect(page.getByRole("heading", { name: "Invändningen är mottagen" })).toBeVisible();
    await expect(page.getByText("publiceras på påståendets sida senast")).toBeVisible();
    const number = page.url().split("/").at(-1) ?? "";
    await expect(page.getByText(number, { exact: true })).toBeVisible();
    await expect(page.getByText("Hemliga läsarord")).toBeHidden();

    const after = await publicPages(request, slug);
    const own = [...before.keys()].filter((path) => path.includes(slug));
    expect(own.length).toBeGreaterThan(4);
    expect(own.filter((path) => before.get(path) !== after.get(path))).toEqual([]);
    // Lists may have grown by what others publish meanwhile, never by words of this reader.
    for (const [path, text] of after)
      expect(text, path).not.toMatch(/läsarord|lasare@belagt|En mening som ingen/);

    const writer = await atDesk(browser, "journalist");
    await writer.goto("/desk/voices");
    await writer.goto(`/desk/voices/objections/${number}`);
    await expect(writer.getByText("Hemliga läsarord <script>alert(1)</script> **fetstil**")).toBeVisible();
    await writer.getByLabel("Invändningen godtogs delvis").check();
    await writer.getByLabel("Vad invändningen gäller, med våra ord, svenska").fill("Den gäller slutsatsen.");
    await writer
      .getByLabel("Vad invändningen gäller, med våra ord, engelska")
      .fill("It concerns the conclusion.");
    await writer.getByLabel("Skäl för beslutet, svenska").fill("Vi borde ha skrivit tydligare.");
    await writer.getByLabel("Skäl för beslutet, engelska").fill("We should have been clearer.");
    await writer.getByRole("button", { name: "Spara utkastet" }).click();
    await expect(
      writer.getByText("Du har skrivit i svaret. En annan redaktör publicerar det."),
    ).toBeVisible();
    const editor = await atDesk(browser, "editor");
    await editor.goto(`/desk/voices/objections/${number}`);
    await editor.getByRole("button", { name: "Publicera svaret" }).click();
    await expect(editor.getByRole("button", { name: "Publicera svaret" })).toBeHidden();

    await page.reload();
    await page.getByRole("link", { name: "Läs svaret" }).click();
    const section = page.locator("#objections");
    await expect(section.getByText("Invändningen godtogs delvis.")).toBeVisible();
    await expect(section.getByText("Den gäller slutsatsen.")).toBeVisible();
    await expect(section.getByText("Vi borde ha skrivit tydligare.")).toBeVisible();
    await expect(page.getByText("Hemliga läsarord")).toBeHidden();
    const record = await claimJson(request, claim);
    expect(record.objections).toMatchObject([{ id: number, decision: "partly_upheld", version: 1 }]);
    expect(JSON.stringify(record)).not.toMatch(/läsarord|lasare@belagt/);
  });

  test("sends a tip from a claim; the desk sets it aside with a note", async ({ page, browser }) => {
    const claim = `${await judgedDispute("tips")}-claim-1`;
    await page.goto(`/claims/${claim}`);
    await page.getByRole("link", { name: "Tipsa om ett belägg" }).click();
    await expect(page.getByText("Tipset gäller påståendet:")).toBeVisible();
    const words = `Det finns en handling ${randomUUID()}`;
    await page.getByLabel("Vad vill du tipsa om?").fill(words);
    await page.getByLabel("Länk", { exact: true }).fill("javascript:alert(1)");
    await page.getByRole("button", { name: "Skicka tipset" }).click();
    await expect(page.getByText("Skriv en adress som börjar med https://").first()).toBeVisible();
    await page.getByLabel("Länk", { exact: true }).fill("https://belagt.example/handling");
    await page.getByRole("button", { name: "Skicka tipset" }).click();
    await expect(page.getByRole("heading", { name: "Tack, tipset är mottaget" })).toBeVisible();

    const journalist = await atDesk(browser, "journalist");
    await journalist.goto("/desk/voices");
    await journalist.getByRole("link", { name: words }).click();
    await journalist.getByLabel("Läggs åt sidan").check();
    await journalist.getByRole("button", { name: "Spara beslutet" }).click();
    await expect(journalist.getByText("Skriv varför tipset läggs åt sidan.").first()).toBeVisible();
    await journalist.getByLabel("Anteckning").fill("Finns redan i protokollet.");
    await journalist.getByRole("button", { name: "Spara beslutet" }).click();
    await expect(journalist.getByText("Tips som lades åt sidan")).toBeVisible();
  });
});

test("A correction written by a journalist and published by an editor stands on the claim, among corrections and in the data", async ({
  page,
  request,
  browser,
}) => {
  const claim = `${await judgedDispute("rattelse")}-claim-1`;
  const wrong = `Vi skrev fel årtal ${randomUUID().slice(0, 8)}.`;
  const journalist = await atDesk(browser, "journalist");
  const { verdict } = await claimJson(request, claim);
  await journalist.goto(`/desk/claims/${verdict.frozen.claim.id}/corrections/new`);
  await journalist.getByLabel("Vad som var fel, svenska").fill(wrong);
  await journalist.getByLabel("Vad som var fel, engelska").fill("We wrote the wrong year.");
  await journalist.getByLabel("Hur det upptäcktes, svenska").fill("En läsare såg det.");
  await journalist.getByLabel("Hur det upptäcktes, engelska").fill("A reader saw it.");
  await journalist.getByLabel("Version av bedömningen som var fel").selectOption("1");
  await journalist.getByRole("button", { name: "Spara utkastet" }).click();
  await expect(journalist.getByRole("heading", { name: "Så kommer den att läsas" })).toBeVisible();
  await expect(journalist.getByText("Du har skrivit i rättelsen.")).toBeVisible();
  const draft = new URL(journalist.url()).pathname;
  await page.goto("/corrections");
  await expect(page.getByText(wrong)).toBeHidden();

  const editor = await atDesk(browser, "editor");
  await editor.goto(draft);
  await editor.getByRole("button", { name: "Publicera rättelsen" }).click();
  await expect(editor).toHaveURL(new RegExp(`/claims/${claim}$`));
  await expect(editor.locator(".notice").getByText(wrong)).toBeVisible();
  await expect(editor.locator("#history").getByText(wrong)).toBeVisible();
  await page.goto("/corrections");
  await expect(page.getByText(wrong)).toBeVisible();
  await page.goto(`/claims/${claim}/v/1`);
  await expect(page.locator(".notice").getByText(wrong)).toBeVisible();
  expect((await claimJson(request, claim)).corrections).toMatchObject([{ wrong: { sv: wrong }, version: 1 }]);
});

test("A withdrawn verdict says so before anything else, and is nobody's rating any more", async ({
  page,
  request,
  browser,
}) => {
  const slug = await judgedDispute("aterkallad");
  const claim = `${slug}-claim-1`;
  const { verdict } = await claimJson(request, claim);
  const address = `/desk/claims/${verdict.frozen.claim.id}/withdraw`;
  await page.goto(`/claims/${claim}`);
  await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(1);
  await expect(page).toHaveTitle(/obelagt/);

  const journalist = await atDesk(browser, "journalist");
  await journalist.goto(address);
  await journalist.getByLabel("Skäl, som alla kan läsa, svenska").fill("Källan visade sig vara en annan.");
  await journalist
    .getByLabel("Skäl, som alla kan läsa, engelska")
    .fill("The source turned out to be another.");
  await journalist.getByRole("button", { name: "Begär återkallelse" }).click();
  await expect(journalist.getByText("Du har begärt återkallelsen.")).toBeVisible();
  const editor = await atDesk(browser, "editor");
  await editor.goto(address);
  await editor.getByRole("button", { name: "Återkalla bedömningen nu" }).click();
  await expect(editor).toHaveURL(new RegExp(`/claims/${claim}$`));

  await page.reload();
  const first = page.locator("main article > *").first();
  await expect(first).toContainText("återkallades");
  await expect(first).toContainText("Källan visade sig vara en annan.");
  await expect(page).toHaveTitle(/bedömningen återkallad/);
  await expect(page.getByRole("heading", { name: "Återkallad bedömning" })).toBeVisible();
  await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(0);
  const image = await page.locator('meta[property="og:image"]').getAttribute("content");
  expect(image).toContain(`/share/claims/${claim}/sv.png`);
  expect(await faultsOn(page)).toEqual([]);
  await page.goto(`/claims/${claim}/v/1`);
  await expect(page.locator(".notice").first()).toContainText("återkallades");
  await page.goto(`/disputes/${slug}`);
  await expect(page.locator(".tally")).toContainText("återkallad");
  await page.goto(`/search?party=${slug}-party-0&rating=unproven`);
  await expect(page.locator(`a[href="/claims/${claim}"]`)).toHaveCount(0);
  await page.goto("/");
  await expect(page.locator(`.leadgrid a[href="/claims/${claim}"]`)).toHaveCount(0);
  expect(await claimJson(request, claim)).toMatchObject({
    rating: null,
    withdrawn: true,
    verdict: { withdrawn: { reason: { en: "The source turned out to be another." } } },
  });
});

test("The pages by which readers speak to the desk have no fault that axe can find, at 360 pixels too", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const claim = `${await judgedDispute("sidor")}-claim-1`;
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 720 });
    for (const path of [`/claims/${claim}/objection`, "/tip", `/tip?claim=${claim}`]) {
      for (const prefix of ["", "/en"]) {
        const answer = await page.goto(`${prefix}${path}`);
        expect(answer?.status()).toBe(200);
        expect(answer?.headers()["cache-control"]).toContain("no-store");
        expect(await faultsOn(page)).toEqual([]);
        expect(await overflowOf(page), path).toBe(0);
      }
    }
  }
  await page.getByRole("button", { name: "Send the tip" }).click();
  await expect(page.locator(".outcome")).toContainText("Write something here.");
  expect(await faultsOn(page)).toEqual([]);
  for (const path of ["/claims/finns-inte/objection", `/claims/${claim}/objection/nummer`, "/tip/nummer"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});

/** What a script sends: the page's own form, filled in, from a loopback address of its own. */
async function post(path: string, fields: Record<string, string>, from: string, form?: Map<string, string>) {
  const values = new Map([...(form ?? (await formOn(path, from))), ...Object.entries(fields)]);
  const body = new FormData();
  for (const [name, value] of values) body.append(name, value);
  const encoded = new Response(body);
  const bytes = Buffer.from(await encoded.arrayBuffer());
  return send(
    "POST",
    path,
    from,
    { "content-type": encoded.headers.get("content-type") ?? "", origin: HOME },
    bytes,
  );
}

const HOME = `http://localhost:${process.env.E2E_PORT ?? "3987"}`;

/** The fields that stand in the page's form. */
async function formOn(path: string, from: string): Promise<Map<string, string>> {
  const { text } = await send("GET", path, from, {});
  const [, form = ""] = /<form[^>]*class="form"[^>]*>(.*?)<\/form>/s.exec(text) ?? [];
  const plain = (value: string) =>
    value.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
  const fields = new Map<string, string>();
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const [, name = ""] = /name="([^"]*)"/.exec(input) ?? [];
    const [, value = ""] = /value="([^"]*)"/.exec(input) ?? [];
    fields.set(plain(name), plain(value));
  }
  return fields;
}

function send(method: string, path: string, from: string, headers: Record<string, string>, body?: Buffer) {
  return new Promise<{ status: number; to: string; text: string }>((resolve, reject) => {
    const host = new URL(HOME).host;
    const asked = request(
      {
        method,
        path,
        localAddress: from,
        host: "127.0.0.1",
        port: new URL(HOME).port,
        headers: { host, ...headers },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            to: answer.headers.location ?? "",
            text: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

test("A script that sends too much, too large or nonsense is told so and breaks nothing", async () => {
  const claim = `${await judgedDispute("skript")}-claim-1`;
  const objection = `/claims/${claim}/objection`;
  const filled = { text: "Fel.", sentence: "", evidenceId: "", contact: "" };
  const form = await formOn(objection, "127.0.0.9");
  expect(form.get("claim")).toBe(claim);

  const [first, ...again] = await Promise.all(
    Array.from({ length: 50 }, () => post(objection, filled, "127.0.0.9", form)),
  );
  expect(first?.status).toBe(303);
  expect(first?.to).toContain(`${objection}/`);
  for (const each of again) expect(each).toMatchObject({ status: 303, to: first?.to });
  expect((await post(objection, filled, "127.0.0.8", form)).status).toBe(403);

  for (let n = 0; n < 4; n++) expect((await post(objection, filled, "127.0.0.9")).status).toBe(303);
  const stopped = await post(objection, filled, "127.0.0.9");
  expect(stopped.status).toBe(429);
  expect(stopped.text).toContain("Det har skickats för mycket på kort tid.");
  expect((await post(objection, filled, "127.0.0.10")).status).toBe(303);

  const refused = [
    { ...filled, text: "a".repeat(100_000) },
    { ...filled, text: "\u202E\u200B" },
    { ...filled, contact: "x" },
    { ...filled, decision: "upheld" },
    { ...filled, claim: "finns-inte" },
    { ...filled, version: "99" },
    { ...filled, evidenceId: randomUUID() },
    { ...filled, $key: "inte en nyckel" },
  ];
  for (const fields of refused) expect((await post(objection, fields, "127.0.0.11")).status).toBe(422);
  for (const path of [objection, "/tip", "/en/tip"]) {
    const type = { origin: HOME, "content-type": "application/x-www-form-urlencoded" };
    for (const body of ["", "text=x", "%%%", "$ACTION_REF_1=&$ACTION_1:0={"]) {
      expect((await send("POST", path, "127.0.0.11", type, Buffer.from(body))).status, body).toBeLessThan(
        500,
      );
    }
    const foreign = { ...type, origin: "https://elsewhere.example" };
    expect((await send("POST", path, "127.0.0.11", foreign, Buffer.from("text=x"))).status).toBe(403);
  }
});
