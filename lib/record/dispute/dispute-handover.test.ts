/** Drafts that are handed over reach somebody, whatever they are, and stand there until they are no drafts any more. */
import { beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { actorFor, contributor, editor, journalist, otherEditor } from "../../core/actor.fixture.ts";
import type { Actor } from "../../core/actor.ts";
import { orThrow } from "../../core/result.ts";

const load = async () => ({
  ...(await import("./dispute.fixture.ts")),
  ...(await import("./dispute-commands.ts")),
  ...(await import("./dispute-handover-commands.ts")),
  ...(await import("./dispute-handover-desk-queries.ts")),
  ...(await import("./dispute-plan.ts")),
  ...(await import("./dispute-unpublished-queries.ts")),
  ...(await import("../draft/draft-commands.ts")),
  ...(await import("../draft/draft-desk-queries.ts")),
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../seen/seen-queries.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
const named = actorFor("namngi", "journalist");

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.madeUpImprint();
  await app.db().member.create({
    data: {
      ...{ id: named.id, email: "namn@exempel.example", name: "Testperson", role: "journalist" },
      ...{ bylineSv: "Testperson", bylineEn: "Test person" },
    },
  });
});

const thingsIn = async (disputeId: string) =>
  app.thingsOf((await app.toPublish(() => app.disputeShown(disputeId)))?.rows ?? []);
const inQueue = async (actor: Actor, disputeId: string) =>
  (await app.handoversWaiting(actor)).filter(({ href }) => href.includes(disputeId));
const kinds = async (actor: Actor, disputeId: string) =>
  (await inQueue(actor, disputeId)).map(({ kind }) => kind);

class TakenBack extends Error {}
const undone = async (work: () => Promise<void>) => {
  const run = app.transaction(async () => {
    await work();
    throw new TakenBack();
  });
  await expect(run).rejects.toThrow(TakenBack);
};

test("every kind of draft reaches the editors with who and since when, and is gone when it is public", async () => {
  const disputeId = await app.draftOfEverything();
  const things = await thingsIn(disputeId);
  for (const { key } of things)
    await undone(async () => {
      const handed = { disputeId, about: key, note: "Läs gärna datumet." };
      orThrow(await app.handOver(named, handed));
      expect(await inQueue(editor, disputeId), key).toMatchObject([
        { kind: "ready", by: "Testperson", at: expect.any(String) },
      ]);
      expect(await kinds(named, disputeId)).toEqual(["handedOver"]);
      expect(await kinds(journalist, disputeId)).toEqual([]);
      expect(await kinds(contributor, disputeId)).toEqual([]);
      expect((await app.handoversOf(editor, disputeId))[0]).toMatchObject({ about: key, note: handed.note });
      const [item] = await inQueue(editor, disputeId);
      expect(item?.href).toBe(`/desk/disputes/${disputeId}/publish?only=${encodeURIComponent(key)}`);
      const chosen = app.withNeeds((await app.disputeToPublish(editor, disputeId))?.drafts ?? [], key);
      orThrow(await app.publishDispute(editor, { disputeId, chosen }));
      expect(await kinds(editor, disputeId), key).toEqual([]);
      expect(await kinds(named, disputeId), key).toEqual([]);
    });
});

test("it comes back with what should be different, and is handed over again", async () => {
  const disputeId = await app.draftOfEverything();
  const [thing] = await thingsIn(disputeId);
  const about = thing?.key ?? "";
  const give = (note: string) => ({ disputeId, about, note });
  expect(await app.giveBack(editor, give("Nej."))).toMatchObject({ reason: "not-in-review" });
  orThrow(await app.handOver(named, give("")));
  expect(await app.handOver(journalist, give(""))).toMatchObject({ reason: "already-in-review" });
  expect(await app.giveBack(journalist, give("Nej."))).toMatchObject({ reason: "not-allowed" });
  expect(await app.giveBack(editor, give(" "))).toMatchObject({ reason: "say-what" });
  orThrow(await app.giveBack(editor, give("Datumet saknas.")));
  expect(await kinds(editor, disputeId)).toEqual([]);
  expect(await kinds(named, disputeId)).toEqual(["givenBack"]);
  expect(await app.handoversOf(named, disputeId)).toMatchObject([{ state: "back", note: "Datumet saknas." }]);
  orThrow(await app.handOver(named, give("Nu.")));
  expect(await kinds(otherEditor, disputeId)).toEqual(["ready"]);
  // Whoever handed it over takes it back without a word.
  orThrow(await app.giveBack(named, give("")));
  expect([...(await kinds(editor, disputeId)), ...(await kinds(named, disputeId))]).toEqual([]);
});

test("all of a dispute stands there until none of it is left, and what comes later is not of it", async () => {
  const disputeId = await app.draftOfEverything();
  const handed = { disputeId, about: "", note: "" };
  const wrote = async (actor: Actor, table: string) => {
    const [thing] = (await thingsIn(disputeId)).filter((each) => each.table === table);
    const change = { actor: actor.id, command: "test", table, before: {}, after: {} };
    await app.db().change.create({ data: { ...change, rowId: thing?.id ?? "" } });
  };
  await wrote(otherEditor, "Event");
  orThrow(await app.handOver(otherEditor, handed));
  expect(await kinds(editor, disputeId)).toEqual(["ready"]);
  expect(await kinds(otherEditor, disputeId)).toEqual(["handedOver"]);
  // What the editor has written is left, and whoever handed the rest over is who can publish it.
  await wrote(editor, "Interest");
  orThrow(await app.publishDispute(editor, { disputeId }));
  expect(await kinds(editor, disputeId)).toEqual([]);
  expect(await kinds(otherEditor, disputeId)).toEqual(["ready"]);
  orThrow(await app.publishDispute(otherEditor, { disputeId }));
  await app.source(disputeId);
  for (const actor of [editor, otherEditor]) expect(await kinds(actor, disputeId)).toEqual([]);
  orThrow(await app.handOver(journalist, handed));
  expect(await kinds(editor, disputeId)).toEqual(["ready"]);
});

test("what is thrown away waits for nobody, and what is no draft is not handed over", async () => {
  const disputeId = await app.draftOfEverything();
  const [event] = (await thingsIn(disputeId)).filter(({ table }) => table === "Event");
  const about = event?.key ?? "";
  orThrow(await app.handOver(named, { disputeId, about, note: "" }));
  orThrow(await app.discardDraft(named, { table: "event", id: event?.id ?? "" }));
  expect([...(await kinds(editor, disputeId)), ...(await kinds(named, disputeId))]).toEqual([]);
  expect(await app.handOver(named, { disputeId, about, note: "" })).toMatchObject({
    reason: "unknown-draft",
  });
  orThrow(await app.publishDispute(editor, { disputeId }));
  expect(await app.handOver(named, { disputeId, about: "", note: "" })).toMatchObject({
    reason: "nothing-to-publish",
  });
});
