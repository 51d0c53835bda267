import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { Locale } from "@/lib/core/language/language";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";
import { HowSure, isWeighed } from "./how-sure";
import { piece, said, verdict } from "./verdict.fixture";

const howSure = (shown: FrozenVerdict, locale: Locale = "sv") =>
  renderToStaticMarkup(createElement(HowSure, { n: 1, verdict: shown, edges: [], now: null, locale }));

describe("what the verdict hangs on", () => {
  test("is named, with what the rules would allow without each part, like parts in one row", () => {
    const one = verdict(
      "mostly_contradicted",
      piece(1, "contradicts", "Bladet", { ownCase: "against_own_case" }),
      piece(2, "contradicts", "Bladet", { ownCase: "own_case" }),
      piece(3, "contradicts", "Bladet", { ownCase: "own_case" }),
      piece(4, "supports", "Bladet", { ownCase: "own_case" }),
    );
    const text = said(howSure(one));
    expect(text).toContain("Bedömningen hänger på B1. Det räcker ensamt.");
    expect(text).toContain(
      "Utan B1 Inte i huvudsak motbevisat. Allt som pekar dit är en parts uppgifter om sig själv. Närmast öppet: delvis belagt.",
    );
    expect(text).toContain("Utan B2 eller B3 Samma steg är öppna och stängda.");
    expect(text).toContain("Utan B4 I huvudsak motbevisat är fortfarande öppet. Delvis belagt är stängt");
    expect(text).toContain("som går tillbaka till samma källa Inte i huvudsak motbevisat.");
    expect(said(howSure(one, "en"))).toContain("The verdict hangs on E1. It is enough by itself.");
  });

  test("may be each of several, or none; then the fewest that are enough are named", () => {
    const [a, b, c] = ["A", "B", "C"].map((name, at) => piece(at + 1, "supports", name));
    if (!a || !b || !c) throw new Error("Three pieces were made");
    expect(said(howSure(verdict("supported", a, b)))).toContain("hänger på B1 och B2. De räcker.");
    expect(said(howSure(verdict("supported", a, b, c)))).toContain(
      "Inget enskilt belägg avgör: reglerna skulle tillåta ”belagt” också utan vilket som helst av dem. Det räcker med två av beläggen, till exempel B1 och B2.",
    );
  });

  test("is not said of a rating off the scale, and nothing of an opinion", () => {
    const [a, b] = [piece(1, "context", "Bladet"), piece(2, "context", "Posten")];
    expect(said(howSure(verdict("unproven", a, b)))).not.toMatch(/hänger på|Utan B1/);
    expect(isWeighed(verdict("unproven", a, b))).toBe(true);
    expect(isWeighed(verdict("unproven", a))).toBe(false);
    expect(isWeighed(verdict("not_checkable", a, b))).toBe(false);
  });

  test("is not worked out when the rules have changed", () => {
    const html = howSure(verdict("supported", piece(1, "supports", "Bladet")));
    expect(said(html)).toContain("Reglerna har ändrats sedan bedömningen gjordes");
    expect(html).not.toContain("<table");
  });
});
