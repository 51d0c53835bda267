/** A made-up dispute about nobody, with one judged claim whose evidence is quoted, word for word, from the copy of a page. */

import { generateDispute } from "../../../e2e/fixtures/generated-dispute.ts";
import { judge } from "../../../e2e/fixtures/judged-dispute.ts";
import { demonstrationAuthor as author, demonstrationEditor as editor } from "../../../prisma/seed/seed.ts";
import { db, transaction } from "../../core/db.ts";
import { orThrow } from "../../core/result.ts";
import { sha256Of } from "../../intake/blob/blob.ts";
import { addEvidence, publishEvidence } from "../evidence/evidence-commands.ts";
import { newEvidence } from "../evidence/evidence-schema.ts";
import type { CopyToKeep } from "../snapshot/snapshot.ts";
import { writeCopy } from "../snapshot/snapshot-commands.ts";
import { addSource } from "../source/source-commands.ts";
import { newSource } from "../source/source-schema.ts";

const both = (text: string) => ({ sv: text, en: `${text} (in English)` });

/** A copy with this text as its only page. The bytes are nowhere. */
export const copyOf = (text: string, capturedAt = new Date("2019-11-01T12:00:00Z")): CopyToKeep => ({
  sha256: sha256Of(Buffer.from(text)),
  byteLength: text.length,
  mediaType: "text/html",
  capturedAt,
  fileName: null,
  publicSha256: null,
  pages: [{ number: 1, text }],
  message: null,
});

interface QuotedDispute {
  readonly slug: string;
  readonly url: string;
  readonly text: string;
  /** Each becomes a piece of evidence, the heaviest first. */
  readonly quotes: readonly string[];
}

export async function quotedDispute({ slug, url, text, quotes }: QuotedDispute) {
  await generateDispute({ slug, parties: 2, claims: 1, events: 1 });
  const claim = await db().claim.findFirstOrThrow({ where: { dispute: { slug } } });
  const { id: sourceId } = orThrow(
    await addSource(
      author,
      newSource.parse({
        ...{
          disputeId: claim.disputeId,
          kind: "article",
          title: both("En påhittad sida"),
          note: both("Påhittad."),
        },
        ...{ producerId: null, language: "sv", url, made: "2019-10", public: null },
      }),
    ),
  );
  const snapshotId = await transaction((tx) => writeCopy(tx, author, { ...copyOf(text), sourceId }));
  const evidenceIds: string[] = [];
  for (const excerpt of quotes) {
    const evidence = newEvidence.parse({
      ...{ claimId: claim.id, sourceId, originId: null, stance: "context", excerpt, excerptLanguage: "sv" },
      at: { paragraph: null, charStart: null, charEnd: null },
      ...{ page: null, unchecked: null, note: both("Ett påhittat ställe.") },
    });
    evidenceIds.push(orThrow(await addEvidence(author, evidence)).id);
  }
  orThrow(await publishEvidence(editor, { ids: evidenceIds }));
  await judge(claim.slug, "Ingen handling visar det.");
  return {
    claimId: claim.id,
    claimSlug: claim.slug,
    disputeId: claim.disputeId,
    sourceId,
    snapshotId,
    evidenceIds,
  };
}
export type QuotedDisputeIds = Awaited<ReturnType<typeof quotedDispute>>;
