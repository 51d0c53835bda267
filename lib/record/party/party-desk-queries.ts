import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { newest } from "../../core/published.ts";
import { asFields } from "../../desk/form/form.ts";
import { namedParty } from "./party.ts";
import type { NewPartyRole, PartyWords } from "./party-schema.ts";

export interface PartyChoice {
  readonly id: string;
  readonly name: Bilingual;
}

/** Every party of the record and the drafts, by name: the same one is entered once. */
export async function partyChoices(actor: Actor): Promise<readonly PartyChoice[]> {
  if (!atLeast(actor, "journalist")) return [];
  const rows = await db().party.findMany({
    select: { id: true, slug: true, wordings: newest },
  });
  return rows
    .map((row) => ({ id: row.id, name: namedParty(row).name }))
    .sort((a, b) => (a.name.sv || a.name.en).localeCompare(b.name.sv || b.name.en, "sv"));
}

/** A party's role in a dispute, with its name and identifiers, each in the fields of its form. Null: none within reach. */
export async function partyDraft(actor: Actor, roleId: string) {
  if (!isId(roleId) || !atLeast(actor, "journalist")) return null;
  const row = await db().partyRole.findUnique({
    where: { id: roleId },
    include: {
      party: {
        include: {
          wordings: newest,
          identifiers: { orderBy: { id: "asc" } },
        },
      },
    },
  });
  const wording = row?.party.wordings[0];
  if (!row || !wording) return null;
  const role: Omit<NewPartyRole, "partyId" | "disputeId" | "position"> = {
    side: row.side,
    title: { sv: row.titleSv, en: row.titleEn },
    says: { sv: row.saysSv, en: row.saysEn },
    held: row.held,
  };
  const words: PartyWords = {
    name: { sv: wording.nameSv, en: wording.nameEn },
    description: { sv: wording.descriptionSv, en: wording.descriptionEn },
  };
  return {
    disputeId: row.disputeId,
    party: {
      id: row.partyId,
      slug: row.party.slug,
      kind: row.party.kind,
      name: words.name,
      published: row.party.publishedAt !== null,
    },
    role: { published: row.publishedAt !== null, revision: row.revision, fields: asFields(role) },
    wording: {
      id: wording.id,
      version: wording.version,
      published: wording.publishedAt !== null,
      revision: wording.revision,
      fields: asFields(words),
    },
    identifiers: row.party.identifiers.map(({ id, scheme, value, publishedAt }) => ({
      id,
      scheme,
      value,
      published: publishedAt !== null,
    })),
  };
}

/** The newest wording of a party, for somebody whose form began from an older one. */
export async function partyWordingNow(actor: Actor, partyId: string) {
  if (!isId(partyId) || !atLeast(actor, "journalist")) return null;
  const row = await db().partyWording.findFirst({ where: { partyId }, orderBy: { version: "desc" } });
  if (!row) return null;
  const words: PartyWords = {
    name: { sv: row.nameSv, en: row.nameEn },
    description: { sv: row.descriptionSv, en: row.descriptionEn },
  };
  return { revision: row.revision, fields: asFields(words) };
}
