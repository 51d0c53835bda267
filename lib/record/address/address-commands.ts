import "server-only";
import { command } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import { done, refused } from "../../core/result.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import { appendToLog } from "../record-log/record-log-commands.ts";
import { holdRow } from "../seen/seen-commands.ts";
import { type Addressed, isAddressed } from "./address.ts";
import type { NewAddress } from "./address-schema.ts";

/** A table of what has a slug, as far as giving it another needs it. */
interface Moved {
  findUnique(of: { where: { id: string } }): Promise<{ slug: string; publishedAt: Date | null } | null>;
  count(of: { where: object }): Promise<number>;
  update(of: { where: { id: string }; data: { slug: string } }): Promise<unknown>;
}
const tableOf = (tx: Transaction, table: Addressed): Moved =>
  ({ Claim: tx.claim, Dispute: tx.dispute, Party: tx.party })[table];

/** Whether a slug is another row's, or once was: what was linked leads where it led. */
async function isTaken(tx: Transaction, { table, rowId, slug }: NewAddress): Promise<boolean> {
  const others = await tableOf(tx, table).count({ where: { slug, id: { not: rowId } } });
  const before = await tx.address.count({
    where: { table, previous: slug, rowId: { not: rowId }, publishedAt: { not: null } },
  });
  return others + before > 0;
}

/** Gives a draft another address, at once. Of what is published it is a proposal, for somebody else to publish. */
export const changeAddress = command(
  { name: "address.change", role: "journalist" },
  async (tx, actor, address: NewAddress) => {
    const { table, rowId, slug } = address;
    if (!isAddressed(table)) return refused("unknown-reference");
    const row = await tableOf(tx, table).findUnique({ where: { id: rowId } });
    if (!row) return refused("unknown-reference");
    if (row.slug === slug) return refused("same-address", "slug");
    if (await isTaken(tx, address)) return refused("already-there", "slug");
    if (row.publishedAt === null) {
      await tableOf(tx, table).update({ where: { id: rowId }, data: { slug } });
      return done({ table, rowId });
    }
    await tx.address.create({
      data: { table, rowId, slug, previous: row.slug, createdBy: actor.id },
    });
    return done({ table, rowId });
  },
);

/** Throws a proposal away. */
export const discardAddress = command(
  { name: "address.discard", role: "journalist" },
  async (tx, _actor, { id }: { id: string }) => {
    const row = await tx.address.findFirst({ where: { id, publishedAt: null } });
    if (!row) return refused("unknown-draft");
    await tx.address.delete({ where: { id } });
    return done({ table: row.table, rowId: row.rowId });
  },
);

/** Gives what is published the address that somebody else proposed. The one it had leads there from now on. */
export const publishAddress = command(
  { name: "address.publish", role: "editor", publishes: "record" },
  async (tx, actor, { id, seen }: { id: string; seen?: string }, now) => {
    const held = await holdRow(now, seen, "Address", id);
    if (!held.ok) return held;
    const { at } = held.value;
    const draft = await tx.address.findUnique({ where: { id } });
    if (!draft || !isAddressed(draft.table)) return refused("unknown-draft");
    if (draft.publishedAt) return refused("already-published");
    const { table, rowId, slug, previous } = draft;
    if (draft.createdBy === actor.id || (await wroteAmong(actor.id, [id])))
      return refused("author-cannot-approve");
    const row = await tableOf(tx, table).findUnique({ where: { id: rowId } });
    if (row?.slug !== previous) return refused("changed-since-read");
    if (await isTaken(tx, { table, rowId, slug })) return refused("already-there", "slug");
    const published = await tx.address.update({ where: { id }, data: { publishedAt: at } });
    await tableOf(tx, table).update({ where: { id: rowId }, data: { slug } });
    await appendToLog(
      {
        type: "address.changed",
        // The log names disputes and claims.
        subject: table === "Party" ? "" : slug,
        version: null,
        about: {},
        rows: { address: [published] },
      },
      at,
    );
    return done({ table, rowId, slug });
  },
);
