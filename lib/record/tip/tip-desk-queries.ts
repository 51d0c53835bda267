import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { standing } from "../../core/published.ts";
import type { WaitingItem } from "../../desk/waiting/waiting.ts";
import { claimText } from "../claim/claim.ts";
import { disputeTitle } from "../dispute/dispute.ts";

/** So much of a tip stands in a list. */
const IN_A_LINE = 120;

const line = (text: string) => {
  const words = text.replace(/\s+/g, " ");
  return words.length > IN_A_LINE ? `${words.slice(0, IN_A_LINE - 1).trimEnd()}…` : words;
};

/** Tips nobody has decided on, the oldest first. */
export async function tipsWaiting(actor: Actor): Promise<WaitingItem[]> {
  if (!atLeast(actor, "journalist")) return [];
  const rows = await db().tip.findMany({
    where: { decision: null },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    select: { id: true, text: true, receivedAt: true },
  });
  return rows.map(({ id, text, receivedAt }) => ({
    id,
    href: `/desk/voices/tips/${id}`,
    title: { sv: line(text), en: line(text) },
    at: receivedAt.toISOString(),
  }));
}

/** The tips decided on last. */
export async function tipsDecided(actor: Actor, most = 50) {
  if (!atLeast(actor, "journalist")) return [];
  const rows = await db().tip.findMany({
    where: { decision: { not: null } },
    orderBy: { decidedAt: "desc" },
    take: most,
    select: { id: true, text: true, decision: true, decidedAt: true },
  });
  return rows.flatMap(({ id, text, decision, decidedAt }) =>
    decision && decidedAt
      ? {
          id,
          href: `/desk/voices/tips/${id}`,
          title: { sv: line(text), en: line(text) },
          at: decidedAt.toISOString(),
          decision,
        }
      : [],
  );
}

/** One tip with everything the reader sent. Null: none, or not for this role. */
export async function tipFor(actor: Actor, id: string) {
  if (!atLeast(actor, "journalist") || !isId(id)) return null;
  const row = await db().tip.findUnique({
    where: { id },
    include: {
      claim: { select: { id: true, slug: true, wordings: standing(null) } },
      dispute: { select: { id: true, slug: true, wordings: standing(null) } },
    },
  });
  if (!row) return null;
  const { claim, dispute } = row;
  return {
    id: row.id,
    text: row.text,
    url: row.url,
    language: row.language,
    contact: row.contact,
    receivedAt: row.receivedAt.toISOString(),
    decision: row.decision,
    note: row.note,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    claim: claim && {
      id: claim.id,
      text: claimText(claim),
    },
    dispute: dispute && {
      id: dispute.id,
      title: disputeTitle(dispute),
    },
  };
}

export type DeskTip = NonNullable<Awaited<ReturnType<typeof tipFor>>>;
