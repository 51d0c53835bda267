import "server-only";
import { columns } from "../../core/columns.ts";
import { command } from "../../core/command.ts";
import { done, refused } from "../../core/result.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import { appendToLog } from "../record-log/record-log-commands.ts";
import { hold } from "../seen/seen-commands.ts";
import { isSame } from "./taint.ts";
import { clearancesShown, taintedClaims } from "./taint-queries.ts";
import type { NewClearance, TheseClearances } from "./taint-schema.ts";

/**
 * Writes why a verdict stands, though something it rests on has become another. In public it stays in need of review until
 * somebody else agrees.
 */
export const proposeClearance = command(
  { name: "taint.propose-clearance", role: "journalist" },
  async (tx, actor, { claimId, causes, reason }: NewClearance) => {
    const [tainted] = await taintedClaims([claimId]);
    if (!tainted) return refused("not-tainted");
    const { standing, verdict } = tainted;
    if (causes.some((cause) => !standing.some((taint) => isSame(taint, cause))))
      return refused("cause-gone", "causes");
    const proposed = await tx.clearance.findMany({ where: { verdictId: verdict.id } });
    if (causes.some((cause) => proposed.some((row) => isSame(row, cause))))
      return refused("clearance-proposed", "causes");
    const rows = await tx.clearance.createManyAndReturn({
      data: causes.map(({ cause, causeId }) => ({
        ...{ verdictId: verdict.id, cause, causeId, createdBy: actor.id },
        ...columns("reason", reason),
      })),
      select: { id: true },
    });
    return done({ claimId, ids: rows.map(({ id }) => id) });
  },
);

/** Throws away clearances that nobody has published. They are written anew rather than changed: whoever agrees has read all of it. */
export const discardClearance = command(
  { name: "taint.discard-clearance", role: "journalist" },
  async (tx, _actor, { claimId, ids }: TheseClearances) => {
    const { count } = await tx.clearance.deleteMany({
      where: { id: { in: [...ids] }, verdict: { claimId }, publishedAt: null },
    });
    return count > 0 ? done({ claimId }) : refused("unknown-draft");
  },
);

/** Says in public that the verdict stands, and why. Only of the verdict that stands, and only by somebody who did not propose it. */
export const clearTaint = command(
  { name: "taint.clear", role: "editor", publishes: "record" },
  async (tx, actor, { claimId, ids, seen }: TheseClearances & { seen?: string }, now) => {
    const held = await hold(now, seen, clearancesShown(ids));
    if (!held.ok) return held.reason === "nothing-shown" ? refused("unknown-draft") : held;
    const { at } = held.value;
    const rows = await tx.clearance.findMany({
      where: { id: { in: [...ids] }, verdict: { claimId } },
      orderBy: { id: "asc" },
      select: {
        id: true,
        ...{ verdictId: true, cause: true, causeId: true },
        ...{ reasonSv: true, reasonEn: true, createdBy: true, publishedAt: true },
        verdict: { select: { version: true, hash: true, claim: { select: { slug: true } } } },
      },
    });
    const [one] = rows;
    if (!one || rows.length !== new Set(ids).size) return refused("unknown-draft");
    if (rows.some(({ publishedAt }) => publishedAt)) return refused("already-published");
    if (rows.some(({ createdBy }) => createdBy === actor.id) || (await wroteAmong(actor.id, ids)))
      return refused("author-cannot-approve");
    const [tainted] = await taintedClaims([claimId]);
    if (!tainted || rows.some(({ verdictId }) => verdictId !== tainted.verdict.id))
      return refused("verdict-overtaken");
    if (rows.some((row) => !tainted.standing.some((taint) => isSame(taint, row))))
      return refused("cause-gone");
    await tx.clearance.updateMany({ where: { id: { in: [...ids] } }, data: { publishedAt: at } });
    const { version, hash, claim } = one.verdict;
    await appendToLog(
      {
        type: "taint.cleared",
        subject: claim.slug,
        version,
        about: { verdict: hash },
        rows: { clearance: rows.map((row) => ({ ...row, publishedAt: at })) },
      },
      at,
    );
    return done({ slug: claim.slug, version });
  },
);
