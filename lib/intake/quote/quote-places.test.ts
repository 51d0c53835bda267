/** Words that stand in several places: which is meant is pointed at, kept, led to, and told from the others later. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalise } from "./quote.ts";
import { checkQuote, type KeptQuote } from "./quote-check.ts";
import { type QuotePlace, quotePlaces } from "./quote-find.ts";
import { textDirective } from "./quote-fragment.ts";

const WORDS = "eleverna har fått bättre mat";
const SCHOOLS = ["Norrskolan", "Söderskolan", "Österskolan", "Västerskolan", "Mellanskolan", "Byskolan"];
const FILLER = [
  "Det har varit kallt i hela länet.",
  "Nämnden möts igen i mars!",
  "Vem som betalar är inte sagt?",
  "Bygget dröjer.",
];

/** One says the words, in one of the ways in which a text has them. */
const said = (school: string, how: number) =>
  [
    `Rektorn på ${school} säger att ${WORDS} sedan i våras.`,
    `Rektorn på ${school} säger:\n”${WORDS}”`,
    `– Nu är det så att ${WORDS}, säger rektorn på ${school}.`,
    `Att ${WORDS} är inte sant, menar ${school}.`,
  ][how % 4] ?? "";

/** Sentences, some of which have the words, each by another school; and how they are set. */
const texts = fc
  .record({
    schools: fc.shuffledSubarray(SCHOOLS, { minLength: 1 }),
    how: fc.array(fc.nat({ max: 3 }), { minLength: 6, maxLength: 6 }),
    filler: fc.array(fc.nat({ max: 3 }), { minLength: 7, maxLength: 7 }),
    between: fc.array(fc.constantFrom(" ", "\n", "\n\n"), { minLength: 14, maxLength: 14 }),
    picked: fc.nat(),
  })
  .map(({ schools, how, filler, between, picked }) => {
    const sentences = schools.map((school, n) => said(school, how[n] ?? 0));
    const parts = sentences.flatMap((sentence, n) => [FILLER[filler[n] ?? 0] ?? "", sentence]);
    const joined = (those: readonly string[]) =>
      those.map((part, n) => part + (n + 1 < those.length ? (between[n] ?? " ") : "")).join("");
    return { sentences, text: joined(parts), joined, parts, picked: picked % schools.length };
  });

const page = (text: string) => [{ number: 1, text }];
const placesIn = (text: string) => quotePlaces(page(text), WORDS)?.places ?? [];
const kept = (place: QuotePlace): KeptQuote => ({ ...place, exact: WORDS });
const runs = { numRuns: 200 };

describe("words that stand in several places", () => {
  test("are each found, and none is meant until it is pointed at", () => {
    fc.assert(
      fc.property(texts, ({ text, sentences, picked }) => {
        const found = quotePlaces(page(text), WORDS);
        expect(found?.places).toHaveLength(sentences.length);
        expect(found?.places.map(({ others }) => others)).toEqual(sentences.map(() => sentences.length - 1));
        if (sentences.length > 1) expect(found?.meant).toBeNull();
        else expect(found?.meant).toEqual(found?.places[0]);
        const wanted = found?.places[picked];
        const at = { page: 1, start: wanted?.start ?? -1 };
        expect(quotePlaces(page(text), WORDS, at)?.meant).toEqual(wanted);
        // Beside it is not it.
        const beside = { page: 1, start: at.start + 1 };
        if (sentences.length > 1) expect(quotePlaces(page(text), WORDS, beside)?.meant).toBeNull();
      }),
      runs,
    );
  });

  test("are known again by what stands around them, when the text begins elsewhere", () => {
    fc.assert(
      fc.property(texts, ({ text, picked }) => {
        const wanted = placesIn(text)[picked];
        if (!wanted) return;
        const lead = "Rättat i dag. ";
        const { prefix, suffix } = wanted;
        const again = quotePlaces(page(lead + text), WORDS, { page: 1, start: wanted.start, prefix, suffix });
        const meant = again?.meant;
        // Never another one: where too little stands around it, somebody is asked again.
        if (meant) expect(meant.start).toBe(wanted.start + lead.length);
        else expect(placesIn(text).length).toBeGreaterThan(1);
      }),
      runs,
    );
  });

  test("are one place on a web page, whose main text stands in all of it too, and those beside it count", () => {
    fc.assert(
      fc.property(texts, fc.boolean(), ({ text, sentences }, inMenu) => {
        const whole = `Meny\nNyheter\n${text.replaceAll("\n\n", "\n")}\n${inMenu ? `Läs också: ${WORDS}\n` : ""}Kontakt`;
        const pages = [...page(text), { number: 2, text: whole }];
        const found = quotePlaces(pages, WORDS, {}, { twice: true });
        expect(found?.places).toHaveLength(sentences.length + (inMenu ? 1 : 0));
        expect(found?.places.filter((place) => place.page === 1)).toHaveLength(sentences.length);
        if (inMenu) expect(found?.places.at(-1)?.prefix).toContain("Läs också: ");
        // Pointed at on the second page, a place is meant there.
        const [first] = quotePlaces(page(whole), WORDS)?.places ?? [];
        const at = { page: 2, start: first?.start ?? -1 };
        expect(quotePlaces(pages, WORDS, at, { twice: true })?.meant).toMatchObject(at);
      }),
      runs,
    );
  });

  test("on the page that was named are meant when they stand there once", () => {
    const pages = [
      { number: 1, text: `Ingress: ${WORDS}.` },
      { number: 2, text: "Annat." },
      { number: 3, text: `Mer: ${WORDS}. Och: ${WORDS}.` },
    ];
    expect(quotePlaces(pages, WORDS, { page: 1 })?.meant).toMatchObject({ page: 1, others: 2 });
    expect(quotePlaces(pages, WORDS, { page: 3 })?.meant).toBeNull();
    expect(quotePlaces(pages, WORDS, { page: 2 })?.meant).toBeNull();
    expect(quotePlaces(pages, "inga sådana ord")).toBeNull();
  });
});

/** Where a browser scrolls to: the first place with these words, all before and behind them too (§3.5.2). */
function ledTo(directive: string, text: string): number {
  const parts = directive.split(",").map((part) => normalise(decodeURIComponent(part)).text);
  const flat = normalise(text).text;
  const prefix = directive.split(",").length > 1 && parts[0]?.endsWith("-") ? parts[0].slice(0, -1) : "";
  const suffix = parts.at(-1)?.startsWith("-") ? (parts.at(-1) ?? "").slice(1) : "";
  for (let at = flat.indexOf(WORDS); at >= 0; at = flat.indexOf(WORDS, at + 1)) {
    const before = flat.slice(0, at).trimEnd();
    const behind = flat.slice(at + WORDS.length).trimStart();
    if (before.endsWith(prefix) && behind.startsWith(suffix)) return at;
  }
  return -1;
}

test("the live page opens at the place that is meant", () => {
  fc.assert(
    fc.property(texts, ({ text, picked }) => {
      // Whole sentences on one line have their school with them; a line of its own before the words has not.
      fc.pre(!text.includes(":\n"));
      const place = placesIn(text)[picked];
      if (!place) return;
      const flat = normalise(text.slice(0, place.start)).text;
      expect(ledTo(textDirective({ ...place, exact: WORDS }, place.others), text)).toBe(flat.length);
    }),
    runs,
  );
});

describe("looked for again", () => {
  test("a passage is found while it stands, whatever goes of the others", () => {
    fc.assert(
      fc.property(texts, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (made, stays) => {
        const { text, sentences, parts, joined, picked } = made;
        const place = placesIn(text)[picked];
        if (!place) return;
        const now = joined(
          parts.filter((part) => {
            const n = sentences.indexOf(part);
            return n < 0 || n === picked || stays[n];
          }),
        );
        expect(checkQuote(kept(place), page(now)).state).toBe("found");
        expect(checkQuote(kept(place), page(`Rättat i dag.\n${now}\nLäs mer.`)).state).toBe("found");
      }),
      runs,
    );
  });

  test("it has changed when it is gone and the same words are somebody else's", () => {
    fc.assert(
      fc.property(texts, ({ text, sentences, parts, joined, picked }) => {
        fc.pre(sentences.length > 1);
        const place = placesIn(text)[picked];
        if (!place) return;
        const now = joined(parts.filter((part) => part !== sentences[picked]));
        const found = checkQuote(kept(place), page(now));
        expect(found.state).toBe("changed");
        expect(found.nearest?.text).toContain(WORDS);
      }),
      runs,
    );
  });

  test("it has changed when another is said to have said it, or it is denied", () => {
    fc.assert(
      fc.property(texts, ({ text, sentences, picked }) => {
        const place = placesIn(text)[picked];
        const sentence = sentences[picked] ?? "";
        if (!place) return;
        const other = sentence.replace(/\p{L}+skolan/u, "Hittepåskolan");
        expect(checkQuote(kept(place), page(text.replace(sentence, other))).state).toBe("changed");
        const denied = sentence.replace(WORDS, `ingen tror att ${WORDS}`);
        expect(checkQuote(kept(place), page(text.replace(sentence, denied))).state).toBe("changed");
      }),
      runs,
    );
  });
});
