import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { newest } from "../../core/published.ts";
import { asFields } from "../../desk/form/form.ts";
import { newestName } from "../party/party.ts";
import { claimText } from "./claim.ts";
import type { ClaimNature, ClaimWords } from "./claim-schema.ts";

export interface WordedClaim {
  readonly id: string;
  readonly text: Bilingual;
}

/** Every claim of the record and the drafts by its newest wording: what is being typed may be there already. */
export async function allClaimTexts(actor: Actor): Promise<readonly WordedClaim[]> {
  if (!atLeast(actor, "journalist")) return [];
  const rows = await db().claim.findMany({
    select: {
      id: true,
      wordings: { ...newest, select: { textSv: true, textEn: true } },
    },
  });
  return rows.flatMap(({ id, wordings: [wording] }) =>
    wording ? [{ id, text: { sv: wording.textSv, en: wording.textEn } }] : [],
  );
}

/** A claim's words, and what it is, each in the fields of its form. Null: none within reach. */
export async function claimDraft(actor: Actor, id: string) {
  if (!isId(id) || !atLeast(actor, "journalist")) return null;
  const row = await db().claim.findUnique({
    where: { id },
    include: {
      wordings: newest,
      interests: { orderBy: { id: "asc" } },
      notConcerned: { orderBy: { id: "asc" }, include: { party: { include: { wordings: newest } } } },
      relations: {
        orderBy: { id: "asc" },
        include: { to: { include: { wordings: newest } } },
      },
    },
  });
  const wording = row?.wordings[0];
  if (!row || !wording) return null;
  const words: ClaimWords = {
    text: { sv: wording.textSv, en: wording.textEn },
    short: { sv: wording.shortSv, en: wording.shortEn },
    restatedBy: { sv: wording.restatedBySv, en: wording.restatedByEn },
  };
  const nature: ClaimNature = {
    kind: row.kind,
    interests: row.interests.map(({ partyId, about, gainsIf }) => ({ partyId, about, gainsIf })),
  };
  return {
    disputeId: row.disputeId,
    number: row.number,
    text: words.text,
    published: row.publishedAt !== null,
    revision: row.revision,
    nature: asFields(nature),
    wording: {
      id: wording.id,
      version: wording.version,
      published: wording.publishedAt !== null,
      revision: wording.revision,
      fields: asFields(words),
    },
    notConcerned: row.notConcerned.map(({ id: each, party, reasonSv, reasonEn, publishedAt }) => ({
      id: each,
      party: newestName(party).name,
      reason: { sv: reasonSv, en: reasonEn },
      published: publishedAt !== null,
    })),
    relations: row.relations.map(({ id: relationId, kind, publishedAt, to }) => ({
      id: relationId,
      kind,
      published: publishedAt !== null,
      to: {
        number: to.number,
        text: claimText(to),
      },
    })),
  };
}
