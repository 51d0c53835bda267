import oracle from "edtf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bounds, certainlyBefore, compareEdtf, edges, edtf, isPoint, mayOverlap, parseEdtf } from "./edtf.ts";

const two = (n: number) => String(n).padStart(2, "0");
const year = fc.integer({ min: 1000, max: 2999 });
const day = fc
  .date({ min: new Date("1000-01-01"), max: new Date("2999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const date = fc.oneof(
  year.map(String),
  year.map((y) => `${String(y).slice(0, 3)}X`),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`),
  fc.tuple(year, fc.integer({ min: 21, max: 24 })).map(([y, m]) => `${y}-${m}`),
  day,
);
const qualified = fc
  .tuple(date, fc.constantFrom("", "~", "?", "%"))
  .map(([text, mark]) => (text.includes("X") ? text : text + mark));
const interval = fc
  .tuple(qualified, qualified)
  .map(([a, b]) => `${a}/${b}`)
  .filter((text) => parseEdtf(text).ok);
const end = qualified.filter((text) => !text.includes("X"));
const any = fc.oneof(
  qualified,
  interval,
  end.map((text) => `${text}/..`),
  end.map((text) => `../${text}`),
);

describe("reading", () => {
  test.each([
    "",
    "x",
    "2019-13",
    "2019-11-31",
    "2019-02-29",
    "2019-00",
    "2019~~",
    "19",
    "../../..",
    "/",
    "2019/2020/2021",
    "2019-11-05T24:00:00Z",
    "２０１９",
  ])("%s is no date", (text) => expect(parseEdtf(text)).toMatchObject({ ok: false, reason: "not-edtf" }));

  test("an interval turned round is refused by name", () => {
    expect(parseEdtf("2019/2018")).toEqual({ ok: false, reason: "ends-before-it-starts", field: undefined });
  });

  test("29 February exists in leap years only", () => {
    expect(parseEdtf("2020-02-29").ok).toBe(true);
    expect(parseEdtf("1900-02-29").ok).toBe(false);
    expect(parseEdtf("2000-02-29").ok).toBe(true);
  });

  test("a winter begins in December and ends with February of the next year", () => {
    expect(bounds(edtf("2019-24"))).toEqual({
      earliest: Date.UTC(2019, 11, 1),
      latest: Date.UTC(2020, 2, 1),
    });
  });

  test("everything it accepts, the reference implementation accepts, but for qualified and one-sided seasons", () => {
    // "2019-23/..", not before autumn 2019, is what sources say; the reference takes seasons bare or in pairs. It also
    // wants the end of an interval to begin later than its start: "2019/2019~" is ours.
    const shared = any.filter((text) => {
      if (/-2[1-4](?!\d|-)/.test(text)) return /^\d{4}-2[1-4]$/.test(text);
      const [from = "", to] = text.split("/").map((end) => end.replace(/[~?%]$/, ""));
      return to === undefined || !(from.startsWith(to) || to.startsWith(from));
    });
    fc.assert(
      fc.property(shared, (text) => {
        expect(() => oracle(text)).not.toThrow();
      }),
    );
  });

  test("days, months and years have the bounds the reference implementation gives them", () => {
    fc.assert(
      fc.property(fc.oneof(year.map(String), day), (text) => {
        const theirs = oracle(text);
        const ours = bounds(edtf(text));
        expect(ours.earliest).toBe(theirs.min);
        expect(new Date((ours.latest ?? 0) - 1).toISOString().slice(0, 10)).toBe(
          new Date(theirs.max).toISOString().slice(0, 10),
        );
      }),
    );
  });
});

describe("precision", () => {
  test("a month is firm at both ends, a season soft, late November soft then firm, 'not before' soft then open", () => {
    expect(edges(edtf("2019-11"))).toEqual({ start: "firm", end: "firm" });
    expect(edges(edtf("2019-23"))).toEqual({ start: "soft", end: "soft" });
    expect(edges(edtf("2019-11-21~/2019-11-30"))).toEqual({ start: "soft", end: "firm" });
    expect(edges(edtf("2019-23/.."))).toEqual({ start: "soft", end: "open" });
  });

  test("only an exact day or instant is a point", () => {
    expect(isPoint(edtf("2026-11-23"))).toBe(true);
    expect(isPoint(edtf("2026-11-23~"))).toBe(false);
    expect(isPoint(edtf("2026-11"))).toBe(false);
  });
});

describe("order", () => {
  test("is antisymmetric and transitive", () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const [x, y, z] = [edtf(a), edtf(b), edtf(c)];
        expect(Math.sign(compareEdtf(x, y)) + Math.sign(compareEdtf(y, x))).toBe(0);
        if (compareEdtf(x, y) <= 0 && compareEdtf(y, z) <= 0)
          expect(compareEdtf(x, z)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("what certainly came before sorts first and cannot overlap", () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [x, y] = [edtf(a), edtf(b)];
        if (!certainlyBefore(x, y)) return;
        expect(mayOverlap(x, y)).toBe(false);
        expect(compareEdtf(x, y)).toBeLessThan(0);
      }),
    );
  });

  test("two dates overlap whichever is asked first, and every date overlaps itself", () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(mayOverlap(edtf(a), edtf(b))).toBe(mayOverlap(edtf(b), edtf(a)));
        expect(mayOverlap(edtf(a), edtf(a))).toBe(true);
      }),
    );
  });
});
