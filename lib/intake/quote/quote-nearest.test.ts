import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growth } from "../../../e2e/fixtures/growth.ts";
import { choices, divided, plainText, respelt } from "./quote.fixture.ts";
import { checkQuote, type KeptQuote } from "./quote-check.ts";
import { findQuote } from "./quote-find.ts";
import { nearestPassage } from "./quote-nearest.ts";

const page = (text: string, number = 1) => ({ number, text });
const nearest = (text: string, quote: string) => nearestPassage([page(text)], quote);
/** Only in the quotation in [-…-], only in the copy in {+…+}. */
const shown = (text: string, quote: string) =>
  nearest(text, quote)
    ?.difference.map(({ kind, text: part }) =>
      kind === "same" ? part : kind === "removed" ? `[-${part}-]` : `{+${part}+}`,
    )
    .join("") ?? null;

const LETTER =
  "Till nämnden i Exempelby kommun.\nVi har inte flyttat några familjer till er kommun, och vi har heller inte " +
  "betalat någon hyra. Det har vi sagt ”många gånger” sedan 2019.\nMed vänlig hälsning";

describe("the nearest passage", () => {
  test.each([
    [
      "Vi har inte flyttat någon familj till er kommun",
      "Vi har inte flyttat [-någon familj-]{+några familjer+} till er kommun",
    ],
    ["vi har aldrig betalat någon hyra", "vi har [-aldrig-]{+heller inte+} betalat någon hyra"],
    [
      "Det har vi sagt 'många gånger' sedan 2018",
      "Det har vi sagt [-'-]{+\"+}många gånger[-'-]{+\"+} sedan [-2018-]{+2019+}",
    ],
    ["flytt", "[-flytt-]{+flyttat+}"],
    ["Till nämnden i Exempelby komun", "Till nämnden i Exempelby [-komun-]{+kommun+}"],
  ])("to %j shows what differs", (quote, expected) => expect(shown(LETTER, quote)).toBe(expected));

  test("is cut between words, counts what differs, and says where it stands", () => {
    const found = nearestPassage([page("Annat."), page(LETTER, 2)], "flyttat nagra familjer till er komun");
    expect(found).toMatchObject({ page: 2, text: "flyttat några familjer till er kommun", distance: 2 });
    expect(LETTER.slice(found?.start, found?.end)).toBe(found?.text);
    expect(found?.similarity).toBeCloseTo(4 / 6);
  });

  test("does not count how lines end, or how signs are set", () => {
    const copy = "Vi har inte flyttat någ-\nra famil\u00ADjer via e-\npost, „sade” hon.";
    expect(shown(copy, 'flyttat några familjer via e-post, "sa" hon')).toBe(
      'flyttat några familjer via e-post, "[-sa-]{+sade+}" hon',
    );
    expect(nearest(copy, 'flyttat några familjer via e-post, "sa" hon')?.distance).toBe(2);
    expect(shown("flyttat några familjer", "flyttat någ-\nra familj")).toBe(
      "flyttat några [-familj-]{+familjer+}",
    );
  });

  test("is nothing when there is nothing like it", () => {
    for (const quote of ["", "Vi", "…", "xyz qvw zzz xxq", "Qwerty uiop asdfgh jklzx cvbnm"])
      expect(nearest(LETTER, quote)).toBe(null);
    expect(nearestPassage([], "något")).toBe(null);
    expect(nearest("", "något")).toBe(null);
  });

  test("of a quotation that leaves something out is that of the piece that is wrong", () => {
    expect(shown(LETTER, "Vi har inte flyttat några familjer […] betalat någon hyror")).toBe(
      "betalat någon [-hyror-]{+hyra+}",
    );
  });

  test("to what stands in the copy is that, with nothing changed", () => {
    fc.assert(
      fc.property(plainText(3, 40), choices, (text, choice) => {
        const words = text.split(" ");
        const quote = words.slice(words.length >> 2, (words.length >> 2) + 6).join(" ");
        const copy = divided(respelt(text, choice), choice);
        fc.pre(quote.length >= 10 && findQuote([page(copy)], quote)?.elided === false);
        const found = nearest(copy, quote);
        expect(found?.distance).toBe(0);
        expect(copy.slice(found?.start, found?.end)).toBe(found?.text);
      }),
    );
  });

  test("to a quotation with a few words changed is where it came from", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 400 }), { minLength: 200, maxLength: 300 }),
        fc.nat(),
        (numbers, at) => {
          const words = numbers.map((number, n) => `ord${number}${"abcdefgh"[n % 8]}`);
          const from = at % (words.length - 40);
          const quote = words.slice(from, from + 40).map((word, n) => (n % 8 === 3 ? "annat" : word));
          const found = nearest(words.join(" "), quote.join(" "));
          expect(found?.text).toBe(words.slice(from, from + 40).join(" "));
        },
      ),
      { numRuns: 50 },
    );
  });

  test("to anything in anything is there or not, and never a surprise", () => {
    const anything = fc.string({ unit: "binary", maxLength: 40 });
    fc.assert(
      fc.property(anything, anything, (text, quote) => {
        const found = nearest(text, quote);
        if (found) expect(text.slice(found.start, found.end)).toBe(found.text);
      }),
    );
  });

  test("to 2,000 characters in a million is found, and ten times the text takes little more than ten times as long", () => {
    const words = LETTER.split(/\s+/);
    let number = 1;
    const word = () => {
      number = Math.imul(number ^ (number >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
      return words[(number >>> 8) % words.length] ?? "";
    };
    let text = "";
    while (text.length < 1_000_000) text += `${word()} `;
    const from = text.indexOf(" ", 700_000) + 1;
    const quote = text.slice(from, text.indexOf(" ", from + 2000)).replace("flyttat", "kört");
    expect(nearest(text, quote)?.start).toBe(from);
    const look = (size: number) => nearest(text.slice(-size), quote);
    expect(growth(look, { small: 50_000, large: 500_000, tries: 3 })).toBeLessThan(25);
  });
});

describe("a quotation looked for again", () => {
  const kept = (text: string, exact: string, number = 1): KeptQuote => {
    const place = findQuote([page(text, number)], exact);
    if (!place) throw new Error("not in the copy");
    return place;
  };
  const quote = "Vi har inte flyttat några familjer till er kommun";
  const state = (was: KeptQuote, ...now: string[]) =>
    checkQuote(
      was,
      now.map((text, n) => page(text, n + 1)),
    ).state;

  test("is found where it stood, and where a page has only grown around it", () => {
    const was = kept(LETTER, quote);
    expect(state(was, LETTER)).toBe("found");
    expect(state(was, `Meny Start Om oss\n${LETTER}`)).toBe("found");
    expect(state(was, LETTER.replace("er kommun,", "er kommun —"), "Sida två")).toBe("found");
    expect(state(was, LETTER.replaceAll(" ", "\u00A0").normalize("NFD"))).toBe("found");
    expect(state(kept(quote, quote), quote)).toBe("found");
  });

  test("has moved to another page", () => {
    const was = kept(LETTER, quote);
    expect(state(was, "Ny förstasida", LETTER)).toBe("moved");
    expect(checkQuote(was, [page("x"), page(LETTER, 2)]).place?.page).toBe(2);
  });

  test("has changed, and is shown as it stands now", () => {
    const found = checkQuote(kept(LETTER, quote), [page(LETTER.replace("inte flyttat", "kanske flyttat"))]);
    expect(found.state).toBe("changed");
    expect(found.nearest?.text).toBe("Vi har kanske flyttat några familjer till er kommun");
    const among = `Rättelse. Tidigare stod det: ${quote} – och det var fel.`;
    expect(checkQuote(kept(LETTER, quote), [page(among)])).toMatchObject({
      state: "changed",
      nearest: { text: among },
    });
  });

  test("is gone when most of its words are", () => {
    const was = kept(LETTER, quote);
    expect(checkQuote(was, [page("Sidan finns inte längre.")])).toEqual({
      state: "gone",
      place: null,
      nearest: null,
    });
    expect(state(was)).toBe("gone");
    expect(state(was, "")).toBe("gone");
    expect(state(was, "Vi har inte sett några hus i er stad")).toBe("gone");
  });
});
