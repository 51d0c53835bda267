import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bounds, edtf, parseEdtf } from "../edtf/edtf.ts";
import { edtfIn, SWEDEN } from "../zone.ts";
import { dateWords } from "./date-words.ts";
import { readDate, SWEDISH_FRAME } from "./date-words-read.ts";

const now = new Date("2026-11-23T12:00:00Z");

/**
 * What date-words.ts prints is read back as the same EDTF, with these exceptions: there the printed words say less
 * than the EDTF did, and what is read from them is never narrower than what was printed, but for the last.
 */
const EXCEPTIONS: readonly (readonly [why: string, (text: string) => boolean])[] = [
  ["years before 1000 are printed without their zeros", (text) => /(^|\/)0/.test(text)],
  [
    "an unknown end is printed like an open one, and read as open",
    (text) => text.startsWith("/") || text.endsWith("/"),
  ],
  ["doubt beside approximation is not printed", (text) => text.includes("%")],
  ["200X and 20XX are both printed as the 2000s; the century is read", (text) => /^\d\d0X$/.test(text)],
  ["seconds are not printed", (text) => /T\d\d:\d\d:(?!00)/.test(text)],
  [
    "a time is printed as clocks in Sweden showed it, and read as that",
    (text) => edtfIn(text, SWEDEN) !== text,
  ],
  [
    "an approximate day at the start of a third of a month is printed as that third, and read as one",
    (text) => /-(01|11|21)~$/.test(text),
  ],
  ["a third of a month is printed alike whichever of its ends are approximate", (text) => isThird(text)],
  [
    "the words for an interval from a winter to the whole next year are also those for that one winter, which is meant",
    (text) => {
      const [, from, to] = /^(\d{4})-24[~?%]?\/(\d{4})[~?%]?$/.exec(text) ?? [];
      return from !== undefined && Number(to) === Number(from) + 1;
    },
  ],
];
const THIRDS = /^(?:i )?(?:början|mitten|slutet) av \p{L}+ \d{4}$/u;
const isThird = (text: string) => text.includes("/") && THIRDS.test(dateWords(text, "sv", SWEDEN));
const isWinterPair = (text: string) => EXCEPTIONS.at(-1)?.[1](text) === true;

describe("what date-words.ts prints", () => {
  const two = (n: number) => String(n).padStart(2, "0");
  const year = fc.oneof(fc.integer({ min: 2017, max: 2021 }), fc.integer({ min: 0, max: 9999 }));
  const four = year.map((y) => String(y).padStart(4, "0"));
  const month = fc.integer({ min: 1, max: 12 }).map(two);
  const day = fc.oneof(
    fc.integer({ min: 1, max: 31 }).map(two),
    fc.constantFrom("01", "10", "11", "20", "21", "30"),
  );
  const clock = fc.constantFrom(
    ...["00:00:00Z", "14:02:00+01:00", "23:59:00+01:00", "00:30:00+02:00", "14:02:31Z", "01:30:00+01:00"],
  );
  const date = fc.oneof(
    four,
    fc.tuple(four, month).map(([y, m]) => `${y}-${m}`),
    fc.tuple(four, fc.constantFrom("21", "22", "23", "24")).map(([y, s]) => `${y}-${s}`),
    fc.tuple(four, month, day).map(([y, m, d]) => `${y}-${m}-${d}`),
    fc.tuple(four, month, day, clock).map(([y, m, d, at]) => `${y}-${m}-${d}T${at}`),
  );
  const end = fc.tuple(date, fc.constantFrom("", "", "~", "?", "%")).map((parts) => parts.join(""));
  const third = fc
    .tuple(four, month, fc.constantFrom("01/10~", "11~/20~", "21~/30", "21~/31", "01/10", "11/20"))
    .map(([y, m, days]) =>
      days
        .split("/")
        .map((d) => `${y}-${m}-${d}`)
        .join("/"),
    );
  const any = fc
    .oneof(
      end,
      fc.tuple(end, end).map(([a, b]) => `${a}/${b}`),
      end.map((text) => `${text}/..`),
      end.map((text) => `../${text}`),
      end.map((text) => `${text}/`),
      end.map((text) => `/${text}`),
      four.map((y) => `${y.slice(0, 3)}X`),
      four.map((y) => `${y.slice(0, 2)}XX`),
      third,
    )
    .filter((text) => parseEdtf(text).ok);
  const excepted = (text: string) => EXCEPTIONS.some(([, applies]) => applies(text));

  test.each(["sv", "en"] as const)("is read back as it was, in %s", (locale) => {
    fc.assert(
      fc.property(
        any.filter((text) => !excepted(text)),
        (text) => {
          expect(readDate(dateWords(text, locale, SWEDEN), SWEDISH_FRAME, now)).toMatchObject({
            ok: true,
            edtf: text,
          });
        },
      ),
      { numRuns: 5000 },
    );
  });

  test.each(["sv", "en"] as const)(
    "is read back no sharper where it cannot be as it was, in %s",
    (locale) => {
      // Instants are sharpened in print: seconds are read as :00. Years of fewer than four digits are not read.
      const some = any.filter((text) => excepted(text) && !/(^|\/)0|T/.test(text) && !isWinterPair(text));
      fc.assert(
        fc.property(some, (text) => {
          const result = readDate(dateWords(text, locale, SWEDEN), SWEDISH_FRAME, now);
          if (!result.ok) throw new Error(`${text}: ${dateWords(text, locale, SWEDEN)}: ${result.reason}`);
          const [typed, back] = [bounds(edtf(text)), bounds(edtf(result.edtf))];
          expect(back.earliest ?? Number.NEGATIVE_INFINITY).toBeLessThanOrEqual(
            typed.earliest ?? Number.NEGATIVE_INFINITY,
          );
          expect(back.latest ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
            typed.latest ?? Number.POSITIVE_INFINITY,
          );
        }),
        { numRuns: 2000 },
      );
    },
  );

  test("the thirds that are read are read back as they were", () => {
    for (const text of ["2019-11-01/2019-11-10~", "2019-11-11~/2019-11-20~", "2019-11-21~/2019-11-30"]) {
      for (const locale of ["sv", "en"] as const)
        expect(readDate(dateWords(text, locale, SWEDEN), SWEDISH_FRAME, now)).toMatchObject({ edtf: text });
    }
  });
});
