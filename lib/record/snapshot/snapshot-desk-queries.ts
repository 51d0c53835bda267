import "server-only";
import { type Actor, atLeast, reachOf } from "../../core/actor.ts";
import { db, oneMoment } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { FLAGS_TO_LOOK_AT, type FlagToLookAt } from "../../intake/document/document.ts";
import type { Thread } from "../../intake/message/message.ts";
import type { DkimState } from "../../intake/message/message-dkim.ts";
import { seenRow } from "../seen/seen-queries.ts";
import type { CopyFile, Showing } from "./snapshot.ts";
import { type CopyConcern, readConcerns } from "./snapshot-concern.ts";
import { type CopyOrigin, copyOrigin, FIRST_CAPTURE } from "./snapshot-origin.ts";
import { wholeWords, writtenOut } from "./snapshot-passage.ts";
import { copyReachOf } from "./snapshot-reach.ts";
import type { PassageAddress } from "./snapshot-schema.ts";
import { conversationWith } from "./snapshot-thread.ts";

export interface DeskCopyLine {
  readonly id: string;
  readonly sha256: string;
  readonly byteLength: number;
  readonly mediaType: string;
  readonly fileName: string | null;
  /** RFC 3339. */
  readonly capturedAt: string;
  readonly custody: "stored" | "kept_by_desk";
  readonly pages: number;
  readonly published: boolean;
  readonly concerns: readonly CopyConcern[];
}

export interface DeskFault {
  readonly sha256: string;
  /** As the round through the store named it (lib/intake/blob/blob.ts). */
  readonly kind: string;
  /** RFC 3339. */
  readonly foundAt: string;
  /** The source it is a copy of; null: an account of a capture, or a timestamp. */
  readonly source: { readonly id: string; readonly title: Bilingual } | null;
}

/** What is damaged in the store and not mended yet, the oldest first. Empty for a contributor. */
export async function faultsFor(actor: Actor): Promise<DeskFault[]> {
  if (!atLeast(actor, "journalist")) return [];
  const rows = await db().blobFault.findMany({ where: { mendedAt: null }, orderBy: { foundAt: "asc" } });
  const hashes = { in: rows.map(({ sha256 }) => sha256) };
  const copies = await db().snapshot.findMany({
    where: { OR: [{ sha256: hashes }, { publicSha256: hashes }] },
    select: { sha256: true, publicSha256: true, source: true },
  });
  return rows.map(({ sha256, kind, foundAt }) => {
    const copy = copies.find((each) => each.sha256 === sha256 || each.publicSha256 === sha256);
    return {
      ...{ sha256, kind, foundAt: foundAt.toISOString() },
      source: copy
        ? { id: copy.source.id, title: { sv: copy.source.titleSv, en: copy.source.titleEn } }
        : null,
    };
  });
}

/** The copies of a source within reach, newest first. */
export async function copiesOf(actor: Actor, sourceId: string): Promise<DeskCopyLine[]> {
  const rows = await db().snapshot.findMany({
    where: { sourceId, ...copyReachOf(actor) },
    orderBy: [{ capturedAt: "desc" }, { id: "desc" }],
    include: { _count: { select: { pages: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    sha256: row.sha256,
    byteLength: row.byteLength,
    mediaType: row.mediaType,
    fileName: row.fileName,
    capturedAt: row.capturedAt.toISOString(),
    custody: row.custody,
    pages: row._count.pages,
    published: row.publishedAt !== null,
    concerns: readConcerns(row.concerns),
  }));
}

export interface DeskMessage {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly sentAt: string | null;
  readonly messageId: string | null;
  readonly dkim: DkimState;
  readonly dkimDomain: string | null;
  readonly dkimFound: unknown;
}

export interface DeskCopy extends DeskCopyLine {
  /** The word for having seen it, for whoever publishes it. */
  readonly seen: string;
  readonly source: {
    readonly id: string;
    readonly title: Bilingual;
    readonly url: string | null;
    readonly published: boolean;
  };
  readonly dispute: { readonly id: string; readonly short: Bilingual };
  /** Null: nobody has noted how it came. */
  readonly came: CopyOrigin | null;
  readonly publicSha256: string | null;
  readonly handedOverById: string | null;
  readonly showing: Showing;
  /** Why somebody must look at its file before all of it is shown. */
  readonly lookAt: readonly FlagToLookAt[];
  readonly looked: boolean;
  readonly showingReason: Bilingual | null;
  readonly text: readonly { readonly number: number; readonly text: string }[];
  readonly message: DeskMessage | null;
  /** The passages quoted from it, drafts too. */
  readonly passages: readonly {
    readonly id: string;
    readonly page: number;
    readonly start: number;
    readonly end: number;
    readonly claim: { readonly id: string; readonly number: number };
    readonly published: boolean;
  }[];
}

/** One copy with its text. Null: none within reach. */
export const copyForDesk = async (actor: Actor, id: string): Promise<DeskCopy | null> =>
  isId(id) ? oneMoment(() => readCopy(actor, id)) : null;

async function readCopy(actor: Actor, id: string): Promise<DeskCopy | null> {
  const row = await db().snapshot.findFirst({
    where: { id, ...copyReachOf(actor) },
    include: {
      pages: { orderBy: { number: "asc" } },
      message: true,
      captures: FIRST_CAPTURE,
      source: { include: { dispute: { include: { wordings: { orderBy: { version: "desc" }, take: 1 } } } } },
      evidence: {
        where: reachOf(actor),
        orderBy: [{ page: "asc" }, { charStart: "asc" }],
        include: { claim: { select: { id: true, number: true } } },
      },
    },
  });
  if (!row) return null;
  const { source, message } = row;
  const [wording] = source.dispute.wordings;
  return {
    id: row.id,
    seen: await seenRow("Snapshot", id),
    sha256: row.sha256,
    byteLength: row.byteLength,
    mediaType: row.mediaType,
    fileName: row.fileName,
    capturedAt: row.capturedAt.toISOString(),
    custody: row.custody,
    pages: row.pages.length,
    published: row.publishedAt !== null,
    concerns: readConcerns(row.concerns),
    source: {
      id: source.id,
      title: { sv: source.titleSv, en: source.titleEn },
      url: source.url,
      published: source.publishedAt !== null,
    },
    dispute: { id: source.disputeId, short: { sv: wording?.shortSv ?? "", en: wording?.shortEn ?? "" } },
    came: await copyOrigin(row.captures),
    publicSha256: row.publicSha256,
    handedOverById: row.handedOverById,
    showing: row.showing,
    lookAt: FLAGS_TO_LOOK_AT.filter((flag) => row.lookAt.includes(flag)),
    looked: row.lookedAt !== null,
    showingReason: row.showingReasonSv ? { sv: row.showingReasonSv, en: row.showingReasonEn } : null,
    text: row.pages.map(({ number, text }) => ({ number, text })),
    message: message && {
      from: message.from,
      to: message.to,
      cc: message.cc,
      subject: message.subject,
      sentAt: message.sentAt?.toISOString() ?? null,
      messageId: message.messageId,
      dkim: message.dkim,
      dkimDomain: message.dkimDomain,
      dkimFound: message.dkimFound,
    },
    passages: row.evidence.flatMap(({ id: piece, page, charStart, charEnd, claim, publishedAt }) =>
      page === null || charStart === null || charEnd === null
        ? []
        : [{ id: piece, page, start: charStart, end: charEnd, claim, published: publishedAt !== null }],
    ),
  };
}

export interface DeskThreadMessage {
  readonly copyId: string;
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly from: string;
  readonly subject: string;
  /** RFC 3339. */
  readonly sentAt: string | null;
}

/** The conversation that an e-mail belongs to, among the copies in its dispute. Null: the copy is no e-mail. */
export async function threadOf(actor: Actor, copyId: string): Promise<Thread<DeskThreadMessage> | null> {
  if (!isId(copyId)) return null;
  const inItsDispute = {
    source: { dispute: { sources: { some: { snapshots: { some: { id: copyId } } } } } },
  };
  const rows = await db().message.findMany({
    where: { snapshot: { AND: [copyReachOf(actor), inItsDispute] } },
    orderBy: { snapshotId: "asc" },
  });
  const messages = rows.map(
    ({ snapshotId, messageId, inReplyTo, references, from, subject, sentAt }): DeskThreadMessage => ({
      ...{ copyId: snapshotId, messageId, inReplyTo, references, from, subject },
      sentAt: sentAt?.toISOString() ?? null,
    }),
  );
  const own = messages.find((message) => message.copyId === copyId);
  return own ? conversationWith(own, messages) : null;
}

export interface PassageToQuote {
  readonly sourceId: string;
  /** The words as they stand in the copy, on one line. */
  readonly excerpt: string;
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** The passage that an address points at, in a copy of this dispute. Null: there is no such one within reach. */
export async function passageToQuote(
  actor: Actor,
  disputeId: string,
  { copy, page, start, end }: PassageAddress,
): Promise<PassageToQuote | null> {
  const row = await db().snapshotPage.findFirst({
    where: {
      snapshotId: copy,
      number: page,
      snapshot: { AND: [copyReachOf(actor), { source: { disputeId } }] },
    },
    select: { text: true, snapshot: { select: { sourceId: true } } },
  });
  const place = row && end <= row.text.length ? wholeWords(row.text, { start, end }) : null;
  return (
    row && place && { sourceId: row.snapshot.sourceId, excerpt: writtenOut(row.text, place), page, ...place }
  );
}

/** A draft PDF whose public file may be made anew. Null: no such copy is this actor's to choose for. */
export async function copyToRemake(
  actor: Actor,
  id: string,
): Promise<{ readonly sha256: string; readonly showing: Showing } | null> {
  if (!isId(id) || !atLeast(actor, "journalist")) return null;
  return db().snapshot.findFirst({
    where: { id, publishedAt: null, custody: "stored", mediaType: "application/pdf" },
    select: { sha256: true, showing: true },
  });
}

/** The copy without metadata, for those at the desk who may see it; the bytes as they came are given to nobody. */
export async function fileForDesk(actor: Actor, id: string): Promise<CopyFile | null> {
  if (!isId(id)) return null;
  const row = await db().snapshot.findFirst({
    where: { id, custody: "stored", publicSha256: { not: null }, ...copyReachOf(actor) },
    select: { publicSha256: true, mediaType: true, fileName: true },
  });
  return row?.publicSha256
    ? { sha256: row.publicSha256, mediaType: row.mediaType, fileName: row.fileName }
    : null;
}
