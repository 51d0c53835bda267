import "server-only";
import { columns } from "../../core/columns.ts";
import { command } from "../../core/command.ts";
import { done, refused } from "../../core/result.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import { appendToLog } from "../record-log/record-log-commands.ts";
import { holdRow } from "../seen/seen-commands.ts";
import { isDown, isRemovable, removalView, withDecision } from "./removal.ts";
import type { NewRemoval, NewRemovalDecision } from "./removal-schema.ts";

/** The log says of no dispute or claim that something of it was taken down: its slug may be what was. */
const NOBODY = "";

/**
 * Takes something down that is published: from the same moment no reader sees it, or what hangs on it. One editor can: harm
 * is done by what stands, not by what is missing, and two people then say whether it stays so.
 */
export const takeDown = command(
  { name: "removal.take-down", role: "editor", publishes: "record" },
  async (tx, actor, { table, rowId, ground, reason, seen }: NewRemoval & { seen?: string }, now) => {
    if (!isRemovable(table)) return refused("unknown-reference");
    const held = await holdRow(now, seen, table, rowId);
    if (!held.ok) return held;
    const [row] = held.value.rows;
    if (!row || typeof row.row.publishedAt !== "string") return refused("not-published");
    const before = await tx.removal.findMany({ where: { rowId }, include: withDecision });
    if (before.some((each) => isDown(removalView(each) ?? { decided: null }))) return refused("already-down");
    const { at } = held.value;
    const removal = await tx.removal.create({
      data: {
        ...{ table, rowId, ground },
        ...columns("reason", reason),
        createdBy: actor.id,
        publishedAt: at,
      },
    });
    await appendToLog(
      {
        type: "removal.published",
        subject: NOBODY,
        version: null,
        about: {},
        rows: { removal: [removal] },
      },
      at,
    );
    return done({ id: removal.id });
  },
);

/** Says what should become of a removal. Nothing changes until somebody else publishes it. */
export const proposeRemovalDecision = command(
  { name: "removal.propose-decision", role: "editor" },
  async (tx, actor, { removalId, outcome, reason }: NewRemovalDecision) => {
    const row = await tx.removal.findFirst({ where: { id: removalId }, include: withDecision });
    const removal = row && removalView(row);
    if (!removal) return refused("unknown-removal");
    if (removal.decided?.outcome === "undone") return refused("not-down");
    if (removal.decided?.outcome === outcome) return refused("nothing-changed");
    const { id } = await tx.removalDecision.create({
      data: { removalId, outcome, ...columns("reason", reason), createdBy: actor.id },
    });
    return done({ id, removalId });
  },
);

/** Throws a decision away that nobody has published. */
export const discardRemovalDecision = command(
  { name: "removal.discard-decision", role: "editor" },
  async (tx, _actor, { id }: { id: string }) => {
    const row = await tx.removalDecision.findFirst({ where: { id, publishedAt: null } });
    if (!row) return refused("unknown-draft");
    await tx.removalDecision.delete({ where: { id } });
    return done({ removalId: row.removalId });
  },
);

/** Publishes what somebody else has said should become of it: it stays down, or is shown again as it was. */
export const publishRemovalDecision = command(
  { name: "removal.publish-decision", role: "editor", publishes: "record" },
  async (tx, actor, { id, seen }: { id: string; seen?: string }, now) => {
    const held = await holdRow(now, seen, "RemovalDecision", id);
    if (!held.ok) return held;
    const { at } = held.value;
    const row = await tx.removalDecision.findUnique({ where: { id } });
    if (!row) return refused("unknown-draft");
    if (row.publishedAt) return refused("already-published");
    if (row.createdBy === actor.id || (await wroteAmong(actor.id, [id])))
      return refused("author-cannot-approve");
    const published = await tx.removalDecision.update({ where: { id }, data: { publishedAt: at } });
    await appendToLog(
      {
        type: "removal.decided",
        subject: NOBODY,
        version: null,
        about: {},
        rows: { removalDecision: [published] },
      },
      at,
    );
    return done({ removalId: row.removalId });
  },
);
