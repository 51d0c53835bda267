/**
 * Every command that publishes, tried alike: what its page showed and has become another since is not published, nobody
 * changes it while it is being published, and whoever has written in it is not who publishes it.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { actorFor, editor } from "../../core/actor.fixture.ts";
import type { Actor } from "../../core/actor.ts";
import { COMMANDS } from "../../core/command.fixture.ts";
import { ALONE } from "../../core/command.ts";
import type { Result } from "../../core/result.ts";
import { orThrow } from "../../core/result.ts";
import { rowSaid } from "../amending/amending-row.ts";
import type { SeenRow, SeenTable, Which } from "./seen.ts";
import type { Shown } from "./seen-queries.ts";

const load = async () => ({
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../../../e2e/fixtures/judged-dispute.ts")),
  ...(await import("../amending/amending-commands.ts")),
  ...(await import("../amending/amending-desk-queries.ts")),
  ...(await import("../amending/amending-shown-queries.ts")),
  ...(await import("../correction/correction-commands.ts")),
  ...(await import("../correction/correction-desk-queries.ts")),
  ...(await import("../dispute/dispute.fixture.ts")),
  ...(await import("../dispute/dispute-commands.ts")),
  ...(await import("../dispute/dispute-unpublished-queries.ts")),
  ...(await import("../evidence/evidence-commands.ts")),
  ...(await import("../evidence/evidence-desk-queries.ts")),
  ...(await import("../evidence/evidence-shown-queries.ts")),
  ...(await import("../objection/objection-commands.ts")),
  ...(await import("../objection/objection-desk-queries.ts")),
  ...(await import("../objection/objection-queries.ts")),
  ...(await import("../reply/reply-answer-commands.ts")),
  ...(await import("../reply/reply-commands.ts")),
  ...(await import("../reply/reply-desk-queries.ts")),
  ...(await import("../reply/reply-queries.ts")),
  ...(await import("../snapshot/snapshot-commands.ts")),
  ...(await import("../snapshot/snapshot-desk-queries.ts")),
  ...(await import("../address/address-commands.ts")),
  ...(await import("../address/address-desk-queries.ts")),
  ...(await import("../merge/merge-commands.ts")),
  ...(await import("../merge/merge-desk-queries.ts")),
  ...(await import("../removal/removal-commands.ts")),
  ...(await import("../removal/removal-desk-queries.ts")),
  ...(await import("../source/source-withdrawal-commands.ts")),
  ...(await import("../source/source-withdrawal-desk-queries.ts")),
  ...(await import("../taint/taint-commands.ts")),
  ...(await import("../taint/taint-desk-queries.ts")),
  ...(await import("../taint/taint-queries.ts")),
  ...(await import("../verdict/verdict-commands.ts")),
  ...(await import("../verdict/verdict-desk-queries.ts")),
  ...(await import("../verdict/verdict-draft-commands.ts")),
  ...(await import("../verdict/verdict-draft-schema.ts")),
  ...(await import("../verdict/verdict-queries.ts")),
  ...(await import("../withdrawal/withdrawal-commands.ts")),
  ...(await import("../withdrawal/withdrawal-desk-queries.ts")),
  ...(await import("./seen-queries.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
/** In a transaction of its own, as another request would be. */
let outside: <T>(work: () => T) => T;
/** Somebody else's connection: what it writes is there at once. */
let other: pg.Client;
/** A published dispute with two judged claims. */
const base = { disputeId: "", claimId: "", otherClaimId: "", sourceId: "" };
/** Who has written all that is published here, and could publish, being an editor: what others have written. */
const writer = actorFor("skrivr", "editor");
const MADE = { createdBy: writer.id };
/** Public from the moment at which it is written: nothing becomes so before the last entry of the log. */
const PUBLIC = {
  ...MADE,
  get publishedAt() {
    return new Date();
  },
};

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  outside = AsyncLocalStorage.snapshot();
  await app.madeUpImprint();
  await app.judgedDispute("exempel");
  const dispute = await app.db().dispute.findFirstOrThrow({
    include: { claims: { orderBy: { number: "asc" } }, sources: true },
  });
  Object.assign(base, {
    disputeId: dispute.id,
    claimId: dispute.claims[0]?.id,
    otherClaimId: dispute.claims[1]?.id,
    sourceId: dispute.sources[0]?.id,
  });
  await app.db().member.create({
    data: {
      ...{ id: writer.id, email: "skribent@exempel.example", name: "Testperson", role: "editor" },
      ...{ bylineSv: writer.byline.sv, bylineEn: writer.byline.en },
    },
  });
  other = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await other.connect();
});
afterAll(() => other.end());

/** A request about a party of its own, public unless it is said to be a draft. */
async function request(made: { publishedAt?: Date | null } = PUBLIC) {
  const partyId = await app.party(base.disputeId, PUBLIC);
  const { id } = await app.db().replyRequest.create({
    data: {
      ...{
        claimId: base.claimId,
        partyId,
        ...app.both("inSources", "Inget."),
        ...app.both("reasonNotAsked", "Ett skäl."),
      },
      ...{ ...MADE, ...made },
    },
  });
  return id;
}

interface Publication {
  /** The page of the desk by which it is published: the word that its form carries. */
  readonly page: () => Promise<string | undefined>;
  readonly publish: (seen: string, by?: Actor) => Promise<Result<unknown>>;
  readonly find: () => Promise<Shown<unknown> | null>;
}

const row = (table: SeenTable, id: string) => app.oneRow(table, id);
const LATER = new Date(Date.now() + 20 * 86_400_000);

/** How each command comes to have something to publish. */
const CASES: Record<string, () => Promise<Publication>> = {
  "amendment.publish": async () => {
    const { disputeId, sourceId } = base;
    const stands = await app.db().source.findUniqueOrThrow({ where: { id: sourceId } });
    const row = { ...rowSaid("Source", stands), disputeId, made: "2016" };
    const why = { sv: "Fel år.", en: "Wrong year." };
    const { id } = orThrow(await app.draftAmendment(writer, { table: "Source", rowId: sourceId, row, why }));
    return {
      page: async () => (await app.amendmentFor(editor, id))?.seen,
      publish: (seen, by = editor) => app.publishAmendment(by, { id, revision: 1, seen }),
      find: () => app.amendmentShown(id),
    };
  },
  "correction.publish": async () => {
    const { id } = await app.db().correction.create({
      data: {
        ...{
          disputeId: base.disputeId,
          claimId: base.claimId,
          wrongSince: new Date(),
          changesVerdict: false,
        },
        ...app.both("wrong", "Årtalet var fel."),
        ...app.both("found", "En läsare skrev."),
        ...MADE,
      },
    });
    return {
      page: async () => (await app.correctionFor(editor, id))?.seen,
      publish: (seen, by = editor) => app.publishCorrection(by, { id, revision: 1, seen }),
      find: row("Correction", id),
    };
  },
  "dispute.publish": async () => {
    const id = await app.draftOfEverything();
    return {
      page: async () => (await app.disputeToPublish(editor, id))?.seen,
      publish: (seen, by = editor) => app.publishDispute(by, { disputeId: id, seen }),
      find: () => app.disputeShown(id),
    };
  },
  "evidence.publish": async () => {
    const id = await app.passage(base.claimId, base.disputeId);
    return {
      page: async () => (await app.evidenceToPublish(editor, base.claimId)).get(id)?.seen,
      publish: (seen, by = editor) => app.publishEvidence(by, { ids: [id], seen }),
      find: () => app.evidenceShown([id]),
    };
  },
  "objection.publish-answer": async () => {
    const { id } = await app.db().objection.create({
      data: { claimId: base.claimId, target: "other", text: "Det stämmer inte alls.", language: "sv" },
    });
    await app.db().objectionOutcome.create({
      data: {
        ...{ objectionId: id, decision: "not_upheld", ...MADE },
        ...app.both("summary", "En läsare är av annan mening."),
        ...app.both("reason", "Källan säger det."),
      },
    });
    return {
      page: async () => (await app.objectionFor(editor, id))?.seen,
      publish: (seen, by = editor) => app.publishObjectionAnswer(by, { id, revision: 1, seen }),
      find: app.answerShown(id),
    };
  },
  "reply.ask": async () => {
    const id = await request({ publishedAt: null });
    await app.db().asking.create({
      data: {
        ...{
          requestId: id,
          askedAt: new Date(),
          deadline: LATER,
          channel: "e-post",
          question: "Stämmer det?",
        },
        ...{ sentTo: "part@exempel.example", ...MADE },
      },
    });
    return {
      page: async () => (await app.requestFor(editor, id))?.question?.seen,
      publish: (seen, by = editor) => app.ask(by, { id, revision: 1, token: randomUUID(), seen }),
      find: app.questionShown(id),
    };
  },
  "reply.decline": async () => {
    const requestId = await request();
    const reply = await app.db().reply.create({
      data: { requestId, text: "Om en tredje person.", language: "sv", receivedAt: new Date(), ...MADE },
    });
    const { id } = await app.db().declining.create({
      data: { requestId, replyId: reply.id, ...app.both("reason", "Det rör någon annan."), ...MADE },
    });
    return {
      page: async () => (await app.requestFor(editor, requestId))?.recorded[0]?.declining?.seen,
      publish: (seen, by = editor) => app.declineReply(by, { id, seen }),
      find: app.decliningShown(id),
    };
  },
  "reply.publish": async () => {
    const requestId = await request();
    const { id } = await app.db().reply.create({
      data: { requestId, text: "Det är fel.", language: "sv", receivedAt: new Date(), ...MADE },
    });
    const revision = async () =>
      (await app.requestFor(editor, requestId))?.recorded.find((answer) => answer.id === id)?.revision ?? 0;
    return {
      page: async () =>
        (await app.requestFor(editor, requestId))?.recorded.find((answer) => answer.id === id)?.seen,
      publish: async (seen, by = editor) => app.publishReply(by, { id, revision: await revision(), seen }),
      find: row("Reply", id),
    };
  },
  "reply.publish-request": async () => {
    const id = await request({ publishedAt: null });
    return {
      page: async () => (await app.requestFor(editor, id))?.seen,
      publish: (seen, by = editor) => app.publishReplyRequest(by, { id, revision: 1, seen }),
      find: row("ReplyRequest", id),
    };
  },
  "reply.publish-sent": async () => {
    const requestId = await request();
    const link = await app.db().replyLink.create({
      data: {
        ...{ requestId, tokenHash: randomUUID().replaceAll("-", "").repeat(2), expiresAt: LATER, ...MADE },
      },
    });
    const { id } = await app.db().submittedReply.create({
      data: { requestId, linkId: link.id, text: "Det är fel.", language: "sv", signedBy: "Kommunen" },
    });
    return {
      page: async () => (await app.requestFor(editor, requestId))?.sent[0]?.seen,
      publish: (seen, by = editor) => app.publishSentReply(by, { id, seen }),
      find: row("SubmittedReply", id),
    };
  },
  "snapshot.publish": async () => {
    const id = await app.copy(base.sourceId);
    return {
      page: async () => (await app.copyForDesk(editor, id))?.seen,
      publish: (seen, by = editor) => app.publishCopy(by, { id, seen }),
      find: row("Snapshot", id),
    };
  },
  "source.publish-withdrawal": async () => {
    const sourceId = await app.source(base.disputeId);
    await app.db().source.update({ where: { id: sourceId }, data: { publishedAt: new Date() } });
    const { id } = await app.db().sourceWithdrawal.create({
      data: { sourceId, ...app.both("reason", "Tidningen tog tillbaka den."), ...MADE },
    });
    return {
      page: async () => (await app.sourceWithdrawalFor(editor, sourceId))?.seen,
      publish: (seen, by = editor) => app.publishSourceWithdrawal(by, { id, seen }),
      find: row("SourceWithdrawal", id),
    };
  },
  "taint.clear": async () => {
    const { id: verdictId } = await app.db().verdict.findFirstOrThrow({
      where: { claimId: base.otherClaimId },
      orderBy: { version: "desc" },
    });
    const withdrawn = await app.db().sourceWithdrawal.create({
      data: {
        sourceId: base.sourceId,
        ...app.both("reason", "Återkallad."),
        ...PUBLIC,
        publishedAt: new Date(),
      },
    });
    const { id } = await app.db().clearance.create({
      data: {
        verdictId,
        cause: "source_withdrawn",
        causeId: withdrawn.id,
        ...app.both("reason", "Arkivet har orden."),
        ...MADE,
      },
    });
    return {
      page: async () =>
        (await app.taintsForDesk(editor, base.otherClaimId))?.proposed.find(({ ids }) => ids.includes(id))
          ?.seen,
      publish: (seen, by = editor) => app.clearTaint(by, { claimId: base.otherClaimId, ids: [id], seen }),
      find: app.clearancesShown([id]),
    };
  },
  "verdict.approve": async () => {
    const { id: claimId } = await app.db().claim.create({
      data: {
        ...{ slug: randomUUID(), disputeId: base.disputeId, kind: "fact", ...PUBLIC },
        number: 100 + (await app.db().claim.count()),
        wordings: {
          create: {
            ...{
              version: 1,
              ...app.both("text", "Något annat hände."),
              ...app.both("short", "Annat"),
            },
            ...{ ...app.both("restatedBy", "testet"), ...PUBLIC },
          },
        },
      },
    });
    const evidenceId = await app.passage(claimId, base.disputeId);
    const words = { sv: "Ingen handling visar det.", en: "No document shows it." };
    const content = {
      ...app.EMPTY_VERDICT,
      ...{ rating: "unproven" as const, conclusion: words, minute: [words], unknown: [words] },
      steps: [{ text: words, evidenceIds: [evidenceId] }],
      ...{ evidence: [{ id: evidenceId }], nothingForeseeable: words, conflictOfInterest: words },
    };
    const { id } = await app.db().verdictDraft.create({
      data: {
        ...{ claimId, content, authors: [writer.id], ...MADE },
        reviews: { create: { kind: "submitted", revision: 1, note: "", by: writer.id } },
      },
    });
    return {
      page: async () => (await app.verdictForDesk(editor, id, "sv"))?.seen,
      publish: (seen, by = editor) => app.approveVerdictDraft(by, { id, revision: 1, note: "", seen }),
      find: () => app.verdictShown(id),
    };
  },
  "address.publish": async () => {
    const { slug } = await app.db().claim.findUniqueOrThrow({ where: { id: base.claimId } });
    const { id } = await app.db().address.create({
      data: { table: "Claim", rowId: base.claimId, slug: `${slug}-ny`, previous: slug, ...MADE },
    });
    return {
      page: async () => (await app.addressFor(editor, "Claim", base.claimId))?.proposed?.seen,
      publish: (seen, by = editor) => app.publishAddress(by, { id, seen }),
      find: row("Address", id),
    };
  },
  "merge.publish": async () => {
    const fromId = await app.party(base.disputeId, PUBLIC);
    const intoId = await app.party(base.disputeId, PUBLIC);
    const { slug: previous } = await app.db().party.findUniqueOrThrow({ where: { id: fromId } });
    const words = { ...app.both("name", "Exempelby"), ...app.both("reason", "Samma by.") };
    const { id } = await app.db().merge.create({
      data: { table: "Party", fromId, intoId, previous, ...words, ...MADE },
    });
    return {
      page: async () => (await app.mergeFor(editor, "Party", fromId))?.proposed?.seen,
      publish: (seen, by = editor) => app.publishMerge(by, { id, seen }),
      find: row("Merge", id),
    };
  },
  "removal.publish-decision": async () => {
    const removal = await app.db().removal.create({
      data: {
        ...{
          table: "Source",
          rowId: base.sourceId,
          ground: "copyright",
          ...app.both("reason", "För mycket."),
        },
        ...PUBLIC,
        publishedAt: new Date(),
      },
    });
    const { id } = await app.db().removalDecision.create({
      data: { removalId: removal.id, outcome: "undone", ...app.both("reason", "Det går bra."), ...MADE },
    });
    return {
      page: async () => (await app.removalForDesk(editor, removal.id))?.proposed?.seen,
      publish: (seen, by = editor) => app.publishRemovalDecision(by, { id, seen }),
      find: row("RemovalDecision", id),
    };
  },
  "withdrawal.publish": async () => {
    const { id: verdictId } = await app.db().verdict.findFirstOrThrow({
      where: { claimId: base.claimId },
      orderBy: { version: "desc" },
    });
    const { id } = await app.db().withdrawal.create({
      data: { claimId: base.claimId, verdictId, ...app.both("reason", "Källan är inte äkta."), ...MADE },
    });
    return {
      page: async () => (await app.withdrawalFor(editor, base.claimId))?.withdrawal?.seen,
      publish: (seen, by = editor) => app.publishWithdrawal(by, { id, seen }),
      find: row("Withdrawal", id),
    };
  },
};

/** Commands that publish, and have no page that shows beforehand what they do. */
const WITHOUT_PAGE: Record<string, string> = {
  "verdict.publish": "no page gives it: the records the product ships with, and tests",
  "removal.take-down":
    "what its page shows is public, and changes for nobody; which row it was is in the form itself",
  "imprint.publish": "what it publishes stands in the form itself, with the version that it follows",
};

test("every command that publishes is tried below, or says why there is nothing to have read", () => {
  const publishing = Object.entries(COMMANDS).flatMap(([name, { publishes }]) => (publishes ? [name] : []));
  expect([...Object.keys(CASES), ...Object.keys(WITHOUT_PAGE)].sort()).toEqual(publishing.sort());
});

test("every command that publishes is tried below by whoever wrote what it publishes, or is one person's with the reason", () => {
  const publishing = Object.entries(COMMANDS).flatMap(([name, { publishes }]) => (publishes ? [name] : []));
  // A verdict that no page publishes says itself who has written it: it is tried by hand.
  const tried = [...Object.keys(CASES), "verdict.publish"];
  expect([...tried, ...Object.keys(ALONE)].sort()).toEqual(publishing.sort());
  expect(Object.values(ALONE).every((reason) => reason.length > 20)).toBe(true);
});

test("a verdict that no page publishes is published by nobody who is said to have written it", async () => {
  const verdict = { claimId: base.claimId } as Parameters<typeof app.publishVerdict>[1]["verdict"];
  expect(await app.publishVerdict(writer, { author: writer, verdict })).toMatchObject({
    reason: "author-cannot-approve",
  });
});

const TEXTS = [
  "excerpt",
  "textSv",
  "titleSv",
  "nameSv",
  "saysSv",
  "reasonSv",
  "wrongSv",
  "noteSv",
  "question",
  "whySv",
];
const MORE_TEXTS = ["value", "inSourcesSv", "bylineSv", "quote", "text", "channel", "note"];
/** One of two, and at the next change the other. */
const either = (column: string, type: string, one: string, two: string) =>
  `"${column}" = (CASE WHEN "${column}" = '${one}' THEN '${two}' ELSE '${one}' END)::"${type}"`;
/** What is changed in a row that has no words. */
const OTHERWISE: Partial<Record<SeenTable, string>> = {
  Party: either("kind", "PartyKind", "publication", "organisation"),
  Claim: either("kind", "ClaimKind", "prediction", "fact"),
  Interest: `"about" = NOT "about"`,
  Relation: either("kind", "RelationKind", "answers", "denies"),
  SourceEdge: either("kind", "SourceEdgeKind", "quotes", "based_on"),
  Snapshot: `"fileName" = coalesce("fileName", '') || 'x'`,
  Dispute: `"demonstration" = NOT "demonstration"`,
  Address: `"slug" = "slug" || 'x'`,
  ClaimFalsifier: `"createdBy" = "createdBy" || 'x'`,
  VerdictDraft: `"content" = jsonb_set("content", '{conclusion,sv}', to_jsonb("content" #>> '{conclusion,sv}' || ' OLÄST'))`,
  Review: `"note" = "note" || 'x'`,
  // What was received keeps its words (refuse_change_of_received).
  SubmittedReply: `"language" = "language" || 'x'`,
  Objection: `"language" = "language" || 'x'`,
};

const keyOf = ({ table, id }: SeenRow) => {
  if (table === "Asking") return `"requestId" = '${id}'`;
  if (table === "ObjectionOutcome") return `"objectionId" = '${id}'`;
  const [claim, falsifier] = id.split("/");
  return falsifier ? `"claimId" = '${claim}' AND "falsifierId" = '${falsifier}'` : `"id" = '${id}'`;
};

/** Changes one row, as somebody else would. False: the database lets nobody. */
async function change(seen: SeenRow): Promise<false | { readonly text: string | null }> {
  const text = [...TEXTS, ...MORE_TEXTS].find(
    (name) => typeof seen.row[name] === "string" && seen.row[name] !== "",
  );
  const set = OTHERWISE[seen.table] ?? `"${text}" = "${text}" || ' OLÄST'`;
  try {
    await other.query(`UPDATE "${seen.table}" SET ${set} WHERE ${keyOf(seen)}`);
    return { text: OTHERWISE[seen.table] ? null : (text ?? null) };
  } catch (error) {
    if (error instanceof pg.DatabaseError && /^BE|^42501$/.test(error.code ?? "")) return false;
    throw error;
  }
}

const rowsOf = async ({ find }: Publication) => app.rowsNow(((await find())?.which ?? {}) as Which);
const entries = () => app.db().logEntry.count();

/** What is published of an amendment is that its row says something else from then on. */
const asItIsToBe = (rows: readonly SeenRow[]) => (each: SeenRow) => {
  const of = rows.find(({ table, row }) => table === "Amendment" && row.rowId === each.id);
  return of ? { ...each, row: { ...each.row, ...Object(of.row.after) } } : each;
};

class TakenBack extends Error {}

describe.each(Object.entries(CASES))("%s", (_name, make) => {
  let it: Publication;
  const read = async () => {
    const seen = await it.page();
    if (!seen) throw new Error("The page shows nothing to publish");
    return seen;
  };

  // The history says who has written it.
  beforeAll(async () => {
    it = await app.transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('belagt.actor', ${writer.id}, true), set_config('belagt.command', 'test', true)`;
      return make();
    });
  });

  test("is refused to whoever has written what it publishes, and let through to a second person", async () => {
    const seen = await read();
    const before = await entries();
    const refusal = await it.publish(seen, writer);
    expect(refusal).toMatchObject({ ok: false });
    expect(refusal.ok || ["author-cannot-approve", "had-its-link"].includes(refusal.reason)).toBe(true);
    expect(await entries()).toBe(before);
    const undone = app.transaction(async () => {
      orThrow(await it.publish(seen));
      throw new TakenBack();
    });
    await expect(undone).rejects.toThrow(TakenBack);
  });

  test("holds every row that its page shows, and publishes them as they were seen", async () => {
    const rows = await rowsOf(it);
    expect(rows).not.toEqual([]);
    const seen = await read();
    const undone = app.transaction(async () => {
      orThrow(await it.publish(seen));
      for (const before of rows) {
        // Whoever would change the row takes this lock; it is not to be had, and of what never changes by nobody.
        const code = app.isNeverChanged(before.table) ? "42501" : "55P03";
        const asked = `SELECT 1 FROM "${before.table}" WHERE ${keyOf(before)} FOR NO KEY UPDATE NOWAIT`;
        await expect(other.query(asked), before.table).rejects.toMatchObject({ code });
      }
      const now = await app.rowsNow(
        Object.fromEntries(
          rows.map(({ table }) => [table, rows.filter((each) => each.table === table).map(({ id }) => id)]),
        ),
      );
      const words = (those: readonly SeenRow[]) =>
        those.map(
          ({
            row: {
              publishedAt,
              revision,
              askedAt,
              sentTo,
              closedAt,
              accepted,
              decidedBy,
              decidedAt,
              reasonNotAskedSv,
              reasonNotAskedEn,
              publisherSv,
              publisherEn,
              ...said
            },
          }) => said,
        );
      expect(words(now)).toEqual(words(rows.map(asItIsToBe(rows))));
      throw new TakenBack();
    });
    await expect(undone).rejects.toThrow(TakenBack);
  });

  test("refuses what was changed while it was on its way", async () => {
    const seen = await read();
    const before = await entries();
    const rows = await rowsOf(it);
    // Everybody who publishes waits for this lock first.
    await other.query("BEGIN; SELECT pg_advisory_xact_lock(7235001)");
    const publishing = outside(() => it.publish(seen));
    try {
      await until(async () => {
        const { rows: waiting } = await other.query(
          `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
        );
        return waiting.length > 0;
      });
      let changed = false;
      for (const each of rows.toReversed()) {
        await other.query("SAVEPOINT one");
        if (!changed && (await change(each))) changed = true;
        else await other.query("ROLLBACK TO SAVEPOINT one");
      }
      expect(changed).toBe(true);
    } finally {
      await other.query("COMMIT");
    }
    expect(await publishing).toMatchObject({ reason: "changed-since-read" });
    expect(await entries()).toBe(before);
  });

  test("refuses what was changed after its page was read, table by table, and says what it was and is", async () => {
    const before = await entries();
    const tables = new Map((await rowsOf(it)).map((each) => [each.table, each]));
    let seen = await read();
    let changed = 0;
    for (const each of tables.values()) {
      const made = await change(each);
      if (!made) continue;
      changed += 1;
      expect(await it.publish(seen), each.table).toMatchObject({ reason: "changed-since-read" });
      const since = await app.sinceSeen(seen, it.find);
      expect(since.changes).toMatchObject([{ table: each.table, id: each.id, kind: "changed" }]);
      const field = since.changes[0]?.fields.find((one) => one.field === made.text);
      // The history does not keep members' names.
      if (made.text && each.table !== "Member") expect(field?.before, made.text).toBeTypeOf("string");
      if (made.text) expect(field?.after).toMatch(/OLÄST$/);
      seen = since.seen;
    }
    expect(seen).toBe(await read());
    expect(changed).toBeGreaterThan(0);
    expect(await entries()).toBe(before);
  });

  test("publishes once it has been read again", async () => {
    const before = await entries();
    orThrow(await it.publish(await read()));
    expect(await entries()).toBeGreaterThan(before);
  });
});

describe("what comes to a dispute, or leaves it, while an editor reads", () => {
  const event = (disputeId: string, actorId: string, sourceId: string) =>
    app.db().event.create({
      data: {
        ...{ disputeId, actorId, sourceId, happened: "2020", ...MADE },
        ...app.both("text", "OLÄST: något hände."),
        ...app.both("short", "Något"),
      },
    });
  const dispute = async () => {
    const { id } = await app.db().dispute.create({ data: { slug: randomUUID(), ...MADE } });
    const partyId = await app.party(id);
    const sourceId = await app.source(id, partyId);
    return { id, partyId, sourceId, find: () => app.disputeShown(id) };
  };
  const readOf = async (id: string) => (await app.disputeToPublish(editor, id))?.seen ?? "";

  test("is told as new, with all its words, and as gone", async () => {
    const { id, partyId, sourceId, find } = await dispute();
    const first = await readOf(id);
    const { id: eventId } = await event(id, partyId, sourceId);
    expect(await app.publishDispute(editor, { disputeId: id, seen: first })).toMatchObject({
      reason: "changed-since-read",
    });
    const came = await app.sinceSeen(first, find);
    expect(came.changes).toMatchObject([{ table: "Event", id: eventId, kind: "new" }]);
    expect(came.changes[0]?.fields).toContainEqual({
      ...{ field: "textSv", before: null, after: "OLÄST: något hände." },
    });
    await app.db().event.delete({ where: { id: eventId } });
    const went = await app.sinceSeen(came.seen, find);
    expect(went.changes).toMatchObject([{ table: "Event", id: eventId, kind: "gone" }]);
    expect(went.changes[0]?.fields).toContainEqual({
      ...{ field: "textSv", before: "OLÄST: något hände.", after: null },
    });
    expect(await app.publishDispute(editor, { disputeId: id, seen: went.seen })).toMatchObject({ ok: true });
  });

  test("comes too late for what is being published: it is refused, or stays a draft", async () => {
    const { id, partyId, sourceId } = await dispute();
    const seen = await readOf(id);
    // What stands in for a slow moment: the sources have been looked through, and the edges between them have not.
    const held = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await held.connect();
    await held.query(`BEGIN; LOCK TABLE "SourceEdge" IN ACCESS EXCLUSIVE MODE`);
    const publishing = outside(() => app.publishDispute(editor, { disputeId: id, seen }));
    await until(async () => {
      const { rows } = await other.query(
        `SELECT 1 FROM pg_locks WHERE locktype = 'relation' AND NOT granted`,
      );
      return rows.length > 0;
    });
    await app.source(id, partyId);
    await held.query("COMMIT");
    await held.end();
    expect(await publishing).toMatchObject({ reason: "changed-since-read" });

    const undone = app.transaction(async () => {
      orThrow(await app.publishDispute(editor, { disputeId: id, seen: await readOf(id) }));
      const late = await outside(() => event(id, partyId, sourceId));
      expect(await app.db().event.findUnique({ where: { id: late.id } })).toMatchObject({
        publishedAt: null,
      });
      throw new TakenBack();
    });
    await expect(undone).rejects.toThrow(TakenBack);
  });

  test("published by somebody else meanwhile is told as that", async () => {
    const { id, partyId, sourceId, find } = await dispute();
    await event(id, partyId, sourceId);
    const seen = await readOf(id);
    orThrow(await app.publishDispute(editor, { disputeId: id, seen }));
    expect(await app.publishDispute(editor, { disputeId: id, seen })).toMatchObject({
      reason: "changed-since-read",
    });
    const { changes } = await app.sinceSeen(seen, find);
    expect([...new Set(changes.map(({ kind }) => kind))]).toEqual(["published"]);
  });
});

test("a word that no page made tells of nothing, or of so much and no more", async () => {
  const none = app.oneRow("Correction", randomUUID());
  const made = ["", ",", "x,Member 1 0000000000000000", `0,Letter ${randomUUID()} 0123456789abcdef`];
  for (const word of [...made, "x,".repeat(9_999)])
    expect((await app.sinceSeen(word, none)).changes, word.slice(0, 40)).toEqual([]);
  const many = Array.from({ length: 5_000 }, () => `Event ${randomUUID()} 0123456789abcdef`).join(",");
  expect((await app.sinceSeen(`0,${many}`, none)).changes).toHaveLength(100);
});

/** Asks again and again, for a moment. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("It did not come to that");
}
