import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { contributor, journalist } from "../../core/actor.fixture.ts";
import { orThrow } from "../../core/result.ts";
import type { QuotedDisputeIds } from "./recheck.fixture.ts";
import type { Finding } from "./recheck.ts";

const load = async () => ({
  ...(await import("./recheck.fixture.ts")),
  ...(await import("./recheck-commands.ts")),
  ...(await import("./recheck-queries.ts")),
  ...(await import("./recheck-desk-queries.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("../source/source-queries.ts")),
  ...(await import("../../desk/job/job-actor.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let those: QuotedDisputeIds;
const WORDS = "Kommunen betalade tre hushålls hyra";
const OTHER = "Beslutet togs av två tjänstemän";

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  const text = `Nämnden i Exempelby svarade. ${WORDS} i sex månader. ${OTHER} i maj.`;
  those = await app.quotedDispute({
    ...{ slug: "exempel", url: "https://sida.example/a", text, quotes: [WORDS, OTHER] },
  });
});

/** Moments in order, so that one look is never the one before it. */
let clock = Date.now() + 60_000;
const later = () => {
  clock += 60_000;
  return new Date(clock);
};
const all = (state: Finding["state"], nearest: string | null = null) =>
  those.evidenceIds.map((evidenceId) => ({ evidenceId, state, nearest }));
const look = (
  findings: readonly Finding[],
  at = later(),
  copy: Parameters<typeof app.copyOf>[0] | null = null,
) =>
  app.keepRechecks(
    app.worker,
    { sourceId: those.sourceId, askedAt: at, findings, copy: copy === null ? null : app.copyOf(copy, at) },
    at,
  );
const told = () => app.db().logEntry.count({ where: { type: "passage.rechecked" } });
const rows = () => app.db().recheck.count();

describe("what a look found", () => {
  test("is public at once, and is no news when all is as it was", async () => {
    const at = later();
    expect(await look(all("found"), at)).toMatchObject({ ok: true, value: { kept: 2, news: 0 } });
    expect(await told()).toBe(0);
    const claim = await app.readClaim(those.claimSlug);
    expect(claim?.rechecks).toHaveLength(2);
    expect(claim?.rechecks[0]).toMatchObject({
      seen: { state: "found", nearest: null, since: at.toISOString(), last: at.toISOString() },
      unreachable: null,
    });
    expect((await app.readSource(those.sourceId))?.rechecks).toEqual(claim?.rechecks);
    expect(await app.passagesLookedFor(contributor, those.sourceId)).toEqual([]);
    expect(await app.passagesLookedFor(journalist, those.sourceId)).toMatchObject([
      { excerpt: WORDS, language: "sv", recheck: { seen: { state: "found" } } },
      { excerpt: OTHER },
    ]);
  });

  test("is kept once, however often and by however many the same look is told", async () => {
    const [before, at] = [await rows(), later()];
    await Promise.all(Array.from({ length: 8 }, () => look(all("found"), at)));
    await look(all("gone"), at);
    expect(await rows()).toBe(before + 2);
  });

  test("says since when and until when it was so, past days when the page could not be reached", async () => {
    const first = (await app.readClaim(those.claimSlug))?.rechecks[0]?.seen?.since;
    const [missed, last] = [later(), later()];
    await look(all("unreachable"), missed);
    expect((await app.readClaim(those.claimSlug))?.rechecks[0]).toMatchObject({
      seen: { state: "found", since: first },
      unreachable: missed.toISOString(),
    });
    await look(all("found"), last);
    expect((await app.readClaim(those.claimSlug))?.rechecks[0]).toEqual({
      evidenceId: those.evidenceIds.toSorted()[0],
      seen: { state: "found", nearest: null, since: first, last: last.toISOString() },
      unreachable: null,
    });
  });

  test("stands in the log once for each claim when it differs from the look before, and not again while it lasts", async () => {
    const before = await told();
    await look(all("gone"));
    expect(await told()).toBe(before + 1);
    const since = (await app.turnsOf(those.evidenceIds, null))[0]?.at;
    await look(all("gone"));
    await look(all("unreachable"));
    await look(all("gone"));
    expect((await app.turnsOf(those.evidenceIds, null))[0]?.at).toEqual(since);
    const last = await app.db().logEntry.findFirst({ orderBy: { seq: "desc" } });
    expect(last).toMatchObject({ type: "passage.rechecked", subject: those.claimSlug });
    // A day without an answer is told as well, and so is the next look after it: the page has changed with each.
    expect((await app.readClaim(those.claimSlug))?.changedAt).toBe(last?.at.toISOString());
  });

  test("leaves the page as it is now as a draft copy, when words have gone from it", async () => {
    const copies = () => app.db().snapshot.count({ where: { sourceId: those.sourceId } });
    await look(all("found"), later(), "En annan sida");
    expect(await copies()).toBe(1);
    const [first = "", second = ""] = those.evidenceIds;
    await look(
      [
        { evidenceId: first, state: "changed", nearest: "Kommunen betalade fyra hushålls hyra" },
        { evidenceId: second, state: "found", nearest: null },
      ],
      later(),
      "Kommunen betalade fyra hushålls hyra.",
    );
    expect(await copies()).toBe(2);
    const turns = new Map(
      (await app.turnsOf(those.evidenceIds, null)).map((turn) => [turn.evidenceId, turn]),
    );
    expect(turns.get(second)).toMatchObject({ state: "found", snapshotId: null });
    const newer = await app.db().snapshot.findUniqueOrThrow({
      where: { id: turns.get(first)?.snapshotId ?? "" },
      include: { pages: true },
    });
    expect(newer).toMatchObject({ publishedAt: null, createdBy: "worker" });
    expect(newer.pages[0]?.text).toContain("fyra hushålls");
  });

  test("is about published passages of that source alone, and is never changed", async () => {
    const before = await rows();
    const nobody = "00000000-0000-7000-8000-0000000000ff";
    await look([{ evidenceId: nobody, state: "gone", nearest: null }]);
    expect(await rows()).toBe(before);
    await expect(app.db().recheck.deleteMany({})).rejects.toThrow();
  });
});

describe("a page is looked at again", () => {
  const jobs = async () => {
    const found = await app.db().$queryRaw<{ key: string }[]>`
      SELECT "singleton_key" AS "key" FROM "pgboss"."job" WHERE "name" = 'recheck.source' AND "state" < 'active'`;
    return found.map(({ key }) => key);
  };
  const done = () => app.db().$executeRaw`DELETE FROM "pgboss"."job" WHERE "name" = 'recheck.source'`;

  test("a week after it was copied or last looked at, and no sooner; asked for once", async () => {
    const last = new Date(clock);
    const day = (n: number) => new Date(last.getTime() + n * 24 * 3_600_000);
    expect(orThrow(await app.planRechecks(app.worker, {}, day(6))).sources).toBe(0);
    expect(await jobs()).toEqual([]);
    expect(orThrow(await app.planRechecks(app.worker, {}, day(8))).sources).toBe(1);
    await app.planRechecks(app.worker, {}, day(8));
    expect(await jobs()).toEqual([those.sourceId]);
    await done();
  });

  test("when a journalist asks, if there is something to look for", async () => {
    const { sourceId } = those;
    expect(await app.requestRecheck(contributor, { sourceId })).toMatchObject({ reason: "not-allowed" });
    orThrow(await app.requestRecheck(journalist, { sourceId }));
    orThrow(await app.requestRecheck(journalist, { sourceId }));
    expect(await jobs()).toEqual([sourceId]);
    const other = await app.db().source.findFirstOrThrow({ where: { id: { not: sourceId } } });
    await app.db().source.create({
      data: {
        ...{ disputeId: those.disputeId, kind: "article", titleSv: "Ett utkast", titleEn: "A draft" },
        ...{ noteSv: "", noteEn: "", language: "sv", made: "2026", createdBy: "test" },
        ...{ id: "00000000-0000-7000-8000-0000000000fe", url: "https://sida.example/b" },
      },
    });
    expect(
      await app.requestRecheck(journalist, { sourceId: "00000000-0000-7000-8000-0000000000fe" }),
    ).toMatchObject({
      reason: "unknown-source",
    });
    expect(await app.requestRecheck(journalist, { sourceId: other.id })).toMatchObject({
      reason: other.url === null ? "no-address" : "nothing-quoted",
    });
  });
});
