import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LOCALES } from "@/lib/core/language/language";
import { socialDumping, threeHouseholds } from "@/lib/record/claim/claim.fixture";
import { drawable } from "./share-fonts";
import { claimImage, siteImage } from "./share-image";
import { claimShareAlt, claimSharePath, shareCard, shareLocale } from "./share-words";

const really = globalThis.fetch;
const asked: string[] = [];
/** The drawing library loads a part of itself from a `data:` address; anything else is the network. */
const fetchNoFurther: typeof fetch = (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  if (address.startsWith("data:")) return really(input, init);
  asked.push(address);
  return Promise.reject(new Error(`The network was asked for ${address}`));
};
beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal("fetch", fetchNoFurther);
});
afterEach(() => vi.unstubAllGlobals());

const { verdict } = socialDumping;
const card = shareCard(socialDumping, verdict, "sv");
const bytes = async (claim: string) =>
  Buffer.from(await (await claimImage({ ...card, claim }, 60)).arrayBuffer());

/** 300 characters, the most a claim may have, ending in a word of one's choice. */
const longest = (last: string) => {
  const words = "Huddinge kommun har enligt uppgift ";
  return `${words.repeat(9).slice(0, 299 - last.length - 1)} ${last}.`;
};

test("the image is a PNG of 1200 × 630 that other sites may show", async () => {
  for (const locale of LOCALES) {
    const answer = await claimImage(shareCard(threeHouseholds, threeHouseholds.verdict, locale), 60);
    const png = Buffer.from(await answer.arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=60");
  }
  expect((await (await siteImage("sv", 60)).arrayBuffer()).byteLength).toBeGreaterThan(10_000);
});

test("the longest claim is drawn to its last word", async () => {
  expect(longest("dumpning")).toHaveLength(300);
  expect(await bytes(longest("dumpning"))).not.toEqual(await bytes(longest("lumpning")));
});

test("no sign in a claim makes the drawing ask the network", async () => {
  const all = Array.from({ length: 0x180 }, (_, code) => String.fromCodePoint(code)).join("");
  const strange = "→ ✓ 🙂 Москва 東京 العربية \u202e\u00ad";
  for (const text of [all, strange]) await bytes(text);
  await claimImage({ ...card, who: all, says: strange }, 60);
  expect(asked).toEqual([]);
});

test("a sign that no face has becomes an ellipsis; Swedish and its neighbours stay as they are", () => {
  expect(drawable("å ä ö é ”Łódź” – 50 % § 3 …")).toBe("å ä ö é ”Łódź” – 50 % § 3 …");
  expect(drawable("a\u0308 →→ b\n\tc")).toBe("ä … b c");
});

test("the image shows who claims it, the judged wording, the rating, its version and that it is a demonstration", () => {
  expect(card).toMatchObject({
    who: "Kramfors kommun och Jan Sahlén (S)",
    says: "påstår, enligt 08-nytt:",
    claim: "Huddinge kommun har bedrivit systematisk social dumpning.",
    ratingWord: "I huvudsak motbevisat",
    version: "Version 1, 23 november 2026.",
    demonstration: "Demonstration",
  });
});

test("the description says claim and verdict in words, in both languages", () => {
  expect(claimShareAlt(socialDumping, verdict, "sv")).toBe(
    "Kramfors kommun och Jan Sahlén (S) påstår, enligt 08-nytt: Huddinge kommun har bedrivit systematisk social dumpning. Bedömning: i huvudsak motbevisat. Version 1, 23 november 2026.",
  );
  expect(claimShareAlt(socialDumping, verdict, "en")).toContain("mostly contradicted");
  expect(claimShareAlt({ ...socialDumping, verdict: null }, null, "sv")).toContain("Ännu inte bedömt");
});

test("a new verdict has a new address, and there is none for another language or format", () => {
  expect(claimSharePath(socialDumping, "en")).toBe("/share/claims/huddinge-social-dumpning/v/1/en.png");
  expect(claimSharePath({ ...socialDumping, verdict: null }, "sv")).toBe(
    "/share/claims/huddinge-social-dumpning/sv.png",
  );
  expect(["sv.png", "en.png", "fr.png", "sv.jpg", "sv"].map(shareLocale)).toEqual([
    "sv",
    "en",
    null,
    null,
    null,
  ]);
});
