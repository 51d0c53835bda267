import "server-only";
import { cache } from "react";
import { db } from "../../core/db.ts";
import { kept } from "../../core/kept-queries.ts";
import { isSlug } from "../../core/language/slug.ts";
import { type AsOf, nothing, publishedBy, standing } from "../../core/published.ts";
import { formerSlugsIn } from "../address/address-queries.ts";
import { amendmentsOf } from "../amendment/amendment-queries.ts";
import { stoodAt } from "../amendment/amendment-stood-queries.ts";
import { claimLine, claimLineSelect } from "../claim/claim-line.ts";
import { correctionVersion, correctionView } from "../correction/correction.ts";
import { falsifierView } from "../falsifier/falsifier.ts";
import { actsOn } from "../record-log/record-log-act-queries.ts";
import { lastChanges, lastOf } from "../record-log/record-log-changed-queries.ts";
import { takenDownIn } from "../removal/removal-queries.ts";
import type { DisputeHead, DisputeView } from "./dispute.ts";
import { readClaims, readEvents, readParties, readSources } from "./dispute-parts-queries.ts";
import { disputeTags } from "./dispute-tags.ts";

interface HeadRow {
  id: string;
  slug: string;
  demonstration: boolean;
  publishedAt: Date | null;
  wordings: {
    status: DisputeHead["status"];
    titleSv: string;
    titleEn: string;
    shortSv: string;
    shortEn: string;
    summarySv: string;
    summaryEn: string;
    timeZone: string;
  }[];
  claims: { id: string }[];
  sources: { id: string }[];
}

const headSelect = (asOf: AsOf) => ({
  id: true,
  slug: true,
  demonstration: true,
  publishedAt: true,
  wordings: standing(asOf),
  claims: { where: publishedBy(asOf), select: { id: true } },
  sources: { where: publishedBy(asOf), select: { id: true } },
});

/** What of a dispute its page tells: when something of these was published, the dispute has changed. */
const partsOf = ({ id, claims, sources }: HeadRow) => [id, ...[...claims, ...sources].map((part) => part.id)];

function head(row: HeadRow, changes: ReadonlyMap<string, Date>): DisputeHead | null {
  const [wording] = row.wordings;
  if (!wording || !row.publishedAt) return null;
  return {
    slug: row.slug,
    demonstration: row.demonstration,
    title: { sv: wording.titleSv, en: wording.titleEn },
    short: { sv: wording.shortSv, en: wording.shortEn },
    summary: { sv: wording.summarySv, en: wording.summaryEn },
    status: wording.status,
    timeZone: wording.timeZone,
    changedAt: lastOf(changes, partsOf(row), row.publishedAt).toISOString(),
  };
}

/** Reads a dispute as it stands, or stood at a moment. Null: no such dispute was public. */
export async function readDispute(slug: string, asOf: AsOf = null): Promise<DisputeView | null> {
  if (!isSlug(slug)) return null;
  const visible = publishedBy(asOf);
  const row = await db().dispute.findFirst({
    where: { slug, ...visible },
    select: headSelect(asOf),
  });
  const top = row && head(row, await lastChanges(partsOf(row), asOf));
  if (!row?.publishedAt || !top) return null;
  // One moment for all of it: what has been corrected since is as it was.
  const stood = await stoodAt(row.id, asOf);
  const [parties, claims, events, { sources, roots }, falsifiers, corrections] = await Promise.all([
    readParties(row.id, asOf, stood),
    readClaims(row.id, asOf, stood),
    readEvents(row.id, asOf, stood),
    readSources(row.id, asOf, stood),
    db().falsifier.findMany({
      where: { disputeId: row.id, ...visible },
      orderBy: { position: "asc" },
      include: { states: { where: visible, orderBy: { publishedAt: "desc" }, take: 1 } },
    }),
    db().correction.findMany({
      where: { disputeId: row.id, ...visible },
      orderBy: { publishedAt: "desc" },
      include: { claim: { select: claimLineSelect(asOf) }, ...correctionVersion },
    }),
  ]);
  const former = await formerSlugsIn(row.id);
  const acts = await actsOn(row.id, asOf);
  const moments = await db().logEntry.findMany({
    where: { subject: { in: [slug, ...claims.map((claim) => claim.slug), ...former] } },
    orderBy: { seq: "desc" },
    select: { at: true },
  });
  return {
    ...top,
    publishedAt: row.publishedAt.toISOString(),
    parties,
    claims,
    events,
    sources,
    independentRoots: roots,
    falsifiers: falsifiers.map(stood).map(falsifierView),
    corrections: corrections.map((correction) => {
      const claim = correction.claim && claimLine(correction.claim);
      return correctionView(correction, {
        claim: claim && { slug: claim.slug, text: claim.text },
        dispute: { slug: top.slug, short: top.short },
      });
    }),
    takenDown: await takenDownIn(row.id),
    amendments: await amendmentsOf(
      { disputeId: row.id, rowIds: parties.flatMap(({ partyId }) => partyId ?? []) },
      asOf,
    ),
    acts,
    moments: [...new Set(moments.map(({ at }) => at.toISOString()))],
    asOf: asOf?.toISOString() ?? null,
  };
}

export const disputeOn = cache((slug: string) =>
  isSlug(slug)
    ? kept(["dispute", slug], [disputeTags.dispute(slug), disputeTags.everything()], () => readDispute(slug))
    : nothing,
);

/** @param moment - RFC 3339 in UTC. What stood in the past stays so; a moment to come changes with the record. */
export const disputeAsOf = cache((slug: string, moment: string) =>
  isSlug(slug)
    ? kept(["dispute", slug, moment], [disputeTags.dispute(slug), disputeTags.everything()], () =>
        readDispute(slug, new Date(moment)),
      )
    : nothing,
);

/** All disputes, the newest change first. */
export async function readDisputes(): Promise<DisputeHead[]> {
  const rows = await db().dispute.findMany({ where: publishedBy(null), select: headSelect(null) });
  const changes = await lastChanges(null);
  return rows.flatMap((row) => head(row, changes) ?? []).sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
}

export const disputes = cache(() =>
  kept(["disputes"], [disputeTags.record(), disputeTags.everything()], readDisputes),
);
