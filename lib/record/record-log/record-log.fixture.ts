/** Everything that can be published, published once, in a database of made-up disputes. */
import { administrator, editor, journalist, otherEditor } from "../../core/actor.fixture.ts";
import { orThrow } from "../../core/result.ts";
import { newToken } from "../../desk/auth/token.ts";
import { rowSaid } from "../amending/amending-row.ts";

const both = (text: string) => ({ sv: text, en: `${text} (in English)` });

const load = async () => ({
  ...(await import("../../../e2e/fixtures/judged-dispute.ts")),
  ...(await import("../../core/db.ts")),
  ...(await import("../../desk/job/job-actor.ts")),
  ...(await import("../amending/amending-commands.ts")),
  ...(await import("../amendment/amendment-queries.ts")),
  ...(await import("../amendment/amendment-stood-queries.ts")),
  ...(await import("../correction/correction-commands.ts")),
  ...(await import("../correction/correction-schema.ts")),
  ...(await import("../evidence/evidence-commands.ts")),
  ...(await import("../evidence/evidence-schema.ts")),
  ...(await import("../imprint/imprint-commands.ts")),
  ...(await import("../imprint/imprint-schema.ts")),
  ...(await import("../objection/objection-commands.ts")),
  ...(await import("../recheck/recheck-commands.ts")),
  ...(await import("../recheck/recheck.fixture.ts")),
  ...(await import("../address/address-commands.ts")),
  ...(await import("../merge/merge-commands.ts")),
  ...(await import("../removal/removal-commands.ts")),
  ...(await import("../reply/reply-answer-commands.ts")),
  ...(await import("../reply/reply-commands.ts")),
  ...(await import("../reply/reply-recorded.ts")),
  ...(await import("../snapshot/snapshot-attest-commands.ts")),
  ...(await import("../snapshot/snapshot-commands.ts")),
  ...(await import("../source/source-schema.ts")),
  ...(await import("../source/source-withdrawal-commands.ts")),
  ...(await import("../taint/taint-commands.ts")),
  ...(await import("../withdrawal/withdrawal-commands.ts")),
  ...(await import("../../../prisma/seed/seed.ts")),
  ...(await import("./record-log-commands.ts")),
  ...(await import("./record-log-queries.ts")),
});
const only = async <T>(rows: Promise<readonly T[]>): Promise<T> => {
  const [row] = await rows;
  if (!row) throw new Error("There is none");
  return row;
};

export interface Published {
  readonly app: Awaited<ReturnType<typeof load>>;
  /** The made-up dispute that most of it is about. */
  readonly those: Awaited<ReturnType<Awaited<ReturnType<typeof load>>["quotedDispute"]>>;
  /**
   * Each command that publishes, by its name, and what the worker enters in the log by itself: to be given once each, in this
   * order. Afterwards there is an entry of every kind.
   */
  readonly given: ReadonlyMap<string, () => Promise<unknown>>;
}

/** The first dispute, an imprint and a made-up dispute with a verdict, in an empty database; and what can be published then. */
export async function startPublishing(now: Date): Promise<Published> {
  const app = await load();
  await app.seed(now);
  const ratingNames = Object.fromEntries(
    Object.keys(app.newImprint.shape.ratingNames.shape).map((rating) => [
      rating,
      rating === "unproven" ? both("Inte visat") : null,
    ]),
  );
  const imprint = app.newImprint.parse({
    ...{ name: "Exempelbladet", responsiblePublisher: "Testperson Utgivare" },
    complaints: "https://exempelbladet.example/klagomal",
    ...{ appeal: both("Ingen: det här är ett prov."), ratingNames },
  });
  orThrow(await app.publishImprint(administrator, { begunFrom: 0, imprint }));
  const text = "Nämnden svarade. Kommunen betalade tre hushålls hyra i sex månader.";
  const those = await app.quotedDispute({
    ...{ slug: "exempel", url: "https://sida.example/1", text },
    quotes: ["Kommunen betalade tre hushålls hyra"],
  });
  const token = newToken();

  const saidOf = async (sourceId: string) =>
    rowSaid("Source", await app.db().source.findUniqueOrThrow({ where: { id: sourceId } }));

  /** Each command that publishes, given once; and what the worker enters in the log by itself. */
  const each: Readonly<Record<string, () => Promise<unknown>>> = {
    "amendment.publish": async () => {
      const { disputeId, sourceId } = those;
      const row = {
        ...app.newSource.parse({ ...(await saidOf(sourceId)), made: "2019-09", url: null }),
        disputeId,
      };
      const amendment = { table: "Source" as const, rowId: sourceId, row, why: both("Fel månad.") };
      const { id } = orThrow(await app.draftAmendment(journalist, amendment));
      return orThrow(await app.publishAmendment(editor, { id, revision: 1 }));
    },
    "correction.publish": async () => {
      const correction = app.newCorrection.parse({
        ...{ disputeId: those.disputeId, claimId: those.claimId, version: 1, wrongSince: null },
        ...{ wrong: both("Ett ord."), found: both("Ett annat."), changesVerdict: false },
      });
      const { id } = orThrow(await app.addCorrection(journalist, correction));
      return orThrow(await app.publishCorrection(editor, { id, revision: 1 }));
    },
    "objection.publish-answer": async () => {
      const said = { sentence: null, evidenceId: null, version: null, contact: null };
      const objection = {
        claim: those.claimSlug,
        ...said,
        language: "sv" as const,
        text: "Läsarens egna ord om saken.",
      };
      const { id: objectionId } = orThrow(await app.receiveObjection(objection, "192.0.2.0/32"));
      const words = { summary: both("Om slutsatsen."), reason: both("Den står."), wordingReason: null };
      const answer = { ...words, decision: "not_upheld" as const, correctionId: null };
      const ref = { id: objectionId, revision: 0 };
      const draft = orThrow(await app.draftObjectionAnswer(journalist, { ...ref, answer }));
      return orThrow(await app.publishObjectionAnswer(editor, draft));
    },
    "evidence.publish": async () => {
      const evidence = app.newEvidence.parse({
        ...{ claimId: those.claimId, sourceId: those.sourceId, originId: null, stance: "context" },
        ...{ excerpt: "sex månader", excerptLanguage: "sv", page: null, unchecked: null },
        ...{ at: { paragraph: null, charStart: null, charEnd: null }, note: both("Påhittat.") },
      });
      const { id } = orThrow(await app.addEvidence(journalist, evidence));
      return orThrow(await app.publishEvidence(editor, { ids: [id] }));
    },
    "snapshot.publish": async () => {
      const { sourceId } = those;
      const copy = { ...app.copyOf("En senare kopia."), sourceId, fileName: "hemligt-namn.html" };
      const id = await app.transaction((tx) => app.writeCopy(tx, journalist, copy));
      return orThrow(await app.publishCopy(editor, { id }));
    },
    "timestamp.keep": async () => {
      const row = { snapshotId: those.snapshotId, authority: "Exempelmyndigheten" };
      const { id } = await app.db().timestamp.create({ data: row });
      const given = { at: now, tokenSha256: "a".repeat(64), trusted: true };
      return orThrow(await app.keepTimestamp(app.worker, { id, ...given }));
    },
    "outside-copy.keep": async () => {
      const row = { snapshotId: those.snapshotId, archive: "Exempelarkivet" };
      const { id } = await app.db().outsideCopy.create({ data: row });
      const given = { url: "https://arkiv.example/1", at: null, sameText: true };
      return orThrow(await app.keepOutsideCopy(app.worker, { id, ...given }));
    },
    "blob.keep-faults": async () => {
      const { sha256 } = await app.db().snapshot.findUniqueOrThrow({ where: { id: those.snapshotId } });
      orThrow(await app.keepFaults(app.worker, { faults: [{ sha256, kind: "missing" }] }));
      return orThrow(await app.keepFaults(app.worker, { faults: [] }));
    },
    "recheck.keep": async () => {
      const [evidenceId = ""] = those.evidenceIds;
      const findings = [{ evidenceId, state: "changed" as const, nearest: "betalade fyra hushålls hyra" }];
      const look = { sourceId: those.sourceId, askedAt: now, findings, copy: null };
      return orThrow(await app.keepRechecks(app.worker, look));
    },
    "taint.clear": async () => {
      const recheck = await only(app.db().recheck.findMany({ where: { state: "changed" } }));
      const causes = [{ cause: "passage_changed" as const, causeId: recheck.id }];
      const proposal = { claimId: those.claimId, causes, reason: both("Kopian har orden.") };
      const { ids } = orThrow(await app.proposeClearance(journalist, proposal));
      return orThrow(await app.clearTaint(editor, { claimId: those.claimId, ids }));
    },
    "source.publish-withdrawal": async () => {
      const withdrawal = { sourceId: those.sourceId, reason: both("Utgivaren tog tillbaka den.") };
      const { id } = orThrow(await app.withdrawSource(journalist, withdrawal));
      return orThrow(await app.publishSourceWithdrawal(editor, { id }));
    },
    "withdrawal.publish": async () => {
      const withdrawal = { claimId: those.claimId, reason: both("Vi hade fel.") };
      const { id } = orThrow(await app.requestWithdrawal(journalist, withdrawal));
      return orThrow(await app.publishWithdrawal(editor, { id }));
    },
    "reply.publish-request": async () => {
      const party = await only(app.db().party.findMany({ where: { slug: { startsWith: "exempel" } } }));
      const words = { reasonNotAsked: both("Den finns inte."), inSources: both("Inget svar.") };
      const request = { claimId: those.claimId, partyId: party.id, ...words };
      const { id } = orThrow(await app.openReplyRequest(journalist, request));
      return orThrow(await app.publishReplyRequest(editor, { id, revision: 1 }));
    },
    "reply.ask": async () => {
      const party = await only(
        app.db().party.findMany({ where: { slug: { startsWith: "exempel" }, requests: { none: {} } } }),
      );
      const words = { reasonNotAsked: null, inSources: both("Inget svar.") };
      const request = { claimId: those.claimId, partyId: party.id, ...words };
      const { id } = orThrow(await app.openReplyRequest(journalist, request));
      const asking = {
        ...{
          by: "e-post",
          language: "sv" as const,
          question: "Stämmer det?",
          to: "registrator@exempelby.example",
        },
        deadline: new Date("2026-11-28T09:00:00Z"),
      };
      orThrow(await app.draftAsking(journalist, { id, revision: 0, asking }));
      return orThrow(await app.ask(editor, { id, revision: 1, token: token }));
    },
    "reply.publish-sent": async () => {
      const sent = { token: token, text: "Nej.", language: "sv", signedBy: "Testperson" };
      orThrow(await app.sendReply(sent, "192.0.2.0/32"));
      const { id } = await app.db().submittedReply.findFirstOrThrow();
      return orThrow(await app.publishSentReply(otherEditor, { id }));
    },
    "reply.publish": async () => {
      const asking = await app.db().asking.findFirstOrThrow({ where: { publishedAt: { not: null } } });
      const reply = {
        text: "Vi har inget att tillägga.",
        language: "sv",
        way: "letter" as const,
        received: now,
      };
      const { id } = orThrow(await app.recordReply(journalist, { requestId: asking.requestId, reply }));
      const revision = app.savedAs(await app.db().reply.findUniqueOrThrow({ where: { id } }));
      return orThrow(await app.publishReply(editor, { id, revision }));
    },
    "reply.decline": async () => {
      const { requestId } = await app.db().asking.findFirstOrThrow({ where: { publishedAt: { not: null } } });
      const reply = { text: "Om en tredje person.", language: "sv", way: "letter" as const, received: now };
      const { id } = orThrow(await app.recordReply(journalist, { requestId, reply }));
      const reason = both("Svaret rör någon annan.");
      orThrow(await app.proposeDeclining(journalist, { id, isSent: false, reason }));
      const declining = await app.db().declining.findUniqueOrThrow({ where: { replyId: id } });
      return orThrow(await app.declineReply(editor, { id: declining.id }));
    },
    "address.publish": async () => {
      const address = { table: "Claim" as const, rowId: those.claimId, slug: "en-annan-adress" };
      orThrow(await app.changeAddress(journalist, address));
      const { id } = await app.db().address.findFirstOrThrow({ where: { publishedAt: null } });
      return orThrow(await app.publishAddress(editor, { id }));
    },
    "merge.publish": async () => {
      const { disputeId, sourceId: intoId } = those;
      const from = await app.db().source.findFirstOrThrow({ where: { disputeId, id: { not: intoId } } });
      const ends = { table: "Source" as const, fromId: from.id, intoId };
      orThrow(await app.proposeMerge(journalist, { ...ends, reason: both("Samma källa.") }));
      const { id } = await app.db().merge.findFirstOrThrow({ where: { publishedAt: null } });
      return orThrow(await app.publishMerge(editor, { id }));
    },
    "removal.take-down": async () => {
      const { sourceId } = those;
      const { id: rowId } = await app.db().snapshot.findFirstOrThrow({ where: { sourceId } });
      const ground = "copyright" as const;
      return orThrow(
        await app.takeDown(editor, { table: "Snapshot", rowId, ground, reason: both("För mycket.") }),
      );
    },
    "removal.publish-decision": async () => {
      const { id: removalId } = await app.db().removal.findFirstOrThrow();
      const decision = { removalId, outcome: "undone" as const, reason: both("Det går bra.") };
      const { id } = orThrow(await app.proposeRemovalDecision(editor, decision));
      return orThrow(await app.publishRemovalDecision(otherEditor, { id }));
    },
    // The seed and the dispute above are published by these.
    "dispute.publish": () => only(app.db().logEntry.findMany({ where: { type: "dispute.published" } })),
    "verdict.publish": () => only(app.db().logEntry.findMany({ where: { type: "verdict.published" } })),
    // An approved draft is given to verdict.publish.
    "verdict.approve": () => only(app.db().logEntry.findMany({ where: { type: "verdict.published" } })),
    "imprint.publish": () => only(app.db().logEntry.findMany({ where: { type: "imprint.published" } })),
  };

  return { app, those, given: new Map(Object.entries(each)) };
}
