import { describe, expect, test } from "vitest";
import { parseFields } from "../../desk/form/form-schema.ts";
import { socialDumping } from "../claim/claim.fixture.ts";
import { answerDue, comparable, objectionView, repeatsReader, standsIn, textsOf } from "./objection.ts";
import { newObjection } from "./objection-schema.ts";

describe("a sentence stands in the record", () => {
  const texts = [
    "Exempelby kommun har – enligt tidningen – flyttat ”tre hushåll”.",
    "Det är inte\nvisat. Ingen har sett handlingen.",
  ];

  test("whatever the clipboard did to its quotes, dashes, spaces and case", () => {
    expect(standsIn('exempelby kommun har - enligt tidningen - flyttat "tre hushåll"', texts)).toBe(true);
    expect(standsIn("Det\u00A0är inte visat.", texts)).toBe(true);
    expect(standsIn("Ingen har sett hand\u00ADlingen", texts)).toBe(true);
    expect(standsIn("… har sett handlingen …", texts)).toBe(true);
  });

  test("but not when a word differs, half a word is given, or there is nothing left", () => {
    expect(standsIn("Det är visat.", texts)).toBe(false);
    expect(standsIn("flytta", texts)).toBe(false);
    expect(standsIn("Ingen har sett", ["Ingenhar sett"])).toBe(false);
    expect(standsIn("…", texts)).toBe(false);
    expect(standsIn("”–”", texts)).toBe(false);
  });

  test("in either language, in the verdict and around it, but not in ids and hashes", () => {
    const found = textsOf(socialDumping);
    expect(standsIn("The evidence speaks against the claim", found)).toBe(true);
    expect(standsIn("Huddinge kommun har bedrivit systematisk social dumpning", found)).toBe(true);
    expect(standsIn("a".repeat(64), found)).toBe(false);
    expect(standsIn("mostly_contradicted", found)).toBe(false);
  });

  test("compared texts compare the same again", () => {
    for (const text of texts) expect(comparable(comparable(text))).toBe(comparable(text));
  });
});

describe("the reader's own words", () => {
  const reader = "Jag bor granne med huset och såg själv att ingen flyttade in under hela hösten.";

  test("are found when eight in a row are repeated, whatever the case and the commas", () => {
    expect(
      repeatsReader("Läsaren skriver: såg själv, att ingen flyttade in under Hela hösten.", reader, []),
    ).toBe(true);
  });

  test("are not missed for being our own words to begin with", () => {
    expect(repeatsReader("Invändningen gäller om någon flyttade in.", reader, [])).toBe(false);
    expect(repeatsReader(reader, reader, [`I protokollet står: ${reader}`])).toBe(false);
    expect(repeatsReader("Kort.", "Kort.", [])).toBe(false);
  });
});

test("an objection that waits is not seen by anybody", () => {
  const row = {
    id: "x",
    receivedAt: new Date("2026-11-23T10:00:00Z"),
    target: "other" as const,
    evidenceId: null,
    version: null,
    outcome: null,
  };
  expect(objectionView(row)).toEqual([]);
});

test("an answer is promised within fourteen days", () => {
  expect(answerDue("2026-11-23T10:00:00.000Z")).toBe("2026-12-07T10:00:00.000Z");
});

describe("the form of an objection", () => {
  const fields = {
    claim: ["x"],
    version: ["1"],
    sentence: [""],
    evidenceId: [""],
    text: ["Fel."],
    contact: [""],
    language: ["sv"],
  };
  const reasons = (changes: Record<string, string[]>) => {
    const read = parseFields(newObjection, { ...fields, ...changes });
    return read.ok ? [] : read.problems.map(({ field, reason }) => `${field}: ${reason}`);
  };

  test("takes a text alone, and leaves out what is blank", () => {
    expect(parseFields(newObjection, fields)).toEqual({
      ok: true,
      value: {
        claim: "x",
        version: 1,
        sentence: null,
        evidenceId: null,
        text: "Fel.",
        contact: null,
        language: "sv",
      },
    });
  });

  test("is refused with a reason for each field that cannot be taken", () => {
    expect(reasons({ text: [""] })).toEqual(["text: empty"]);
    expect(reasons({ text: ["a".repeat(4001)] })).toEqual(["text: too-long"]);
    expect(reasons({ text: ["a".repeat(100_000)] })).toEqual(["text: too-long"]);
    expect(reasons({ text: ["a\uD800b"] })).toEqual(["text: invisible-characters"]);
    expect(reasons({ text: ["\u202E\u200B"] })).toEqual(["text: empty"]);
    expect(reasons({ contact: ["inte en adress"] })).toEqual(["contact: not-an-email"]);
    expect(reasons({ evidenceId: ["1 OR 1=1"] })).toEqual(["evidenceId: not-an-id"]);
    expect(reasons({ language: ["fr"] })).toEqual(["language: not-a-choice"]);
    expect(reasons({ version: ["0"] })).toHaveLength(1);
    expect(reasons({ published: ["on"] })).toEqual(["published: unexpected-field"]);
    expect(
      reasons({ sentence: ["En mening."], evidenceId: ["00000000-0000-7000-8000-000000000001"] }),
    ).toEqual(["sentence: sentence-or-evidence"]);
  });
});
