import { expect, test } from "vitest";
import { NO_FACTS } from "../../intake/web-page/web-page.ts";
import type { PageFacts } from "./capture.ts";
import { type SourceAsItStands, suggestSource } from "./capture-suggest.ts";

const NOWHERE = {
  ...{ title: null, byline: null, publisher: null, published: null, modified: null },
  ...{ language: null, canonicalUrl: null },
};
const page = (facts: Partial<PageFacts>): PageFacts => ({
  ...NO_FACTS,
  from: NOWHERE,
  kind: "article",
  ...{ missing: false, doubts: [], links: [], charset: "utf-8", truncated: false, flattened: false },
  ...facts,
});
/** As a link is entered. */
const entered: SourceAsItStands = {
  title: { sv: "bladet.example/svar", en: "bladet.example/svar" },
  producerId: null,
  language: "sv",
  url: "https://bladet.example/svar?a=1",
  made: "../2026-11-23",
  public: "../2026-11-23",
};
const paper = { id: "p1", names: ["Exempelbladet", "The Example Paper"] };
const fieldsOf = (source: SourceAsItStands, found: Partial<PageFacts>, parties = [paper]) =>
  Object.assign({}, ...suggestSource(source, page(found), parties).map(({ fields }) => fields));

test("a link that nobody has named gets everything the page says, with where it was read", () => {
  const found = page({
    title: "Exempelby svarar",
    publisher: "EXEMPELBLADET",
    byline: "Redaktionen",
    published: "2019-11-25",
    language: "en-GB",
    from: { ...NOWHERE, title: "json-ld", publisher: "og", published: "meta", language: "html" },
  });
  expect(suggestSource(entered, found, [paper])).toEqual([
    {
      about: "title",
      value: "Exempelby svarar",
      from: "json-ld",
      fields: { "title.sv": "Exempelby svarar", "title.en": "Exempelby svarar" },
    },
    { about: "publisher", value: "EXEMPELBLADET", from: "og", fields: { producerId: "p1" } },
    { about: "byline", value: "Redaktionen", from: null, fields: {} },
    { about: "language", value: "en-GB", from: "html", fields: { language: "en-GB" } },
    {
      about: "published",
      value: "2019-11-25",
      from: "meta",
      fields: { made: "2019-11-25", public: "2019-11-25" },
    },
  ]);
});

test("what somebody has written is told of, and left alone", () => {
  const written = {
    ...entered,
    title: { sv: "Svaret", en: "The answer" },
    producerId: "p2",
    made: "2019-11-24",
    public: "2019-11-24",
  };
  const found = { title: "Exempelby svarar", publisher: "Exempelbladet", published: "2019-11-25" };
  expect(suggestSource(written, page(found), [paper]).map(({ about }) => about)).toEqual([
    "title",
    "publisher",
    "published",
  ]);
  expect(fieldsOf(written, found)).toEqual({});
  expect(fieldsOf({ ...written, public: null }, found)).toEqual({ public: "2019-11-25" });
});

test("what the source has already is not suggested, however it is spelled", () => {
  const written = {
    ...entered,
    title: { sv: "Exempelby  svarar", en: "" },
    producerId: "p1",
    made: "2019-11-25",
    public: "2019-11-25",
  };
  const found = { title: "EXEMPELBY SVARAR", publisher: "The Example Paper", published: "2019-11-25" };
  expect(suggestSource(written, page({ ...found, language: "sv-SE" }), [paper])).toEqual([]);
});

test("a publication that two parties are called, or none, is nobody's", () => {
  expect(fieldsOf(entered, { publisher: "Exempelbladet" }, [paper, { ...paper, id: "p3" }])).toEqual({});
  expect(fieldsOf(entered, { publisher: "Byposten" })).toEqual({});
});

test("a title or a language that the record would not take is not suggested", () => {
  expect(suggestSource(entered, page({ title: "\u202E\u00AD", language: "!" }), [])).toEqual([]);
  expect(fieldsOf(entered, { title: "å".repeat(300) })).toMatchObject({ "title.sv": "å".repeat(160) });
});
