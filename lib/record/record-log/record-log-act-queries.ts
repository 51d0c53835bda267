import "server-only";
import { z } from "zod";
import { db } from "../../core/db.ts";
import { type AsOf, publishedBy } from "../../core/published.ts";
import { formerSlugs } from "../address/address-queries.ts";
import { ACT_TYPES, type ActRow, type ActType, type PublicAct } from "./record-log-act.ts";

/** Kinds whose subject in the log is a dispute, or a claim; the others name rows, and are found by those. */
const BY_DISPUTE: readonly ActType[] = ["dispute.published", "copy.published", "copy.attested"];
const BY_CLAIM: readonly ActType[] = [
  ...(["evidence.published", "passage.rechecked"] as const),
  ...(["taint.cleared", "objection.answered"] as const),
];

/** What of a dispute readers see: what was done with it is about these. */
interface Told {
  readonly disputeId: string;
  readonly slug: string;
  readonly claims: readonly { readonly id: string; readonly slug: string; readonly number: number }[];
  readonly sourceIds: readonly string[];
  readonly partyIds: readonly string[];
}

async function toldOf(disputeId: string): Promise<Told | null> {
  const select = { id: true } as const;
  const row = await db().dispute.findUnique({
    where: { id: disputeId },
    select: {
      slug: true,
      claims: { select: { ...select, slug: true, number: true } },
      sources: { select },
      roles: { select: { partyId: true } },
    },
  });
  return (
    row && {
      ...{ disputeId, slug: row.slug, claims: row.claims },
      sourceIds: row.sources.map(({ id }) => id),
      partyIds: [...new Set(row.roles.map(({ partyId }) => partyId))],
    }
  );
}

/** What was done with a dispute, oldest first, by a moment or by now. */
export async function actsOn(disputeId: string, asOf: AsOf): Promise<PublicAct[]> {
  const of = await toldOf(disputeId);
  if (!of) return [];
  const logged = await loggedActs(of, asOf);
  const acts = [...logged, ...(await removalActs(of, asOf)), ...(await movingActs(of, asOf))];
  return acts.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Those that the log has by the slug of the dispute or of a claim, with what their documents say. */
async function loggedActs({ disputeId, slug, claims }: Told, asOf: AsOf): Promise<PublicAct[]> {
  const former = await formerSlugs([disputeId, ...claims.map(({ id }) => id)]);
  const numbers = new Map(
    claims.flatMap((claim) =>
      [claim.slug, ...(former.get(claim.id) ?? [])].map((each) => [each, claim.number] as const),
    ),
  );
  const entries = await db().logEntry.findMany({
    where: {
      OR: [
        { type: { in: [...BY_DISPUTE] }, subject: { in: [slug, ...(former.get(disputeId) ?? [])] } },
        { type: { in: [...BY_CLAIM] }, subject: { in: [...numbers.keys()] } },
      ],
      ...(asOf && { at: { lte: asOf } }),
    },
    orderBy: { seq: "asc" },
    select: { seq: true, at: true, type: true, subject: true, document: { select: { document: true } } },
  });
  return entries.flatMap(({ seq, at, type, subject, document }) => {
    const known = ACT_TYPES.find((each) => each === type);
    if (!known) return [];
    const claim = BY_CLAIM.includes(known) ? (numbers.get(subject) ?? null) : null;
    const rows = rowsIn(document?.document ?? "", known);
    return [{ id: String(seq), type: known, at: at.toISOString(), claim, rows }];
  });
}

const kept = z.looseObject({ rows: z.record(z.string(), z.array(z.looseObject({}))).optional() });
/** Of what a publication of drafts says only what it was: their words stand in the dispute. */
const COUNTED: ReadonlySet<string> = new Set(["id", "version", "claimId"]);

function rowsIn(document: string, type: ActType): PublicAct["rows"] {
  // Taken down, so that nothing of it is told.
  if (document === "") return {};
  const { rows = {} } = kept.parse(JSON.parse(document));
  const isCounted = type === "dispute.published" || type === "evidence.published";
  const told = (row: object): ActRow =>
    Object.fromEntries(
      Object.entries(row).filter(
        ([name, value]: [string, unknown]) =>
          (!isCounted || COUNTED.has(name)) && (value === null || typeof value !== "object"),
      ),
    );
  return Object.fromEntries(Object.entries(rows).map(([table, those]) => [table, those.map(told)]));
}

/** What of it was taken down, and what two people have decided since; never what it was. */
async function removalActs(
  { disputeId, claims, sourceIds, partyIds }: Told,
  asOf: AsOf,
): Promise<PublicAct[]> {
  const ids = [disputeId, ...claims.map(({ id }) => id)];
  const hidden = await db().hiddenRow.findMany({
    where: { refs: { hasSome: ids }, removalId: { not: null } },
    distinct: ["removalId"],
    select: { removalId: true },
  });
  const copies = await db().snapshot.findMany({
    where: { sourceId: { in: [...sourceIds] } },
    select: { id: true },
  });
  // What is shown again is no longer hidden: it is found by itself.
  const shown = [...ids, ...sourceIds, ...partyIds, ...copies.map(({ id }) => id)];
  const removals = await db().removal.findMany({
    where: {
      OR: [{ id: { in: hidden.flatMap(({ removalId }) => removalId ?? []) } }, { rowId: { in: [...shown] } }],
      ...publishedBy(asOf),
    },
    include: { decisions: { where: publishedBy(asOf), orderBy: { id: "asc" } } },
  });
  return removals.flatMap(({ id, table, ground, reasonSv, reasonEn, publishedAt, decisions }) => [
    act("removal.published", id, publishedAt, { removal: [{ table, ground, reasonSv, reasonEn }] }),
    ...decisions.map((each) =>
      act("removal.decided", each.id, each.publishedAt, {
        removal: [{ table }],
        removalDecision: [{ outcome: each.outcome, reasonSv: each.reasonSv, reasonEn: each.reasonEn }],
      }),
    ),
  ]);
}

/** Other addresses, and what turned out to be the same. */
async function movingActs(
  { disputeId, claims, sourceIds, partyIds }: Told,
  asOf: AsOf,
): Promise<PublicAct[]> {
  const ids = [disputeId, ...claims.map(({ id }) => id), ...sourceIds, ...partyIds];
  const addresses = await db().address.findMany({ where: { rowId: { in: ids }, ...publishedBy(asOf) } });
  const merges = await db().merge.findMany({ where: { intoId: { in: ids }, ...publishedBy(asOf) } });
  const numberOf = (rowId: string) => claims.find(({ id }) => id === rowId)?.number ?? null;
  return [
    ...addresses.map(({ id, table, rowId, publishedAt }) =>
      act("address.changed", id, publishedAt, { address: [{ table, rowId }] }, numberOf(rowId)),
    ),
    ...merges.map(({ id, table, intoId, nameSv, nameEn, reasonSv, reasonEn, publishedAt }) =>
      act(
        ...(["merge.published", id, publishedAt] as const),
        { merge: [{ table, intoId, nameSv, nameEn, reasonSv, reasonEn }] },
        numberOf(intoId),
      ),
    ),
  ];
}

const act = (
  type: ActType,
  id: string,
  publishedAt: Date | null,
  rows: PublicAct["rows"],
  claim: number | null = null,
): PublicAct => ({ id: id.slice(-12), type, at: (publishedAt ?? new Date(0)).toISOString(), claim, rows });
