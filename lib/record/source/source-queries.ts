import "server-only";
import { cache } from "react";
import { db } from "../../core/db.ts";
import { env } from "../../core/env.ts";
import { kept } from "../../core/kept-queries.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { id as idSchema } from "../../core/language/language-schema.ts";
import { type AsOf, publishedBy, standing } from "../../core/published.ts";
import type { AssuranceFacts } from "../../intake/assurance/assurance.ts";
import { ASSURANCE_COLUMNS, factsOf } from "../../intake/assurance/assurance-facts.ts";
import { masked } from "../../intake/message/message-mask.ts";
import { type QuoteAnnotation, quoteAnnotation } from "../../intake/quote/quote-annotation.ts";
import { clearOf, gapsOf, quotedParts } from "../../intake/quote/quote-find.ts";
import type { AmendmentView } from "../amendment/amendment.ts";
import { amendmentsOf } from "../amendment/amendment-queries.ts";
import type { Stood } from "../amendment/amendment-stood-queries.ts";
import type { ClaimLine, Passage } from "../claim/claim.ts";
import { claimLine, claimLineSelect } from "../claim/claim-line.ts";
import type { CorrectionView } from "../correction/correction.ts";
import { correctionsOn } from "../correction/correction-queries.ts";
import { disputeTitle, disputeZone } from "../dispute/dispute.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import type { MergeView } from "../merge/merge.ts";
import { mergedInto } from "../merge/merge-queries.ts";
import { type NamedParty, namedParty } from "../party/party.ts";
import type { RecheckView } from "../recheck/recheck.ts";
import { rechecksOf } from "../recheck/recheck-queries.ts";
import type { RemovalView } from "../removal/removal.ts";
import { takenDownOf } from "../removal/removal-queries.ts";
import { type CopyConcern, readConcerns } from "../snapshot/snapshot-concern.ts";
import { isDependence, reportedEdges, type SourceEdgeKind, type SourceKind } from "./source.ts";
import type { ProvenanceEdge } from "./source-graph.ts";
import { sourceTags } from "./source-tags.ts";
import {
  type SourceWithdrawalView,
  sourceWithdrawalSelect,
  sourceWithdrawalView,
} from "./source-withdrawal.ts";

export interface SourcePassage extends Passage {
  readonly id: string;
  readonly excerpt: string;
  readonly language: string;
  readonly stance: "supports" | "contradicts" | "context";
  readonly note: Bilingual;
  readonly claim: ClaimLine;
  /**
   * Where its words stand, as other tools read it (W3C Web Annotation): one target, or one for each part where it leaves
   * something out. Null where no copy has them.
   */
  readonly annotation: QuoteAnnotation | readonly QuoteAnnotation[] | null;
}

export interface SourceView {
  readonly id: string;
  readonly kind: SourceKind;
  readonly title: Bilingual;
  readonly note: Bilingual;
  readonly producer: NamedParty | null;
  /** We no longer rely on it. */
  readonly withdrawn: SourceWithdrawalView | null;
  readonly language: string;
  readonly url: string | null;
  /** EDTF. */
  readonly made: string;
  readonly public: string | null;
  readonly dispute: {
    readonly slug: string;
    readonly title: Bilingual;
    readonly demonstration: boolean;
    readonly timeZone: string;
  };
  readonly snapshots: readonly {
    readonly id: string;
    readonly sha256: string;
    readonly byteLength: number;
    readonly mediaType: string;
    readonly custody: "stored" | "kept_by_desk";
    readonly capturedAt: string;
    /** What speaks against its being what was asked for. */
    readonly concerns: readonly CopyConcern[];
  }[];
  readonly restsOn: readonly {
    readonly kind: SourceEdgeKind;
    readonly edgeId: string;
    readonly id: string;
    readonly title: Bilingual;
  }[];
  readonly carries: readonly {
    readonly kind: SourceEdgeKind;
    readonly edgeId: string;
    readonly id: string;
    readonly title: Bilingual;
  }[];
  /** How far it would outlive its link. */
  readonly assurance: AssuranceFacts;
  readonly passages: readonly SourcePassage[];
  /** How these passages stand on the live page; those that have not been looked for are left out. */
  readonly rechecks: readonly RecheckView[];
  /** Passages of other sources that report this one. */
  readonly reported: readonly SourcePassage[];
  /** What of it readers are no longer shown. */
  readonly takenDown: readonly RemovalView[];
  /** What turned out to be the same, and is a part of it now. */
  readonly merged: readonly MergeView[];
  /** What of it, of what it rests on and of its passages has been corrected, the newest first; and what has been said of it. */
  readonly amendments: readonly AmendmentView[];
  readonly corrections: readonly CorrectionView[];
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
      producer: { select: { slug: true, wordings: standing(null) } },
      dispute: { select: { slug: true, demonstration: true, wordings: standing(null) } },
      snapshots: { where: visible, orderBy: { capturedAt: "desc" }, include: ASSURANCE_COLUMNS },
      restsOn: { where: visible, include: { to: title } },
      carries: { where: visible, include: { from: title } },
      evidence,
      originOfEvidence: evidence,
      withdrawals: sourceWithdrawalSelect(null),
    },
  });
  if (!row) return null;
  const texts = await textsOf(row.evidence);
  const shown = [row, ...row.restsOn, ...row.carries, ...row.evidence].map((each) => each.id);
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
    annotation: annotationOf(piece, row, texts),
  });
  return {
    id: row.id,
    kind: row.kind,
    title: { sv: row.titleSv, en: row.titleEn },
    note: { sv: row.noteSv, en: row.noteEn },
    producer: row.producer && namedParty(row.producer),
    withdrawn: sourceWithdrawalView(row.withdrawals),
    language: row.language,
    url: row.url,
    made: row.made,
    public: row.public,
    dispute: {
      slug: row.dispute.slug,
      title: disputeTitle(row.dispute),
      timeZone: disputeZone(row.dispute),
      demonstration: row.dispute.demonstration,
    },
    snapshots: row.snapshots.map(
      ({ id: copy, sha256, byteLength, mediaType, custody, capturedAt, concerns }) => ({
        ...{ id: copy, sha256, byteLength, mediaType, custody },
        capturedAt: capturedAt.toISOString(),
        concerns: readConcerns(concerns),
      }),
    ),
    restsOn: row.restsOn.map(({ id: edgeId, kind, to }) => ({
      ...{ kind, edgeId },
      id: to.id,
      title: { sv: to.titleSv, en: to.titleEn },
    })),
    carries: row.carries.map(({ id: edgeId, kind, from }) => ({
      ...{ kind, edgeId },
      id: from.id,
      title: { sv: from.titleSv, en: from.titleEn },
    })),
    assurance: factsOf(row.snapshots),
    passages: row.evidence.map(passage),
    rechecks: await rechecksOf(
      row.evidence.map(({ id: piece }) => piece),
      null,
    ),
    reported: row.originOfEvidence.map(passage),
    takenDown: await takenDownOf([row.id]),
    merged: await mergedInto(row.id),
    amendments: await amendmentsOf({ rowIds: shown }, null),
    corrections: await correctionsOn({ rowIds: shown }, null),
  };
}

interface QuotedPiece {
  readonly excerpt: string;
  readonly snapshotId: string | null;
  readonly page: number | null;
  readonly charStart: number | null;
  readonly charEnd: number | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
}

const pageKey = (snapshotId: string, number: number) => `${snapshotId}/${number}`;

/** The pages that passages are quoted from, by copy and number. */
async function textsOf(pieces: readonly QuotedPiece[]): Promise<ReadonlyMap<string, string>> {
  const places = pieces.flatMap(({ snapshotId, page }) =>
    snapshotId !== null && page !== null ? [{ snapshotId, number: page }] : [],
  );
  if (places.length === 0) return new Map();
  const pages = await db().snapshotPage.findMany({ where: { OR: places } });
  return new Map(pages.map(({ snapshotId, number, text }) => [pageKey(snapshotId, number), text]));
}

interface QuotedSource {
  readonly id: string;
  readonly url: string | null;
  readonly snapshots: readonly {
    readonly id: string;
    readonly mediaType: string;
    readonly capturedAt: Date;
  }[];
  readonly evidence: readonly QuotedPiece[];
}

/** A passage's place in the text of its page, and what it quotes there. Null: no copy has it. */
function quotedIn(
  { excerpt, snapshotId, page, charStart: start, charEnd: end }: QuotedPiece,
  texts: ReadonlyMap<string, string>,
) {
  if (snapshotId === null || page === null || start === null || end === null) return null;
  const at = pageKey(snapshotId, page);
  const text = texts.get(at) ?? "";
  return { at, page, text, place: { start, end }, parts: quotedParts(text, { start, end }, excerpt) };
}

function annotationOf(
  piece: QuotedPiece,
  source: QuotedSource,
  texts: ReadonlyMap<string, string>,
): QuoteAnnotation | readonly QuoteAnnotation[] | null {
  const copy = source.snapshots.find(({ id }) => id === piece.snapshotId);
  const quoted = quotedIn(piece, texts);
  if (!copy || !quoted) return null;
  const { at, page, text, place, parts } = quoted;
  const copyUrl = `${env.BELAGT_BASE_URL}/sources/${source.id}/copies/${copy.id}`;
  const clear = clearOf(
    source.evidence.flatMap((each) => {
      const other = quotedIn(each, texts);
      return other?.at === at ? gapsOf(other.parts) : [];
    }),
    place,
  );
  // Masked whole and then cut: a number that a cut goes through would not be known for one.
  const shown = masked(text);
  const prefix = shown.slice(Math.max(clear.start, place.start - (piece.prefix?.length ?? 0)), place.start);
  const suffix = shown.slice(place.end, Math.min(clear.end, place.end + (piece.suffix?.length ?? 0)));
  const targets = parts.map(({ start, end }, n) =>
    quoteAnnotation(
      {
        ...{ start, end, exact: shown.slice(start, end) },
        prefix: n === 0 ? prefix : "",
        suffix: n === parts.length - 1 ? suffix : "",
      },
      {
        url: source.url ?? copyUrl,
        pdfPage: copy.mediaType === "application/pdf" ? page : null,
        text,
        capturedAt: copy.capturedAt,
        copyUrl,
      },
    ),
  );
  const [only, ...more] = targets;
  return more.length > 0 ? targets : (only ?? null);
}

/** How the public sources of a dispute depend on each other: as was entered, and as their passages report each other. */
export async function sourceEdgesOf(
  disputeId: string,
  asOf: AsOf,
  stood: Stood = (row) => row,
): Promise<ProvenanceEdge[]> {
  const visible = publishedBy(asOf);
  const end = {
    select: {
      ...{ id: true, titleSv: true, titleEn: true },
      _count: { select: { snapshots: { where: visible } } },
    },
  };
  const rows = await db().sourceEdge.findMany({
    where: { ...visible, from: { disputeId, ...visible }, to: { disputeId, ...visible } },
    orderBy: { id: "asc" },
    select: { id: true, kind: true, publishedAt: true, from: end, to: end },
  });
  const passages = await db().evidence.findMany({
    where: { ...visible, source: { disputeId, ...visible }, origin: { disputeId, ...visible } },
    orderBy: { id: "asc" },
    select: { id: true, sourceId: true, originId: true, publishedAt: true, source: end, origin: end },
  });
  // What somebody has entered says more: how the one rests on the other.
  const edges = rows.map(stood);
  const entered = new Set(
    edges.flatMap(({ kind, from, to }) => (isDependence(kind) ? [`${from.id} ${to.id}`] : [])),
  );
  const reported = reportedEdges(passages.map(stood)).flatMap(
    ({ kind, passage: { source: from, origin: to, publishedAt } }) =>
      to === null || entered.has(`${from.id} ${to.id}`) ? [] : [{ kind, publishedAt, from, to }],
  );
  const source = (end: (typeof rows)[number]["from"]) => {
    const { id, titleSv, titleEn, _count } = stood(end);
    return { id, title: { sv: titleSv, en: titleEn }, held: _count.snapshots > 0 };
  };
  return [...edges, ...reported].map(({ kind, publishedAt, from, to }) => ({
    kind,
    from: source(from),
    to: source(to),
    ...(publishedAt ? { since: publishedAt.toISOString() } : {}),
  }));
}

export const sourceOn = cache((id: string) =>
  idSchema.safeParse(id).success
    ? kept(["source", id], [sourceTags.source(id), disputeTags.everything()], () => readSource(id))
    : Promise.resolve(null),
);
