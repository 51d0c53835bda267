import "server-only";
import { unstable_cache } from "next/cache";
import { cache } from "react";
import type { ClaimLine, Passage } from "../claim/claim.ts";
import { claimLine, claimLineSelect } from "../claim/claim-line.ts";
import { db } from "../db.ts";
import { disputeTitle } from "../dispute/dispute.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import type { Bilingual } from "../language/language.ts";
import { id as idSchema } from "../language/language-schema.ts";
import { type NamedParty, namedParty } from "../party/party.ts";
import { newestWording, publishedBy } from "../published.ts";
import type { SourceEdgeKind, SourceKind } from "./source.ts";
import { sourceTags } from "./source-tags.ts";

export interface SourcePassage extends Passage {
  readonly id: string;
  readonly excerpt: string;
  readonly language: string;
  readonly stance: "supports" | "contradicts" | "context";
  readonly note: Bilingual;
  readonly claim: ClaimLine;
}

export interface SourceView {
  readonly id: string;
  readonly kind: SourceKind;
  readonly title: Bilingual;
  readonly note: Bilingual;
  readonly producer: NamedParty | null;
  readonly language: string;
  readonly url: string | null;
  /** EDTF. */
  readonly made: string;
  readonly public: string | null;
  readonly dispute: { readonly slug: string; readonly title: Bilingual; readonly demonstration: boolean };
  readonly snapshots: readonly {
    readonly sha256: string;
    readonly byteLength: number;
    readonly mediaType: string;
    readonly custody: "stored" | "kept_by_desk";
    readonly capturedAt: string;
  }[];
  readonly restsOn: readonly {
    readonly kind: SourceEdgeKind;
    readonly id: string;
    readonly title: Bilingual;
  }[];
  readonly carries: readonly {
    readonly kind: SourceEdgeKind;
    readonly id: string;
    readonly title: Bilingual;
  }[];
  readonly passages: readonly SourcePassage[];
  /** Passages of other sources that report this one. */
  readonly reported: readonly SourcePassage[];
}

/** Reads a source with its copies, its dependences and the passages used. Null: no such source is public. */
export async function readSource(id: string): Promise<SourceView | null> {
  if (!idSchema.safeParse(id).success) return null;
  const visible = publishedBy(null);
  const title = { select: { id: true, titleSv: true, titleEn: true } };
  const evidence = {
    where: visible,
    orderBy: [{ charStart: "asc" as const }, { id: "asc" as const }],
    include: { claim: { select: claimLineSelect(null) } },
  };
  const row = await db().source.findFirst({
    where: { id, ...visible },
    include: {
      producer: { select: { slug: true, wordings: newestWording(null) } },
      dispute: { select: { slug: true, demonstration: true, wordings: newestWording(null) } },
      snapshots: { where: visible, orderBy: { capturedAt: "desc" } },
      restsOn: { where: visible, include: { to: title } },
      carries: { where: visible, include: { from: title } },
      evidence,
      originOfEvidence: evidence,
    },
  });
  if (!row) return null;
  const passage = (piece: (typeof row.evidence)[number]): SourcePassage => ({
    id: piece.id,
    excerpt: piece.excerpt,
    language: piece.excerptLanguage,
    stance: piece.stance,
    paragraph: piece.paragraph,
    charStart: piece.charStart,
    charEnd: piece.charEnd,
    note: { sv: piece.noteSv, en: piece.noteEn },
    claim: claimLine(piece.claim),
  });
  return {
    id: row.id,
    kind: row.kind,
    title: { sv: row.titleSv, en: row.titleEn },
    note: { sv: row.noteSv, en: row.noteEn },
    producer: row.producer && namedParty(row.producer),
    language: row.language,
    url: row.url,
    made: row.made,
    public: row.public,
    dispute: {
      slug: row.dispute.slug,
      title: disputeTitle(row.dispute),
      demonstration: row.dispute.demonstration,
    },
    snapshots: row.snapshots.map(({ sha256, byteLength, mediaType, custody, capturedAt }) => ({
      sha256,
      byteLength,
      mediaType,
      custody,
      capturedAt: capturedAt.toISOString(),
    })),
    restsOn: row.restsOn.map(({ kind, to }) => ({
      kind,
      id: to.id,
      title: { sv: to.titleSv, en: to.titleEn },
    })),
    carries: row.carries.map(({ kind, from }) => ({
      kind,
      id: from.id,
      title: { sv: from.titleSv, en: from.titleEn },
    })),
    passages: row.evidence.map(passage),
    reported: row.originOfEvidence.map(passage),
  };
}

export const sourceOn = cache((id: string) =>
  idSchema.safeParse(id).success
    ? unstable_cache(() => readSource(id), ["source", id], {
        tags: [sourceTags.source(id), disputeTags.everything()],
      })()
    : Promise.resolve(null),
);
