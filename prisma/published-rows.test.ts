import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownDatabase, ownerUrl } from "../e2e/fixtures/own-database.ts";

let client: pg.Client;

beforeAll(async () => {
  await ownDatabase();
  const { seed } = await import("./seed/seed.ts");
  await seed();
  client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
});
afterAll(() => client.end());

/** Every table of the record. */
const TABLES = [
  "Dispute",
  "DisputeWording",
  "Party",
  "PartyWording",
  "PartyRole",
  "Claim",
  "ClaimWording",
  "Interest",
  "NotConcerned",
  "Appearance",
  "Relation",
  "Source",
  "Snapshot",
  "SourceEdge",
  "Evidence",
  "Verdict",
  "VerdictEvidence",
  "Falsifier",
  "ClaimFalsifier",
  "FalsifierState",
  "Event",
  "ReplyRequest",
  "Asking",
  "Reply",
  "Correction",
  "LogEntry",
  "PublicationDocument",
  "PartyIdentifier",
  "Withdrawal",
  "ObjectionOutcome",
  "Imprint",
  "SourceWithdrawal",
  "Clearance",
  "Recheck",
  "Declining",
  "Removal",
  "RemovalDecision",
  "Address",
  "Merge",
  "Amendment",
];

/** Kept for ever too, though it is not public: who changed what, and how a verdict was reviewed. */
const KEPT = ["Change", "Review", "Handover", "SnapshotPage", "Message", "LinkShown"];

/** The desk's own: what is written, received, sent and counted there. */
const DESK = [
  "VerdictDraft",
  "ReplyLink",
  "SubmittedReply",
  "Objection",
  "Tip",
  "Submission",
  "Autosave",
  "Member",
  "Credential",
  "Session",
  "TwoFactor",
  "UsedCode",
  "Passkey",
  "Verification",
  "Invitation",
  "Letter",
  "Attempt",
  "Capture",
  "BlobFault",
  "Timestamp",
  "OutsideCopy",
  // Worked out of the removals by the database.
  "HiddenRow",
  // Worked out of what readers see, and of a list of words.
  "SearchEntry",
  "SearchPart",
  "SearchStale",
  "SearchWord",
];

test("the list of tables is whole", async () => {
  const { rows } = await client.query(
    `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`,
  );
  expect(rows.map(({ table_name }) => table_name).sort()).toEqual([...TABLES, ...KEPT, ...DESK].sort());
});

describe("the superuser of the database", () => {
  const seeded = TABLES.filter(
    (table) =>
      ![
        "FalsifierState",
        "Asking",
        "Reply",
        "Correction",
        "PartyIdentifier",
        "Withdrawal",
        "ObjectionOutcome",
        "Imprint",
        "SourceWithdrawal",
        "Clearance",
        "Recheck",
        "Declining",
        "Removal",
        "RemovalDecision",
        "Address",
        "Merge",
        "Amendment",
      ].includes(table),
  );

  test.each(seeded)("cannot update a published row of %s", async (table) => {
    const { rows } = await client.query(
      `SELECT column_name FROM information_schema.columns WHERE table_name = $1 AND is_generated = 'NEVER' LIMIT 1`,
      [table],
    );
    const column = rows[0].column_name;
    await expect(client.query(`UPDATE "${table}" SET "${column}" = "${column}"`)).rejects.toThrow(
      /never changed/,
    );
  });

  test.each(seeded)("cannot delete a published row of %s", async (table) => {
    await expect(client.query(`DELETE FROM "${table}"`)).rejects.toThrow(/never changed/);
  });

  test.each(seeded)("cannot do either to %s where triggers that are not always on are off", async (table) => {
    const { rows } = await client.query(
      `SELECT column_name FROM information_schema.columns WHERE table_name = $1 AND is_generated = 'NEVER' LIMIT 1`,
      [table],
    );
    const column = rows[0].column_name;
    await client.query("SET session_replication_role = replica");
    try {
      for (const change of [`UPDATE "${table}" SET "${column}" = "${column}"`, `DELETE FROM "${table}"`])
        await expect(client.query(change)).rejects.toThrow(/never changed/);
    } finally {
      await client.query("RESET session_replication_role");
    }
  });

  test.each([...TABLES, ...KEPT])("cannot empty %s", async (table) => {
    await expect(client.query(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow(/never changed/);
  });
});

describe("every trigger of ours", () => {
  test("fires always, and there is none that does not", async () => {
    const { rows } = await client.query(
      `SELECT t.tgname, t.tgenabled FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal`,
    );
    expect(rows.length).toBeGreaterThan(150);
    expect(rows.filter(({ tgenabled }) => tgenabled !== "A")).toEqual([]);
  });

  test("looks for tables in our schema before a temporary one", async () => {
    const { rows } = await client.query(
      `SELECT p.proname, p.proconfig FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prorettype = 'trigger'::regtype`,
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ proconfig }) => !proconfig?.includes("search_path=public, pg_temp"))).toEqual([]);
  });
});

describe("a row is not public from before the last entry of the log", () => {
  const insert = (table: string, publishedAt: string) =>
    client.query(
      `INSERT INTO "${table}" SELECT n.* FROM jsonb_populate_record(NULL::"${table}", jsonb_build_object('publishedAt', ${publishedAt})) n`,
    );
  const LAST = `(SELECT max("at") FROM "LogEntry")`;

  test("in any table whose rows say since when they are", async () => {
    const { rows } = await client.query(
      `SELECT table_name AS "table" FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'publishedAt'`,
    );
    expect(rows.length).toBeGreaterThan(25);
    for (const { table } of rows) {
      const code = (publishedAt: string) =>
        insert(table, publishedAt).then(
          () => "taken",
          (error: pg.DatabaseError) => error.code,
        );
      expect([table, await code(`${LAST} - interval '1 millisecond'`)]).toEqual([table, "BE012"]);
      // At that very moment it may be: what stops it then is all that it lacks.
      expect([table, (await code(LAST)) === "BE012"]).toEqual([table, false]);
    }
  });

  test("nor does a draft become that", async () => {
    const draft = `INSERT INTO "Party" ("id", "slug", "kind", "createdBy") VALUES (gen_random_uuid(), 'an-old-draft', 'organisation', 'test')`;
    await client.query(draft);
    const publish = (at: string) =>
      client.query(`UPDATE "Party" SET "publishedAt" = ${at} WHERE "slug" = 'an-old-draft'`);
    await expect(publish("'2001-01-01'")).rejects.toThrow(/before the last entry/);
    await expect(publish(`(SELECT max("at") FROM "LogEntry")`)).resolves.toMatchObject({ rowCount: 1 });
  });
});

test("nobody rewrites the history, and what was received stays as it came", async () => {
  await client.query(
    `INSERT INTO "Tip" ("id", "text", "language") VALUES (gen_random_uuid(), 'Ett tips i ett prov.', 'sv')`,
  );
  await expect(client.query(`UPDATE "Change" SET "actor" = 'x'`)).rejects.toThrow(/never changed/);
  await expect(client.query(`DELETE FROM "Change"`)).rejects.toThrow(/never changed/);
  await expect(client.query(`UPDATE "Tip" SET "text" = 'x'`)).rejects.toThrow(/never changed/);
  await expect(client.query(`DELETE FROM "Tip"`)).rejects.toThrow(/never changed/);
});

test("a row that lacks one of its languages is not published, one that has neither is not stopped", async () => {
  const insert = (en: string) =>
    client.query(
      `INSERT INTO "Source" ("id", "disputeId", "kind", "titleSv", "titleEn", "noteSv", "noteEn", "language", "made", "createdBy", "publishedAt")
       SELECT gen_random_uuid(), "id", 'other', 'Prov', $1, '', '', 'sv', '2019', 'test', now() FROM "Dispute" LIMIT 1`,
      [en],
    );
  await expect(insert("")).rejects.toThrow(/lacks one of its languages/);
  await expect(insert("Test")).resolves.toMatchObject({ rowCount: 1 });
});

test("a draft may be edited and thrown away", async () => {
  const { rows } = await client.query(
    `INSERT INTO "Party" ("id", "slug", "kind", "createdBy") VALUES (gen_random_uuid(), 'a-draft', 'organisation', 'test') RETURNING "id"`,
  );
  await client.query(`UPDATE "Party" SET "slug" = 'another-draft' WHERE "id" = $1`, [rows[0].id]);
  expect((await client.query(`DELETE FROM "Party" WHERE "id" = $1`, [rows[0].id])).rowCount).toBe(1);
});

test("a verdict cannot skip a version, name another predecessor or take evidence it did not freeze", async () => {
  const insert = (version: number, previous: string | null) =>
    client.query(
      `INSERT INTO "Verdict" ("id", "claimId", "version", "rating", "conclusionSv", "conclusionEn", "frozen", "hash", "previousHash", "publishedAt")
       SELECT gen_random_uuid(), "claimId", $1, 'unproven', '', '', '{"evidence": []}', $2, $3, now() FROM "Verdict" ORDER BY "id" LIMIT 1`,
      [version, "0".repeat(64), previous],
    );
  await expect(insert(3, "1".repeat(64))).rejects.toThrow(/does not follow/);
  await expect(insert(2, "1".repeat(64))).rejects.toThrow(/does not follow/);
  await expect(
    client.query(
      `INSERT INTO "VerdictEvidence" ("verdictId", "evidenceId", "rank") SELECT v."id", e."id", 99 FROM "Verdict" v, "Evidence" e WHERE e."claimId" <> v."claimId" LIMIT 1`,
    ),
  ).rejects.toThrow(/not in the frozen verdict/);
});

test("the log cannot skip a number, break its chain or go back in time", async () => {
  const insert = (seq: number, at: string, previous: string) =>
    client.query(
      `INSERT INTO "LogEntry" ("seq", "at", "type", "subject", "contentHash", "previousHash", "hash") VALUES ($1, $2, 'verdict.published', 'x', '', $3, 'h')`,
      [seq, at, previous],
    );
  const { rows } = await client.query(`SELECT "hash" FROM "LogEntry" ORDER BY "seq" DESC LIMIT 1`);
  await expect(insert(11, "2999-01-01", rows[0].hash)).rejects.toThrow(/does not follow/);
  await expect(insert(9, "2999-01-01", "x")).rejects.toThrow(/does not follow/);
  await expect(insert(9, "1999-01-01", rows[0].hash)).rejects.toThrow(/does not follow/);
});

test.each(["2019-13", "2019-11-31", "2019/", "../..", "201X/2020", "autumn 2019", ""])(
  "the database refuses the date “%s”",
  async (date) => {
    const { rows } = await client.query("SELECT is_edtf($1) AS ok", [date]);
    const { parseEdtf } = await import("../lib/core/edtf/edtf.ts");
    expect(rows[0].ok).toBe(parseEdtf(date).ok);
  },
);

test("database and program agree on which dates there are", async () => {
  const { parseEdtf } = await import("../lib/core/edtf/edtf.ts");
  const dates = [
    "2019",
    "2019~",
    "201X",
    "201X~",
    "20XX",
    "2019-23",
    "2019-25",
    "2019-02-29",
    "2020-02-29",
    "2019-23/..",
    "/2019",
    "2019/2020",
    "2019-11-05T10:00:00Z",
    "2019-11-05T10:00:00",
    "2019-11-05T24:00:00Z",
    "2019-11-05T10:00:00+01:00",
    "19",
    "2019-1",
    "2019-00",
    "2019-11-00",
    "2019?~",
    "x/2019",
    "2019/2020/2021",
  ];
  const { rows } = await client.query("SELECT d, is_edtf(d) AS ok FROM unnest($1::text[]) d", [dates]);
  for (const { d, ok } of rows) expect([d, ok]).toEqual([d, parseEdtf(d).ok]);
});

test("the checks hold where there is no search path, as while a dump is restored", async () => {
  await client.query("SET search_path = ''");
  try {
    expect((await client.query("SELECT public.is_edtf('2019-11-21~/..') AS ok")).rows[0].ok).toBe(true);
  } finally {
    await client.query("RESET search_path");
  }
});

describe("the text of a copy", () => {
  const copy = `(SELECT "id" FROM "Snapshot" LIMIT 1)`;

  test("never changes, and goes with no public copy", async () => {
    await client.query(`INSERT INTO "SnapshotPage" VALUES (${copy}, 1, 'Exempelby kommun svarade.')`);
    await expect(client.query(`UPDATE "SnapshotPage" SET "text" = 'Något annat.'`)).rejects.toThrow(
      /never changed/,
    );
    await expect(client.query(`DELETE FROM "SnapshotPage"`)).rejects.toThrow(/never changed/);
  });

  test("has what is published as a quotation, or the reader is told why not", async () => {
    const publish = (excuse: string) =>
      client.query(
        `INSERT INTO "Evidence" ("id", "claimId", "sourceId", "stance", "excerpt", "excerptLanguage", "noteSv", "noteEn", "uncheckedSv", "uncheckedEn", "createdBy", "publishedAt")
         SELECT gen_random_uuid(), "claimId", "sourceId", 'context', 'påhittat', 'sv', 'x', 'x', $1, $1, 'test', now() FROM "Evidence" LIMIT 1`,
        [excuse],
      );
    await expect(publish("")).rejects.toThrow(/was found in no copy/);
    await expect(publish("Prov.")).resolves.toMatchObject({ rowCount: 1 });
  });
});
