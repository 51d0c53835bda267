import "server-only";
import { type Actor, ownOf, reachOf } from "../auth/actor.ts";
import { db } from "../db.ts";
import { isId } from "../language/language-schema.ts";
import { newestName } from "../party/party.ts";
import { newest } from "../published.ts";
import type { NewEvidence } from "./evidence-schema.ts";

/** What the form of a piece of evidence offers to choose from, in one dispute. */
export async function evidenceChoices(actor: Actor, disputeId: string) {
  const reach = reachOf(actor);
  const sources = await db().source.findMany({
    where: { disputeId, ...reach },
    orderBy: { id: "desc" },
    select: { id: true, titleSv: true, titleEn: true },
  });
  const parties = await db().party.findMany({
    where: { roles: { some: { disputeId } }, ...reach },
    orderBy: { slug: "asc" },
    select: { id: true, wordings: newest },
  });
  return {
    sources: sources.map(({ id, titleSv, titleEn }) => ({ id, title: { sv: titleSv, en: titleEn } })),
    parties: parties.map(newestName),
  };
}

/** One draft piece of evidence, as its form has it. Null: none that this actor may change. */
export async function evidenceDraft(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const row = await db().evidence.findFirst({
    where: { id, publishedAt: null, ...ownOf(actor) },
    include: { claim: { select: { id: true, disputeId: true } } },
  });
  if (!row) return null;
  const { claimId, sourceId, originId, stance, excerpt, excerptLanguage, paragraph, charStart, charEnd } =
    row;
  const evidence: NewEvidence = {
    ...{ claimId, sourceId, originId, stance, excerpt, excerptLanguage },
    at: { paragraph, charStart, charEnd },
    note: { sv: row.noteSv, en: row.noteEn },
  };
  return { id, revision: row.revision, disputeId: row.claim.disputeId, evidence };
}
