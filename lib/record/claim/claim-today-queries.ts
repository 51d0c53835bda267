import "server-only";
import { db } from "../../core/db.ts";
import { type AsOf, publishedBy, standing } from "../../core/published.ts";
import type { Evidence } from "../../generated/prisma/client.ts";
import type { Stood } from "../amendment/amendment-stood-queries.ts";
import { namedParty } from "../party/party.ts";
import type { FrozenVerdict } from "../verdict/verdict-schema.ts";
import type { EvidenceView } from "./claim.ts";
import type { NamedToday, SourceToday } from "./claim-today.ts";

interface SourceRow {
  readonly id: string;
  readonly titleSv: string;
  readonly titleEn: string;
  readonly producerId: string | null;
}
type EvidenceRow = Evidence & { readonly source: SourceRow };

/** What a verdict names, as its rows say it now, or said at a moment. */
export async function namedToday(
  frozen: FrozenVerdict,
  evidence: readonly EvidenceRow[],
  stood: Stood,
  asOf: AsOf,
): Promise<NamedToday> {
  const weighed = new Set(frozen.evidence.map(({ id }) => id));
  const pieces = evidence.filter(({ id }) => weighed.has(id));
  const origins = await db().source.findMany({
    where: { id: { in: pieces.flatMap(({ originId }) => originId ?? []) }, ...publishedBy(asOf) },
    select: { id: true, titleSv: true, titleEn: true, producerId: true },
  });
  const sources = [...pieces.map(({ source }) => source), ...origins.map(stood)];
  const slugs = [...frozen.interests, ...(frozen.notConcerned ?? []), ...frozen.replies].map(
    ({ party }) => party.slug,
  );
  const parties = await db().party.findMany({
    where: {
      OR: [{ slug: { in: slugs } }, { id: { in: sources.flatMap(({ producerId }) => producerId ?? []) } }],
      ...publishedBy(asOf),
    },
    select: { id: true, slug: true, wordings: standing(asOf) },
  });
  const names = new Map(parties.map((party) => [party.id, namedParty(party)]));
  const asToday = (source: (typeof sources)[number]): SourceToday => ({
    id: source.id,
    title: { sv: source.titleSv, en: source.titleEn },
    producer: names.get(source.producerId ?? "")?.name ?? null,
  });
  const originOf = new Map(origins.map((source) => [source.id, asToday(stood(source))]));
  return {
    evidence: pieces.map((piece) => ({
      ...evidenceView(piece),
      source: asToday(piece.source),
      origin: originOf.get(piece.originId ?? "") ?? null,
    })),
    parties: [...names.values()].map(({ slug, name }) => ({ slug, name })),
  };
}

/** A piece of evidence as its row says it. */
export const evidenceView = (piece: EvidenceRow): EvidenceView => ({
  id: piece.id,
  stance: piece.stance,
  excerpt: piece.excerpt,
  language: piece.excerptLanguage,
  paragraph: piece.paragraph,
  charStart: piece.charStart,
  charEnd: piece.charEnd,
  note: { sv: piece.noteSv, en: piece.noteEn },
  source: { id: piece.source.id, title: { sv: piece.source.titleSv, en: piece.source.titleEn } },
  publishedAt: (piece.publishedAt ?? new Date(0)).toISOString(),
});
