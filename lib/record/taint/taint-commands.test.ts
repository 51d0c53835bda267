import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { contributor, editor, journalist, otherEditor } from "../../core/actor.fixture.ts";
import { orThrow } from "../../core/result.ts";
import type { QuotedDisputeIds } from "../recheck/recheck.fixture.ts";

const load = async () => ({
  ...(await import("../recheck/recheck.fixture.ts")),
  ...(await import("../recheck/recheck-commands.ts")),
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../../../e2e/fixtures/judged-dispute.ts")),
  ...(await import("./taint-commands.ts")),
  ...(await import("./taint-queries.ts")),
  ...(await import("./taint-desk-queries.ts")),
  ...(await import("./taint-schema.ts")),
  ...(await import("../claim/claim-commands.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("../dispute/dispute-commands.ts")),
  ...(await import("../../site/queue/queue-queries.ts")),
  ...(await import("../source/source-commands.ts")),
  ...(await import("../source/source-withdrawal-commands.ts")),
  ...(await import("../withdrawal/withdrawal-commands.ts")),
  ...(await import("../../site/interop/sitemap-queries.ts")),
  ...(await import("../../desk/job/job-actor.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
const WORDS = "Kommunen betalade tre hushålls hyra";
const OTHER = "Beslutet togs av två tjänstemän";
const reason = {
  sv: "Sidan är flyttad, orden står i arkivet.",
  en: "The page has moved; the archive has the words.",
};

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.madeUpImprint();
});

let made = 0;
const dispute = (): Promise<QuotedDisputeIds> => {
  made += 1;
  const text = `Nämnden i Exempelby svarade. ${WORDS} i sex månader. ${OTHER} i maj. Nummer ${made}.`;
  const url = `https://sida.example/${made}`;
  return app.quotedDispute({ slug: `exempel-${made}`, url, text, quotes: [WORDS, OTHER] });
};
const seen = async (those: QuotedDisputeIds, state: "found" | "gone" | "changed", n = 0) => {
  const evidenceId = those.evidenceIds[n] ?? "";
  const nearest = state === "changed" ? "Kommunen betalade fyra hushålls hyra" : null;
  const { sourceId } = those;
  orThrow(
    await app.keepRechecks(app.worker, {
      ...{ sourceId, askedAt: new Date(), findings: [{ evidenceId, state, nearest }], copy: null },
    }),
  );
};
const claimOf = async ({ claimSlug }: QuotedDisputeIds) => {
  const claim = await app.readClaim(claimSlug);
  if (!claim) throw new Error("The claim is gone");
  return claim;
};
const inQueue = async ({ claimId }: QuotedDisputeIds, kind = "reReview", actor = journalist) =>
  (await app.queueOf(actor)).filter((item) => item.kind === kind && item.href.includes(claimId));
const propose = async (those: QuotedDisputeIds, by = journalist) => {
  const causes = (await claimOf(those)).taints.map(({ cause, causeId }) => ({ cause, causeId }));
  return app.proposeClearance(by, { claimId: those.claimId, causes, reason });
};

describe("a passage that is gone from its page", () => {
  test("taints the verdict in the queue and in public, until a second person agrees that it stands", async () => {
    const those = await dispute();
    expect((await claimOf(those)).taints).toEqual([]);
    expect(await inQueue(those)).toEqual([]);
    const then = new Date(Date.now() - 1);
    await seen(those, "gone");

    const tainted = await claimOf(those);
    expect(tainted.taints).toMatchObject([
      {
        cause: "passage_gone",
        pieces: [{ id: those.evidenceIds[0], language: "sv" }],
        nearest: null,
        withdrawn: null,
      },
    ]);
    expect(tainted.rating).toBe("unproven");
    expect(tainted.changedAt).toBe(tainted.taints[0]?.at);
    expect(await inQueue(those)).toMatchObject([
      { why: "passage_gone", href: `/desk/claims/${those.claimId}#taint`, at: tainted.taints[0]?.at },
    ]);
    expect((await app.readClaim(those.claimSlug, then))?.taints).toEqual([]);

    const { ids } = orThrow(await propose(those));
    expect((await claimOf(those)).taints).toHaveLength(1);
    expect(await app.taintsForDesk(journalist, those.claimId)).toMatchObject({
      open: [],
      proposed: [{ ids, reason, own: true, causes: [{ cause: "passage_gone" }] }],
    });
    expect(await inQueue(those, "clearance", editor)).toHaveLength(1);
    expect(await inQueue(those, "clearance", journalist)).toEqual([]);
    const these = { claimId: those.claimId, ids };
    expect(await app.clearTaint(journalist, these)).toMatchObject({ reason: "not-allowed" });
    const two = await Promise.all([editor, otherEditor].map((by) => app.clearTaint(by, these)));
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
    expect(two.find(({ ok }) => !ok)).toMatchObject({ reason: "already-published" });

    const clean = await claimOf(those);
    expect(clean.taints).toEqual([]);
    expect(clean.versions[0]?.clearances).toMatchObject([{ reason }]);
    expect(clean.changedAt).toBe(clean.versions[0]?.clearances[0]?.publishedAt);
    expect(await inQueue(those)).toEqual([]);
    expect(await app.taintsForDesk(journalist, those.claimId)).toBeNull();
    expect(await app.db().logEntry.findFirst({ orderBy: { seq: "desc" } })).toMatchObject({
      type: "taint.cleared",
      subject: those.claimSlug,
      version: 1,
    });
    const page = (await app.readRecordPages()).find(({ path }) => path === `/claims/${those.claimSlug}`);
    expect(page?.changedAt).toBe(clean.changedAt);
    await expect(app.db().clearance.deleteMany({ where: { id: { in: [...ids] } } })).rejects.toThrow();

    // Seen gone again it is the same cause; gone for the second time, or otherwise, it is another.
    await seen(those, "gone");
    expect((await claimOf(those)).taints).toEqual([]);
    await seen(those, "found");
    expect((await claimOf(those)).taints).toEqual([]);
    await seen(those, "gone");
    expect((await claimOf(those)).taints).toHaveLength(1);
  });

  test("and stands there again taints no more", async () => {
    const those = await dispute();
    await seen(those, "changed");
    expect((await claimOf(those)).taints).toMatchObject([
      { cause: "passage_changed", nearest: "Kommunen betalade fyra hushålls hyra" },
    ]);
    const { ids } = orThrow(await propose(those));
    await seen(those, "found");
    expect((await claimOf(those)).taints).toEqual([]);
    expect(await app.clearTaint(editor, { claimId: those.claimId, ids })).toMatchObject({
      reason: "verdict-overtaken",
    });
  });

  test("is settled by a new version, whose writer had it before them", async () => {
    const those = await dispute();
    await seen(those, "gone");
    const { ids } = orThrow(await propose(those));
    await app.judge(those.claimSlug, "Prövat utan sidan.");
    expect((await claimOf(those)).taints).toEqual([]);
    expect(await inQueue(those)).toEqual([]);
    expect(await inQueue(those, "clearance", editor)).toEqual([]);
    expect(await app.clearTaint(editor, { claimId: those.claimId, ids })).toMatchObject({
      reason: "verdict-overtaken",
    });
    await seen(those, "gone", 1);
    expect((await claimOf(those)).taints).toHaveLength(1);
  });

  test("taints no verdict that has been withdrawn", async () => {
    const those = await dispute();
    const { id } = orThrow(await app.requestWithdrawal(journalist, { claimId: those.claimId, reason }));
    orThrow(await app.publishWithdrawal(editor, { id }));
    await seen(those, "gone");
    expect((await claimOf(those)).taints).toEqual([]);
  });
});

describe("proposing that a verdict stands", () => {
  test("is a journalist's, of causes that are there, once; and can be taken back and written anew", async () => {
    const those = await dispute();
    const { claimId } = those;
    expect(await propose(those)).toMatchObject({ reason: "not-tainted" });
    await seen(those, "gone");
    await seen(those, "changed", 1);
    expect(await propose(those, contributor)).toMatchObject({ reason: "not-allowed" });
    const nothing = { cause: "passage_gone" as const, causeId: randomUUID() };
    expect(await app.proposeClearance(journalist, { claimId, causes: [nothing], reason })).toMatchObject({
      reason: "cause-gone",
    });
    const { ids } = orThrow(await propose(those));
    expect(ids).toHaveLength(2);
    expect(await propose(those)).toMatchObject({ reason: "clearance-proposed" });
    orThrow(await app.discardClearance(journalist, { claimId, ids }));
    expect(await app.discardClearance(journalist, { claimId, ids })).toMatchObject({
      reason: "unknown-draft",
    });
    expect((await app.taintsForDesk(journalist, claimId))?.open).toHaveLength(2);
    expect(await app.taintsForDesk(contributor, claimId)).toBeNull();
    orThrow(await propose(those));
  });

  test("is not agreed to by whoever wrote it, nor for another claim", async () => {
    const [those, others] = [await dispute(), await dispute()];
    await seen(those, "gone");
    const { ids } = orThrow(await propose(those, editor));
    expect(await app.clearTaint(editor, { claimId: those.claimId, ids })).toMatchObject({
      reason: "author-cannot-approve",
    });
    expect(await app.clearTaint(otherEditor, { claimId: others.claimId, ids })).toMatchObject({
      reason: "unknown-draft",
    });
    expect((await claimOf(those)).taints).toHaveLength(1);
  });

  test("names causes as the form does, and nothing else", () => {
    const causeId = randomUUID();
    const form = (cause: string) => ({ claimId: randomUUID(), causes: [cause], reason });
    expect(app.newClearance.parse(form(`passage_gone:${causeId}`)).causes).toEqual([
      { cause: "passage_gone", causeId },
    ]);
    for (const wrong of ["", "passage_gone", `passage_gone:x`, `made_up:${causeId}`])
      expect(app.newClearance.safeParse(form(wrong)).success).toBe(false);
  });
});

test("a source that is withdrawn taints every verdict that rests on it, also through another source", async () => {
  const those = await dispute();
  const { disputeId, sourceId } = those;
  const upstream = await app.db().source.create({
    data: {
      ...{ disputeId, kind: "report", titleSv: "En rapport", titleEn: "A report", noteSv: "", noteEn: "" },
      ...{ language: "sv", made: "2026", createdBy: "test", publishedAt: new Date() },
    },
  });
  await app.db().sourceEdge.create({
    data: {
      fromId: sourceId,
      toId: upstream.id,
      kind: "based_on",
      createdBy: "test",
      publishedAt: new Date(),
    },
  });
  const { id } = orThrow(await app.withdrawSource(journalist, { sourceId: upstream.id, reason }));
  expect((await claimOf(those)).taints).toEqual([]);
  orThrow(await app.publishSourceWithdrawal(editor, { id }));
  const claim = await claimOf(those);
  expect(claim.taints).toMatchObject([
    {
      cause: "source_withdrawn",
      causeId: id,
      pieces: claim.verdict?.frozen.evidence.map(({ id: piece }) => ({ id: piece })),
      withdrawn: { reason, source: { id: upstream.id, title: { sv: "En rapport" } } },
    },
  ]);
  expect(await inQueue(those)).toMatchObject([{ why: "source_withdrawn" }]);
  const { ids } = orThrow(await propose(those));
  orThrow(await app.clearTaint(editor, { claimId: those.claimId, ids }));
  expect((await claimOf(those)).taints).toEqual([]);
});

test("a damaged copy taints what is quoted from it, until it is mended", async () => {
  const those = await dispute();
  const { sha256 } = await app.db().snapshot.findUniqueOrThrow({ where: { id: those.snapshotId } });
  const leftover = { sha256: "f".repeat(64), kind: "leftover-temporary" };
  await app.db().blobFault.createMany({ data: [{ sha256, kind: "changed" }, leftover] });
  expect((await claimOf(those)).taints).toMatchObject([{ cause: "copy_damaged", causeId: those.snapshotId }]);
  expect((await claimOf(those)).taints[0]?.pieces).toHaveLength(2);
  await app.db().blobFault.update({ where: { sha256 }, data: { mendedAt: new Date() } });
  expect((await claimOf(those)).taints).toEqual([]);
});

test("new words of the claim taint the verdict on the old ones", async () => {
  const those = await dispute();
  const { claimId } = those;
  const first = await app.db().claimWording.findFirstOrThrow({ where: { claimId } });
  await app.db().claimWording.create({
    data: { ...first, id: randomUUID(), version: 2, textSv: "Andra ord.", publishedAt: new Date() },
  });
  expect(await inQueue(those)).toMatchObject([{ why: "wording_changed" }]);
  expect((await claimOf(those)).taints).toMatchObject([{ cause: "wording_changed", pieces: [] }]);
  await app.judge(those.claimSlug, "Prövat i de nya orden.");
  expect((await claimOf(those)).taints).toEqual([]);
});
