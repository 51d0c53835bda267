import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DisputePage } from "@/components/record/dispute/dispute-page";
import { FrontEngraving } from "@/components/site/front/front-engraving";
import { LOCALES } from "@/lib/core/language/language";
import type { ClaimView } from "@/lib/record/claim/claim";
import { appearance, socialDumping } from "@/lib/record/claim/claim.fixture";
import { claimWith, disputeOf, request } from "@/lib/record/timeline/timeline-asking.fixture";
import { ClaimPage } from "./claim-page";

const both = (text: string) => ({ sv: text, en: text });
const evidence = (excerpt: string): ClaimView["unweighed"][number] => ({
  ...{ id: excerpt, stance: "supports", excerpt, language: "sv", note: both("Not.") },
  ...{ paragraph: null, charStart: null, charEnd: null, publishedAt: "2026-11-24T09:00:00.000Z" },
  source: { id: "s", title: both("Källan") },
});
const [said] = socialDumping.appearances;
const UNJUDGED: ClaimView = { ...socialDumping, rating: null, verdict: null, versions: [] };

/** A claim without a verdict, with any of what a claim may have. */
const unjudged = fc
  .record({
    pieces: fc.integer({ min: 0, max: 3 }),
    requests: fc.integer({ min: 0, max: 1 }),
    falsifiers: fc.integer({ min: 0, max: 1 }),
    appearances: fc.integer({ min: 0, max: 1 }),
  })
  .map((has) => ({
    ...UNJUDGED,
    unweighed: Array.from({ length: has.pieces }, (_, n) => evidence(`ord nummer ${n}`)),
    appearances: said ? [appearance(said.party)].slice(0, has.appearances) : [],
    requests: [{ ...request({}), party: { slug: "x", name: both("Exempelby kommun") }, replies: [] }].slice(
      0,
      has.requests,
    ),
    falsifiers: [{ id: "f", text: both("Avtalet"), heldBy: both("kommunen"), state: "open" as const }].slice(
      0,
      has.falsifiers,
    ) as ClaimView["falsifiers"],
  }));

const UNRATED = { sv: /ännu inte (be|väg)/gi, en: /not rated yet|not weighed yet/gi };
/** What is said of a verdict, where there is none. */
const OF_A_VERDICT = {
  sv: /bedömningen|efter bedömningen|inga belägg har registrerats/i,
  en: /the verdict|after the verdict|no evidence has been/i,
};

test.each(LOCALES)(
  "a claim without a verdict says so once, says nothing of one, and shows its evidence (%s)",
  (locale) => {
    fc.assert(
      fc.property(unjudged, (claim) => {
        const page = renderToStaticMarkup(createElement(ClaimPage, { claim, shown: null, locale }));
        // The citation is words to be copied, and says it of itself.
        const text = page.replaceAll(/<[^>]+>/g, " ").replace(/ \(\d{4}\)\. .*$/s, "");
        expect(text.match(UNRATED[locale])).toHaveLength(1);
        if (claim.unweighed.length > 0) expect(text).not.toMatch(OF_A_VERDICT[locale]);
        for (const { excerpt } of claim.unweighed) expect(text).toContain(excerpt);
      }),
      { numRuns: 40 },
    );
  },
);

test.each(LOCALES)("a dispute of which no time is known draws none (%s)", (locale) => {
  const bare = { ...claimWith(1, []), appearances: [] };
  const undated = {
    ...disputeOf([bare]),
    events: [
      {
        ...{ id: "0199aaaa-0000-7000-8000-000000000009", text: both("Något hände."), short: both("Något") },
        ...{ actor: "exempelby", target: null, happened: null, known: null, dateNote: null },
        ...{ before: null, after: null, answers: null },
      },
    ],
  };
  for (const dispute of [disputeOf([]), disputeOf([bare]), undated]) {
    const page = renderToStaticMarkup(createElement(DisputePage, { dispute, locale }));
    const front = renderToStaticMarkup(createElement(FrontEngraving, { dispute, locale }));
    expect(page + front).not.toMatch(
      /19[67]\d|<svg[^>]*class="plot|engraving|posts match|svarar mot urvalet/,
    );
  }
  expect(renderToStaticMarkup(createElement(DisputePage, { dispute: undated, locale }))).toContain(
    "Något hände.",
  );
});
