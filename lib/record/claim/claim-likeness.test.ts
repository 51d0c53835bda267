import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growth } from "../../../e2e/fixtures/growth.ts";
import { claims as seed } from "../../../prisma/seed/kramfors-huddinge.ts";
import { type ClaimText, LIKE, likeClaims } from "./claim-likeness.ts";

/** The first dispute's eight claims, by their number. */
const claims: ClaimText[] = seed.map(({ text }, at) => ({ id: String(at + 1), text }));
const ids = (typed: string) => likeClaims(typed, claims).map(({ id }) => id);
const first = (typed: string) => likeClaims(typed, claims)[0];

test.each(claims.flatMap(({ id, text }) => [text.sv, text.en].map((wording) => [wording, id] as const)))(
  "%s is wholly like itself",
  (wording, id) => expect(first(wording)).toMatchObject({ id, score: 1, negated: false }),
);

test.each([
  ["Huddinge bedriver social dumpning", "1"],
  ["Social dumpning har systematiskt bedrivits av Huddinge.", "1"],
  ["HUDDINGE KOMMUN ÄGNAR SIG ÅT SYSTEMATISK SOCIAL DUMPNING", "1"],
  ["Huddinge kommun har systematiskt ägnat sig åt social dumpning", "1"],
  ["Huddinge engaged in social dumping", "1"],
  ["Tre hushåll flyttade från Huddinge till andra kommuner", "3"],
  ["Tre av hushållen har lämnat Huddinge", "3"],
  ["Three households left Huddinge", "3"],
  ["Huddinge gav ingen i uppdrag att söka upp privata hyresvärdar", "4"],
  ["Kramfors kommun ljög om Huddinge", "6"],
  ["Jan Sahlen har ljugit om Huddinge", "6"],
  ["Anklagelsen mot Huddinge är ett politiskt spel", "7"],
  ["Det ligger ett politiskt spel bakom", "7"],
  ["It is unworthy to belittle the administration", "8"],
])("%s is most like claim %s", (typed, id) => expect(first(typed)?.id).toBe(id));

test.each([
  ["Huddinge kommun har inte bedrivit systematisk social dumpning.", "1"],
  ["Huddinge never engaged in systematic social dumping.", "1"],
  ["De som flyttade till Kramfors uppgav Huddinge som kommunen de kom från.", "5"],
])("%s is shown as like claim %s, and as its opposite", (typed, id) => {
  expect(first(typed)).toMatchObject({ id, negated: true });
  expect(first(typed)?.score).toBeGreaterThan(0.7);
});

test.each([
  "",
  " ",
  "?!",
  "Hu",
  "Huddinge",
  "det som inte är",
  "Regeringen höjer skatten på bensin",
  "Kramfors kommun har byggt en ny skola",
  "The government raised taxes on petrol",
])("%j is like none of them", (typed) => expect(ids(typed)).toEqual([]));

test("å, ä and ö are letters of their own, other accents are not", () => {
  const pair = (sv: string): ClaimText[] => [{ id: "a", text: { sv, en: "" } }];
  expect(likeClaims("Idén om café", pair("Iden om cafe"))).toHaveLength(1);
  expect(likeClaims("för höga räntor", pair("for hoga rantor"))).toEqual([]);
  expect(likeClaims("A\u030angesten o\u0308kar", pair("Ångesten ökar"))[0]?.score).toBe(1);
});

test("it says in which language the claim is like what was typed", () => {
  expect(first("Huddinge engaged in social dumping")?.locale).toBe("en");
  expect(first("Huddinge bedriver social dumpning")?.locale).toBe("sv");
});

test("the likest come first, never more than asked for, and equals in the order of their ids", () => {
  const typed = "De som flyttade till Kramfors kom från Huddinge kommun";
  const scores = likeClaims(typed, claims).map(({ score }) => score);
  expect(scores.length).toBeGreaterThan(1);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(likeClaims(typed, claims, 1)).toHaveLength(1);
  const twins = ["c", "a", "b"].map((id) => ({ id, text: { sv: "Tre hushåll flyttade", en: "" } }));
  expect(likeClaims("Tre hushåll flyttade", twins).map(({ id }) => id)).toEqual(["a", "b", "c"]);
});

test("a claim is found while its first half is being typed", () => {
  for (const { id, text } of claims) {
    for (const wording of [text.sv, text.en]) {
      const words = wording.split(" ");
      const half = words.slice(0, Math.max(5, Math.ceil(words.length * 0.6))).join(" ");
      expect(ids(half), half).toContain(id);
    }
  }
});

describe("of any two wordings", () => {
  const wording = fc
    .array(fc.constantFrom(...seed.flatMap(({ text }) => `${text.sv} ${text.en}`.split(" "))), {
      maxLength: 14,
    })
    .map((words) => words.join(" "));

  test("the score lies between LIKE and 1, and is the same whichever is typed", () => {
    const score = (typed: string, other: string) =>
      likeClaims(typed, [{ id: "a", text: { sv: other, en: "" } }])[0]?.score ?? 0;
    fc.assert(
      fc.property(wording, wording, (a, b) => {
        const found = score(a, b);
        expect(found).toBeCloseTo(score(b, a), 10);
        expect(found === 0 || (found >= LIKE && found <= 1)).toBe(true);
      }),
    );
  });

  test("any text can be typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        for (const { score } of likeClaims(typed, claims)) expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test("ten times the claims are compared with 300 letters in little more than ten times the time", () => {
  const words = seed.flatMap(({ text }) => [text.sv.split(" "), text.en.split(" ")]).flat();
  const sentence = (seedNumber: number, length: number) =>
    Array.from({ length }, (_, n) => words[(seedNumber * 7919 + n * n * 31 + n) % words.length]).join(" ");
  const many = Array.from({ length: 1000 }, (_, n) => ({
    id: String(n),
    text: { sv: sentence(n, 12), en: sentence(n + 5000, 12) },
  }));
  const typed = sentence(3, 80).slice(0, 300);
  const hundred = many.slice(0, 100);
  const compare = (size: number) => likeClaims(typed, size === 100 ? hundred : many);
  expect(growth(compare, { small: 100, large: 1000 })).toBeLessThan(20);
});
