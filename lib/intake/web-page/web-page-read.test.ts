import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { MAX_LINKS, PAGE_FIELDS, PAGE_KINDS } from "./web-page.ts";
import { readWebPage } from "./web-page-read.ts";
import { ADDRESS, bytesOf, type Shape } from "./web-page-shapes.fixture.ts";
import { CMS } from "./web-page-shapes-cms.fixture.ts";
import { ENCODINGS } from "./web-page-shapes-encoding.fixture.ts";
import { SAID } from "./web-page-shapes-facts.fixture.ts";
import { MARKUP } from "./web-page-shapes-markup.fixture.ts";
import { PRESS } from "./web-page-shapes-press.fixture.ts";
import { WALLS } from "./web-page-shapes-walls.fixture.ts";

const FETCHED = Date.UTC(2026, 0, 15);

const read = ({ body, url = ADDRESS, contentType = "text/html", status = 200 }: Shape) =>
  readWebPage(bytesOf(body), { url, contentType, status, fetchedAt: FETCHED });

const SHAPES = [...PRESS, ...CMS, ...ENCODINGS, ...MARKUP, ...SAID, ...WALLS];
const counts = { shapes: 0, right: 0, empty: 0, missed: 0, wrong: 0 };

describe("a captured page is read as what it says, or not at all", () => {
  test.each(SHAPES)("$name", async (shape) => {
    const page = await read(shape);
    counts.shapes++;
    for (const field of PAGE_FIELDS) {
      const expected = shape.facts?.[field] ?? null;
      const found = page[field];
      if (found === expected) counts[found === null ? "empty" : "right"]++;
      else counts[found === null ? "missed" : "wrong"]++;
      expect.soft(found, field).toBe(expected);
      expect.soft(page.from[field] === null, `from.${field}`).toBe(found === null);
    }
    expect.soft(page.from).toMatchObject(shape.from ?? {});
    expect.soft(page.kind).toBe(shape.kind ?? "page");
    expect.soft(page.missing, "missing").toBe(shape.missing ?? false);
    if (page.kind !== "consent" && page.kind !== "paywall" && !page.missing)
      expect.soft(page.doubts, "doubts").toEqual(shape.doubts ?? []);
    expect.soft(page.flattened, "flattened").toBe(shape.flattened ?? false);
    expect.soft(page.truncated, "truncated").toBe(shape.truncated ?? false);
    if (shape.charset !== undefined) expect.soft(page.charset).toBe(shape.charset);
    if (shape.links !== undefined) expect.soft(page.links).toEqual(shape.links);
    for (const passage of shape.main ?? []) expect.soft(page.text.includes(passage), passage).toBe(true);
    for (const passage of shape.notMain ?? []) expect.soft(page.text.includes(passage), passage).toBe(false);
    for (const passage of shape.seen ?? []) expect.soft(page.wholeText.includes(passage), passage).toBe(true);
    for (const passage of shape.unseen ?? [])
      expect.soft(page.wholeText.includes(passage), passage).toBe(false);
    expectSound(page);
  });

  afterAll(() => {
    expect(new Set(SHAPES.map(({ name }) => name)).size).toBe(SHAPES.length);
    expect(counts).toEqual({ shapes: SHAPES.length, right: 601, empty: 1121, missed: 0, wrong: 0 });
  });
});

/** What holds for every page, whatever it is. */
function expectSound(page: Awaited<ReturnType<typeof readWebPage>>): void {
  expect(PAGE_KINDS).toContain(page.kind);
  expect(page.links.length).toBeLessThanOrEqual(MAX_LINKS);
  expect(page.links.every((link) => /^https?:\/\//.test(link))).toBe(true);
  // The main text is made of paragraphs of the page, in their order: nothing is joined that was apart.
  const whole = page.wholeText.split("\n\n");
  let at = -1;
  for (const paragraph of page.text === "" ? [] : page.text.split("\n\n")) {
    at = whole.indexOf(paragraph, at + 1);
    if (at < 0) throw new Error(`Not on the page, or not in its place: ${paragraph.slice(0, 80)}`);
  }
  expect(page.text).not.toMatch(/\n{3}| {2}|\t|\r/);
  expect(page.wholeText.includes("\u0000")).toBe(false);
  expect(page.wholeText.isWellFormed()).toBe(true);
  for (const date of [page.published, page.modified])
    if (date !== null) expect(date).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
  for (const field of PAGE_FIELDS) expect((page[field] ?? "").length).toBeLessThanOrEqual(2000);
}

const small = SHAPES.filter(({ body }) => body.length < 6000);

describe("nothing a server sends stops the reader", () => {
  test("arbitrary bytes under arbitrary headers", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 600 }),
        fc.option(
          fc.oneof(
            fc.constantFrom(
              "text/html",
              "text/plain",
              "text/html; charset=utf-16",
              'text/html;charset="gbk',
              "image/png",
            ),
            fc.string(),
          ),
        ),
        fc.oneof(fc.webUrl(), fc.string()),
        fc.integer({ min: 100, max: 599 }),
        async (bytes, contentType, url, status) => {
          const page = await readWebPage(bytes, { contentType, url, status });
          expectSound(page);
          expect(page.wholeText.length).toBeLessThanOrEqual(4 * bytes.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("the shapes with pieces cut out, doubled and exchanged", async () => {
    const cut = fc.tuple(
      fc.nat(6000),
      fc.nat(400),
      fc.constantFrom(
        "",
        "<",
        ">",
        '"',
        "</script>",
        "<p",
        "&",
        "]]>",
        "\u0000",
        "</body>",
        "<svg>",
        "<template>",
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...small),
        fc.array(cut, { minLength: 1, maxLength: 6 }),
        async (shape, cuts) => {
          let bytes = Buffer.from(bytesOf(shape.body));
          for (const [from, length, instead] of cuts) {
            const at = from % (bytes.length + 1);
            bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(instead), bytes.subarray(at + length)]);
          }
          expectSound(await read({ ...shape, body: bytes }));
        },
      ),
      { numRuns: 80 },
    );
  });

  test("reading a page twice gives the same", async () => {
    for (const shape of [PRESS[0], CMS[0], WALLS[0]]) {
      if (shape) expect(await read(shape)).toEqual(await read(shape));
    }
  });
});
