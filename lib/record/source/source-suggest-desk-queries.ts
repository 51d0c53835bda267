import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import type { Prisma } from "../../generated/prisma/client.ts";
import { readPageFacts } from "../capture/capture-schema.ts";
import type { GraphEdge, SourceEdgeKind, SourceGraph } from "./source.ts";
import { type SuggestionReason, suggestEdges } from "./source-suggest.ts";

export interface DeskSuggestion {
  readonly kind: SourceEdgeKind;
  readonly reason: SuggestionReason;
  /** Whether it is this source that leans on the other. */
  readonly isFrom: boolean;
  readonly other: { readonly id: string; readonly title: Bilingual };
}

/** More than this nobody reads; what is accepted or is no longer so makes room for the next. */
const MOST = 10;

/** Edges of one source that what we hold of its dispute's sources speaks for, the strongest first. */
export async function suggestedEdgesOf(actor: Actor, sourceId: string): Promise<DeskSuggestion[]> {
  if (!isId(sourceId) || !atLeast(actor, "journalist")) return [];
  const { facts, titles } = await factsOf({ dispute: { sources: { some: { id: sourceId } } } });
  const edges = await db().sourceEdge.findMany({
    where: { from: { dispute: { sources: { some: { id: sourceId } } } } },
    select: { fromId: true, toId: true, kind: true },
  });
  return suggestEdges(facts, edges)
    .filter(({ fromId, toId }) => fromId === sourceId || toId === sourceId)
    .slice(0, MOST)
    .map(({ fromId, toId, kind, reason }) => {
      const other = fromId === sourceId ? toId : fromId;
      const title = titles.get(other) ?? { sv: "", en: "" };
      return { kind, reason, isFrom: fromId === sourceId, other: { id: other, title } };
    });
}

/** More sources than this are not compared with each other while somebody waits. */
const COMPARED_AT_ONCE = 60;

/**
 * The sources among some, such as those under a verdict, that a suggestion names and nobody has settled: each may rest on
 * another of them, or come from the same producer.
 */
export async function unsettledAmong(
  actor: Actor,
  sourceIds: readonly string[],
  { edges, same = [] }: Pick<SourceGraph, "edges" | "same">,
): Promise<Bilingual[]> {
  if (sourceIds.length < 2 || !atLeast(actor, "journalist")) return [];
  const { facts, titles } = await factsOf({ id: { in: sourceIds.slice(0, COMPARED_AT_ONCE) } });
  // What is one document already is settled.
  const joined: GraphEdge[] = same.flatMap((group) =>
    group.slice(1).map((toId) => ({ fromId: group[0] ?? toId, toId, kind: "based_on" as const })),
  );
  const open = suggestEdges(facts, [...edges, ...joined]);
  return [...new Set(open.map(({ fromId }) => fromId))].flatMap((id) => titles.get(id) ?? []);
}

/** What is known of some sources, as suggestions are read off it, and what each is called. */
async function factsOf(where: Prisma.SourceWhereInput) {
  const rows = await db().source.findMany({
    where,
    include: {
      // The newest copy that has text: a picture of a page says nothing here.
      snapshots: {
        where: { pages: { some: {} } },
        orderBy: [{ capturedAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { id: true },
      },
      captures: {
        where: { method: "fetch", state: "done" },
        orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { found: true },
      },
    },
  });
  const texts = await beginnings(rows.flatMap(({ snapshots }) => snapshots.map(({ id }) => id)));
  const facts = rows.map(({ id, kind, titleSv, titleEn, url, producerId, made, snapshots, captures }) => {
    const found = readPageFacts(captures[0]?.found);
    return {
      ...{ id, kind, url, producerId, made },
      titles: [titleSv, titleEn, found?.title ?? ""].filter((title) => title !== ""),
      publisher: found?.publisher ?? null,
      text: texts.get(snapshots[0]?.id ?? "") ?? "",
      links: found?.links ?? [],
    };
  });
  return {
    facts,
    titles: new Map(rows.map(({ id, titleSv, titleEn }) => [id, { sv: titleSv, en: titleEn }])),
  };
}

/** As much of a text as is compared with others, characters. */
const COMPARED = 400_000;

/** The main text of a web page, the first page of a document: by copy, and no more of it than is compared. */
async function beginnings(copies: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const pages = await db().$queryRaw<{ id: string; text: string }[]>`
    SELECT "snapshotId"::text AS "id", left("text", ${COMPARED}) AS "text"
      FROM "SnapshotPage" WHERE "number" = 1 AND "snapshotId" = ANY (${[...copies]}::uuid[])`;
  return new Map(pages.map(({ id, text }) => [id, text]));
}
