import "server-only";
import { z } from "zod";
import { db } from "../../core/db.ts";
import { type AsOf, END_OF_TIME } from "../../core/published.ts";
import { Prisma } from "../../generated/prisma/client.ts";

/** By column: tables whose rows are told on the page of what the column names. */
const TOLD_BY: Readonly<Record<string, readonly string[]>> = {
  id: ["Dispute", "Claim", "Party", "Source"],
  disputeId: [
    ...["DisputeWording", "PartyRole", "Claim", "Source", "Event", "Falsifier", "Correction", "Amendment"],
  ],
  claimId: [
    ...["ClaimWording", "Interest", "NotConcerned", "Appearance", "Evidence", "Verdict", "ReplyRequest"],
    ...["ClaimFalsifier", "Correction", "Amendment", "Withdrawal"],
  ],
  partyId: ["PartyWording", "PartyRole", "PartyIdentifier"],
  sourceId: ["Snapshot", "SourceWithdrawal", "Evidence", "Appearance"],
  fromId: ["Relation", "SourceEdge"],
  toId: ["Relation", "SourceEdge"],
  rowId: ["Amendment", "Address"],
  intoId: ["Merge"],
};
const told = Prisma.raw(
  Object.entries(TOLD_BY)
    .flatMap(([column, tables]) =>
      tables.map((table) => `SELECT "${column}" AS "id", "publishedAt" AS "at" FROM "${table}"`),
    )
    .join(" UNION ALL "),
);

const changes = z.array(z.object({ id: z.string(), at: z.date() }));

/**
 * When something was last published that the pages of these tell: of a dispute, a claim, a party, a source. Whatever the log
 * says of it counts, under every slug it has had; and so does what is told there of other rows: a party that is called
 * otherwise, a copy of a source that is quoted, a fact that was corrected, what was merged into it or taken down.
 *
 * Of a dispute without what is about its claims alone.
 *
 * @param ids - null: of everything there is
 * @param asOf - what was published later does not count
 */
export async function lastChanges(
  ids: readonly string[] | null,
  asOf: AsOf = null,
): Promise<ReadonlyMap<string, Date>> {
  const among = ids ? Prisma.sql`"id" = ANY (${[...ids]}::uuid[])` : Prisma.sql`"id" IS NOT NULL`;
  const answer = await db().$queryRaw`
    WITH attested AS NOT MATERIALIZED (
      SELECT c."sourceId", e."at" FROM "Snapshot" c JOIN "Source" s ON s."id" = c."sourceId" JOIN "Dispute" d ON d."id" = s."disputeId"
        JOIN "LogEntry" e ON e."subject" = d."slug" AND e."type" = 'copy.attested'
        JOIN "PublicationDocument" p ON p."seq" = e."seq" AND substring(p."document" from '"copy":"([0-9a-f]{64})"') = c."sha256"
    ), taken_down AS NOT MATERIALIZED (
      SELECT of."id", told."at" FROM (
        SELECT "rowId" AS "id", "id" AS "removalId" FROM "Removal"
        UNION ALL SELECT c."sourceId", r."id" FROM "Removal" r JOIN "Snapshot" c ON c."id" = r."rowId"
        UNION ALL SELECT ref, h."removalId" FROM "HiddenRow" h, unnest(h."refs") ref WHERE h."removalId" IS NOT NULL
      ) of JOIN (
        SELECT "id", "publishedAt" AS "at" FROM "Removal" UNION ALL SELECT "removalId", "publishedAt" FROM "RemovalDecision"
      ) told ON told."id" = of."removalId"
    )
    SELECT "id"::text AS "id", max("at") AS "at" FROM (
      ${told}
      UNION ALL SELECT n."id", e."at" FROM (
        SELECT "id", "slug", true AS "isDispute" FROM "Dispute" UNION ALL SELECT "id", "slug", false FROM "Claim"
        UNION ALL SELECT "rowId", "previous", "table" = 'Dispute' FROM "Address" WHERE "table" <> 'Party'
        UNION ALL SELECT "intoId", "previous", false FROM "Merge" WHERE "table" = 'Claim'
      ) n JOIN "LogEntry" e ON e."subject" = n."slug" AND (n."isDispute" OR e."type" <> 'dispute.published')
      UNION ALL SELECT f."claimId", s."publishedAt" FROM "ClaimFalsifier" f JOIN "FalsifierState" s ON s."falsifierId" = f."falsifierId"
      UNION ALL SELECT f."claimId", a."publishedAt" FROM "ClaimFalsifier" f JOIN "Amendment" a ON a."rowId" = f."falsifierId"
      UNION ALL SELECT q."id", w."publishedAt" FROM (
        SELECT "claimId" AS "id", "partyId" FROM "Appearance" UNION ALL SELECT "claimId", "partyId" FROM "ReplyRequest"
        UNION ALL SELECT "claimId", "partyId" FROM "Interest" UNION ALL SELECT "disputeId", "partyId" FROM "PartyRole"
      ) q JOIN (
        SELECT "partyId", "publishedAt" FROM "PartyWording" UNION ALL SELECT "rowId", "publishedAt" FROM "Amendment"
        UNION ALL SELECT "rowId", "publishedAt" FROM "Address" UNION ALL SELECT "intoId", "publishedAt" FROM "Merge"
      ) w ON w."partyId" = q."partyId"
      UNION ALL SELECT q."id", s."at" FROM (
        SELECT "claimId" AS "id", "sourceId" FROM "Evidence" UNION ALL SELECT "claimId", "originId" FROM "Evidence"
        UNION ALL SELECT "claimId", "sourceId" FROM "Appearance"
      ) q JOIN (
        SELECT "sourceId", "publishedAt" AS "at" FROM "Snapshot" UNION ALL SELECT "sourceId", "publishedAt" FROM "SourceWithdrawal"
        UNION ALL SELECT "rowId", "publishedAt" FROM "Amendment" UNION ALL SELECT "intoId", "publishedAt" FROM "Merge"
        UNION ALL SELECT "sourceId", "at" FROM attested UNION ALL SELECT "id", "at" FROM taken_down
      ) s ON s."sourceId" = q."sourceId"
      UNION ALL SELECT "sourceId", "at" FROM attested
      UNION ALL SELECT "id", "at" FROM taken_down
      UNION ALL SELECT r."partyId", a."publishedAt" FROM "PartyRole" r JOIN "Amendment" a ON a."rowId" = r."id"
    ) each WHERE "at" <= ${asOf ?? END_OF_TIME} AND ${among} GROUP BY 1`;
  return new Map(changes.parse(answer).map(({ id, at }) => [id, at]));
}

/** The last of several. */
export const lastOf = (
  changes: ReadonlyMap<string, Date>,
  ids: readonly string[],
  ...others: readonly Date[]
): Date => new Date(Math.max(...others.map(Number), ...ids.map((id) => Number(changes.get(id) ?? 0))));
