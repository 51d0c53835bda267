import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";

const load = async () => ({
  ...(await import("../../../prisma/seed/seed.ts")),
  ...(await import("../../../e2e/fixtures/judged-dispute.ts")),
  ...(await import("../../core/db.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("../dispute/dispute-queries.ts")),
  ...(await import("../party/party-queries.ts")),
  ...(await import("../source/source-queries.ts")),
  ...(await import("../../site/search/search-queries.ts")),
  ...(await import("../../site/search/search-schema.ts")),
});
let app: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.seed();
});

describe("x", () => {
  test("same", async () => {
    const claims = await app.db().claim.findMany();
    for (const c of claims.slice(0, 4)) {
      const a = await app.readClaim(c.slug);
      const b = await app.asReaders(() => app.readClaim(c.slug));
      expect(b).toEqual(a);
    }
    const d = await app.db().dispute.findFirstOrThrow();
    expect(await app.asReaders(() => app.readDispute(d.slug))).toEqual(await app.readDispute(d.slug));
    for (const q of ["q=kramfors", "rating=unproven", "party=huddinge-kommun"]) {
      const s = app.parseSearch(Object.fromEntries(new URLSearchParams(q)));
      expect(await app.asReaders(() => app.searchClaims(s))).toEqual(await app.searchClaims(s));
    }
  });
});
