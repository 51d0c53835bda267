import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { Locale } from "@/lib/core/language/language";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";
import { SensitivitySection } from "./sensitivity";
import { piece, said, verdict } from "./verdict.fixture";

const sensitivity = (shown: FrozenVerdict, locale: Locale = "sv") =>
  renderToStaticMarkup(createElement(SensitivitySection, { n: 1, verdict: shown, locale }));

describe("what the verdict hangs on", () => {
  test("is named, with the nearest that the rules would allow", () => {
    const one = verdict(
      "mostly_contradicted",
      piece(1, "contradicts", "Bladet", { ownCase: "against_own_case" }),
      piece(2, "supports", "Bladet", { ownCase: "own_case" }),
    );
    const text = said(sensitivity(one));
    expect(text).toContain("Bedömningen vilar på B1 ensamt");
    expect(text).toContain("Det närmaste de skulle tillåta är ”delvis belagt”.");
    expect(text).toContain("Bedömningen utan B1");
    expect(text).toContain("Reglerna skulle inte tillåta ”i huvudsak motbevisat”: inget belägg talar emot.");
    expect(text).toContain("Bedömningen utan B1 och B2, som har samma rot");
    expect(said(sensitivity(one, "en"))).toContain("The verdict rests on E1 alone");
  });

  test("may be each of several, or none", () => {
    const [a, b, c] = ["A", "B", "C"].map((name, at) => piece(at + 1, "supports", name));
    if (!a || !b || !c) throw new Error("Three pieces were made");
    expect(said(sensitivity(verdict("supported", a, b)))).toContain("vart och ett av beläggen B1 och B2");
    expect(said(sensitivity(verdict("supported", a, b, c)))).toContain(
      "Inget enskilt belägg bär bedömningen",
    );
  });

  test("is nothing for a rating off the scale, and more could not be said either", () => {
    const text = said(sensitivity(verdict("unproven", piece(1, "context", "Bladet"))));
    expect(text).toContain("Mer skulle inte kunna sägas utan något av dem heller.");
    expect(text).toContain("Ingenting skulle ändras");
  });

  test("is not worked out when the rules have changed", () => {
    const html = sensitivity(verdict("supported", piece(1, "supports", "Bladet")));
    expect(said(html)).toContain("Reglerna har ändrats sedan bedömningen gjordes");
    expect(html).not.toContain("<details");
  });
});
