/** The ladder as a reader sees it: in words, and never more than is held. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { Locale } from "@/lib/core/language/language";
import type { AssuranceFacts } from "@/lib/intake/assurance/assurance";
import { Assurance } from "./assurance.tsx";

const AT = "2026-11-20T10:20:30.000Z";
const COPY: AssuranceFacts = {
  copies: [{ custody: "stored", sha256: "a".repeat(64) }],
  timestamps: [],
  outsideCopies: [],
  message: null,
  fromParty: false,
};
const STAMP = { authority: "Stämpel A", trusted: true, at: AT, problem: null };
const OUTSIDE = {
  archive: "Arkiv A",
  sameText: true,
  url: "https://archive.example/web/20261120102030/https://exempelby.example/",
  at: AT,
  problem: null,
};

const html = (facts: Partial<AssuranceFacts>, locale: Locale = "sv") =>
  renderToStaticMarkup(createElement(Assurance, { facts: { ...COPY, ...facts }, locale }));
const text = (...given: Parameters<typeof html>) =>
  html(...given)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");

describe("the ladder", () => {
  test("says what a copy proves, and what it does not", () => {
    expect(text({})).toContain("Vi har en egen kopia.");
    expect(text({})).toContain("Visar att texten är oförändrad sedan vi tog kopian.");
    expect(text({})).toContain(
      "Visar inte att texten stod på adressen, när den skrevs eller att den är sann.",
    );
  });

  test("says who attests it, and when", () => {
    const timestamps = [{ ...STAMP, state: "done" } as const];
    expect(text({ timestamps })).toContain(
      "fanns senast den 20 november 2026: det intygar Stämpel A, inte vi",
    );
    expect(text({ timestamps }, "en")).toContain("no later than 20 November 2026, attested by Stämpel A");
  });

  test("leads to the copy of an archive", () => {
    const page = html({ outsideCopies: [{ ...OUTSIDE, state: "done" }] });
    expect(page).toContain(`<a href="${OUTSIDE.url}" rel="noopener nofollow">Kopian hos Arkiv A</a>`);
  });

  test("tells the two kinds of original apart", () => {
    const both = text({ message: { dkim: "verified" }, fromParty: true });
    expect(both).toContain("Vi har originalet.");
    expect(both).toContain("lämnade den till oss. Visar att brevet är oförändrat");
  });
});

describe("what does not count", () => {
  test("is told under words that say so, after what holds", () => {
    const words = text({
      timestamps: [{ ...STAMP, state: "failed", at: null, problem: "service-slow" }],
      outsideCopies: [{ ...OUTSIDE, state: "pending", sameText: null, url: null }],
    });
    expect(words).toContain("Vi har en egen kopia.");
    expect(words).toContain("Väntar, och räknas inte än Kopia hos Arkiv A är begärd men inte klar.");
    expect(words).toContain("Räknas inte Ingen tidsstämpel från Stämpel A. Tjänsten svarade inte i tid.");
  });

  test("leaves no heading when there is nothing under it", () => {
    expect(text({})).not.toContain("äknas inte");
  });

  test("is told once, however many copies it was asked for", () => {
    const pending = { ...STAMP, state: "pending", at: null } as const;
    expect(text({ timestamps: [pending, pending] }).split("är begärd")).toHaveLength(2);
  });
});
