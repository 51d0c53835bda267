import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { newEvent } from "../../record/event/event-schema.ts";
import { newEvidence } from "../../record/evidence/evidence-schema.ts";
import { EMPTY_VERDICT, verdictDraftContent } from "../../record/verdict/verdict-draft-schema.ts";
import { asFields, differing, type FieldValues } from "./form.ts";
import { fieldsOf, fileIn, parseFields } from "./form-schema.ts";

const schema = z.strictObject({
  title: z.strictObject({ sv: z.string().min(1, { error: "empty" }), en: z.string() }),
  paragraph: z.int().min(1).nullable(),
  note: z.strictObject({ sv: z.string(), en: z.string() }).nullable(),
  on: z.boolean(),
  ids: z.array(z.string()),
  rows: z.array(z.strictObject({ text: z.string(), tags: z.array(z.string()) })).max(2),
});
const fields: FieldValues = {
  "title.sv": ["Hej"],
  "title.en": [""],
  paragraph: [""],
  "note.sv": [""],
  "note.en": [" "],
};

describe("a form says", () => {
  test("nothing where it is blank, and a blank text stays a text", () => {
    expect(parseFields(schema, fields)).toEqual({
      ok: true,
      value: { title: { sv: "Hej", en: "" }, paragraph: null, note: null, on: false, ids: [], rows: [] },
    });
  });

  test("numbers, ticks, lists of words and rows of things, blank rows left out", () => {
    const filled = {
      ...fields,
      paragraph: ["4"],
      on: ["on"],
      ids: ["a", "", "b"],
      "rows.2.text": ["två"],
      "rows.0.text": [""],
      "rows.7.text": ["sju"],
      "rows.7.tags": ["x", "y"],
    };
    expect(parseFields(schema, filled)).toMatchObject({
      ok: true,
      value: {
        paragraph: 4,
        on: true,
        ids: ["a", "b"],
        rows: [
          { text: "två", tags: [] },
          { text: "sju", tags: ["x", "y"] },
        ],
      },
    });
  });
});

describe("a form is refused", () => {
  const problems = (values: FieldValues) => {
    const result = parseFields(schema, values);
    return result.ok ? [] : result.problems;
  };

  test("with a word for each field, and none of the library's sentences", () => {
    expect(
      problems({
        ...fields,
        "title.sv": [""],
        paragraph: ["fyra"],
        "rows.0.text": ["a"],
        "rows.1.text": ["b"],
        "rows.2.text": ["c"],
      }),
    ).toEqual([
      { field: "title.sv", reason: "empty" },
      { field: "paragraph", reason: "not-a-number" },
      { field: "rows", reason: "too-many" },
    ]);
  });

  test.each([
    "__proto__",
    "constructor",
    "role",
    "publishedAt",
    "title.de",
    "rows.0.admin",
    "title.sv.length",
    "id",
  ])("for a field that it does not have: %s", (name) => {
    expect(problems({ ...fields, "rows.0.text": ["x"], [name]: ["1"] })).toContainEqual({
      field: name,
      reason: "unexpected-field",
    });
  });

  test("for any field that nobody asked for, whatever it is called", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (name, value) => {
        fc.pre(
          !["title", "paragraph", "note", "on", "ids", "rows"].some(
            (own) => name === own || name.startsWith(`${own}.`),
          ),
        );
        const before = Reflect.ownKeys(Object.prototype);
        expect(parseFields(schema, { ...fields, [name]: [value] }).ok).toBe(false);
        expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
      }),
    );
  });

  test("when it holds a file where none is asked for, or is larger than any of ours", () => {
    const withFile = new FormData();
    withFile.set("title", new File(["x"], "x.txt"));
    expect(fieldsOf(withFile)).toBeNull();
    expect(fieldsOf(withFile, ["title"])).toEqual({});
    expect(fileIn(withFile, "title")?.name).toBe("x.txt");
    for (const none of [new File([], ""), new File([], "undefined"), "words"]) {
      withFile.set("title", none);
      expect(fileIn(withFile, "title")).toBeNull();
    }
    const long = new FormData();
    long.set("title", "x".repeat(200_001));
    expect(fieldsOf(long)).toBeNull();
    const many = new FormData();
    for (let n = 0; n <= 2000; n++) many.append("x", "1");
    expect(fieldsOf(many)).toBeNull();
  });
});

test("the form's own fields are not the writer's", () => {
  const form = new FormData();
  form.set("$key", "1");
  form.set("$ACTION_ID_x", "");
  form.append("a", "1");
  form.append("a", "2");
  expect(fieldsOf(form)).toEqual({ a: ["1", "2"] });
});

test("what is saved stands in the fields as it was typed", () => {
  const event = {
    disputeId: "01890a5d-ac96-774b-bcce-b302099a8057",
    text: { sv: "Ett brev.", en: "" },
    short: { sv: "Brev", en: "" },
    actorId: "01890a5d-ac96-774b-bcce-b302099a8058",
    targetId: null,
    sourceId: "01890a5d-ac96-774b-bcce-b302099a8059",
    paragraph: 2,
    happened: "2019-11",
    known: null,
    dateNote: null,
    beforeId: null,
    afterId: null,
    answersId: null,
  };
  expect(parseFields(newEvent, asFields(event))).toEqual({ ok: true, value: event });
  const draft = {
    ...EMPTY_VERDICT,
    steps: [{ text: { sv: "Ett", en: "" }, evidenceIds: [event.actorId, event.sourceId] }],
  };
  expect(parseFields(verdictDraftContent, asFields(draft))).toEqual({ ok: true, value: draft });
});

test("two versions differ where a reader would see it", () => {
  expect(differing({ a: ["x\r\ny"], b: [""], c: ["1"] }, { a: ["x\ny"], c: ["2"] })).toEqual(["c"]);
});

describe("what nobody should be able to write", () => {
  const evidence = (excerpt: string): FieldValues => ({
    claimId: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    sourceId: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    stance: ["supports"],
    excerpt: [excerpt],
    excerptLanguage: ["sv"],
    "note.sv": ["x"],
  });

  test.each([
    ["half a character", "a\uD800", "invisible-characters"],
    ["100 kB", "x".repeat(100_000), "too-long"],
    ["nothing", "   \n ", "empty"],
    ["nothing to be seen", "\u200B\u00AD \u2060\uFEFF\u200E", "empty"],
  ])("%s", (_, text, reason) => {
    expect(parseFields(newEvidence, evidence(text))).toMatchObject({
      problems: [{ field: "excerpt", reason }],
    });
  });

  test.each([
    ["a text that turns words round", "abc\u202Etxet", "abctxet"],
    ["zero-width letters", "kom\u200Bmun", "kommun"],
    ["a null", "a\u0000b", "ab"],
    ["a line break of Word's", "a\u000Bb", "a\nb"],
  ])("%s comes in without it", (_, text, excerpt) => {
    expect(parseFields(newEvidence, evidence(text))).toMatchObject({ ok: true, value: { excerpt } });
  });

  test("HTML and Markdown are only letters", () => {
    const text = `<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=1>`;
    expect(parseFields(newEvidence, evidence(text))).toMatchObject({ ok: true, value: { excerpt: text } });
  });
});
