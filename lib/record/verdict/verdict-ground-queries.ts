import "server-only";
import { db } from "../../core/db.ts";
import { type AsOf, newest, newestWording, publishedBy } from "../../core/published.ts";
import { type Stood, stoodAt } from "../amendment/amendment-queries.ts";
import { concernedIn } from "../claim/claim-concerned.ts";
import type { SeenTable, Which } from "../seen/seen.ts";
import { type SameFacts, sameSources } from "../source/source-same.ts";
import type { KnownGround } from "./verdict-ground.ts";

interface GroundOptions {
  /** As it stood at a moment; null: as it stands. */
  readonly asOf?: AsOf;
  /** Drafts that count too: those that are published together with what is judged. */
  readonly along?: Which;
}

/** What the verdicts on some claims stand on. Claims that are not public are left out. */
export async function readGrounds(
  claimIds: readonly string[],
  { asOf = null, along = {} }: GroundOptions = {},
): Promise<ReadonlyMap<string, KnownGround>> {
  const visible = publishedBy(asOf);
  const counts = (table: SeenTable) => ({ OR: [visible, { id: { in: [...(along[table] ?? [])] } }] });
  const rows = await db().claim.findMany({
    where: { id: { in: [...claimIds] }, ...visible },
    select: {
      id: true,
      kind: true,
      disputeId: true,
      wordings: newestWording(asOf),
      interests: { where: visible, orderBy: { id: "asc" } },
      appearances: {
        where: visible,
        orderBy: { id: "asc" },
        select: { id: true, partyId: true, publishedAt: true },
      },
      notConcerned: { where: visible, orderBy: { id: "asc" } },
    },
  });
  const disputeIds = [...new Set(rows.map(({ disputeId }) => disputeId))];
  const stood = await stoodAt(disputeIds, asOf);
  const claims = rows.map(stood).map((claim) => ({
    ...claim,
    interests: claim.interests.map(stood),
    appearances: claim.appearances.map(stood),
  }));
  const named = [
    ...new Set(
      claims.flatMap((claim) => [...claim.interests, ...claim.appearances].map(({ partyId }) => partyId)),
    ),
  ];
  const isIn = { disputeId: { in: disputeIds }, ...counts("PartyRole") };
  const found = await db().party.findMany({
    where: { OR: [{ roles: { some: isIn } }, { id: { in: named } }] },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, slug: true, kind: true, partOfId: true },
      wordings: { where: counts("PartyWording"), ...newest },
      roles: { where: isIn, select: { id: true, disputeId: true, position: true, publishedAt: true } },
    },
  });
  const parties = found.map(stood).map((party) => ({ ...party, roles: party.roles.map(stood) }));
  const graphs = await readGraphs(disputeIds, counts, stood);
  const bodies = new Map(parties.map(({ id, partOfId }) => [id, partOfId]));
  const views = new Map(
    parties.map(({ id, slug, wordings: [wording] }) => [
      id,
      { slug, name: { sv: wording?.nameSv ?? slug, en: wording?.nameEn ?? slug } },
    ]),
  );
  return new Map(
    claims.flatMap((claim) => {
      const graph = graphs.get(claim.disputeId);
      const [wording] = claim.wordings;
      if (!graph) return [];
      const concerns = concernedIn({
        ...claim,
        words: wording ? { sv: wording.textSv, en: wording.textEn } : null,
        // In their places in the dispute: the order hangs on nobody's name, nor on who was entered first.
        parties: parties
          .flatMap((party) => {
            const role = party.roles.find(({ disputeId }) => disputeId === claim.disputeId);
            return role ? [{ ...party, position: role.position }] : [];
          })
          .sort((a, b) => a.position - b.position)
          .map(({ id, kind, wordings }) => ({
            ...{ id, kind },
            names: wordings.map(({ nameSv, nameEn }) => ({ sv: nameSv, en: nameEn })),
          })),
      });
      const ground: KnownGround = {
        ...graph,
        kind: claim.kind,
        concerns,
        bodyOf: (partyId) => bodies.get(partyId) ?? null,
        parties: views,
        concerning: [
          ...[...claim.interests, ...claim.appearances, ...claim.notConcerned],
          // Under which name, and since when in which words, somebody is named.
          ...parties.flatMap(({ id: partyId, wordings, roles }) =>
            [wording, ...wordings, ...roles.filter(({ disputeId }) => disputeId === claim.disputeId)].flatMap(
              (row) => (row ? [{ partyId, publishedAt: row.publishedAt }] : []),
            ),
          ),
        ],
        notConcerned: claim.notConcerned.map(({ partyId, reasonSv, reasonEn }) => ({
          partyId,
          reason: { sv: reasonSv, en: reasonEn },
        })),
      };
      return [[claim.id, ground] as const];
    }),
  );
}

/** The sources of some disputes, and how they depend on each other: what was entered, and what is the same document. */
async function readGraphs(disputeIds: readonly string[], counts: (table: SeenTable) => object, stood: Stood) {
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
    },
  });
  const sources = found.map(stood).map((source) => ({ ...source, restsOn: source.restsOn.map(stood) }));
  const facts = await sameFactsOf(sources);
  return new Map(
    disputeIds.map((disputeId) => {
      const own = sources.filter((source) => source.disputeId === disputeId);
      const edges = own.flatMap(({ restsOn }) => restsOn);
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
