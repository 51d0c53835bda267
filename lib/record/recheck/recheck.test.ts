import { describe, expect, test } from "vitest";
import { findQuote } from "../../intake/quote/quote-find.ts";
import { everyOne, findingsIn, isNewFinding } from "./recheck.ts";

const WORDS = "Kommunen betalade tre hushålls hyra i sex månader";
const COPY = `Nämnden i Exempelby svarade i går. ${WORDS}, enligt ett protokoll. Beslutet togs av två tjänstemän.`;
const page = (text: string) => [{ number: 1, text }];
const kept = () => {
  const place = findQuote(page(COPY), WORDS);
  if (!place) throw new Error("The words are not in the copy");
  return { evidenceId: "e", ...place, exact: WORDS };
};
const found = (text: string) => findingsIn([kept()], page(text))[0];

describe("a passage looked for again", () => {
  test("is found where it stood, also when the page has grown around it", () => {
    expect(found(COPY)).toEqual({ evidenceId: "e", state: "found", nearest: null });
    expect(found(`Rättelse: namnet var fel. ${COPY} Läs mer.`)?.state).toBe("found");
  });

  test("has changed when the same words stand among others, and those are told", () => {
    const now = found(`Bakgrund i korthet: ${WORDS} – läs hela artikeln. Nämnden har inte svarat.`);
    expect(now?.state).toBe("changed");
    expect(now?.nearest).toContain(`i korthet: ${WORDS} – läs hela artikeln`);
  });

  test.each(["tre", "fyra"])("is told without what it leaves out, now with %s", (count) => {
    const words = "Kommunen betalade tre […] hyra i sex månader";
    const place = findQuote(page(COPY), words);
    if (!place) throw new Error("The words are not in the copy");
    const now = `Bakgrund i korthet: ${COPY.slice(COPY.indexOf(WORDS)).replace("tre", count)}`;
    const [finding] = findingsIn([{ evidenceId: "e", ...place, exact: words }], page(now));
    expect(finding?.nearest).toBeNull();
  });

  test("has moved when it stands as it did in another part of the page", () => {
    const pages = [...page("Nämnden i Exempelby har ett nytt ärende."), { number: 2, text: COPY }];
    expect(findingsIn([kept()], pages)[0]?.state).toBe("moved");
  });

  test("has changed when one word has, and the nearest words are told", () => {
    const now = COPY.replace("tre", "fyra");
    const finding = found(now);
    expect(finding?.state).toBe("changed");
    expect(finding?.nearest).toContain("fyra hushålls hyra");
  });

  test("is told without what would hide in it or turn it round", () => {
    const finding = found(COPY.replace("tre hushålls", "\u202Efyra hus\u200Bhålls\u0000"));
    expect(finding).toMatchObject({ state: "changed" });
    expect(finding?.nearest).toContain("fyra hushålls hyra");
  });

  test("is gone when nothing like it stands there, and nothing near is told", () => {
    expect(found("Sidan handlar numera om väder.")).toEqual({
      evidenceId: "e",
      state: "gone",
      nearest: null,
    });
  });
});

test("every passage of a page shares the page's own fate", () => {
  expect(everyOne([{ evidenceId: "a" }, { evidenceId: "b" }], "gone")).toEqual([
    { evidenceId: "a", state: "gone", nearest: null },
    { evidenceId: "b", state: "gone", nearest: null },
  ]);
});

describe("a finding is news", () => {
  const finding = (state: "found" | "changed" | "gone", nearest: string | null = null) => ({
    evidenceId: "e",
    state,
    nearest,
  });

  test("when it differs from the one before it, also in the words that stand there now", () => {
    expect(isNewFinding(finding("found"), finding("gone"))).toBe(true);
    expect(isNewFinding(finding("gone"), finding("found"))).toBe(true);
    expect(isNewFinding(finding("changed", "fyra"), finding("changed", "fem"))).toBe(true);
    expect(isNewFinding(finding("changed", "fyra"), finding("changed", "fyra"))).toBe(false);
  });

  test("not when the first look finds what the copy has", () => {
    expect(isNewFinding(null, finding("found"))).toBe(false);
    expect(isNewFinding(null, finding("gone"))).toBe(true);
  });
});
