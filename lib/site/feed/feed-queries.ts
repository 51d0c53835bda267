import "server-only";
import { z } from "zod";
import { db } from "../../core/db.ts";
import { kept } from "../../core/kept-queries.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isSlug } from "../../core/language/slug.ts";
import { nothing, publishedBy, standing } from "../../core/published.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { claimText } from "../../record/claim/claim.ts";
import { disputeShort, disputeTitle } from "../../record/dispute/dispute.ts";
import { disputeTags } from "../../record/dispute/dispute-tags.ts";
import { namedParty } from "../../record/party/party.ts";
import { type LogLine, readLogLines } from "../../record/record-log/record-log-queries.ts";
import { FEED_PAGE, type FeedEntry, type FeedPage, type FeedScope, RECORD_FEEDS, type Told } from "./feed.ts";

/** A page of a feed: FEED_PAGE entries at most, those before an entry of the log or the newest. */
export async function readFeed(scope: FeedScope, before: number | null): Promise<FeedPage> {
  const last = await db().logEntry.findFirst({ orderBy: { seq: "desc" }, select: { at: true } });
  const found = await db().$queryRaw<{ seq: number }[]>(seqsOf(scope, before));
  const seqs = found.slice(0, FEED_PAGE).map(({ seq }) => seq);
  const lines = (await readLogLines(seqs)).reverse();
  return {
    entries: await entriesOf(lines),
    next: found.length > FEED_PAGE ? (seqs.at(-1) ?? null) : null,
    changedAt: (last?.at ?? new Date(0)).toISOString(),
  };
}

/** The newest page is asked for again and again; those before it once in a while, by as many cursors as there are entries. */
export const feed = (scope: FeedScope, before: number | null): Promise<FeedPage> =>
  before !== null || scope.of === "search"
    ? readFeed(scope, before)
    : kept(
        ["feed", scope.of, "slug" in scope ? scope.slug : ""],
        [disputeTags.record(), disputeTags.everything()],
        () => readFeed(scope, null),
      );

/** One more than a page, newest first: whether there is a next page shows. */
function seqsOf(scope: FeedScope, before: number | null): Prisma.Sql {
  const some = Prisma.sql`
    ${before === null ? Prisma.empty : Prisma.sql`AND l."seq" < ${before}`} ORDER BY l."seq" DESC LIMIT ${FEED_PAGE + 1}`;
  if ("slug" in scope || "claimIds" in scope)
    return Prisma.sql`
      WITH row AS (${rowsOf(scope)}), slug AS (${SLUGS})
      SELECT found."seq" FROM slug, LATERAL (
        SELECT l."seq" FROM "LogEntry" l WHERE l."subject" = slug."slug"
        ${scope.of === "dispute" ? Prisma.empty : Prisma.sql`AND l."type" <> 'dispute.published'`} ${some}
      ) found ORDER BY found."seq" DESC LIMIT ${FEED_PAGE + 1}`;
  const types = RECORD_FEEDS[scope.of];
  if (types === null) return Prisma.sql`SELECT l."seq" FROM "LogEntry" l WHERE true ${some}`;
  return Prisma.sql`
    SELECT found."seq" FROM unnest(${[...types]}::text[]) AS type, LATERAL (
      SELECT l."seq" FROM "LogEntry" l WHERE l."type" = type ${some}
    ) found ORDER BY found."seq" DESC LIMIT ${FEED_PAGE + 1}`;
}

/** The rows that the log may be about: a dispute and its claims, a claim, the claims that a party has made or that are about it. */
function rowsOf(scope: Extract<FeedScope, { of: "dispute" | "claim" | "party" | "search" }>): Prisma.Sql {
  switch (scope.of) {
    case "claim":
      return Prisma.sql`SELECT "id" FROM "Claim" WHERE "slug" = ${scope.slug} AND "publishedAt" IS NOT NULL`;
    case "dispute":
      return Prisma.sql`
        SELECT d."id" FROM "Dispute" d WHERE d."slug" = ${scope.slug} AND d."publishedAt" IS NOT NULL
        UNION ALL SELECT c."id" FROM "Claim" c JOIN "Dispute" d ON d."id" = c."disputeId"
        WHERE d."slug" = ${scope.slug} AND c."publishedAt" IS NOT NULL`;
    case "party":
      return Prisma.sql`
        SELECT a."claimId" AS "id" FROM "Appearance" a JOIN "Party" p ON p."id" = a."partyId"
        WHERE p."slug" = ${scope.slug} AND a."publishedAt" IS NOT NULL
        UNION SELECT i."claimId" FROM "Interest" i JOIN "Party" p ON p."id" = i."partyId"
        WHERE p."slug" = ${scope.slug} AND i."about" AND i."publishedAt" IS NOT NULL`;
    case "search":
      return Prisma.sql`SELECT "id" FROM unnest(${[...scope.claimIds]}::uuid[]) AS it("id")`;
  }
}

/** What the log calls these rows: by the slugs they have, those they had, and those of what was merged into them. */
const SLUGS = Prisma.sql`
  SELECT "slug" FROM "Claim" WHERE "id" IN (SELECT "id" FROM row)
  UNION SELECT "slug" FROM "Dispute" WHERE "id" IN (SELECT "id" FROM row)
  UNION SELECT "previous" FROM "Address" WHERE "publishedAt" IS NOT NULL AND "rowId" IN (SELECT "id" FROM row)
  UNION SELECT "previous" FROM "Merge" WHERE "publishedAt" IS NOT NULL AND "intoId" IN (SELECT "id" FROM row)`;

async function entriesOf(lines: readonly LogLine[]): Promise<FeedEntry[]> {
  const slugs = (of: "claims" | "disputes") =>
    lines.flatMap(({ about }) =>
      about?.path.startsWith(`/${of}/`) ? [about.path.slice(of.length + 2)] : [],
    );
  const [claims, disputes, documents] = await Promise.all([
    readClaims(slugs("claims")),
    readSummaries(slugs("disputes")),
    readTold(lines),
  ]);
  return lines.map(({ seq, at, type, version, contentHash, hash, about, takenDown }) => {
    const slug = about?.path.split("/").at(-1) ?? "";
    const claim = about?.path.startsWith("/claims/") ? claims.get(slug) : undefined;
    const verdict =
      type === "verdict.published" ? claim?.verdicts.find((each) => each.version === version) : undefined;
    const before = claim?.verdicts.find((each) => each.version === (version ?? 0) - 1);
    const summary = type === "dispute.published" ? disputes.get(slug) : undefined;
    return {
      ...{ seq, at, type, version, contentHash, hash, takenDown },
      about: about && {
        ...about,
        appearances: claim?.appearances ?? [],
        dispute: claim?.dispute ?? null,
      },
      verdict: verdict
        ? { rating: verdict.rating, previous: before?.rating ?? null, hash: verdict.hash }
        : null,
      told: verdict ? [verdict.conclusion] : summary ? [summary] : (documents.get(seq) ?? []),
    };
  });
}

/** Who makes each claim, and its verdicts: what a title and a change of rating need. */
async function readClaims(slugs: readonly string[]) {
  const rows = await db().claim.findMany({
    where: { slug: { in: [...new Set(slugs)] }, ...publishedBy(null) },
    select: {
      slug: true,
      dispute: { select: { slug: true, wordings: standing(null) } },
      appearances: {
        where: publishedBy(null),
        orderBy: { id: "asc" },
        select: {
          party: { select: { slug: true, kind: true, wordings: standing(null) } },
          source: { select: { producer: { select: { slug: true, wordings: standing(null) } } } },
        },
      },
      verdicts: {
        where: publishedBy(null),
        select: { version: true, rating: true, hash: true, conclusionSv: true, conclusionEn: true },
      },
    },
  });
  return new Map(
    rows.map(({ slug, dispute, appearances, verdicts }) => [
      slug,
      {
        dispute: { path: `/disputes/${dispute.slug}`, short: disputeShort(dispute) },
        appearances: appearances.map(({ party, source }) => ({
          party: { ...namedParty(party), kind: party.kind },
          source: { producer: source.producer && namedParty(source.producer) },
        })),
        verdicts: verdicts.map(({ conclusionSv: sv, conclusionEn: en, ...verdict }) => ({
          ...verdict,
          conclusion: { sv, en },
        })),
      },
    ]),
  );
}

async function readSummaries(slugs: readonly string[]): Promise<ReadonlyMap<string, Bilingual>> {
  const rows = await db().dispute.findMany({
    where: { slug: { in: [...slugs] }, ...publishedBy(null) },
    select: { slug: true, wordings: standing(null) },
  });
  return new Map(
    rows.flatMap(({ slug, wordings: [wording] }) =>
      wording ? [[slug, { sv: wording.summarySv, en: wording.summaryEn }] as const] : [],
    ),
  );
}

/** Which words of a document a feed tells: of each table its columns in both languages (`whySv`), or one in its own. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  correction: ["wrong", "found"],
  withdrawal: ["reason"],
  sourceWithdrawal: ["reason"],
  clearance: ["reason"],
  removal: ["reason"],
  removalDecision: ["reason"],
  declining: ["reason"],
  merge: ["reason"],
  amendment: ["why"],
  objectionOutcome: ["summary", "reason"],
  evidence: ["excerpt", "note"],
  reply: ["text"],
};

const document = z.looseObject({
  rows: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).optional(),
});

/** What is said in the documents of these entries, by their numbers. Those of a whole dispute and of a verdict are not read. */
async function readTold(lines: readonly LogLine[]): Promise<ReadonlyMap<number, readonly Told[]>> {
  const seqs = lines.flatMap(({ seq, type }) =>
    type === "dispute.published" || type === "verdict.published" ? [] : [seq],
  );
  const rows = await db().publicationDocument.findMany({
    where: { seq: { in: seqs }, document: { not: "" } },
    select: { seq: true, document: true },
  });
  return new Map(rows.map((row) => [row.seq, toldIn(row.document)]));
}

function toldIn(text: string): Told[] {
  const { rows = {} } = document.parse(JSON.parse(text));
  return Object.entries(TOLD).flatMap(([table, columns]) =>
    (rows[table] ?? []).flatMap((row) => columns.flatMap((column) => toldBy(row, column))),
  );
}

function toldBy(row: Readonly<Record<string, unknown>>, column: string): Told[] {
  const text = (name: string) => (typeof row[name] === "string" ? String(row[name]).trim() : "");
  const [sv, en] = [text(`${column}Sv`), text(`${column}En`)];
  if (sv && en) return [{ sv, en }];
  const quoted = text(column);
  return quoted ? [{ quoted, language: text(`${column}Language`) || text("language") || "sv" }] : [];
}

/** What a feed of one thing is called; null: nothing published has the slug. */
export interface FeedSubject {
  readonly name: Bilingual;
}

async function readFeedSubject(of: "dispute" | "claim" | "party", slug: string): Promise<FeedSubject | null> {
  const where = { slug, ...publishedBy(null) };
  if (of === "party") {
    const party = await db().party.findFirst({ where, select: { slug: true, wordings: standing(null) } });
    return party && { name: namedParty(party).name };
  }
  if (of === "claim") {
    const claim = await db().claim.findFirst({ where, select: { slug: true, wordings: standing(null) } });
    return claim && { name: claimText(claim) };
  }
  const dispute = await db().dispute.findFirst({ where, select: { slug: true, wordings: standing(null) } });
  return dispute && { name: disputeTitle(dispute) };
}

export const feedSubject = (of: "dispute" | "claim" | "party", slug: string): Promise<FeedSubject | null> =>
  isSlug(slug)
    ? kept(["feed-subject", of, slug], [disputeTags.record(), disputeTags.everything()], () =>
        readFeedSubject(of, slug),
      )
    : nothing;
