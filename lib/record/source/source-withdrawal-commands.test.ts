import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { contributor, editor, journalist, otherEditor, otherJournalist } from "../../core/actor.fixture.ts";
import { orThrow } from "../../core/result.ts";
import type { QuotedDisputeIds } from "../recheck/recheck.fixture.ts";

const load = async () => ({
  ...(await import("../recheck/recheck.fixture.ts")),
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("./source-withdrawal-commands.ts")),
  ...(await import("./source-withdrawal-desk-queries.ts")),
  ...(await import("./source-queries.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("../../site/queue/queue-queries.ts")),
  ...(await import("../../site/interop/sitemap-queries.ts")),
  ...(await import("../verdict/verdict-desk-queries.ts")),
  ...(await import("../verdict/verdict-draft-commands.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let those: QuotedDisputeIds;
const reason = { sv: "Utgivaren har tagit tillbaka den.", en: "Its publisher has taken it back." };

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.madeUpImprint();
  const words = "Kommunen betalade tre hushålls hyra";
  const text = `Nämnden svarade. ${words} i maj.`;
  those = await app.quotedDispute({ slug: "exempel", url: "https://sida.example/a", text, quotes: [words] });
});

const waiting = async (actor = editor) =>
  (await app.queueOf(actor)).filter(({ kind }) => kind === "sourceWithdrawal");

describe("asking for a source to be withdrawn", () => {
  test("is a journalist's, of a published source, once at a time; it changes nothing public", async () => {
    const { sourceId } = those;
    expect(await app.withdrawSource(contributor, { sourceId, reason })).toMatchObject({
      reason: "not-allowed",
    });
    expect(await app.withdrawSource(journalist, { sourceId: randomUUID(), reason })).toMatchObject({
      reason: "unknown-source",
    });
    const before = JSON.stringify(await app.readSource(sourceId));
    const all = await Promise.all(
      Array.from({ length: 10 }, () => app.withdrawSource(journalist, { sourceId, reason })),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(all.find(({ ok }) => !ok)).toMatchObject({ reason: "source-withdrawal-asked-for" });
    expect(JSON.stringify(await app.readSource(sourceId))).toBe(before);
    expect(await waiting()).toMatchObject([{ href: `/desk/sources/${sourceId}#withdrawal` }]);
    expect(await waiting(journalist)).toEqual([]);
    const there = await app.sourceWithdrawalFor(journalist, sourceId);
    expect(there).toMatchObject({ own: true, publishedAt: null, reason });
    expect(await app.sourceWithdrawalFor(otherJournalist, sourceId)).toMatchObject({ own: false });
    expect(await app.sourceWithdrawalFor(contributor, sourceId)).toBeNull();
    const { id = "" } = there ?? {};
    expect(await app.discardSourceWithdrawal(otherJournalist, { id })).toMatchObject({ ok: true });
    expect(await app.discardSourceWithdrawal(journalist, { id })).toMatchObject({ reason: "unknown-draft" });
  });

  test("is not agreed to by whoever asked, nor by a journalist", async () => {
    const { id } = orThrow(await app.withdrawSource(editor, { sourceId: those.sourceId, reason }));
    expect(await app.publishSourceWithdrawal(editor, { id })).toMatchObject({
      reason: "author-cannot-approve",
    });
    expect(await app.publishSourceWithdrawal(journalist, { id })).toMatchObject({ reason: "not-allowed" });
    expect(await waiting(editor)).toEqual([]);
    orThrow(await app.discardSourceWithdrawal(editor, { id }));
  });
});

describe("a withdrawn source", () => {
  test("says so on its page and at its passages, with the day and the reason, and stays", async () => {
    const { sourceId, claimSlug } = those;
    const then = new Date(Date.now() - 1);
    const { id } = orThrow(await app.withdrawSource(journalist, { sourceId, reason }));
    const two = await Promise.all([editor, otherEditor].map((by) => app.publishSourceWithdrawal(by, { id })));
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
    expect(two.find(({ ok }) => !ok)).toMatchObject({ reason: "already-published" });

    const source = await app.readSource(sourceId);
    expect(source?.withdrawn).toMatchObject({ sourceId, reason });
    expect(source?.passages).toHaveLength(1);
    const claim = await app.readClaim(claimSlug);
    expect(claim?.withdrawnSources).toEqual([source?.withdrawn]);
    expect(claim?.changedAt).toBe(source?.withdrawn?.publishedAt);
    expect((await app.readClaim(claimSlug, then))?.withdrawnSources).toEqual([]);
    const pages = new Map((await app.readRecordPages()).map(({ path, changedAt }) => [path, changedAt]));
    expect(pages.get(`/claims/${claimSlug}`)).toBe(claim?.changedAt);
    expect(pages.get(`/sources/${sourceId}`)).toBe(claim?.changedAt);
    expect(await app.db().logEntry.findFirst({ orderBy: { seq: "desc" } })).toMatchObject({
      type: "source.withdrawn",
      subject: "exempel",
    });
    expect(await app.withdrawSource(journalist, { sourceId, reason })).toMatchObject({
      reason: "source-withdrawn",
    });
    await expect(app.db().sourceWithdrawal.delete({ where: { id } })).rejects.toThrow();
  });

  test("is asked about before a verdict that weighs it is published", async () => {
    const { id } = orThrow(await app.openVerdictDraft(journalist, { claimId: those.claimId }));
    const draft = await app.verdictDraftForDesk(journalist, id);
    if (!draft) throw new Error("There is no draft");
    const { checks } = await app.verdictChecks(editor, draft, "sv");
    expect(checks.find(({ key }) => key === "since")).toMatchObject({ state: "reason", why: "withdrawn" });
  });
});
