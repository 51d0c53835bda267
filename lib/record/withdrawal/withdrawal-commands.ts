import "server-only";
import { columns } from "../../core/columns.ts";
import { command } from "../../core/command.ts";
import { newest } from "../../core/published.ts";
import { done, refused } from "../../core/result.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import { appendToLog } from "../record-log/record-log-commands.ts";
import { holdRow } from "../seen/seen-commands.ts";
import type { NewWithdrawal } from "./withdrawal-schema.ts";

/**
 * Asks for the current verdict of a claim to be withdrawn, with the public reason. Nothing public changes until
 * somebody else publishes it.
 */
export const requestWithdrawal = command(
  { name: "withdrawal.request", role: "journalist" },
  async (tx, actor, { claimId, reason }: NewWithdrawal) => {
    const claim = await tx.claim.findFirst({
      where: { id: claimId, publishedAt: { not: null } },
      select: {
        verdicts: { ...newest, select: { id: true, withdrawals: { select: { publishedAt: true } } } },
      },
    });
    if (!claim) return refused("unknown-claim");
    const [verdict] = claim.verdicts;
    if (!verdict) return refused("no-verdict");
    const [there] = verdict.withdrawals;
    if (there) return refused(there.publishedAt ? "already-withdrawn" : "withdrawal-asked-for");
    const { id } = await tx.withdrawal.create({
      data: { claimId, verdictId: verdict.id, ...columns("reason", reason), createdBy: actor.id },
    });
    return done({ id });
  },
);

/** Throws away a withdrawal that was asked for. It is written anew rather than changed: whoever publishes it has read all of it. */
export const discardWithdrawal = command(
  { name: "withdrawal.discard", role: "journalist" },
  async (tx, _actor, { id }: { id: string }) => {
    const { count } = await tx.withdrawal.deleteMany({ where: { id, publishedAt: null } });
    return count === 1 ? done({ id }) : refused("unknown-draft");
  },
);

/** Withdraws the verdict. Only the one that stands can be withdrawn, and only by somebody who did not ask for it. */
export const publishWithdrawal = command(
  { name: "withdrawal.publish", role: "editor", publishes: "record" },
  async (tx, actor, { id, seen }: { id: string; seen?: string }, now) => {
    const held = await holdRow(now, seen, "Withdrawal", id);
    if (!held.ok) return held;
    const { at } = held.value;
    const row = await tx.withdrawal.findUnique({
      where: { id },
      include: {
        verdict: { select: { id: true, version: true, hash: true } },
        claim: { select: { slug: true, verdicts: { ...newest, select: { id: true } } } },
      },
    });
    if (!row) return refused("unknown-draft");
    if (row.publishedAt) return refused("already-published");
    if (row.createdBy === actor.id || (await wroteAmong(actor.id, [id])))
      return refused("author-cannot-approve");
    if (row.claim.verdicts[0]?.id !== row.verdictId) return refused("newer-version");
    const published = await tx.withdrawal.update({ where: { id }, data: { publishedAt: at } });
    await appendToLog(
      {
        type: "withdrawal.published",
        subject: row.claim.slug,
        version: row.verdict.version,
        about: { verdict: row.verdict.hash },
        rows: { withdrawal: [published] },
      },
      at,
    );
    return done({ slug: row.claim.slug, version: row.verdict.version });
  },
);
