import { beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { journalist } from "../../core/actor.fixture.ts";

const load = async () => ({
  ...(await import("../../../prisma/seed/seed.ts")),
  ...(await import("./claim-commands.ts")),
  ...(await import("../reply/reply-parties-desk-queries.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let claimId: string;
const party = async (slug: string) => (await app.db().party.findUniqueOrThrow({ where: { slug } })).id;

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.seed();
  claimId = (await app.db().claim.findUniqueOrThrow({ where: { slug: "tre-hushall-lamnade-huddinge" } })).id;
});

test("a party that was forgotten can be named on a claim that is public, once, and is then to be asked", async () => {
  const named = async () =>
    new Set((await app.partiesToAsk(journalist, claimId))?.parties.map((each) => each.party.id));
  const partyId = await party("08-nytt");
  expect((await named()).has(partyId)).toBe(false);
  const interest = { claimId, partyId, about: false, gainsIf: "neither" as const };
  const made = await app.nameInterest(journalist, interest);
  expect(made).toMatchObject({ ok: true });
  expect((await named()).has(partyId)).toBe(true);
  expect(await app.nameInterest(journalist, interest)).toMatchObject({ reason: "already-there" });
  expect(await app.db().interest.count({ where: { claimId, partyId, publishedAt: null } })).toBe(1);
});

test("a party without a role in the dispute, and a claim nobody has, are refused", async () => {
  const stranger = await app.db().party.create({
    data: { slug: "exempelby", kind: "public_body", createdBy: journalist.id },
  });
  const interest = { claimId, partyId: stranger.id, about: true, gainsIf: "claim_true" as const };
  expect(await app.nameInterest(journalist, interest)).toMatchObject({ reason: "unknown-reference" });
  expect(await app.nameInterest(journalist, { ...interest, claimId: stranger.id })).toMatchObject({
    reason: "unknown-claim",
  });
});
