import "server-only";
import { db } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { SWEDEN } from "../../core/zone.ts";
import type { Look } from "./amendment-stood-queries.ts";

/** What the rows with these ids are called: parties, claims, sources, events and copies. */
export async function namesOf(
  ids: readonly string[],
  { versions, stood }: Look,
): Promise<ReadonlyMap<string, Bilingual>> {
  const names = new Map<string, Bilingual>();
  const where = { id: { in: [...new Set(ids.filter(isId))] } };
  if (where.id.in.length === 0) return names;
  const name = { ...versions, select: { nameSv: true, nameEn: true } };
  const parties = await db().party.findMany({ where, select: { id: true, slug: true, wordings: name } });
  for (const { id, slug, wordings } of parties)
    names.set(id, { sv: wordings[0]?.nameSv ?? slug, en: wordings[0]?.nameEn ?? slug });
  const text = { ...versions, select: { textSv: true, textEn: true } };
  const claims = await db().claim.findMany({ where, select: { id: true, slug: true, wordings: text } });
  for (const { id, slug, wordings } of claims)
    names.set(id, { sv: wordings[0]?.textSv ?? slug, en: wordings[0]?.textEn ?? slug });
  const title = { id: true, titleSv: true, titleEn: true } as const;
  for (const source of (await db().source.findMany({ where, select: title })).map(stood))
    names.set(source.id, { sv: source.titleSv, en: source.titleEn });
  const short = { id: true, shortSv: true, shortEn: true } as const;
  for (const event of (await db().event.findMany({ where, select: short })).map(stood))
    names.set(event.id, { sv: event.shortSv, en: event.shortEn });
  for (const copy of await db().snapshot.findMany({ where, select: { id: true, sha256: true } }))
    names.set(copy.id, { sv: copy.sha256.slice(0, 12), en: copy.sha256.slice(0, 12) });
  return names;
}

/** The zones in whose days and hours these disputes are told. */
export async function zonesOf(
  disputeIds: readonly string[],
  { versions }: Look,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db().dispute.findMany({
    where: { id: { in: [...new Set(disputeIds)] } },
    select: { id: true, wordings: { ...versions, select: { timeZone: true } } },
  });
  return new Map(rows.map(({ id, wordings: [wording] }) => [id, wording?.timeZone ?? SWEDEN]));
}
