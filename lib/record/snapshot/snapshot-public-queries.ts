import "server-only";
import { cache } from "react";
import { db } from "../../core/db.ts";
import { kept } from "../../core/kept-queries.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { publishedBy, standing } from "../../core/published.ts";
import type { AssuranceFacts } from "../../intake/assurance/assurance.ts";
import { ASSURANCE_COLUMNS, factsOf } from "../../intake/assurance/assurance-facts.ts";
import type { DkimState } from "../../intake/message/message-dkim.ts";
import { masked, standing as unmasked } from "../../intake/message/message-mask.ts";
import type { TextPosition } from "../../intake/quote/quote.ts";
import { clearOf, gapsOf, quotedParts } from "../../intake/quote/quote-find.ts";
import { fragmentAddress } from "../../intake/quote/quote-fragment.ts";
import type { ClaimLine } from "../claim/claim.ts";
import { claimLine, claimLineSelect } from "../claim/claim-line.ts";
import { disputeTitle } from "../dispute/dispute.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import { sourceTags } from "../source/source-tags.ts";
import type { CopyFile, Showing } from "./snapshot.ts";
import { type CopyConcern, readConcerns } from "./snapshot-concern.ts";
import { type CopyOrigin, copyOrigin, FIRST_CAPTURE } from "./snapshot-origin.ts";
import { type Excerpt, excerptOf } from "./snapshot-passage.ts";

/** A passage that is quoted from a copy. */
export interface CopyPassage {
  readonly id: string;
  readonly page: number;
  /** In the text of the page, UTF-16 units, half open. */
  readonly start: number;
  readonly end: number;
  readonly language: string;
  readonly stance: "supports" | "contradicts" | "context";
  readonly excerpt: Excerpt;
  readonly claim: ClaimLine;
  /** The words on the page as it is today; null: it has no address. */
  readonly live: string | null;
}

export interface CopyMessage {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  /** RFC 3339. */
  readonly sentAt: string | null;
  readonly dkim: DkimState;
  readonly dkimDomain: string | null;
}

export interface CopyView {
  readonly id: string;
  readonly source: { readonly id: string; readonly title: Bilingual; readonly url: string | null };
  readonly dispute: { readonly slug: string; readonly title: Bilingual; readonly demonstration: boolean };
  readonly sha256: string;
  readonly byteLength: number;
  readonly mediaType: string;
  readonly custody: "stored" | "kept_by_desk";
  /** RFC 3339. */
  readonly capturedAt: string;
  readonly came: CopyOrigin | null;
  readonly concerns: readonly CopyConcern[];
  readonly assurance: AssuranceFacts;
  readonly message: CopyMessage | null;
  readonly showing: Showing;
  readonly showingReason: Bilingual | null;
  /** Whether its file can be fetched. Nothing is masked in a file, so one that would need it is given to nobody. */
  readonly hasFile: boolean;
  /** It could be, but for that. */
  readonly fileKept: boolean;
  /** How many pages of text we have, shown or not. */
  readonly pages: number;
  /** The text, when all of it is shown and not only as pictures; otherwise nothing but what is in the passages leaves the database. */
  readonly text: readonly { readonly number: number; readonly text: string }[];
  readonly passages: readonly CopyPassage[];
}

/** A published copy: what it is, and as much of its text as the public may see. Addresses of persons are masked. */
export async function readCopy(sourceId: string, id: string): Promise<CopyView | null> {
  if (!isId(id) || !isId(sourceId)) return null;
  const visible = publishedBy(null);
  const row = await db().snapshot.findFirst({
    where: { id, sourceId, ...visible, source: visible },
    include: {
      ...ASSURANCE_COLUMNS,
      message: true,
      captures: FIRST_CAPTURE,
      pages: { orderBy: { number: "asc" } },
      source: {
        include: { dispute: { select: { slug: true, demonstration: true, wordings: standing(null) } } },
      },
      evidence: {
        where: visible,
        orderBy: [{ page: "asc" }, { charStart: "asc" }, { id: "asc" }],
        include: { claim: { select: claimLineSelect(null) } },
      },
    },
  });
  if (!row) return null;
  const { source, message } = row;
  // Masked whole and then cut: a number that a cut goes through would not be known for one.
  const texts = new Map(row.pages.map(({ number, text }) => [number, { shown: masked(text) }]));
  const isFileShown = row.showing !== "excerpts" && row.custody === "stored" && row.publicSha256 !== null;
  const isPrivate = hasPrivate(row.pages);
  const isPdf = row.mediaType === "application/pdf";
  const quoted = row.evidence.flatMap((piece) => {
    const { page, charStart: start, charEnd: end } = piece;
    const text = row.pages.find(({ number }) => number === page)?.text;
    if (page === null || start === null || end === null || text === undefined) return [];
    const place = { start, end };
    return [{ piece, page, place, parts: quotedParts(text, place, piece.excerpt) }];
  });
  const passages = quoted.map(({ piece, page, place, parts }): CopyPassage => {
    const shown = texts.get(page)?.shown ?? "";
    const gaps = quoted.flatMap((one) => (one.page === page ? gapsOf(one.parts) : []));
    return {
      ...{ id: piece.id, page, ...place },
      language: piece.excerptLanguage,
      stance: piece.stance,
      excerpt: excerptOf(shown, place, parts, gaps),
      claim: claimLine(piece.claim),
      live: source.url && liveAddress(source.url, shown, { parts, gaps }, piece, isPdf ? page : null),
    };
  });
  return {
    id: row.id,
    source: { id: source.id, title: { sv: source.titleSv, en: source.titleEn }, url: source.url },
    dispute: {
      slug: source.dispute.slug,
      title: disputeTitle(source.dispute),
      demonstration: source.dispute.demonstration,
    },
    sha256: row.sha256,
    byteLength: row.byteLength,
    mediaType: row.mediaType,
    custody: row.custody,
    capturedAt: row.capturedAt.toISOString(),
    came: await copyOrigin(row.captures),
    concerns: readConcerns(row.concerns),
    assurance: factsOf([row]),
    message: message && {
      from: masked(message.from),
      to: message.to.map(masked),
      cc: message.cc.map(masked),
      subject: masked(message.subject),
      sentAt: message.sentAt?.toISOString() ?? null,
      dkim: message.dkim,
      dkimDomain: message.dkimDomain,
    },
    showing: row.showing,
    showingReason: row.showingReasonSv ? { sv: row.showingReasonSv, en: row.showingReasonEn } : null,
    hasFile: isFileShown && !isPrivate,
    fileKept: isFileShown && isPrivate,
    pages: row.pages.length,
    text:
      row.showing === "whole"
        ? row.pages.map(({ number }) => ({ number, text: texts.get(number)?.shown ?? "" }))
        : [],
    passages,
  };
}

/** A quotation in a page: its parts, and what the quotations of the page leave out. */
interface Quoted {
  readonly parts: readonly TextPosition[];
  readonly gaps: readonly TextPosition[];
}

/**
 * The passage on the live page: its first part, where it leaves something out. What would have to be masked is not said in
 * an address either.
 *
 * @param shown - the text of the page, masked whole
 */
function liveAddress(
  url: string,
  shown: string,
  { parts: [first, ...rest], gaps }: Quoted,
  {
    prefix,
    suffix,
    otherPlaces,
  }: {
    readonly prefix: string | null;
    readonly suffix: string | null;
    readonly otherPlaces: number | null;
  },
  pdfPage: number | null,
): string {
  const { start, end } = first ?? { start: 0, end: 0 };
  const words = shown.slice(start, end);
  const clear = clearOf(gaps, { start, end });
  const before = shown.slice(Math.max(clear.start, start - (prefix?.length ?? 0)), start);
  const behind = shown.slice(end, Math.min(clear.end, end + (suffix?.length ?? 0)));
  const quote = {
    exact: unmasked(words, "before") === words ? words : "",
    prefix: unmasked(before, "before"),
    suffix: rest.length > 0 ? "" : unmasked(behind, "behind"),
  };
  return fragmentAddress(url, quote, { pdfPage, others: otherPlaces ?? 0 });
}

export const copyOn = cache((sourceId: string, id: string) =>
  isId(sourceId) && isId(id)
    ? kept(["copy", sourceId, id], [sourceTags.source(sourceId), disputeTags.everything()], () =>
        readCopy(sourceId, id),
      )
    : Promise.resolve(null),
);

/** Whether something in a copy's text is masked before anybody sees it. */
const hasPrivate = (pages: readonly { readonly text: string }[]): boolean =>
  pages.some(({ text }) => masked(text) !== text);

/**
 * The file of a published copy that is shown whole, or as pictures. Never the bytes as they came, never what they were called, and none
 * whose text has to be masked.
 */
export async function publicFile(sourceId: string, id: string): Promise<CopyFile | null> {
  if (!isId(id) || !isId(sourceId)) return null;
  const visible = publishedBy(null);
  const row = await db().snapshot.findFirst({
    where: {
      ...{ id, sourceId, custody: "stored", showing: { not: "excerpts" }, publicSha256: { not: null } },
      ...visible,
      source: visible,
    },
    select: { publicSha256: true, mediaType: true, pages: { select: { text: true } } },
  });
  return row?.publicSha256 && !hasPrivate(row.pages)
    ? { sha256: row.publicSha256, mediaType: row.mediaType, fileName: null }
    : null;
}
