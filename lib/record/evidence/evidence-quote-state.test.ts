import { expect, test } from "vitest";
import { plainText } from "../../core/language/language-schema.ts";
import { findQuote } from "../../intake/quote/quote-find.ts";
import { type QuoteFacts, quotable, quoteState } from "./evidence-quote-state.ts";

const TEXT = "Kommunen har i dag svarat att ärendet är avslutat och att inget mer kommer att göras.";
const copy = {
  id: "c1",
  mediaType: "text/html",
  concerns: [] as string[],
  pages: [{ number: 1, text: TEXT }],
};
const TWICE = { number: 1, text: `${TEXT} ${TEXT}` };
const place = { id: "c1", mediaType: "text/html", concerns: [], page: 1, pages: 1 };
const facts = (more: Partial<QuoteFacts>): QuoteFacts => ({
  excerpt: "svarat att ärendet är avslutat",
  unchecked: null,
  place: null,
  otherPlaces: null,
  copies: [],
  capture: null,
  ...more,
});
const capture = (state: "waiting" | "working" | "done" | "failed", problem: string | null = null) => ({
  state,
  problem,
});

test.each([
  [
    "found in a copy is that, whatever else has happened",
    { place, copies: [copy], capture: capture("failed", "x") },
    "in-copy",
  ],
  [
    "excused is shown with its reason",
    { unchecked: { sv: "Tryckt.", en: "Printed." }, copies: [copy] },
    "reason",
  ],
  ["that a copy does not have is not in it", { excerpt: "svarat nej", copies: [copy] }, "not-in-copy"],
  [
    "that somebody entered who may not read the copy is said to be its words",
    { copies: [copy] },
    "which-place",
  ],
  [
    "is not in the copy we have while another is on its way",
    { excerpt: "svarat nej", copies: [copy], capture: capture("working") },
    "not-in-copy",
  ],
  [
    "that a copy has in several places asks which is meant, whatever reason is given",
    { otherPlaces: 1, unchecked: { sv: "x", en: "x" }, copies: [{ ...copy, pages: [TWICE] }] },
    "which-place",
  ],
  ["that only a doubtful copy has says so", { copies: [{ ...copy, concerns: ["login"] }] }, "in-doubt"],
  [
    "that a doubtful copy has is excused by a reason",
    { unchecked: { sv: "x", en: "x" }, copies: [{ ...copy, concerns: ["login"] }] },
    "reason",
  ],
  ["waits for a copy", { capture: capture("waiting", "timed-out") }, "waiting"],
  ["has no copy when the last attempt failed", { capture: capture("failed", "paywall") }, "failed"],
  ["of a picture cannot be compared", { copies: [{ ...copy, pages: [] }] }, "no-text"],
  ["of a source that nobody has fetched has no copy", {}, "no-copy"],
] as [string, Partial<QuoteFacts>, string][])("a quotation %s", (_name, more, kind) => {
  expect(quoteState(facts(more)).kind).toBe(kind);
});

test("one letter wrong shows the passage that was meant, word by word", () => {
  const state = quoteState(facts({ excerpt: "svarat att arendet är avslutat", copies: [copy] }));
  expect(state).toMatchObject({
    kind: "not-in-copy",
    nearest: { id: "c1", page: 1, passage: { text: "svarat att ärendet är avslutat" } },
  });
  expect(quoteState(facts({ excerpt: "xyz qqq www zzz", copies: [copy] }))).toEqual({
    kind: "not-in-copy",
    nearest: null,
  });
});

test("the words of a copy can be saved and are found there, though the copy hides characters between them", () => {
  const text = "Kom\u00admunen har\u00a0svarat\u200b att \uFEFFärendet är av\u00adslutat.";
  const words = quotable(text);
  expect(plainText(2000).safeParse(words).data).toBe(words);
  expect(findQuote([{ number: 1, text }], words)).not.toBeNull();
});
