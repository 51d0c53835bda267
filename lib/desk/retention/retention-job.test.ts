import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { KEPT } from "./retention.ts";

const NOW = new Date("2027-06-01T12:00:00Z");
standAt(NOW);

const load = async () => ({
  ...(await import("../../../e2e/fixtures/judged-dispute.ts")),
  ...(await import("../auth/session.ts")),
  ...(await import("../auth/session-queries.ts")),
  ...(await import("../member/member.fixture.ts")),
  ...(await import("../../core/db.ts")),
  ...(await import("./retention-commands.ts")),
  ...(await import("./retention-job.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let claimId = "";

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  // What is published with the tests' objections is later than this, and in the past of NOW.
  vi.setSystemTime(new Date("2027-01-01T12:00:00Z"));
  await app.judgedDispute("glomska");
  vi.setSystemTime(NOW);
  claimId = (await app.db().claim.findUniqueOrThrow({ where: { slug: "glomska-claim-1" } })).id;
});

const MINUTE = 60_000;
/** A minute older than is kept, and a minute younger. */
const past = (kept: number) => new Date(NOW.getTime() - kept - MINUTE);
const within = (kept: number) => new Date(NOW.getTime() - kept + MINUTE);

const objection = async (decided: Date | null, publishedAt: Date | null = decided) => {
  const row = { claimId, target: "other" as const, text: "Det stämmer inte.", language: "sv" };
  const { id } = await app.db().objection.create({ data: { ...row, contact: "anna@belagt.example" } });
  const words = { summarySv: "S", summaryEn: "S", reasonSv: "R", reasonEn: "R", createdBy: "x" };
  if (decided)
    await app.db().objectionOutcome.create({
      data: { objectionId: id, decision: "not_upheld", ...words, publishedAt },
    });
  return id;
};
const tip = async (decidedAt: Date | null) => {
  const row = { text: "Titta här.", language: "sv", contact: "anna@belagt.example" };
  const decided = decidedAt ? { decision: "taken_up" as const, decidedAt, decidedBy: "x" } : {};
  return (await app.db().tip.create({ data: { ...row, ...decided } })).id;
};

test("a reader's address is forgotten 90 days after the answer; the words they sent are not, nor is anything undecided", async () => {
  const [old, recent, open, draft] = [
    await objection(past(KEPT.contact)),
    await objection(within(KEPT.contact)),
    await objection(null),
    await objection(past(KEPT.contact), null),
  ];
  const [oldTip, recentTip, openTip] = [
    await tip(past(KEPT.contact)),
    await tip(within(KEPT.contact)),
    await tip(null),
  ];
  const changes = await app.db().change.count();
  await app.sweep(NOW);
  const left = async (id: string) => (await app.db().objection.findUniqueOrThrow({ where: { id } })).contact;
  const leftOn = async (id: string) => (await app.db().tip.findUniqueOrThrow({ where: { id } })).contact;
  expect([await left(old), await leftOn(oldTip)]).toEqual([null, null]);
  for (const kept of [await left(recent), await left(open), await left(draft), await leftOn(recentTip)])
    expect(kept).toBe("anna@belagt.example");
  expect(await leftOn(openTip)).toBe("anna@belagt.example");
  expect(await app.db().objection.findUnique({ where: { id: old } })).toMatchObject({
    text: "Det stämmer inte.",
  });
  // The history never had the address, and has nothing to say of its going.
  expect(await app.db().change.count()).toBe(changes);
});

test("keys, counts, codes, typed text and spent links go when they are old, and not before", async () => {
  const { id: memberId } = await app.aMember();
  const token = () => randomUUID().replaceAll("-", "").repeat(2);
  const add = async (when: (kept: number) => Date, name: string) => {
    await app.db().submission.create({
      data: { key: randomUUID(), sender: name, digest: "x", at: when(KEPT.formKey) },
    });
    const bucket = (name === "old" ? "a" : "b").repeat(64);
    await app.db().attempt.create({ data: { bucket, count: 1, startedAt: when(KEPT.attempt) } });
    await app.db().usedCode.create({
      data: { memberId, code: `totp:${name}`, usedAt: when(KEPT.usedCode) },
    });
    await app.db().usedCode.create({
      data: { memberId, code: `backup:${name}`, usedAt: when(KEPT.usedCode) },
    });
    await app
      .db()
      .autosave.create({ data: { member: "m", form: name, fields: {}, savedAt: when(KEPT.typed) } });
    await app.db().verification.create({
      data: { purpose: "reset_password", memberId, tokenHash: token(), expiresAt: when(KEPT.spentLink) },
    });
    await app.db().letter.create({
      data: {
        ...{ to: "anna@belagt.example", subject: name, text: "{link}", state: "by_hand", createdBy: "x" },
        ...{ link: "https://belagt.example/x", linkHash: token(), linkUntil: when(0) },
      },
    });
  };
  await add(past, "old");
  await add(within, "young");
  const swept = await app.sweep(NOW);
  expect([...swept.values()].every((count) => count >= 0)).toBe(true);
  expect((await app.db().submission.findMany()).map(({ sender }) => sender)).toEqual(["young"]);
  expect((await app.db().attempt.findMany()).map(({ bucket }) => bucket)).toEqual(["b".repeat(64)]);
  // A used backup code that was forgotten could be used again.
  expect((await app.db().usedCode.findMany()).map(({ code }) => code).sort()).toEqual([
    "backup:old",
    "backup:young",
    "totp:young",
  ]);
  expect((await app.db().autosave.findMany()).map(({ form }) => form)).toEqual(["young"]);
  expect(await app.db().verification.count({ where: { memberId } })).toBe(1);
  const letters = await app.db().letter.findMany({ orderBy: { id: "asc" } });
  expect(letters.map(({ link }) => link)).toEqual([null, "https://belagt.example/x"]);
});

test("a session goes when it opens nothing any more, by the rules that sessions have", async () => {
  expect(KEPT.session).toEqual({
    idle: app.SESSION.idle,
    whole: app.SESSION.whole,
    halfway: app.SESSION.halfway,
  });
  const { id: memberId } = await app.aMember();
  const add = (browser: string, seenAt: Date, createdAt: Date, halfway = false) =>
    app.db().session.create({
      data: {
        ...{ memberId, browser, seenAt, createdAt, provedAt: createdAt, halfway },
        tokenHash: randomUUID().replaceAll("-", "").repeat(2),
      },
    });
  await add("idle", past(KEPT.session.idle), past(KEPT.session.idle));
  await add("whole", NOW, past(KEPT.session.whole));
  await add("half, old", past(KEPT.session.halfway), past(KEPT.session.halfway), true);
  await add("half", within(KEPT.session.halfway), within(KEPT.session.halfway), true);
  await add("in use", within(KEPT.session.idle), within(KEPT.session.whole));
  await app.sweep(NOW);
  const left = await app.db().session.findMany({ where: { memberId }, orderBy: { browser: "asc" } });
  expect(left.map(({ browser }) => browser)).toEqual(["half", "in use"]);
});

test("while one worker forgets, another passes by, and nobody waits", async () => {
  const other = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await other.connect();
  await other.query("BEGIN");
  await other.query("SELECT pg_advisory_xact_lock(7235012)");
  expect(await app.sweep(NOW)).toEqual(new Map());
  await other.query("COMMIT");
  await other.end();
  expect((await app.sweep(NOW)).size).toBeGreaterThan(5);
});

test("what goes wrong with one kind keeps no other, and has all of it tried again", async () => {
  const broken = {
    what: "nothing that is there",
    statement: `DELETE FROM "Nowhere" WHERE $1 > now()`,
    kept: 0,
  };
  const { id: memberId } = await app.aMember();
  await app.db().usedCode.create({ data: { memberId, code: "totp:late", usedAt: past(KEPT.usedCode) } });
  await expect(app.sweep(NOW, [broken, ...app.RULES])).rejects.toThrow("nothing that is there");
  expect(await app.db().usedCode.count({ where: { memberId } })).toBe(0);
});
