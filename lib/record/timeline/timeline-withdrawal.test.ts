import { expect, test } from "vitest";
import { translator } from "../../core/language/translator.ts";
import type { DisputeClaim, DisputeView } from "../dispute/dispute.ts";
import { timelineOf } from "./timeline-posts.ts";

const both = (text: string) => ({ sv: text, en: text });

type Version = DisputeClaim["versions"][number];
type Taken = Version["withdrawal"];

/** A claim with a verdict for each day, each taken back or not. */
const claim = (number: number, ...verdicts: readonly [at: string, withdrawal: Taken][]): DisputeClaim => ({
  ...{ slug: `pastaende-${number}`, number, kind: "fact", rating: null },
  ...{ text: both("Påstående."), short: both("Påstående"), withdrawn: false },
  ...{
    conclusion: null,
    version: verdicts.length,
    verdictAt: verdicts.at(-1)?.[0] ?? null,
    withdrawal: null,
  },
  versions: verdicts.map(([publishedAt, withdrawal], index) => ({
    ...{ version: index + 1, rating: "supported", publishedAt, withdrawal },
  })),
  ...{ appearances: [], relations: [], requests: [] },
});

const disputeWith = (parts: Partial<DisputeView>): DisputeView => ({
  ...{ slug: "exempelby", title: both("T"), short: both("S"), summary: both("S"), status: "open" },
  ...{ demonstration: true, timeZone: "Europe/Stockholm", changedAt: FIRST, publishedAt: FIRST },
  ...{ claims: [], parties: [], events: [], falsifiers: [], sources: [] },
  ...{ independentRoots: 0, corrections: [], amendments: [], moments: [], asOf: null },
  ...parts,
});
const FIRST = "2026-11-24T09:00:00.000Z";
const reason = both("Källan visade sig vara en annan.");
const withdrawal = { publishedAt: "2026-11-30T23:30:00.000Z", reason };
const postsOf = (parts: Partial<DisputeView>) => timelineOf(disputeWith(parts), "sv", translator("sv"));

test("a withdrawal is a post of ours on its day, after the verdict it takes back, with the reason", () => {
  const { posts, lanes } = postsOf({ claims: [claim(1, [FIRST, withdrawal]), claim(2, [FIRST, null])] });
  expect(lanes.map(({ id }) => id)).toEqual(["belagt"]);
  expect(posts.map(({ id }) => id)).toEqual(["v-2026-11-24", "w-1"]);
  expect(posts[1]).toMatchObject({
    ...{ kind: "act", lane: "belagt", short: "Bedömning återkallad" },
    text: "Bedömningen av påstående 1, version 1, återkallas. Källan visade sig vara en annan.",
    claim: { number: 1, slug: "pastaende-1", rating: null },
    // The day in Sweden.
    happened: { edtf: "2026-12-01" },
  });
});

test("a new version leaves the old one and its withdrawal where they were", () => {
  const { posts } = postsOf({ claims: [claim(1, [FIRST, withdrawal], ["2026-12-05T09:00:00.000Z", null])] });
  expect(posts.map(({ id, text, claim: about }) => [id, text, about?.rating])).toEqual([
    ["v-2026-11-24", "Påstående 1 bedöms som belagt, version 1. Har återkallats sedan dess.", null],
    ["w-1", "Bedömningen av påstående 1, version 1, återkallas. Källan visade sig vara en annan.", null],
    ["v-2026-12-05", "Påstående 1 bedöms som belagt, version 2.", "supported"],
  ]);
});

test("a correction, and a source no longer relied on, are posts of ours on the day we said so", () => {
  const correction = {
    ...{ id: "0199aaaa-0000-7000-8000-00000000000c", publishedAt: FIRST, wrongSince: FIRST },
    ...{
      wrong: both("Fel år angavs."),
      found: both("En läsare såg det."),
      changesVerdict: false,
      version: null,
      about: null,
    },
    dispute: { slug: "exempelby", short: both("S") },
  };
  const { posts, lanes } = postsOf({
    claims: [claim(1)],
    corrections: [
      { ...correction, claim: { slug: "pastaende-1", text: both("Påstående.") } },
      { ...correction, id: "0199aaaa-0000-7000-8000-00000000000d", claim: null },
    ],
    sources: [
      {
        ...{ id: "0199aaaa-0000-7000-8000-00000000000e", title: both("Brevet"), note: both("") },
        ...{ held: true, isRoot: true, withdrawn: withdrawal },
      },
    ],
  });
  expect(lanes.map(({ id }) => id)).toEqual(["belagt"]);
  expect(posts.map(({ text, happened }) => [text, happened.edtf])).toEqual([
    ["Rättelse om påstående 1. Fel år angavs.", "2026-11-24"],
    ["Rättelse. Fel år angavs.", "2026-11-24"],
    ["Vi förlitar oss inte längre på källan Brevet. Källan visade sig vara en annan.", "2026-12-01"],
  ]);
});
