import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { contributor, journalist, otherJournalist } from "../../core/actor.fixture.ts";
import type { NewTip } from "./tip-schema.ts";

const load = async () => ({
  ...(await import("../../../e2e/fixtures/judged-dispute.ts")),
  ...(await import("./tip-commands.ts")),
  ...(await import("./tip-queries.ts")),
  ...(await import("./tip-desk-queries.ts")),
  ...(await import("../../desk/form/form-commands.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.judgedDispute("exempel");
});

let networks = 0;
const tip = (changes: Partial<NewTip> = {}): NewTip => ({
  text: "Det finns en handling till i kommunens arkiv.",
  url: "https://example.org/handling",
  contact: null,
  claim: null,
  dispute: null,
  language: "sv",
  ...changes,
});
const send = (changes: Partial<NewTip> = {}, network = `192.0.2.${++networks}/32`) =>
  app.receiveTip(tip(changes), network);
const sent = async (changes: Partial<NewTip> = {}) => {
  const result = await send(changes);
  if (!result.ok) throw new Error(result.reason);
  return result.value.id;
};

describe("a tip", () => {
  test("is of the claim or dispute its reader came from, and of the dispute of that claim", async () => {
    const { disputeId, id: claimId } = await app
      .db()
      .claim.findUniqueOrThrow({ where: { slug: "exempel-claim-1" } });
    const ids = [await sent(), await sent({ dispute: "exempel" }), await sent({ claim: "exempel-claim-1" })];
    const rows = await app.db().tip.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } });
    expect(rows.map((row) => [row.disputeId, row.claimId])).toEqual([
      [null, null],
      [disputeId, null],
      [disputeId, claimId],
    ]);
    expect(await send({ claim: "finns-inte" })).toMatchObject({ reason: "unknown-claim" });
    expect(await send({ dispute: "finns-inte" })).toMatchObject({ reason: "unknown-dispute" });
    expect(await app.tipAbout({ claim: "finns-inte", dispute: "exempel" })).toMatchObject({
      kind: "dispute",
    });
  });

  test("is taken five times an hour from one network, and once for a key however parallel", async () => {
    const before = await app.db().tip.count();
    for (let n = 0; n < 5; n++) expect((await send({}, "198.51.100.1/32")).ok).toBe(true);
    expect(await send({}, "198.51.100.1/32")).toMatchObject({ reason: "too-often" });
    const key = randomUUID();
    await Promise.all(
      Array.from({ length: 50 }, () =>
        app.once({ key, sender: "s", sent: tip() }, () => send({}, "198.51.100.2/32")),
      ),
    );
    expect(await app.db().tip.count()).toBe(before + 6);
  });

  test("keeps what was typed as text, and is for journalists only", async () => {
    const text = "<img src=x onerror=alert(1)> **så här** [x](javascript:alert(1))";
    const id = await sent({ text });
    expect((await app.tipFor(journalist, id))?.text).toBe(text);
    expect(await app.tipFor(contributor, id)).toBeNull();
    expect(await app.tipsWaiting(contributor)).toEqual([]);
    expect((await app.tipsWaiting(journalist)).map((each) => each.id)).toContain(id);
  });

  test("is taken up or set aside once, by a journalist, with a note", async () => {
    const tipId = await sent();
    const aside = { tipId, decision: "set_aside" as const, note: "Finns redan." };
    expect(await app.decideTip(contributor, aside)).toMatchObject({ reason: "not-allowed" });
    const both = await Promise.all([
      app.decideTip(journalist, aside),
      app.decideTip(otherJournalist, { tipId, decision: "taken_up", note: null }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "already-decided" });
    expect((await app.tipsWaiting(journalist)).map((each) => each.id)).not.toContain(tipId);
    expect((await app.tipsDecided(journalist)).map((each) => each.id)).toContain(tipId);
    expect(await app.decideTip(journalist, { ...aside, tipId: randomUUID() })).toMatchObject({
      reason: "unknown-tip",
    });
  });
});
