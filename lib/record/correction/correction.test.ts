import { describe, expect, test } from "vitest";
import { type CorrectionView, recentCorrections, startOfSwedishDay, wrongSince } from "./correction.ts";
import { newCorrection } from "./correction-schema.ts";

describe("wrong since", () => {
  const published = new Date("2026-11-23T12:00:00Z");
  const now = new Date("2026-11-30T12:00:00Z");

  test("a day is its beginning in Sweden, in summer and in winter", () => {
    expect(startOfSwedishDay("2026-07-01").toISOString()).toBe("2026-06-30T22:00:00.000Z");
    expect(startOfSwedishDay("2026-12-01").toISOString()).toBe("2026-11-30T23:00:00.000Z");
    expect(startOfSwedishDay("2026-03-29").toISOString()).toBe("2026-03-28T23:00:00.000Z");
    expect(startOfSwedishDay("2026-10-25").toISOString()).toBe("2026-10-24T22:00:00.000Z");
  });

  test("nothing said, or the very day, is the moment it was published", () => {
    expect(wrongSince(null, published, now)).toEqual(published);
    expect(wrongSince("2026-11-23", published, now)).toEqual(published);
  });

  test("a later day is that day, and one that has not been or was before publication is refused", () => {
    expect(wrongSince("2026-11-25", published, now)).toEqual(new Date("2026-11-24T23:00:00Z"));
    expect(wrongSince("2026-11-30", published, now)).toEqual(new Date("2026-11-29T23:00:00Z"));
    expect(wrongSince("2026-12-01", published, now)).toBe("in-the-future");
    expect(wrongSince("2026-11-22", published, now)).toBe("before-publication");
  });
});

test("a correction stands near the top for thirty days", () => {
  const at = (publishedAt: string): CorrectionView => ({
    id: publishedAt,
    publishedAt,
    wrongSince: publishedAt,
    wrong: { sv: "Fel.", en: "Wrong." },
    found: { sv: "Sett.", en: "Seen." },
    changesVerdict: false,
    version: null,
    claim: null,
    about: null,
    dispute: { slug: "x", short: { sv: "X", en: "X" } },
  });
  const all = [at("2026-11-20T00:00:00Z"), at("2026-10-01T00:00:00Z")];
  expect(recentCorrections(all, new Date("2026-11-23T00:00:00Z"))).toEqual([all[0]]);
});

test("a correction may lack a language while it is a draft, but not both, and its day is one whole day", () => {
  const id = "00000000-0000-7000-8000-000000000001";
  const given = {
    disputeId: id,
    claimId: null,
    version: null,
    wrong: { sv: "Fel.", en: "" },
    found: { sv: "", en: "Seen." },
    wrongSince: null,
    changesVerdict: false,
  };
  expect(newCorrection.safeParse(given).success).toBe(true);
  expect(newCorrection.safeParse({ ...given, wrong: { sv: "", en: " " } }).success).toBe(false);
  for (const wrongSince of ["2026-11", "hösten 2026", "2026-02-30", "2026-13-01"]) {
    expect(newCorrection.safeParse({ ...given, wrongSince }).success, wrongSince).toBe(false);
  }
});
