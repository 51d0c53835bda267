/**
 * What is published is kept as it was said: every kind, by every command that publishes, and checked as anybody outside
 * could, from the document and the log alone.
 */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { administrator, editor, journalist, otherEditor } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { COMMANDS } from "../../core/command.fixture.ts";
import { canonicalJson, contentHash, textHash } from "../../core/content-hash.ts";
import { orThrow } from "../../core/result.ts";
import { newToken } from "../../desk/auth/token.ts";
import { rowSaid } from "../amending/amending-row.ts";
import { asFirstPublished, toldOf } from "../amendment/amendment.ts";
import { frozenVerdict } from "../verdict/verdict-schema.ts";
import { documentOf, PUBLICATIONS, PUBLISHED_ROWS, type Publication } from "./publication-schema.ts";
import { ENTRY_TYPES, firstBrokenEntry } from "./record-log.ts";

const NOW = new Date("2026-11-24T09:00:00Z");
standAt(NOW);
const both = (text: string) => ({ sv: text, en: `${text} (in English)` });

const load = async () => ({
  ...(await import("../../../e2e/fixtures/judged-dispute.ts")),
  ...(await import("../../core/db.ts")),
  ...(await import("../../desk/job/job-actor.ts")),
  ...(await import("../amending/amending-commands.ts")),
  ...(await import("../amendment/amendment-queries.ts")),
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
let app: Awaited<ReturnType<typeof load>>;
let those: Awaited<ReturnType<typeof app.quotedDispute>>;

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.seed(NOW);
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
  those = await app.quotedDispute({
    ...{ slug: "exempel", url: "https://sida.example/1", text },
    quotes: ["Kommunen betalade tre hushålls hyra"],
  });
});

const only = async <T>(rows: Promise<readonly T[]>): Promise<T> => {
  const [row] = await rows;
  if (!row) throw new Error("There is none");
  return row;
};

const saidOf = async (sourceId: string) =>
  rowSaid("Source", await app.db().source.findUniqueOrThrow({ where: { id: sourceId } }));

/** Each command that publishes, given once; and what the worker enters in the log by itself. */
const GIVEN: Readonly<Record<string, () => Promise<unknown>>> = {
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
    const given = { at: NOW, tokenSha256: "a".repeat(64), trusted: true };
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
    const look = { sourceId: those.sourceId, askedAt: NOW, findings, copy: null };
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
    return orThrow(await app.ask(editor, { id, revision: 1, token: TOKEN }));
  },
  "reply.publish-sent": async () => {
    const sent = { token: TOKEN, text: "Nej.", language: "sv", signedBy: "Testperson" };
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
      received: NOW,
    };
    const { id } = orThrow(await app.recordReply(journalist, { requestId: asking.requestId, reply }));
    const revision = app.savedAs(await app.db().reply.findUniqueOrThrow({ where: { id } }));
    return orThrow(await app.publishReply(editor, { id, revision }));
  },
  "reply.decline": async () => {
    const { requestId } = await app.db().asking.findFirstOrThrow({ where: { publishedAt: { not: null } } });
    const reply = { text: "Om en tredje person.", language: "sv", way: "letter" as const, received: NOW };
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
const TOKEN = newToken();

const kept = async () => {
  const log = await app.readLog();
  const documents = await app.db().publicationDocument.findMany({ orderBy: { seq: "asc" } });
  return log.map((entry) => ({ entry, kept: documents.find(({ seq }) => seq === entry.seq) }));
};

describe("every command that publishes", () => {
  test("is given here", () => {
    const meant = Object.entries(COMMANDS).flatMap(([name, { publishes }]) => (publishes ? [name] : []));
    expect(meant.filter((name) => !(name in GIVEN))).toEqual([]);
  });

  test.each(Object.entries(GIVEN))("%s leaves an entry and its document", async (_, give) => {
    const before = await app.db().logEntry.count();
    await give();
    const after = await kept();
    for (const { entry, kept: document } of after.slice(before)) {
      expect(textHash(document?.document ?? "")).toBe(entry.contentHash);
    }
  });

  test("and together they are all kinds", async () => {
    expect([...new Set((await kept()).map(({ entry }) => entry.type))].sort()).toEqual(
      [...ENTRY_TYPES].sort(),
    );
  });
});

describe("what is kept", () => {
  test("is what each entry has the hash of, under the version of its kind, and the chain holds", async () => {
    const all = await kept();
    expect(firstBrokenEntry(all.map(({ entry }) => entry))).toBeNull();
    for (const { entry, kept: document } of all) {
      const said = JSON.parse(document?.document ?? "null");
      expect(canonicalJson(said)).toBe(document?.document);
      expect(PUBLICATIONS[entry.type].document.parse(said)).toEqual(said);
      expect({
        hash: contentHash(said),
        version: document?.schemaVersion,
        at: said.publishedAt,
        type: document?.type,
      }).toEqual({
        hash: entry.contentHash,
        version: PUBLICATIONS[entry.type].version,
        at: entry.at,
        type: entry.type,
      });
    }
  });

  const delegates = () => app.db() as unknown as Record<string, { findMany(): Promise<Row[]> }>;
  type Row = Readonly<Record<string, unknown>>;
  const told = async () =>
    (await kept()).flatMap(({ entry, kept: document }) =>
      entry.type === "verdict.published"
        ? []
        : Object.entries<Row[]>(JSON.parse(document?.document ?? "{}").rows).map(([table, rows]) => ({
            table,
            rows,
          })),
    );

  test("is what the rows say, and no row is public that no document has", async () => {
    const documents = await told();
    const moves = await app.db().address.findMany({ orderBy: { id: "desc" } });
    const first = new Map<string, object>(moves.map(({ rowId, previous }) => [rowId, { slug: previous }]));
    // What was moved by a merge was published under the weaker: the document says which rows.
    for (const { entry, kept: document } of await kept()) {
      if (entry.type !== "merge.published") continue;
      const { about, rows } = PUBLICATIONS["merge.published"].document.parse(
        JSON.parse(document?.document ?? "{}"),
      );
      for (const { column, id } of about.moved)
        first.set(id, { ...first.get(id), [column]: rows.merge?.[0]?.fromId });
    }
    const amended = Map.groupBy(
      (await app.db().amendment.findMany()).map(({ before, after, ...row }) => ({
        ...row,
        publishedAt: row.publishedAt ?? NOW,
        before: toldOf(app.columnsIn(before)),
        after: toldOf(app.columnsIn(after)),
      })),
      ({ rowId }) => rowId,
    );
    for (const [table, shape] of Object.entries(PUBLISHED_ROWS)) {
      const all = (await delegates()[table]?.findMany()) ?? [];
      // A fact (an attestation, a fault) goes on changing after it was told; a row that is published does not.
      const isFact = !("publishedAt" in shape.shape);
      // What has a next version has been published as it was first; each next version has a document of its own.
      const rows = all
        .filter(({ publishedAt }) => isFact || publishedAt !== null)
        .map((each) => asFirstPublished(each, amended.get(String(each.id)) ?? []))
        // What has another address was published under the first it had.
        .map((each) => shape.parse({ ...each, ...first.get(String(each.id)) }));
      const said = documents.filter((each) => each.table === table).flatMap((each) => each.rows);
      const lines = (those: readonly unknown[]) =>
        [...new Set(those.map((each) => canonicalJson(each)))].sort();
      if (table === "blobFault") expect(said.map(({ mendedAt }) => mendedAt === null)).toEqual([true, false]);
      else expect([table, lines(said)]).toEqual([table, lines(rows)]);
      expect([table, said.length > 0]).toEqual([table, !NEVER_HERE.includes(table)]);
    }
  });
  /** Of these the made-up disputes have none. */
  const NEVER_HERE = ["partyIdentifier", "falsifierState"];

  test("has nothing that is the desk's own", async () => {
    const all = (await kept()).map(({ kept: document }) => document?.document ?? "").join("\n");
    for (const word of [
      "createdBy",
      "revision",
      "hemligt-namn",
      "registrator@",
      "Läsarens egna",
      journalist.id,
    ])
      expect([word, all.includes(word)]).toEqual([word, false]);
  });
});

/** What of a column is not published, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  createdBy: "who wrote it is the desk's",
  createdAt: "when a draft was begun is the desk's",
  revision: "how often it was saved is the desk's",
  fileName: "what a file was called may name somebody",
  sentTo: "an e-mail address, forgotten when the question is put",
  prefix: "somebody else's words around a quotation, shown only as far as the copy may be",
  suffix: "as prefix",
  otherPlaces: "worked out of the copy's text, of which the public may see a part",
  concerns:
    "what was found when the copy was taken, said beside it wherever it is used; the reason for a quotation is published",
  lookAt: "of a file as it was read, for whoever looks at it before it is shown",
  lookedAt: "when somebody at the desk looked; what is shown then is published by its hash",
  earliest: "worked out of the date",
  latest: "worked out of the date",
  state: "of an attestation: only what was given is told",
  job: "an archive's own name of a job",
  problem: "why there is none yet",
  requestedAt: "when it was asked for",
};
/** Published by a document of its own (verdict.published), or no row of the record. */
const NO_ROWS = ["Verdict"];

describe("the columns of what is published", () => {
  test("are each in its document, or left out for a reason", async () => {
    const columns = await app.db().$queryRaw<{ table: string; column: string }[]>`
      SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
       WHERE c.table_schema = 'public'
         AND (c.table_name IN ('Timestamp', 'OutsideCopy', 'BlobFault') OR EXISTS (
           SELECT FROM information_schema.columns p
            WHERE p.table_schema = 'public' AND p.table_name = c.table_name AND p.column_name = 'publishedAt'))`;
    const nameOf = (table: string) => table.charAt(0).toLowerCase() + table.slice(1);
    const shapes: Readonly<Record<string, z.ZodObject>> = PUBLISHED_ROWS;
    const undecided = columns.filter(({ table, column }) => {
      const shape = shapes[nameOf(table)]?.shape ?? {};
      return !NO_ROWS.includes(table) && !(column in shape) && !(column in LEFT_OUT);
    });
    // A new column: name it in publication-schema.ts and raise the version of the kinds it is in, or leave it out here.
    expect(undecided).toEqual([]);
  });
});

interface Shape {
  readonly shape: string;
  readonly document: Record<string, unknown> & { readonly publishedAt: string };
}
const shapes: Readonly<Record<string, Readonly<Record<string, Shape>>>> = JSON.parse(
  readFileSync(new URL("./publication-shapes.json", import.meta.url), "utf8"),
);

/** As the database gives it: with columns that are not published, and moments as dates. */
const asRow = (row: Readonly<Record<string, unknown>>) => ({
  ...Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      /(At|Since|^deadline|^at)$/.test(name) ? new Date(String(value)) : value,
    ]),
  ),
  ...{ createdBy: "någon", revision: 3, aColumnOfLater: "x" },
});

/**
 * A change of a shape fails here until its version is raised and stands in publication-shapes.json as one more; those that
 * are there stay. (A new version of zod may put a shape in other words: then the digests alone are renewed.)
 */
describe.each(ENTRY_TYPES)("the document of %s", (type) => {
  const { version, document } = PUBLICATIONS[type];
  const fixed = shapes[type]?.[version];
  const isVerdict = type === "verdict.published";

  test("has the shape that its version has always had", () => {
    const shape = z.toJSONSchema(isVerdict ? frozenVerdict : document, { io: "output" });
    expect(contentHash(shape)).toBe(fixed?.shape);
  });

  test("is the one that was fixed", () => {
    if (!fixed) throw new Error(`Version ${version} of ${type} is not in publication-shapes.json`);
    const said: Record<string, unknown> = fixed.document;
    const rows = Object.entries((said.rows ?? {}) as Record<string, Record<string, unknown>[]>);
    const given = isVerdict
      ? { type, subject: (said.claim as { slug: string }).slug, version: said.version, frozen: said }
      : { ...said, rows: Object.fromEntries(rows.map(([table, each]) => [table, each.map(asRow)])) };
    expect(documentOf(given as unknown as Publication, new Date(fixed.document.publishedAt))).toEqual({
      schemaVersion: version,
      document: isVerdict ? frozenVerdict.parse(said) : said,
    });
  });
});

describe("what is not a publication", () => {
  const at = new Date("2026-11-30T03:00:00.000Z");
  const row = () =>
    shapes["withdrawal.published"]?.[1]?.document as unknown as Extract<
      Publication,
      { type: "withdrawal.published" }
    >;
  const changed = (withdrawal: readonly object[], more: object = {}) =>
    documentOf({ ...row(), rows: { withdrawal, ...more } } as unknown as Publication, at);
  const first = () => row().rows.withdrawal?.[0] ?? {};

  test.each([
    ["nothing", () => changed([])],
    ["a draft", () => changed([{ ...first(), publishedAt: null }])],
    ["a row of another moment", () => changed([{ ...first(), publishedAt: new Date(at.getTime() - 1) }])],
    ["a row that lacks a field", () => changed([{ ...first(), reasonEn: undefined }])],
    ["rows of another kind", () => changed([first()], { reply: [first()] })],
    [
      "a verdict that the log calls another",
      () =>
        documentOf(
          {
            type: "verdict.published",
            subject: "annat",
            version: 1,
            frozen: shapes["verdict.published"]?.[PUBLICATIONS["verdict.published"].version]?.document ?? {},
          },
          at,
        ),
    ],
  ])("is refused: %s", (_, make) => expect(make).toThrow());
});

describe("the database", () => {
  const sql = (text: string) => app.db().$executeRawUnsafe(text);

  test("takes no entry without its document, and none with another", async () => {
    const next = (
      contentHash: string,
    ) => `INSERT INTO "LogEntry" ("seq", "at", "type", "subject", "contentHash", "previousHash", "hash")
      SELECT "seq" + 1, "at", 'reply.published', 'x', '${contentHash}', "hash", 'x' FROM "LogEntry" ORDER BY "seq" DESC LIMIT 1`;
    const keep = (document: string, hash: string, carriedOver = false) => `INSERT INTO "PublicationDocument"
      SELECT max("seq"), 'reply.published', 1, '${document}', '${hash}', ${carriedOver} FROM "LogEntry"`;
    const attempt = (...statements: string[]) =>
      app.transaction(async () => {
        for (const each of statements) await sql(each);
        await sql("SET CONSTRAINTS ALL IMMEDIATE");
        throw new Error("taken");
      });
    const hash = textHash("{}");
    await expect(attempt(next(hash))).rejects.toThrow(/has no document/);
    await expect(attempt(next(hash), keep("{ }", hash))).rejects.toThrow(/PublicationDocument_hash/);
    await expect(attempt(next(hash), keep("{ }", textHash("{ }")))).rejects.toThrow(/not the one/);
    await expect(attempt(next(hash), keep("{}", hash, true))).rejects.toThrow(/not the one/);
    await expect(attempt(next(hash), keep("{}", hash))).rejects.toThrow("taken");
  });
});
