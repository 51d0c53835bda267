import "server-only";
import { db } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import type { Stood } from "../amendment/amendment-stood-queries.ts";
import { type GraphEdge, type ReportingPassage, reportedEdges, type SourceGraph } from "./source.ts";
import { type SameFacts, type SameSources, sameSources } from "./source-same.ts";

/** Tables that a graph is made of. */
type GraphTable = "Source" | "Snapshot" | "SourceEdge" | "Evidence";

/** A graph, with the names and moments that tell of it. */
export interface ReadGraph {
  readonly graph: SourceGraph;
  readonly same: readonly SameSources[];
  readonly edges: readonly (GraphEdge & { readonly publishedAt: Date | null })[];
  /** Since when each source is public, and since when a copy of it is. */
  readonly sources: ReadonlyMap<
    string,
    { readonly title: Bilingual; readonly publishedAt: Date | null; readonly held: Date | null }
  >;
}

/**
 * The sources of some disputes, and how they depend on each other: what was entered, what their passages report, and what
 * is the same document. Whatever counts roots or documents counts them on this.
 *
 * @param counts - which rows of a table count
 * @param stood - gives rows as they stood at the moment that is read
 */
export async function readGraphs(
  disputeIds: readonly string[],
  counts: (table: GraphTable) => object,
  stood: Stood = (row) => row,
): Promise<ReadonlyMap<string, ReadGraph>> {
  const found = await db().source.findMany({
    where: { disputeId: { in: [...disputeIds] }, ...counts("Source") },
    orderBy: { id: "asc" },
    select: {
      ...{
        id: true,
        disputeId: true,
        titleSv: true,
        titleEn: true,
        url: true,
        producerId: true,
        publishedAt: true,
      },
      snapshots: {
        where: counts("Snapshot"),
        orderBy: { id: "asc" },
        select: { id: true, sha256: true, mediaType: true, publishedAt: true },
      },
      restsOn: {
        where: counts("SourceEdge"),
        select: { id: true, fromId: true, toId: true, kind: true, publishedAt: true },
      },
      evidence: {
        where: counts("Evidence"),
        orderBy: { id: "asc" },
        select: { id: true, sourceId: true, originId: true, publishedAt: true },
      },
    },
  });
  const sources = found.map(stood).map((source) => ({
    ...source,
    restsOn: source.restsOn.map(stood),
    evidence: source.evidence.map(stood),
  }));
  const facts = await sameFactsOf(sources);
  return new Map(
    disputeIds.map((disputeId) => {
      const own = sources.filter((source) => source.disputeId === disputeId);
      const edges = own.flatMap(({ restsOn, evidence }) => [...restsOn, ...firstReported(evidence)]);
      const same = sameSources(own.flatMap(({ id }) => facts.get(id) ?? []));
      return [
        disputeId,
        {
          edges,
          same,
          sources: new Map(
            own.map(({ id, titleSv, titleEn, publishedAt, snapshots: [first] }) => [
              id,
              { title: { sv: titleSv, en: titleEn }, publishedAt, held: first?.publishedAt ?? null },
            ]),
          ),
          graph: {
            sources: own.map(({ id, producerId, snapshots }) => ({
              id,
              producerId,
              held: snapshots.length > 0,
            })),
            edges,
            same: same.map(({ ids }) => ids),
          },
        },
      ];
    }),
  );
}

/** What passages report, each pair of sources once: since the first of them that says so. */
function firstReported(passages: readonly (ReportingPassage & { readonly publishedAt: Date | null })[]) {
  const pairs = Map.groupBy(reportedEdges(passages), ({ toId }) => toId);
  return [...pairs.values()].flatMap(([edge, ...others]) => {
    if (!edge) return [];
    const moments = [edge, ...others].flatMap(({ passage: { publishedAt } }) => publishedAt ?? []);
    const { fromId, toId, kind } = edge;
    const since = moments.length > 0 ? new Date(Math.min(...moments.map(Number))) : null;
    return [{ fromId, toId, kind, publishedAt: since }];
  });
}

interface CopiedSource {
  readonly id: string;
  readonly url: string | null;
  readonly snapshots: readonly { readonly id: string; readonly sha256: string; readonly mediaType: string }[];
}

/** Fewer characters than this are no text to tell a document by: a greeting, a line over a picture. */
const LONG_ENOUGH = 200;

/** What of each source says which document it is (source-same.ts). */
async function sameFactsOf(sources: readonly CopiedSource[]): Promise<ReadonlyMap<string, SameFacts>> {
  const copies = sources.flatMap(({ snapshots }) => snapshots.map(({ id }) => id));
  const led = await db().$queryRaw<
    { id: string; url: string | null; own: string | null; canonical: string | null }[]
  >`
    SELECT "snapshotId"::text AS "id", "url", "found" ->> 'address' AS "own", "found" ->> 'canonicalUrl' AS "canonical"
      FROM "Capture" WHERE "state" = 'done' AND "snapshotId" = ANY (${copies}::uuid[]) ORDER BY "id"`;
  const pages = await db().$queryRaw<{ id: string; number: number; words: string }[]>`
    SELECT "snapshotId"::text AS "id", "number", "wordsKey" AS "words"
      FROM "SnapshotPage" WHERE "snapshotId" = ANY (${copies}::uuid[]) ORDER BY "snapshotId", "number"`;
  const [ledOf, pagesOf] = [Map.groupBy(led, ({ id }) => id), Map.groupBy(pages, ({ id }) => id)];
  const isText = (text: string | null | undefined) => text !== null && text !== undefined;
  return new Map(
    sources.map(({ id, url, snapshots }) => [
      id,
      {
        id,
        addresses: [
          url,
          ...snapshots.flatMap((copy) => (ledOf.get(copy.id) ?? []).flatMap((each) => [each.url, each.own])),
        ].filter(isText),
        canonical: snapshots
          .flatMap((copy) => (ledOf.get(copy.id) ?? []).map(({ canonical }) => canonical))
          .filter(isText),
        bytes: snapshots.map(({ sha256 }) => sha256),
        texts: snapshots.flatMap(({ id: copy, mediaType }) => {
          // The main text of a web page: what stands around it is the site's.
          const own = (pagesOf.get(copy) ?? []).slice(0, mediaType === "text/html" ? 1 : undefined);
          const long = own.reduce((sum, { words }) => sum + Number.parseInt(words, 10), 0) >= LONG_ENOUGH;
          return long ? [own.map(({ words }) => words.slice(words.indexOf(":"))).join("")] : [];
        }),
      },
    ]),
  );
}
