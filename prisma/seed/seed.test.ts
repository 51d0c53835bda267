import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../e2e/fixtures/own-database.ts";
import { standAt } from "../../lib/core/clock.fixture.ts";
import type { ClaimView } from "../../lib/record/claim/claim.ts";

const SEEDED = new Date("2026-11-23T10:00:00Z");
standAt(new Date("2026-11-23T11:00:00Z"));

let readClaim: (slug: string, asOf?: Date | null) => Promise<ClaimView | null>;
let seedModule: typeof import("./seed.ts");
let queries: {
  dispute: typeof import("../../lib/record/dispute/dispute-queries.ts");
  log: typeof import("../../lib/record/record-log/record-log-queries.ts");
  party: typeof import("../../lib/record/party/party-queries.ts");
};

beforeAll(async () => {
  await ownDatabase();
  seedModule = await import("./seed.ts");
  ({ readClaim } = await import("../../lib/record/claim/claim-queries.ts"));
  queries = {
    dispute: await import("../../lib/record/dispute/dispute-queries.ts"),
    log: await import("../../lib/record/record-log/record-log-queries.ts"),
    party: await import("../../lib/record/party/party-queries.ts"),
  };
  await seedModule.seed(SEEDED);
});

async function claim(slug: string): Promise<ClaimView> {
  const found = await readClaim(slug);
  if (!found) throw new Error(`No claim ${slug}`);
  return found;
}

describe("the first dispute", () => {
  test("has its eight parties, eight claims and seven events", async () => {
    const dispute = await queries.dispute.readDispute("kramfors-huddinge");
    expect(dispute?.parties).toHaveLength(8);
    expect(dispute?.claims).toHaveLength(8);
    expect(dispute?.events).toHaveLength(7);
    expect(dispute?.sources.filter(({ held }) => held)).toHaveLength(1);
    expect(dispute?.independentRoots).toBe(1);
  });

  test("rates claim 1 as the rules allow, and freezes why", async () => {
    const { verdict } = await claim("huddinge-social-dumpning");
    expect(verdict?.frozen.rating).toBe("mostly_contradicted");
    expect(verdict?.frozen.independence).toMatchObject({ links: 5, documents: 3 });
    expect(verdict?.frozen.independence.roots).toHaveLength(1);
    expect(verdict?.frozen.evidence.map(({ ownCase }) => ownCase)).toEqual([
      "against_own_case",
      "own_case",
      "own_case",
      "own_case",
      "own_case",
    ]);
    const shut = verdict?.frozen.scale
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ rating }) => rating);
    expect(shut).toEqual(["contradicted", "mostly_supported", "supported"]);
  });

  test("flags claims 2 to 4 as the investigated party's own, calls 6 unproven and 7 and 8 not checkable", async () => {
    const dispute = await queries.dispute.readDispute("kramfors-huddinge");
    expect(dispute?.claims.map(({ rating }) => rating)).toEqual([
      "mostly_contradicted",
      "partly_supported",
      "unproven",
      "unproven",
      "mostly_supported",
      "unproven",
      "not_checkable",
      "not_checkable",
    ]);
    for (const slug of [
      "ingen-ny-folkbokford-i-kramfors",
      "tre-hushall-lamnade-huddinge",
      "inget-uppdrag-att-soka-hyresvardar",
    ]) {
      expect((await claim(slug)).verdict?.frozen.evidence[0]?.ownCase).toBe("own_case");
    }
  });

  test("has asked nobody, and says so", async () => {
    const { requests } = await claim("huddinge-social-dumpning");
    expect(requests.map(({ party, state }) => [party.slug, state])).toEqual([
      ["kramfors-kommun", "not_asked"],
      ["jan-sahlen", "not_asked"],
    ]);
    for (const request of requests) expect(request.reasonNotAsked?.sv).toContain("demonstration");
  });

  test("has every text in both languages", async () => {
    const dispute = await queries.dispute.readDispute("kramfors-huddinge");
    const missing: string[] = [];
    const walk = (value: unknown, path: string) => {
      if (typeof value !== "object" || value === null) return;
      if ("sv" in value && "en" in value) {
        if (!value.sv || !value.en) missing.push(path);
        return;
      }
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
    };
    walk(dispute, "dispute");
    for (const { slug } of dispute?.claims ?? []) walk(await readClaim(slug), slug);
    expect(missing).toEqual([]);
  });

  test("attributes every sentence about a person to the paper or to their own words in it", async () => {
    for (const slug of ["jan-sahlen", "carina-eriksson", "patrik-forshage", "daniel-dronjak"]) {
      const party = await queries.party.readParty(slug);
      expect(party?.description.sv).toContain("08-nytt");
      for (const role of party?.roles ?? [])
        expect(`${role.says.sv} ${role.says.en}`).toMatch(/08-nytt.*08-nytt/s);
    }
  });

  test("quotes phrases no longer than a few words, each located in the copy", async () => {
    const dispute = await queries.dispute.readDispute("kramfors-huddinge");
    for (const { slug } of dispute?.claims ?? []) {
      for (const piece of (await claim(slug)).verdict?.frozen.evidence ?? []) {
        expect(piece.excerpt.split(" ").length).toBeLessThanOrEqual(6);
        expect((piece.charEnd ?? 0) - (piece.charStart ?? 0)).toBe(piece.excerpt.length);
        expect(piece.source.snapshots).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
      }
    }
  });

  test("leaves a whole log: the dispute, then eight verdicts whose hashes recompute", async () => {
    const { contentHash } = await import("../../lib/core/content-hash.ts");
    const { firstBrokenEntry } = await import("../../lib/record/record-log/record-log.ts");
    const log = await queries.log.readLog();
    expect(log.map(({ type }) => type)).toEqual(["dispute.published", ...Array(8).fill("verdict.published")]);
    expect(firstBrokenEntry(log)).toBeNull();
    const verdict = (await claim("huddinge-social-dumpning")).verdict;
    expect(contentHash(verdict?.frozen)).toBe(verdict?.hash);
    expect(log[1]?.contentHash).toBe(verdict?.hash);
  });

  test("is not there before it was published", async () => {
    expect(await readClaim("huddinge-social-dumpning", new Date("2026-11-23T09:59:59Z"))).toBeNull();
    expect(
      await queries.dispute.readDispute("kramfors-huddinge", new Date("2026-11-23T09:59:59Z")),
    ).toBeNull();
    const then = await queries.dispute.readDispute("kramfors-huddinge", SEEDED);
    expect(then?.claims).toHaveLength(8);
  });

  test("is written all or not at all", async () => {
    // A second time every slug is taken: nothing of it may stay.
    const { db } = await import("../../lib/core/db.ts");
    const before = await db().evidence.count();
    await expect(seedModule.seed()).rejects.toThrow("already-there");
    expect(await db().evidence.count()).toBe(before);
  });
});
