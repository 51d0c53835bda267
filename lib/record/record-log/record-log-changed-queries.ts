import "server-only";
import { z } from "zod";
import { db } from "../../core/db.ts";
import { type AsOf, END_OF_TIME } from "../../core/published.ts";
import { Prisma } from "../../generated/prisma/client.ts";

/** Rows of a claim, by the column that says of which. */
const OF_CLAIM = [
  ...["ClaimWording", "Interest", "NotConcerned", "Appearance", "Evidence", "Verdict"],
  ...["ReplyRequest", "ClaimFalsifier", "Correction", "Amendment", "Withdrawal"],
];
/** Rows that a page tells by what they are of: a party, or a source. */
const OF_PARTY = ["PartyWording", "PartyRole", "PartyIdentifier"];
const OF_SOURCE = ["Snapshot", "SourceWithdrawal", "Evidence", "Appearance"];

const rowsOf = (tables: readonly string[], column: string) =>
  Prisma.raw(
    tables.map((table) => `SELECT "${column}" AS "id", "publishedAt" AS "at" FROM "${table}"`).join(" UNION ALL "),
  );
const themselves = (tables: readonly string[]) => rowsOf(tables, "id");

/**
 * When something of what is published was last published about each of these: a dispute with all that is in it, a claim, a
 * party, a source. Whatever the log says of it counts, under every name that it has had, and so does what its page tells of
 * other rows: a party that is called otherwise, a copy of a source that is quoted, what was merged into it or taken down.
 *
 * @param ids - of disputes, claims, parties and sources; null: of everything there is
 * @param asOf - what was published later does not count
 */
export async function lastChanges(
  ids: readonly string[] | null,
  asOf: AsOf = null,
): Promise<ReadonlyMap<string, Date>> {
  const answer = await db().$queryRaw`
    WITH named AS (
      SELECT "id", "slug", "id" AS "dispute" FROM "Dispute" UNION ALL SELECT "id", "slug", "disputeId" FROM "Claim"
      UNION ALL SELECT a."rowId", a."previous", coalesce(c."disputeId", a."rowId") FROM "Address" a LEFT JOIN "Claim" c ON c."id" = a."rowId" WHERE a."table" <> 'Party'
      UNION ALL SELECT m."intoId", m."previous", c."disputeId" FROM "Merge" m JOIN "Claim" c ON c."id" = m."intoId"
    ), party AS (
      SELECT w."partyId" AS "id", w."publishedAt" AS "at" FROM "PartyWording" w
    ), source AS (${rowsOf(["Snapshot", "SourceWithdrawal"], "sourceId")}
      UNION ALL SELECT s."id", greatest(t."at", t."requestedAt") FROM "Timestamp" t JOIN "Snapshot" c ON c."id" = t."snapshotId" JOIN "Source" s ON s."id" = c."sourceId" WHERE t."state" = 'done'
    ), alone AS (
      ${themselves(["Dispute", "Claim", "Party", "Source"])}
      UNION ALL SELECT n."id", e."at" FROM named n JOIN "LogEntry" e ON e."subject" = n."slug" AND e."type" <> 'dispute.published'
      UNION ALL ${rowsOf(OF_CLAIM, "claimId")}
      UNION ALL ${rowsOf(["Relation"], "fromId")} UNION ALL ${rowsOf(["Relation"], "toId")}
      UNION ALL SELECT f."claimId", s."publishedAt" FROM "FalsifierState" s JOIN "ClaimFalsifier" f ON f."falsifierId" = s."falsifierId"
      UNION ALL SELECT q."claimId", w."at" FROM (SELECT "claimId", "partyId" FROM "Appearance" UNION SELECT "claimId", "partyId" FROM "ReplyRequest") q JOIN party w ON w."id" = q."partyId"
      UNION ALL SELECT q."claimId", s."at" FROM (SELECT "claimId", "sourceId" FROM "Evidence" UNION SELECT "claimId", "originId" FROM "Evidence" UNION SELECT "claimId", "sourceId" FROM "Appearance") q JOIN source s ON s."id" = q."sourceId"
      UNION ALL ${rowsOf(OF_PARTY, "partyId")}
      UNION ALL ${rowsOf(OF_SOURCE, "sourceId")} UNION ALL SELECT "id", "at" FROM source
      UNION ALL ${rowsOf(["SourceEdge"], "fromId")} UNION ALL ${rowsOf(["SourceEdge"], "toId")}
      UNION ALL ${rowsOf(["Amendment"], "rowId")}
      UNION ALL SELECT r."partyId", a."publishedAt" FROM "Amendment" a JOIN "PartyRole" r ON r."id" = a."rowId"
      UNION ALL ${rowsOf(["Address"], "rowId")} UNION ALL ${rowsOf(["Merge"], "intoId")}
      UNION ALL ${rowsOf(["Removal"], "rowId")}
      UNION ALL SELECT r."rowId", d."publishedAt" FROM "RemovalDecision" d JOIN "Removal" r ON r."id" = d."removalId"
      UNION ALL SELECT ref, r."publishedAt" FROM "HiddenRow" h, unnest(h."refs") ref, "Removal" r WHERE r."id" = h."removalId"
    ), within AS (
      SELECT "id", "id" AS "dispute" FROM "Dispute" UNION ALL SELECT "id", "disputeId" FROM "Claim" UNION ALL SELECT "id", "disputeId" FROM "Source"
      UNION ALL SELECT "partyId", "disputeId" FROM "PartyRole"
    ), every AS (
      SELECT "id", "at" FROM alone
      UNION ALL SELECT w."dispute", a."at" FROM within w JOIN alone a ON a."id" = w."id"
      UNION ALL SELECT n."id", e."at" FROM named n JOIN "LogEntry" e ON e."subject" = n."slug" WHERE n."id" = n."dispute"
    )
    SELECT "id"::text AS "id", max("at") AS "at" FROM every
     WHERE "at" <= ${asOf ?? END_OF_TIME} AND (${ids === null} OR "id" = ANY (${[...(ids ?? [])]}::uuid[])) GROUP BY 1`;
  return new Map(changes.parse(answer).map(({ id, at }) => [id, at]));
}

const changes = z.array(z.object({ id: z.string(), at: z.date() }));
