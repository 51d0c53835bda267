/**
 * The next version of a published row, of every table that has such: written by one, published by another, kept with what
 * stood before. What the commands refuse, and what the database refuses whoever asks.
 */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { labelsOf } from "../../../components/desk/form/field-spec.ts";
import {
  amendmentForm,
  amendmentHidden,
  publicChoices,
} from "../../../components/record/amending/amending-form.ts";
import { ownDatabase, ownerUrl } from "../../../e2e/fixtures/own-database.ts";
import { contributor, editor, journalist, otherEditor } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { SWEDISH_FRAME } from "../../core/date-words/date-words-read.ts";
import { orThrow } from "../../core/result.ts";
import { parseFields } from "../../desk/form/form-schema.ts";
import {
  AMENDABLE,
  AMENDABLE_TABLES,
  type AmendableTable,
  asFirstPublished,
} from "../amendment/amendment.ts";
import { rowSaid } from "./amending-row.ts";
import { amendmentOf, ROW_SCHEMAS } from "./amending-schema.ts";

const SEEDED = new Date("2026-11-24T09:00:00Z");
standAt(new Date("2026-11-25T09:00:00Z"));
let minutes = 0;
const next = () => new Date(Date.UTC(2026, 10, 25, 9, ++minutes));

const load = async () => ({
  ...(await import("../../../prisma/seed/seed.ts")),
  ...(await import("../../core/db.ts")),
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../recheck/recheck.fixture.ts")),
  ...(await import("../source/source-commands.ts")),
  ...(await import("../record-log/record-log-queries.ts")),
  ...(await import("../dispute/dispute-desk-queries.ts")),
  ...(await import("./amending-commands.ts")),
  ...(await import("./amending-desk-queries.ts")),
  ...(await import("../amendment/amendment-queries.ts")),
  ...(await import("../amendment/amendment-stood-queries.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let owner: pg.Client;
let quoted: Awaited<ReturnType<typeof app.quotedDispute>>;

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
const rowOf = async (table: AmendableTable, id: string): Promise<Row> => {
  const { rows } = await owner.query(`SELECT to_jsonb(t) AS row FROM "${table}" t WHERE t."id" = $1`, [id]);
  return rows[0]?.row;
};
/** The first row of each table, in the dispute that the product ships with. */
const first: Partial<Record<AmendableTable, string>> = {};
const idOf = (table: AmendableTable) => first[table] ?? "";

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.seed(SEEDED);
  await app.madeUpImprint();
  quoted = await app.quotedDispute({
    ...{ slug: "exempel", url: "https://sida.example/1" },
    text: "Nämnden svarade. Kommunen betalade tre hushålls hyra i sex månader. Nämnden svarade igen.",
    quotes: ["Kommunen betalade tre hushålls hyra"],
  });
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const party = await app.db().partyRole.findFirstOrThrow({ orderBy: { id: "asc" } });
  await app.db().partyIdentifier.create({
    data: {
      ...{ partyId: party.partyId, scheme: "wikidata", value: "Q4242", createdBy: "somebody" },
      publishedAt: new Date(),
    },
  });
  for (const table of AMENDABLE_TABLES) {
    const { rows } = await owner.query(
      `SELECT "id" FROM "${table}" WHERE "publishedAt" IS NOT NULL ORDER BY "id" LIMIT 1`,
    );
    first[table] = rows[0]?.id;
  }
});
afterAll(() => owner.end());

const WHY = { sv: "Källan har ett annat.", en: "The source has another." };

/** What is said of a row instead, read by the noun's own schema as a form is. */
async function amendment<T extends AmendableTable>(table: T, rowId: string, changes: object, why = WHY) {
  const row = ROW_SCHEMAS[table].parse({ ...rowSaid(table, await rowOf(table, rowId)), ...changes });
  return { table, rowId, row, why } as Parameters<typeof app.draftAmendment>[1];
}
const drafted = async (table: AmendableTable, rowId: string, changes: object) => {
  const { id } = orThrow(await app.draftAmendment(journalist, await amendment(table, rowId, changes)));
  return { id, revision: 1 };
};
const amend = async (table: AmendableTable, rowId: string, changes: object) =>
  orThrow(await app.publishAmendment(editor, await drafted(table, rowId, changes), next()));

/** Two changes of each, one after the other. */
const CHANGES: { readonly [T in AmendableTable]: readonly [object, object] } = {
  Party: [{ kind: "organisation" }, { kind: "publication" }],
  PartyRole: [
    { side: "other", held: "2019-11~" },
    { title: { sv: "ägare", en: "owner" }, held: null },
  ],
  PartyIdentifier: [{ value: "Q4243" }, { scheme: "organisation_number", value: "212000-1234" }],
  Claim: [{ kind: "opinion" }, { kind: "prediction" }],
  Interest: [{ gainsIf: "neither", about: false }, { about: true }],
  Appearance: [
    { happened: "2019-10-01~", known: "2019-10-02", quote: "Andra ord.", quoteLanguage: "sv" },
    { happened: "2018/2019", dateNote: { sv: "på kvällen", en: "in the evening" } },
  ],
  Relation: [{ kind: "narrows" }, { kind: "supports" }],
  Source: [
    { title: { sv: "En annan titel", en: "Another title" }, made: "2019-11-01" },
    { url: "https://annan.example/", note: { sv: "Ny not.", en: "New note." }, public: null },
  ],
  SourceEdge: [{ kind: "quotes" }, { kind: "press_release_of" }],
  Evidence: [
    { stance: "context", note: { sv: "Annan not.", en: "Other note." } },
    { excerptLanguage: "en", stance: "supports" },
  ],
  Falsifier: [
    { text: { sv: "Avtalet.", en: "The contract." } },
    { heldBy: { sv: "Exempelby", en: "Exempelby" } },
  ],
  Event: [
    { text: { sv: "Mötet hölls.", en: "The meeting was held." }, happened: "2019-09" },
    { short: { sv: "Mötet", en: "The meeting" }, known: "2019-10-01" },
  ],
};

describe.each(AMENDABLE_TABLES)("a published row of %s", (table) => {
  test("has its next version, and one more; what stood is kept, and going back gives the first", async () => {
    const id = idOf(table);
    const began = await rowOf(table, id);
    for (const changes of CHANGES[table]) await amend(table, id, changes);
    const now = await rowOf(table, id);
    const rows = await app
      .db()
      .amendment.findMany({ where: { table, rowId: id }, orderBy: { version: "asc" } });
    expect(rows.map(({ version }) => version)).toEqual([1, 2]);
    const all = rows.flatMap(({ before, after, publishedAt, ...row }) =>
      publishedAt
        ? [{ ...row, publishedAt, before: app.columnsIn(before), after: app.columnsIn(after) }]
        : [],
    );
    expect(asFirstPublished(now, all)).toEqual(began);
    // Nothing but what it says has changed, and the row is public since it was.
    const may: readonly string[] = AMENDABLE[table];
    const others = (row: Row) => Object.entries(row).filter(([name]) => !may.includes(name));
    expect(others(now)).toEqual(others(began));
    expect(rowSaid(table, now)).toMatchObject(CHANGES[table][1]);
    // The log tells of each, and has both.
    const entries = await app.db().logEntry.findMany({
      where: { type: "fact.corrected" },
      orderBy: { seq: "desc" },
      take: 2,
      include: { document: true },
    });
    expect(entries.map(({ at }) => at)).toEqual(rows.map(({ publishedAt }) => publishedAt).reverse());
    const [said] = JSON.parse(entries[0]?.document?.document ?? "{}").rows.amendment;
    expect(said).toMatchObject({ table, rowId: id, version: 2, whySv: WHY.sv });
    for (const untold of ["earliest", "latest", "prefix", "suffix"])
      expect(said.before).not.toHaveProperty(untold);
    const [view, before] = await app.amendmentsOf({ rowIds: [id] }, null);
    expect([view?.version, view?.since, before?.since]).toEqual([
      ...[2, before?.publishedAt, new Date(String(began.publishedAt)).toISOString()],
    ]);
    expect(view?.changes.length).toBeGreaterThan(0);
  });
});

describe.each(AMENDABLE_TABLES)("the form of %s at the desk", (table) => {
  test("says all of the row, and sent as it came it changes nothing; what it asks may change", async () => {
    const id = idOf(table);
    const row = await app.rowToAmend(journalist, table, id);
    const choices = row && (await app.choicesOf(journalist, row.disputeId));
    if (!row || !choices) throw new Error(`No ${table} to correct`);
    const fields = amendmentForm(
      table,
      { ...publicChoices(choices), frame: SWEDISH_FRAME, bodies: [] },
      "sv",
    );
    const { $dispute, ...hidden } = amendmentHidden(row, fields);
    expect($dispute).toBe(row.disputeId);
    const asked = Object.keys(labelsOf(fields));
    // A field that may change and is not asked for could not be corrected.
    const said = Object.keys(row.fields).filter((name) => !(name in hidden));
    expect(said.filter((name) => !asked.includes(name))).toEqual([]);
    const may: readonly string[] = AMENDABLE[table];
    const kept = Object.keys(hidden).map((name) => name.replace(/^row\./, ""));
    expect(kept.filter((name) => may.includes(name) || may.includes(`${name}Sv`))).toEqual([]);
    const sent = Object.fromEntries([
      ...Object.entries(hidden).map(([name, value]) => [name, [value]]),
      ...said.map((name) => [name, row.fields[name] ?? []]),
      ...Object.entries(WHY).map(([language, words]) => [`why.${language}`, [words]]),
    ]);
    const parsed = parseFields(amendmentOf(table), sent);
    expect(parsed).toMatchObject({ ok: true });
    if (!parsed.ok) return;
    expect(await app.draftAmendment(journalist, parsed.value as never)).toMatchObject({
      reason: "nothing-changed",
    });
    expect(await app.rowToAmend(contributor, table, id)).toBeNull();
  });
});

describe("a draft amendment", () => {
  test("is a journalist's, of a published row, of that row and no other, and of something else than what stands", async () => {
    const id = idOf("Source");
    const other = { title: { sv: "Tredje titeln", en: "The third title" } };
    expect(await app.draftAmendment(contributor, await amendment("Source", id, other))).toMatchObject({
      reason: "not-allowed",
    });
    expect(await app.draftAmendment(journalist, await amendment("Source", id, {}))).toMatchObject({
      reason: "nothing-changed",
    });
    const elsewhere = { ...other, disputeId: quoted.disputeId };
    expect(await app.draftAmendment(journalist, await amendment("Source", id, elsewhere))).toMatchObject({
      reason: "unknown-reference",
    });
    const own = await amendment("Source", id, other);
    const draft = orThrow(
      await app.addSource(journalist, { ...(own.row as Parameters<typeof app.addSource>[1]) }),
    );
    expect(await app.draftAmendment(journalist, { ...own, rowId: draft.id })).toMatchObject({
      reason: "unknown-reference",
    });
    // Nothing public names a draft, nor another dispute's.
    const appearance = await amendment("Appearance", idOf("Appearance"), { sourceId: draft.id });
    expect(await app.draftAmendment(journalist, appearance)).toMatchObject({
      ...{ reason: "reference-not-public", field: "row.sourceId" },
    });
    const stray = await amendment("Appearance", idOf("Appearance"), { sourceId: quoted.sourceId });
    expect(await app.draftAmendment(journalist, stray)).toMatchObject({ reason: "reference-not-public" });
  });

  test("is one at a time, is changed by who began from what stands there, and goes when it is thrown away", async () => {
    const id = idOf("Source");
    const ref = await drafted("Source", id, { language: "en" });
    const more = await amendment("Source", id, { language: "fi" });
    expect(await app.draftAmendment(journalist, more)).toMatchObject({ reason: "amendment-begun" });
    const all = await Promise.all(
      Array.from({ length: 20 }, () => app.reviseAmendment(journalist, { ...ref, amendment: more })),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(all.filter((result) => !result.ok && result.reason === "stale")).toHaveLength(19);
    expect(await app.discardAmendment(journalist, ref)).toMatchObject({ reason: "stale" });
    expect(await app.discardAmendment(journalist, { ...ref, revision: 2 })).toMatchObject({ ok: true });
    expect((await rowOf("Source", id)).language).not.toBe("fi");
  });

  test("is published by somebody else, whole in both languages, once, as it was read", async () => {
    const id = idOf("Source");
    const own = orThrow(
      await app.draftAmendment(
        otherEditor,
        await amendment("Source", id, { language: "de" }, { sv: "Fel.", en: "" }),
      ),
    );
    const ref = { id: own.id, revision: 1 };
    expect(await app.publishAmendment(journalist, ref)).toMatchObject({ reason: "not-allowed" });
    expect(await app.publishAmendment(otherEditor, ref)).toMatchObject({ reason: "author-cannot-approve" });
    expect(await app.publishAmendment(editor, ref)).toMatchObject({ reason: "half-translated" });
    const whole = await amendment("Source", id, { language: "de", title: { sv: "Bara svenska", en: "" } });
    orThrow(await app.reviseAmendment(journalist, { ...ref, amendment: whole }));
    expect(await app.publishAmendment(editor, ref)).toMatchObject({ reason: "stale" });
    expect(await app.publishAmendment(editor, { ...ref, revision: 2 })).toMatchObject({
      reason: "half-translated",
    });
    const both = await amendment("Source", id, { language: "de" });
    orThrow(await app.reviseAmendment(journalist, { ...ref, revision: 2, amendment: both }));
    const twice = await Promise.all(
      [1, 2].map(() => app.publishAmendment(editor, { ...ref, revision: 3 }, next())),
    );
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(twice.find(({ ok }) => !ok)).toMatchObject({ reason: "already-published" });
    expect((await rowOf("Source", id)).language).toBe("de");
  });
});

describe("what depends on other things", () => {
  test("is checked as for a first publication: a quotation stands in its copy, or the reader is told why not", async () => {
    const [id = ""] = quoted.evidenceIds;
    const draft = async (changes: object) =>
      app.draftAmendment(journalist, await amendment("Evidence", id, changes));
    expect(await draft({ excerpt: "ord som inte står där" })).toMatchObject({ reason: "quote-not-in-copy" });
    const unchecked = { sv: "På en bild.", en: "In a picture." };
    const { id: draftId } = orThrow(await draft({ excerpt: "ord som inte står där", unchecked }));
    orThrow(await app.discardAmendment(journalist, { id: draftId, revision: 1 }));
    await amend("Evidence", id, { excerpt: "tre hushålls hyra i sex månader" });
    const row = await rowOf("Evidence", id);
    expect(row).toMatchObject({ snapshotId: quoted.snapshotId, uncheckedSv: "", page: 1 });
    // Only what is changed changes: the words stand where they stood.
    await amend("Evidence", id, { note: { sv: "Ny.", en: "New." } });
    expect(await rowOf("Evidence", id)).toMatchObject({ charStart: row.charStart, prefix: row.prefix });
  });

  test("no party belongs to itself, and no event is placed by itself", async () => {
    const part = await app.db().party.findFirstOrThrow({ where: { partOfId: { not: null } } });
    const loop = await amendment("Party", part.partOfId ?? "", { partOfId: part.id });
    expect(await app.draftAmendment(journalist, loop)).toMatchObject({ reason: "part-of-itself" });
    const event = await amendment("Event", idOf("Event"), { beforeId: idOf("Event") });
    expect(await app.draftAmendment(journalist, event)).toMatchObject({ reason: "placed-by-itself" });
  });
});

describe("the database, to its owner", () => {
  /** One transaction, to its end; the code of what refused it. */
  const attempt = async (...statements: string[]): Promise<string> => {
    await owner.query("BEGIN");
    try {
      for (const statement of statements) await owner.query(statement);
      await owner.query("COMMIT");
      return "taken";
    } catch (error) {
      await owner.query("ROLLBACK");
      return error instanceof pg.DatabaseError ? (error.code ?? "") : String(error);
    }
  };
  const columns = AMENDABLE.Source;
  const part = (change = "{}") => `amendable_part('Source', to_jsonb(t) || '${change}')`;
  interface Forged {
    readonly before?: string;
    readonly after?: string;
    readonly version?: string;
  }
  const VERSION = `(SELECT 1 + count(*) FROM "Amendment" a WHERE a."rowId" = t."id")`;
  const forge = ({ before = part(), after = part('{"language":"fr"}'), version = VERSION }: Forged = {}) =>
    `INSERT INTO "Amendment" ("id", "table", "rowId", "disputeId", "version", "before", "after", "whySv", "whyEn", "createdBy", "publishedAt")
     SELECT gen_random_uuid(), 'Source', t."id", t."disputeId", ${version}, ${before}, ${after}, 'x', 'x', 'x', (SELECT max("at") FROM "LogEntry")
       FROM "Source" t WHERE t."id" = '${idOf("Source")}'`;
  const set = (what: string) => `UPDATE "Source" SET ${what} WHERE "id" = '${idOf("Source")}'`;
  /** The newest entry of the log is of a correction: what is forged stands at its moment. */
  const told = () => amend("Event", idOf("Event"), { paragraph: minutes + 1 });

  test("changes a row with its amendment, and not without", async () => {
    await told();
    const language = (await rowOf("Source", idOf("Source"))).language;
    expect(await attempt(set(`"language" = 'fr'`))).toBe("BE001");
    expect(await attempt(forge())).toBe("BE022");
    expect(await attempt(forge(), set(`"language" = 'es'`))).toBe("BE001");
    expect(await attempt(forge(), set(`"language" = 'fr', "createdBy" = 'x'`))).toBe("BE001");
    expect(await attempt(forge(), set(`"language" = 'fr', "publishedAt" = now()`))).toBe("BE001");
    expect(await attempt(set(`"language" = 'fr'`), forge())).toBe("BE001");
    expect(await attempt(forge({ before: part('{"language":"nn"}') }), set(`"language" = 'fr'`))).toBe(
      "BE021",
    );
    expect(await attempt(forge({ version: "1" }), set(`"language" = 'fr'`))).toBe("BE021");
    expect(await attempt(forge({ version: `${VERSION} + 1` }), set(`"language" = 'fr'`))).toBe("BE021");
    expect(await attempt(forge({ after: `${part('{"language":"fr"}')} - 'made'` }))).toBe("BE020");
    expect(await attempt(forge({ after: `${part('{"language":"fr"}')} || '{"disputeId": null}'` }))).toBe(
      "BE020",
    );
    expect(await attempt(forge({ after: part() }))).toBe("23514");
    expect((await rowOf("Source", idOf("Source"))).language).toBe(language);
    // As it is to be done, it is.
    expect(await attempt(forge(), set(`"language" = 'fr'`))).toBe("taken");
    expect((await rowOf("Source", idOf("Source"))).language).toBe("fr");
    // And what was done is not done again, nor undone.
    expect(await attempt(set(`"language" = '${String(language)}'`))).toBe("BE001");
    expect(await attempt(set(`"language" = 'fr'`))).toBe("BE001");
  });

  test("takes several in one transaction, each from where the one before came to, and no gap", async () => {
    await told();
    const [one, two] = [part('{"language":"it"}'), part('{"language":"pt"}')];
    const to = (language: string) => set(`"language" = '${language}'`);
    expect(await attempt(forge({ after: one }), to("it"), forge({ after: two }), to("pt"))).toBe("taken");
    // Two that begin from the same: the first came to nothing.
    const [three, four] = [part('{"language":"nl"}'), part('{"language":"nn"}')];
    expect(await attempt(forge({ after: three }), forge({ after: four }), to("nl"))).toBe("BE001");
    expect(await attempt(forge({ after: three }), forge({ after: four }), to("nn"))).toBe("BE022");
  });

  test("takes none that the log does not tell of", async () => {
    // The newest entry is of something else.
    await app.transaction(async () => {
      const { id } = orThrow(
        await app.addSource(journalist, (await amendment("Source", idOf("Source"), {})).row as never),
      );
      return id;
    });
    const { addCorrection, publishCorrection } = await import("../correction/correction-commands.ts");
    const { id } = orThrow(
      await addCorrection(journalist, {
        ...{
          disputeId: quoted.disputeId,
          claimId: null,
          version: null,
          about: null,
          wrongSince: null,
          changesVerdict: false,
        },
        ...{ wrong: WHY, found: WHY },
      }),
    );
    orThrow(await publishCorrection(editor, { id, revision: 1 }, next()));
    expect(await attempt(forge(), set(`"language" = 'fr'`))).toBe("BE022");
  });

  test("changes no published amendment, also where triggers that are not always on are off", async () => {
    for (const mode of ["origin", "replica"]) {
      await owner.query(`SET session_replication_role = ${mode}`);
      for (const change of [`UPDATE "Amendment" SET "whySv" = 'x'`, `DELETE FROM "Amendment"`])
        expect([mode, await attempt(change)]).toEqual([mode, "BE001"]);
      expect([mode, await attempt(set(`"titleSv" = 'x'`))]).toEqual([mode, "BE001"]);
      expect([mode, await attempt(forge())]).toEqual([mode, "BE022"]);
    }
    await owner.query("RESET session_replication_role");
    expect(columns).toContain("language");
  });
});
