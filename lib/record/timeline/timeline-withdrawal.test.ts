import { expect, test } from "vitest";
import { translator } from "../../core/language/translator.ts";
import type { DisputeClaim, DisputeView } from "../dispute/dispute.ts";
import { timelineOf } from "./timeline-posts.ts";

const both = (text: string) => ({ sv: text, en: text });

const claim = (number: number, withdrawal: DisputeClaim["withdrawal"]): DisputeClaim => ({
  ...{ slug: `pastaende-${number}`, number, kind: "fact", rating: withdrawal ? null : "supported" },
  ...{ text: both("Påstående."), short: both("Påstående"), withdrawn: withdrawal !== null },
  ...{ conclusion: null, version: 1, verdictAt: "2026-11-24T09:00:00.000Z", withdrawal },
  ...{ appearances: [], relations: [], requests: [] },
});

test("a withdrawal is a post of ours on its day, after the verdict it takes back, with the reason", () => {
  const reason = both("Källan visade sig vara en annan.");
  const dispute: DisputeView = {
    ...{ slug: "exempelby", title: both("T"), short: both("S"), summary: both("S"), status: "open" },
    ...{
      demonstration: true,
      changedAt: "2026-11-24T09:00:00.000Z",
      publishedAt: "2026-11-20T09:00:00.000Z",
    },
    claims: [claim(1, { publishedAt: "2026-11-30T23:30:00.000Z", reason }), claim(2, null)],
    ...{ parties: [], events: [], falsifiers: [], sources: [] },
    ...{ independentRoots: 0, corrections: [], amendments: [], moments: [], asOf: null },
  };
  const { posts, lanes } = timelineOf(dispute, "sv", translator("sv"));
  expect(lanes.map(({ id }) => id)).toEqual(["belagt"]);
  expect(posts.map(({ id }) => id)).toEqual(["v-2026-11-24", "w-1"]);
  expect(posts[1]).toMatchObject({
    ...{ kind: "verdict", lane: "belagt", short: "Bedömning återkallad" },
    text: "Bedömningen av påstående 1 återkallas. Källan visade sig vara en annan.",
    claim: { number: 1, slug: "pastaende-1", rating: null },
    // The day in Sweden.
    happened: { edtf: "2026-12-01" },
  });
});
