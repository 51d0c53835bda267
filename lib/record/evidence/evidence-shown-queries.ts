import "server-only";
import { db } from "../../core/db.ts";
import type { SeenTable, Which } from "../seen/seen.ts";
import type { Shown } from "../seen/seen-queries.ts";
import { isDependence, type ReportingPassage, reportedEdges } from "../source/source.ts";

/**
 * Every source that the independence of these passages is computed from: those they stand in and report, all that these
 * lean on, however far up, by what was entered or by what a public passage of theirs reports, and those said to share
 * their producer. Drafts of edges lead on as published ones do: a
 * dependence that the desk knows of counts, and is published with what it counts for.
 */
async function sourcesBehind(pieces: readonly ReportingPassage[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  let next = pieces.flatMap(({ sourceId, originId }) =>
    originId === null ? [sourceId] : [sourceId, originId],
  );
  while (next.length > 0) {
    const from = next.filter((id) => !known.has(id));
    for (const id of from) known.add(id);
    if (from.length === 0) break;
    const edges = await db().sourceEdge.findMany({
      where: { OR: [{ fromId: { in: from } }, { toId: { in: from }, kind: "same_producer" }] },
      select: { fromId: true, toId: true, kind: true },
    });
    const reporting = await db().evidence.findMany({
      where: { sourceId: { in: from }, originId: { not: null }, publishedAt: { not: null } },
      select: { sourceId: true, originId: true },
    });
    next = [...edges, ...reportedEdges(reporting)].flatMap(({ fromId, toId, kind }) =>
      isDependence(kind) ? [toId] : [fromId, toId],
    );
  }
  return known;
}

/** Parties and the bodies they belong to, however far up: whose own case a passage is follows from all of them. */
async function withBodies(partyIds: readonly string[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  let next = [...partyIds];
  while (next.length > 0) {
    const from = next.filter((id) => !known.has(id));
    for (const id of from) known.add(id);
    const parties = await db().party.findMany({
      where: { id: { in: from }, partOfId: { not: null } },
      select: { partOfId: true },
    });
    next = parties.flatMap(({ partOfId }) => (partOfId === null ? [] : [partOfId]));
  }
  return known;
}

interface Row {
  readonly id: string;
  readonly publishedAt: Date | null;
}
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
const drafts = <R extends Row>(rows: readonly R[]) => rows.filter(({ publishedAt }) => publishedAt === null);

interface Behind {
  /** The drafts among them, which are published with the passages. */
  readonly along: Which;
  /** All of them, those that are public too: what the passages are judged by. */
  readonly all: Which;
}

/**
 * What these passages rest on: the sources behind them with their copies, how those depend on each other, and who made
 * them, with the role each has in the dispute. What of it is a draft is published with them. What is said of the claim
 * itself (interests, falsifiers, requests) is published by itself, and is not among it.
 */
export async function restsOn(pieces: readonly ReportingPassage[]): Promise<Behind> {
  const sourceIds = [...(await sourcesBehind(pieces))];
  const select = { id: true, publishedAt: true } as const;
  const sources = await db().source.findMany({
    where: { id: { in: sourceIds } },
    select: { ...select, disputeId: true, producerId: true },
  });
  const snapshots = await db().snapshot.findMany({
    where: { sourceId: { in: sourceIds } },
    select: { ...select, handedOverById: true },
  });
  const edges = await db().sourceEdge.findMany({
    where: { fromId: { in: sourceIds }, toId: { in: sourceIds } },
    select,
  });
  const makers = [
    ...sources.map(({ producerId }) => producerId),
    ...snapshots.map(({ handedOverById }) => handedOverById),
  ];
  const partyIds = [...(await withBodies(makers.filter((id) => id !== null)))];
  const parties = await db().party.findMany({ where: { id: { in: partyIds } }, select });
  // Another name of a public party is another matter.
  const unnamed = { partyId: { in: ids(drafts(parties)) }, publishedAt: null };
  const wordings = await db().partyWording.findMany({ where: unnamed, select });
  const identifiers = await db().partyIdentifier.findMany({ where: unnamed, select });
  const disputes = sources.map(({ disputeId }) => disputeId);
  const roles = await db().partyRole.findMany({
    where: { partyId: { in: partyIds }, disputeId: { in: disputes }, publishedAt: null },
    select,
  });
  const found = {
    ...{ Source: sources, Snapshot: snapshots, SourceEdge: edges, Party: parties },
    ...{ PartyWording: wordings, PartyIdentifier: identifiers, PartyRole: roles },
  } satisfies { readonly [T in SeenTable]?: readonly Row[] };
  const listed = (those: (rows: readonly Row[]) => readonly Row[]): Which =>
    Object.fromEntries(Object.entries(found).map(([table, rows]) => [table, ids(those(rows))]));
  return { along: listed(drafts), all: listed((rows) => rows) };
}

/** What `publishEvidence` publishes: the draft passages named, and what they rest on. */
export async function evidenceShown(evidenceIds: readonly string[]): Promise<Shown<{
  readonly claims: readonly { readonly slug: string; readonly publishedAt: Date | null }[];
}> | null> {
  const pieces = await db().evidence.findMany({
    where: { id: { in: [...evidenceIds] }, publishedAt: null },
    select: {
      id: true,
      sourceId: true,
      originId: true,
      claim: { select: { slug: true, publishedAt: true } },
    },
  });
  if (pieces.length === 0 || pieces.length !== new Set(evidenceIds).size) return null;
  return {
    which: { ...(await restsOn(pieces)).along, Evidence: ids(pieces) },
    view: { claims: pieces.map(({ claim }) => claim) },
  };
}
