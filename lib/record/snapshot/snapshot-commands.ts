import "server-only";
import type { Actor } from "../../core/actor.ts";
import { columns } from "../../core/columns.ts";
import { command } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import { env } from "../../core/env.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { done, refused } from "../../core/result.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import { queueJob } from "../../desk/job/job-commands.ts";
import { outsideArchives } from "../../intake/outside-copy/outside-copy.ts";
import { timestampAuthorities } from "../../intake/timestamp/timestamp.ts";
import { appendToLog } from "../record-log/record-log-commands.ts";
import { holdRow } from "../seen/seen-commands.ts";
import { type CopyToKeep, copyKind, type Showing } from "./snapshot.ts";

/**
 * Enters a copy with its text. The same bytes of the same source are one copy, however often they come: the answer is
 * the row that is there.
 *
 * Part of commands that keep what was fetched or handed in.
 */
export async function writeCopy(
  tx: Transaction,
  actor: Actor,
  {
    sourceId,
    pages,
    message,
    concerns = [],
    lookAt = [],
    ...copy
  }: CopyToKeep & { readonly sourceId: string },
): Promise<string> {
  // Whoever comes second at the same moment waits here for the first, and finds its row.
  const made = await tx.snapshot.createManyAndReturn({
    data: [
      {
        ...copy,
        concerns: [...concerns],
        lookAt: [...lookAt],
        sourceId,
        custody: "stored",
        createdBy: actor.id,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  const { id } = made[0] ?? (await knownCopy(tx, { sourceId, sha256: copy.sha256, concerns }));
  await tx.snapshotPage.createMany({
    data: pages.map(({ number, text }) => ({ snapshotId: id, number, text: text.replaceAll("\0", "") })),
    skipDuplicates: true,
  });
  if (message) {
    const { references, to, cc, ...row } = message;
    await tx.message.createMany({
      data: [{ snapshotId: id, ...row, references: [...references], to: [...to], cc: [...cc] }],
      skipDuplicates: true,
    });
  }
  return id;
}

/** The same bytes again: what spoke against them does so no more, when they have come without it. */
async function knownCopy(
  tx: Transaction,
  { concerns, ...which }: { sourceId: string; sha256: string; concerns: readonly string[] },
): Promise<{ id: string }> {
  const known = await tx.snapshot.findUniqueOrThrow({
    where: { sourceId_sha256: which },
    select: { id: true, concerns: true },
  });
  const still = known.concerns.filter((concern) => concerns.includes(concern));
  if (still.length < known.concerns.length)
    await tx.snapshot.updateMany({ where: { id: known.id, publishedAt: null }, data: { concerns: still } });
  return known;
}

/**
 * Asks whoever the operator has named to attest that the copy existed: nobody, unless they have.
 *
 * Part of commands that keep a copy.
 */
export async function askToAttest(tx: Transaction, snapshotId: string): Promise<void> {
  const authorities = timestampAuthorities(env.BELAGT_TIMESTAMP_AUTHORITIES).map(({ name }) => name);
  await tx.timestamp.createMany({
    data: authorities.map((authority) => ({ snapshotId, authority })),
    skipDuplicates: true,
  });
  const timestamps = await tx.timestamp.findMany({ where: { snapshotId, state: "pending" } });
  for (const { id } of timestamps) await queueJob("timestamp.ask", { timestampId: id }, { key: id });

  const { source } = await tx.snapshot.findUniqueOrThrow({
    where: { id: snapshotId },
    select: { source: { select: { url: true } } },
  });
  if (source.url === null) return;
  const archives = outsideArchives(env.BELAGT_OUTSIDE_ARCHIVES).map(({ name }) => name);
  await tx.outsideCopy.createMany({
    data: archives.map((archive) => ({ snapshotId, archive })),
    skipDuplicates: true,
  });
  const copies = await tx.outsideCopy.findMany({ where: { snapshotId, state: "pending" } });
  for (const { id, archive } of copies) {
    await queueJob("outside-copy.ask", { outsideCopyId: id }, { key: id, group: archive });
  }
}

interface ShowingChoice {
  readonly id: string;
  /** The party that handed the file itself over; null: it came another way. */
  readonly handedOverById: string | null;
  readonly showing: Showing;
  readonly reason: Bilingual | null;
  /** They have looked at its file, page by page. */
  readonly looked?: boolean;
  /** The public file made anew, where its pages are to be pictures and were not, or the other way round. */
  readonly remade?: string | null;
}

/**
 * Says how much of a draft copy the public may see, and which party it came from. All of it only with a reason: somebody
 * owns most texts; and where a file had what nobody sees, only when somebody has looked, or as pictures.
 */
export const showCopy = command(
  { name: "snapshot.show", role: "journalist" },
  async (tx, _actor, choice: ShowingChoice, now) => {
    const { id, showing, reason, handedOverById, looked = false, remade = null } = choice;
    if (handedOverById !== null) {
      const known = await tx.party.count({
        where: {
          id: handedOverById,
          roles: { some: { dispute: { sources: { some: { snapshots: { some: { id } } } } } } },
        },
      });
      if (known === 0) return refused("unknown-reference", "handedOverById");
    }
    if (showing !== "excerpts" && reason === null) return refused("no-reason-to-show", "reason.sv");
    const copy = await tx.snapshot.findFirst({
      where: { id, publishedAt: null },
      select: { showing: true, lookAt: true, mediaType: true },
    });
    if (!copy) return refused("unknown-draft");
    if (showing === "pictures" && copyKind(copy.mediaType) !== "pdf")
      return refused("no-pictures", "showing");
    if (showing === "whole" && copy.lookAt.length > 0 && !looked) return refused("look-first", "looked");
    if ((showing === "pictures") !== (copy.showing === "pictures") && remade === null)
      return refused("no-pictures", "showing");
    const { count } = await tx.snapshot.updateMany({
      // Whoever chose at the same moment may have had the file made otherwise.
      where: { id, publishedAt: null, showing: copy.showing },
      data: {
        ...{ showing, handedOverById, ...columns("showingReason", reason ?? { sv: "", en: "" }) },
        lookedAt: looked ? now : null,
        ...(remade === null ? {} : { publicSha256: remade }),
      },
    });
    return count === 1 ? done({ id }) : refused("unknown-draft");
  },
);

/** Makes public that we have a copy of a source that is public already. */
export const publishCopy = command(
  { name: "snapshot.publish", role: "editor", publishes: "record" },
  async (tx, actor, { id, seen }: { id: string; seen?: string }, now) => {
    const held = await holdRow(now, seen, "Snapshot", id);
    if (!held.ok) return held;
    const { at } = held.value;
    const copy = await tx.snapshot.findFirst({
      where: { id, publishedAt: null, source: { publishedAt: { not: null } } },
      select: { id: true, source: { select: { dispute: { select: { slug: true } } } } },
    });
    if (!copy) return refused("unknown-draft");
    if (await wroteAmong(actor.id, [id])) return refused("author-cannot-approve");
    const row = await tx.snapshot.update({ where: { id }, data: { publishedAt: at } });
    const subject = copy.source.dispute.slug;
    await appendToLog(
      { type: "copy.published", subject, version: null, about: {}, rows: { snapshot: [row] } },
      at,
    );
    return done({ id });
  },
);
