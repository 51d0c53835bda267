import "server-only";
import { columns } from "../../core/columns.ts";
import { asBegun, command, type DraftRef, revised } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import { done, type Result, refused } from "../../core/result.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import { belongsTo, isPublic } from "../amendment/amendment-place-queries.ts";
import { appendToLog } from "../record-log/record-log-commands.ts";
import { holdRow } from "../seen/seen-commands.ts";
import { wrongSince } from "./correction.ts";
import type { NewCorrection } from "./correction-schema.ts";

const published = { publishedAt: { not: null } };

/** What is corrected must be public, and the pieces must belong together; a draft is corrected by changing it. */
async function placed(
  tx: Transaction,
  { disputeId, claimId, version, about, ...said }: NewCorrection,
  now: Date,
) {
  const dispute = await tx.dispute.findFirst({ where: { id: disputeId, ...published } });
  if (!dispute?.publishedAt) return refused("unknown-dispute");
  const claim =
    claimId === null ? null : await tx.claim.findFirst({ where: { id: claimId, disputeId, ...published } });
  if (claimId !== null && !claim) return refused("unknown-claim", "claimId");
  const row = about && (await belongsTo(about.table, about.rowId));
  if (about && (!row || row.disputeId !== disputeId || (claimId !== null && row.claimId !== claimId)))
    return refused("unknown-reference");
  if (about && !(await isPublic(about.table, about.rowId))) return refused("unknown-reference");
  const verdict =
    claim && version !== null
      ? await tx.verdict.findFirst({
          where: { claimId: claim.id, version },
          select: { id: true, publishedAt: true },
        })
      : null;
  if (version !== null && !verdict) return refused("unknown-version", "version");
  const since = wrongSince(
    said.wrongSince,
    verdict?.publishedAt ?? claim?.publishedAt ?? dispute.publishedAt,
    now,
  );
  if (typeof since === "string") return refused(since, "wrongSince");
  return done({
    disputeId,
    claimId,
    verdictId: verdict?.id ?? null,
    ...{ aboutTable: about?.table ?? null, aboutId: about?.rowId ?? null },
    ...columns("wrong", said.wrong),
    ...columns("found", said.found),
    wrongSince: since,
    changesVerdict: said.changesVerdict,
  });
}

/** Begins a correction of something published. */
export const addCorrection = command(
  { name: "correction.add", role: "journalist" },
  async (tx, actor, correction: NewCorrection, now): Promise<Result<{ id: string }>> => {
    const data = await placed(tx, correction, now);
    if (!data.ok) return data;
    const { id } = await tx.correction.create({ data: { ...data.value, createdBy: actor.id } });
    return done({ id });
  },
);

/** Changes a draft correction. */
export const reviseCorrection = command(
  { name: "correction.revise", role: "journalist" },
  async (
    tx,
    _actor,
    { correction, ...ref }: DraftRef & { correction: NewCorrection },
    now,
  ): Promise<Result<DraftRef>> => {
    const data = await placed(tx, correction, now);
    if (!data.ok) return data;
    return revised(
      ref,
      tx.correction.updateMany({ where: asBegun(ref), data: { ...data.value, revision: { increment: 1 } } }),
      () => tx.correction.findUnique({ where: { id: ref.id } }),
    );
  },
);

/** Throws a draft correction away. */
export const discardCorrection = command(
  { name: "correction.discard", role: "journalist" },
  (tx, _actor, ref: DraftRef) =>
    revised(ref, tx.correction.deleteMany({ where: asBegun(ref) }), () =>
      tx.correction.findUnique({ where: { id: ref.id } }),
    ),
);

/** Makes a correction public, as it stood when the editor, who has not written in it, began to read it. */
export const publishCorrection = command(
  { name: "correction.publish", role: "editor", publishes: "record" },
  async (tx, actor, { seen, ...ref }: DraftRef & { seen?: string }, now) => {
    const held = await holdRow(now, seen, "Correction", ref.id);
    if (!held.ok) return held;
    const { at } = held.value;
    const row = await tx.correction.findUnique({
      where: { id: ref.id },
      include: {
        claim: { select: { slug: true } },
        dispute: { select: { slug: true } },
        verdict: { select: { version: true } },
      },
    });
    if (!row) return refused("unknown-draft");
    if (row.createdBy === actor.id || (await wroteAmong(actor.id, [ref.id])))
      return refused("author-cannot-approve");
    const result = await revised(
      ref,
      tx.correction.updateMany({ where: asBegun(ref), data: { publishedAt: at } }),
      async () => row,
    );
    if (!result.ok) return result;
    const { claim, dispute, verdict } = row;
    const subject = claim?.slug ?? dispute.slug;
    await appendToLog(
      {
        type: "correction.published",
        subject,
        version: verdict?.version ?? null,
        about: {},
        rows: { correction: [{ ...row, publishedAt: at }] },
      },
      at,
    );
    return done({ path: `/${claim ? "claims" : "disputes"}/${subject}` });
  },
);
