import { beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { verdictDifference } from "./verdict-difference.ts";
import type { FrozenVerdict } from "./verdict-schema.ts";

const SEEDED = new Date("2026-11-23T10:00:00Z");
standAt(new Date("2026-11-23T11:00:00Z"));

let verdict: FrozenVerdict;

beforeAll(async () => {
  await ownDatabase();
  const { seed } = await import("../../../prisma/seed/seed.ts");
  const { readVersion } = await import("./verdict-version-queries.ts");
  await seed(SEEDED);
  const found = await readVersion("huddinge-social-dumpning", 1);
  if (!found) throw new Error("The first dispute has no first verdict");
  verdict = found.frozen;
});

test("a version differs from itself in nothing", () => {
  expect(verdictDifference(verdict, verdict, "sv")).toEqual({
    rating: null,
    texts: [],
    added: [],
    removed: [],
  });
});

test("what differs is named in the order of the page, in the reader's language", () => {
  const [first, ...rest] = verdict.evidence;
  const after: FrozenVerdict = {
    ...verdict,
    rating: "unproven",
    evidence: rest,
    unknown: [{ sv: "Något annat.", en: verdict.unknown[0]?.en ?? "" }],
    conclusion: { ...verdict.conclusion, sv: "En annan slutsats." },
  };
  const difference = verdictDifference(verdict, after, "sv");
  expect(difference.rating).toEqual({ before: "mostly_contradicted", after: "unproven" });
  expect(difference.texts.map(({ part }) => part)).toEqual(["conclusion", "unknown"]);
  expect(difference.removed.map(({ id }) => id)).toEqual([first?.id]);
  expect(verdictDifference(verdict, after, "en").texts.map(({ part }) => part)).not.toContain("conclusion");
});
