import "server-only";
import { type Actor, atLeast, ownOf } from "../../core/actor.ts";
import { columns } from "../../core/columns.ts";
import { asBegun, command, created, type DraftRef, revised } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import { done, type Result, refused } from "../../core/result.ts";
import { dayIn } from "../../core/zone.ts";
import { askForCapture } from "../capture/capture-commands.ts";
import { disputeZone } from "../dispute/dispute.ts";
import { addProducer } from "../party/party-commands.ts";
import type { NewProducer } from "../party/party-schema.ts";
import type { CopyToKeep } from "../snapshot/snapshot.ts";
import { pageKey, withoutPlace } from "./source-page.ts";
import {
  type NewSnapshot,
  type NewSource,
  type NewSourceEdge,
  type SourceEntry,
  type SourceFacts,
  type SourceLink,
  titleFrom,
} from "./source-schema.ts";
import { addressTitle } from "./source-title.ts";

/** A source as it is kept. */
export const sourceRow = ({ title, note, ...source }: NewSource) => ({
  ...source,
  ...columns("title", title),
  ...columns("note", note),
});

/** Adds a source: a document, message or page, whether or not we have seen it. */
export const addSource = command(
  { name: "source.add", role: "contributor" },
  async (tx, actor, source: NewSource) => {
    // A contributor's suggestions are for disputes that everybody can read.
    const dispute = await tx.dispute.count({
      where: {
        id: source.disputeId,
        ...(atLeast(actor, "journalist") ? {} : { publishedAt: { not: null } }),
      },
    });
    if (dispute === 0) return refused("unknown-dispute");
    return created(tx.source.create({ data: { ...sourceRow(source), createdBy: actor.id } }));
  },
);

/**
 * The party that made a source: the one that was chosen, or one that is made with it.
 *
 * Part of entering sources.
 */
async function producerOf(
  actor: Actor,
  disputeId: string,
  { producerId, producer }: { producerId: string | null; producer?: NewProducer | null | undefined },
): Promise<Result<string | null, string>> {
  if (!producer) return done(producerId);
  const made = await addProducer(actor, { disputeId, producer });
  return made.ok ? done(made.value.id) : made;
}

/** What the desk's form asks for: a source, and whoever made it where that is no party yet. */
export const enterSource = command(
  { name: "source.enter", role: "contributor" },
  async (_tx, actor, { producer, ...source }: SourceEntry) => {
    const made = await producerOf(actor, source.disputeId, { ...source, producer });
    return made.ok ? addSource(actor, { ...source, producerId: made.value }) : made;
  },
);

/** The zone of a dispute, whose "today" is that of what is entered in it. */
async function zoneOf(tx: Transaction, disputeId: string): Promise<string> {
  const wordings = await tx.disputeWording.findMany({
    where: { disputeId },
    orderBy: { version: "desc" },
    take: 1,
    select: { timeZone: true },
  });
  return disputeZone({ wordings });
}

/**
 * The source behind a link: the one of the dispute that is the same page, under whichever address it was entered, or a new
 * draft that says no more than is known. Refused when it is new, and nobody knows in what language it is.
 */
export async function sourceOfLink(
  tx: Transaction,
  actor: Actor,
  {
    disputeId,
    link,
    language,
  }: { disputeId: string; link: SourceLink & { made?: string | null }; language: string | null },
  now: Date,
): Promise<Result<string, string>> {
  const href = withoutPlace(link.url);
  const page = new URL(href);
  const known = await sourceAt(tx, disputeId, href);
  if (known) {
    const { captures, snapshots } = known._count;
    if (captures + snapshots === 0 && atLeast(actor, "journalist"))
      await askForCapture(tx, actor, { sourceId: known.id, url: known.url ?? href });
    return done(known.id);
  }
  if (language === null) return refused("which-language", "excerptLanguage");
  const producer = await producerOf(actor, disputeId, link);
  if (!producer.ok) return producer;
  const title = link.title ?? addressTitle(page.href);
  // Where nobody says when it was made, that it was there today is all that is certain.
  const made = link.made ?? `../${dayIn(now.getTime(), await zoneOf(tx, disputeId))}`;
  const { id } = await tx.source.create({
    data: {
      ...sourceRow({
        disputeId,
        kind: "article",
        title: { sv: title, en: title },
        note: { sv: "", en: "" },
        producerId: producer.value,
        language,
        url: href,
        made,
        public: made,
      }),
      createdBy: actor.id,
    },
    select: { id: true },
  });
  // A contributor's suggestion is read by somebody of the desk before we go where it points.
  if (atLeast(actor, "journalist")) await askForCapture(tx, actor, { sourceId: id, url: href });
  return done(id);
}

/** The source of a dispute that is the page at an address, under whichever spelling it was entered. */
async function sourceAt(tx: Transaction, disputeId: string, url: string) {
  const key = pageKey(url);
  const sources = await tx.source.findMany({
    where: { disputeId, url: { not: null } },
    orderBy: { id: "asc" },
    select: { id: true, url: true, _count: { select: { captures: true, snapshots: true } } },
  });
  return (
    sources.find((source) => source.url === url) ??
    sources.find((source) => key !== null && source.url !== null && pageKey(source.url) === key)
  );
}

interface FileToEnter {
  readonly disputeId: string;
  readonly about: SourceFacts;
  readonly copy: Pick<CopyToKeep, "fileName" | "message" | "sha256">;
  /** What the document calls itself. */
  readonly ownTitle: string | null;
  readonly language: string | null;
}

/**
 * The source that a file is a copy of: the one of the dispute whose copy it is already, or a new draft.
 *
 * Part of entering evidence, which has checked who asks.
 *
 * @returns null when it is new, and nobody knows in what language it is
 */
export async function sourceOfFile(
  tx: Transaction,
  actor: Actor,
  { disputeId, about, copy, ownTitle, language }: FileToEnter,
  now: Date,
): Promise<Result<string, string>> {
  const known = await tx.source.findFirst({
    where: { disputeId, snapshots: { some: { sha256: copy.sha256 } } },
    select: { id: true },
  });
  if (known) return done(known.id);
  if (language === null) return refused("which-language", "excerptLanguage");
  const producer = await producerOf(actor, disputeId, about);
  if (!producer.ok) return producer;
  const { message } = copy;
  const named = about.title ?? message?.subject ?? ownTitle ?? copy.fileName;
  const title = titleFrom(named, copy.sha256.slice(0, 12));
  const zone = await zoneOf(tx, disputeId);
  const sent = message?.sentAt ? dayIn(message.sentAt.getTime(), zone) : null;
  const { id } = await tx.source.create({
    data: {
      ...sourceRow({
        disputeId,
        kind: message ? "email" : "other",
        title: { sv: title, en: title },
        note: { sv: "", en: "" },
        producerId: producer.value,
        language,
        url: null,
        made: about.made ?? sent ?? `../${dayIn(now.getTime(), zone)}`,
        public: null,
      }),
      createdBy: actor.id,
    },
    select: { id: true },
  });
  return done(id);
}

/** Changes a draft source; contributors their own. */
export const reviseSource = command(
  { name: "source.revise", role: "contributor" },
  (tx, actor, { source, ...ref }: DraftRef & { source: NewSource }) =>
    revised(
      ref,
      tx.source.updateMany({
        where: { ...asBegun(ref), ...ownOf(actor), disputeId: source.disputeId },
        data: { ...sourceRow(source), revision: { increment: 1 } },
      }),
      () => tx.source.findFirst({ where: { id: ref.id, ...ownOf(actor) } }),
    ),
);

/** Records the copy that makes a source one we have seen. */
export const addSnapshot = command(
  { name: "source.add-copy", role: "journalist" },
  (tx, actor, snapshot: NewSnapshot) =>
    created(tx.snapshot.create({ data: { ...snapshot, createdBy: actor.id } })),
);

/** Says that one source depends on another. */
export const linkSources = command(
  { name: "source.link", role: "journalist" },
  async (tx, actor, edge: NewSourceEdge) => {
    const ends = await tx.source.findMany({
      where: { id: { in: [edge.fromId, edge.toId] } },
      select: { disputeId: true },
    });
    if (ends.length !== 2 || ends[0]?.disputeId !== ends[1]?.disputeId) {
      return refused("unknown-reference", "toId");
    }
    return created(tx.sourceEdge.create({ data: { ...edge, createdBy: actor.id } }));
  },
);
