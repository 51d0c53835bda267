import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db, oneMoment } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { momentOfId } from "../../core/moment-of-id.ts";
import { newest, standing } from "../../core/published.ts";
import type { WaitingItem } from "../../desk/waiting/waiting.ts";
import { claimText } from "../claim/claim.ts";
import { toPublish } from "../seen/seen-queries.ts";
import { isSame, type TaintView } from "./taint.ts";
import { clearancesShown, taintsOf } from "./taint-queries.ts";

/** A proposal that a verdict stands: one reason, for one or several causes. */
export interface ProposedClearance {
  readonly ids: readonly string[];
  /** The word for having seen it, for whoever publishes it. */
  readonly seen: string;
  readonly causes: readonly TaintView[];
  readonly reason: Bilingual;
  /** Whoever asks wrote it, and so may not publish it. */
  readonly own: boolean;
}

export interface DeskTaints {
  /** Causes that nobody has answered. */
  readonly open: readonly (TaintView & {
    /** The copy that was taken of the page when it had lost the words. */
    readonly newerCopyId: string | null;
  })[];
  readonly proposed: readonly ProposedClearance[];
}

/** What taints the verdict on a claim, for whoever looks into it. Null: nothing does, or not for this role. */
export const taintsForDesk = async (actor: Actor, claimId: string): Promise<DeskTaints | null> =>
  atLeast(actor, "journalist") && isId(claimId) ? oneMoment(() => readTaints(actor, claimId)) : null;

async function readTaints(actor: Actor, claimId: string): Promise<DeskTaints | null> {
  const taints = await taintsOf(claimId, null);
  if (taints.length === 0) return null;
  const rows = await db().clearance.findMany({
    where: {
      publishedAt: null,
      verdict: { claimId },
      causeId: { in: taints.map(({ causeId }) => causeId) },
    },
    orderBy: { id: "asc" },
    include: { verdict: { select: { id: true, claim: { select: { verdicts: newest } } } } },
  });
  const drafts = rows.filter(({ verdictId, verdict }) => verdict.claim.verdicts[0]?.id === verdictId);
  const copies = await db().recheck.findMany({
    where: { id: { in: taints.map(({ causeId }) => causeId) } },
    select: { id: true, snapshotId: true },
  });
  const together = new Map<string, typeof drafts>();
  for (const draft of drafts) {
    const key = [draft.createdBy, draft.reasonSv, draft.reasonEn].join("\n");
    together.set(key, [...(together.get(key) ?? []), draft]);
  }
  const proposed: ProposedClearance[] = [];
  for (const those of together.values()) {
    const [one] = those;
    if (!one) continue;
    const ids = those.map(({ id }) => id);
    proposed.push({
      ids,
      seen: (await toPublish(clearancesShown(ids)))?.seen ?? "",
      causes: taints.filter((taint) => those.some((draft) => isSame(draft, taint))),
      reason: { sv: one.reasonSv, en: one.reasonEn },
      own: one.createdBy === actor.id,
    });
  }
  return {
    open: taints
      .filter((taint) => !drafts.some((draft) => isSame(draft, taint)))
      .map((taint) => ({
        ...taint,
        newerCopyId: copies.find(({ id }) => id === taint.causeId)?.snapshotId ?? null,
      })),
    proposed,
  };
}

/** Proposals that wait for somebody to publish them, oldest first; those of a superseded verdict are moot. */
export async function clearancesWaiting(actor: Actor): Promise<WaitingItem[]> {
  if (!atLeast(actor, "editor")) return [];
  const rows = await db().clearance.findMany({
    where: { publishedAt: null, createdBy: { not: actor.id } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      verdictId: true,
      verdict: {
        select: {
          claim: {
            select: {
              id: true,
              slug: true,
              wordings: standing(null),
              verdicts: { ...newest, select: { id: true } },
            },
          },
        },
      },
    },
  });
  const current = rows.filter(({ verdictId, verdict }) => verdict.claim.verdicts[0]?.id === verdictId);
  const first = new Map(current.toReversed().map((row) => [row.verdict.claim.id, row]));
  return [...first.values()].reverse().map(({ id, verdict: { claim } }) => ({
    id,
    href: `/desk/claims/${claim.id}#taint`,
    title: claimText(claim),
    at: momentOfId(id),
  }));
}
