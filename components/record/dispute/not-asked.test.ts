import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { FrontEngraving } from "@/components/site/front/front-engraving";
import { LOCALES } from "@/lib/core/language/language";
import type { ReplyState } from "@/lib/record/reply/reply";
import { claimWith, disputeOf, request } from "@/lib/record/timeline/timeline-asking.fixture";
import { DisputePage } from "./dispute-page";

const AT = "2026-11-24T09:00:00.000Z";

/** Every state a request may be in, with when the question was sent. */
const STATES: Record<ReplyState, string | null> = {
  ...{ not_asked: null, not_sent: null, waiting: AT, no_answer: AT },
  ...{ undecided: AT, declined: AT, answered: AT },
};

const EMPTY = { sv: "", en: "" };
const NOT_ASKED = { sv: "Inte tillfrågad", en: "Not asked" };
const SILENT =
  /tystnad|tiger|inte svarat|utan svar|inte har besvarats|inget svar|silen|no answer|not (been )?answered|without an answer/i;

test.each(LOCALES)("of a party on no side nothing is said of what it does (%s)", (locale) => {
  const asked = disputeOf([claimWith(1, [])]);
  const parties = asked.parties.map((party) => ({
    ...party,
    side: "none" as const,
    role: EMPTY,
    says: EMPTY,
  }));
  const page = (dispute: typeof asked) =>
    renderToStaticMarkup(createElement(DisputePage, { dispute, locale }));
  const sides = /anklaga[rs]|berörs|rapporterar|accuse[sd]|concerned|reports/i;
  expect(page(asked)).toMatch(sides);
  const withoutSide = page({ ...asked, parties });
  expect(withoutSide).not.toMatch(sides);
  expect(withoutSide).toContain({ sv: "Utan sida i tvisten", en: "On no side of the dispute" }[locale]);
});

describe.each(Object.entries(STATES))("a dispute where a request is %s", (state, sentAt) => {
  const one = request({
    ...{ state: state as ReplyState, sentAt, askedAt: state === "not_asked" ? null : AT },
    answeredAt: state === "answered" ? AT : null,
  });
  const [said, ...rest] = claimWith(1, [one]).appearances;
  const near = said ? [{ ...said, happened: "2026-11-20", known: "2026-11-20" }, ...rest] : [];
  const dispute = disputeOf([{ ...claimWith(1, [one]), appearances: near }]);

  test.each(LOCALES)(
    "draws dots, and has words for them, of nobody who has not got a question (%s)",
    (locale) => {
      const page = renderToStaticMarkup(createElement(DisputePage, { dispute, locale }));
      const front = renderToStaticMarkup(createElement(FrontEngraving, { dispute, locale }));
      const isAwaited = state === "waiting" || state === "no_answer";
      expect([page, front].map((html) => html.includes('class="dots"'))).toEqual([isAwaited, isAwaited]);
      // The matrix' key says that its dots are not silence.
      const words = page.replaceAll(/<p class="note matrix-key">.*?<\/p>/g, "");
      expect([words, front].map((html) => SILENT.test(html))).toEqual([isAwaited, isAwaited]);
      expect(page.includes(NOT_ASKED[locale])).toBe(state === "not_asked");
    },
  );
});
