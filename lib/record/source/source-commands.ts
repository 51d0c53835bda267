import "server-only";
import { type Actor, atLeast, ownOf } from "../../core/actor.ts";
import { columns } from "../../core/columns.ts";
import { asBegun, command, created, type DraftRef, revised } from "../../core/command.ts";
import { swedishDay } from "../../core/date-words/date-words.ts";
import type { Transaction } from "../../core/db.ts";
import { refused } from "../../core/result.ts";
import { askForCapture } from "../capture/capture-commands.ts";
import type { CopyToKeep } from "../snapshot/snapshot.ts";
import {
  type NewSnapshot,
  type NewSource,
  type NewSourceEdge,
  type SourceFacts,
  type SourceLink,
  titleFrom,
} from "./source-schema.ts";

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
 * The source behind a link: the one of the dispute that has that address, also when it was entered with another
 * fragment, or a new draft that says no more than is known.
 */
export async function sourceOfLink(
  tx: Transaction,
  actor: Actor,
  {
    disputeId,
    link,
    language,
  }: { disputeId: string; link: SourceLink & { made?: string | null }; language: string },
  now: Date,
): Promise<string> {
  const page = new URL(link.url);
  page.hash = "";
  const known = await tx.source.findFirst({
    where: { disputeId, url: { in: [page.href, link.url] } },
    select: { id: true, url: true, _count: { select: { captures: true, snapshots: true } } },
  });
  if (known) {
    const { captures, snapshots } = known._count;
    if (captures + snapshots === 0 && atLeast(actor, "journalist"))
      await askForCapture(tx, actor, { sourceId: known.id, url: known.url ?? page.href });
    return known.id;
  }
  const title = link.title ?? (page.host + page.pathname).slice(0, 160);
  // Where nobody says when it was made, that it was there today is all that is certain.
  const made = link.made ?? `../${swedishDay(now.toISOString())}`;
  const { id } = await tx.source.create({
    data: {
      ...sourceRow({
        disputeId,
        kind: "article",
        title: { sv: title, en: title },
        note: { sv: "", en: "" },
        producerId: link.producerId,
        language,
        url: page.href,
        made,
        public: made,
      }),
      createdBy: actor.id,
    },
    select: { id: true },
  });
  // A contributor's suggestion is read by somebody of the desk before we go where it points.
  if (atLeast(actor, "journalist")) await askForCapture(tx, actor, { sourceId: id, url: page.href });
  return id;
}

interface FileToEnter {
  readonly disputeId: string;
  readonly about: SourceFacts;
  readonly copy: Pick<CopyToKeep, "fileName" | "message" | "sha256">;
  /** What the document calls itself. */
  readonly ownTitle: string | null;
  readonly language: string;
}

/**
 * The source that a file is a copy of: the one of the dispute whose copy it is already, or a new draft.
 *
 * Part of entering evidence, which has checked who asks.
 */
export async function sourceOfFile(
  tx: Transaction,
  actor: Actor,
  { disputeId, about, copy, ownTitle, language }: FileToEnter,
  now: Date,
): Promise<string> {
  const known = await tx.source.findFirst({
    where: { disputeId, snapshots: { some: { sha256: copy.sha256 } } },
    select: { id: true },
  });
  if (known) return known.id;
  const { message } = copy;
  const named = about.title ?? message?.subject ?? ownTitle ?? copy.fileName;
  const title = titleFrom(named, copy.sha256.slice(0, 12));
  const sent = message?.sentAt ? swedishDay(message.sentAt.toISOString()) : null;
  const { id } = await tx.source.create({
    data: {
      ...sourceRow({
        disputeId,
        kind: message ? "email" : "other",
        title: { sv: title, en: title },
        note: { sv: "", en: "" },
        producerId: about.producerId,
        language,
        url: null,
        made: about.made ?? sent ?? `../${swedishDay(now.toISOString())}`,
        public: null,
      }),
      createdBy: actor.id,
    },
    select: { id: true },
  });
  return id;
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
