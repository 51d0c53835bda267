import "server-only";
import { columns } from "../../core/columns.ts";
import { command } from "../../core/command.ts";
import { done, refused } from "../../core/result.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import { appendToLog } from "../record-log/record-log-commands.ts";
import { holdRow } from "../seen/seen-commands.ts";
import type { NewSourceWithdrawal } from "./source-withdrawal-schema.ts";

/**
 * Asks for a published source to be withdrawn, with the public reason: whoever made it took it back, or it turned out not
 * to be what it said. Nothing public changes until somebody else publishes it.
 */
export const withdrawSource = command(
  { name: "source.withdraw", role: "journalist" },
  async (tx, actor, { sourceId, reason }: NewSourceWithdrawal) => {
    // The row is held, so that of two who ask at once one finds the other's.
    await tx.$queryRaw`SELECT 1 FROM "Source" WHERE "id" = ${sourceId}::uuid FOR UPDATE`;
    const source = await tx.source.findFirst({
      where: { id: sourceId, publishedAt: { not: null } },
      select: { withdrawals: { select: { publishedAt: true } } },
    });
    if (!source) return refused("unknown-source");
    const [there] = source.withdrawals;
    if (there) return refused(there.publishedAt ? "source-withdrawn" : "source-withdrawal-asked-for");
    const { id } = await tx.sourceWithdrawal.create({
      data: { sourceId, ...columns("reason", reason), createdBy: actor.id },
    });
    return done({ id, sourceId });
  },
);

/** Throws away what was asked for. It is written anew rather than changed: whoever publishes it has read all of it. */
export const discardSourceWithdrawal = command(
  { name: "source.discard-withdrawal", role: "journalist" },
  async (tx, _actor, { id }: { id: string }) => {
    const there = await tx.sourceWithdrawal.findFirst({ where: { id, publishedAt: null } });
    if (!there) return refused("unknown-draft");
    await tx.sourceWithdrawal.deleteMany({ where: { id, publishedAt: null } });
    return done({ sourceId: there.sourceId });
  },
);

/** Says in public that the source is no longer to be relied on. It stays where it is, and so do its passages, with this. */
export const publishSourceWithdrawal = command(
  { name: "source.publish-withdrawal", role: "editor", publishes: "record" },
  async (tx, actor, { id, seen }: { id: string; seen?: string }, now) => {
    const held = await holdRow(now, seen, "SourceWithdrawal", id);
    if (!held.ok) return held;
    const { at } = held.value;
    const row = await tx.sourceWithdrawal.findUnique({
      where: { id },
      include: { source: { select: { dispute: { select: { slug: true } } } } },
    });
    if (!row) return refused("unknown-draft");
    if (row.publishedAt) return refused("already-published");
    if (row.createdBy === actor.id || (await wroteAmong(actor.id, [id])))
      return refused("author-cannot-approve");
    const published = await tx.sourceWithdrawal.update({ where: { id }, data: { publishedAt: at } });
    await appendToLog(
      {
        ...{ type: "source.withdrawn", subject: row.source.dispute.slug, version: null, about: {} },
        rows: { sourceWithdrawal: [published] },
      },
      at,
    );
    return done({ sourceId: row.sourceId });
  },
);
