import "server-only";
import { columns } from "../../core/columns.ts";
import { command, created, type DraftRef, reworded } from "../../core/command.ts";
import { freeSlug, slugFrom } from "../../core/language/slug.ts";
import { done, refused } from "../../core/result.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import { namesPrivate } from "../evidence/evidence-commands.ts";
import { appendToLog, beginPublishing } from "../record-log/record-log-commands.ts";
import { rowIdOf } from "./dispute-drafts.ts";
import { publishDraftsOf } from "./dispute-drafts-commands.ts";
import type { DisputeWords, NewDispute } from "./dispute-schema.ts";
import { partiesWithoutRole, quotesPublishedAt } from "./dispute-unpublished-queries.ts";

const words = ({ title, short, summary }: Omit<DisputeWords, "status">) => ({
  ...columns("title", title),
  ...columns("short", short),
  ...columns("summary", summary),
});

/** Opens a draft dispute with the first version of its title and summary. */
export const openDispute = command(
  { name: "dispute.open", role: "journalist" },
  async (tx, actor, { title, short, summary, slug, ...dispute }: NewDispute) =>
    created(
      tx.dispute.create({
        data: {
          ...dispute,
          slug:
            slug ??
            (await freeSlug(
              slugFrom(title.sv || title.en) || "tvist",
              async (wanted) => (await tx.dispute.count({ where: { slug: wanted } })) > 0,
            )),
          createdBy: actor.id,
          wordings: {
            create: {
              version: 1,
              status: "open",
              ...words({ title, short, summary }),
              createdBy: actor.id,
            },
          },
        },
      }),
    ),
);

/** Words a dispute anew, or says that it has come to rest. The draft is the dispute: what is changed is its newest wording. */
export const rewordDispute = command(
  { name: "dispute.reword", role: "journalist" },
  async (tx, actor, { wording, ...ref }: DraftRef & { wording: DisputeWords }) => {
    const disputeId = ref.id;
    const data = { status: wording.status, ...words(wording) };
    return reworded(ref, {
      newest: () => tx.disputeWording.findFirst({ where: { disputeId }, orderBy: { version: "desc" } }),
      change: (draft) =>
        tx.disputeWording.updateMany({ where: draft, data: { ...data, revision: { increment: 1 } } }),
      add: (version) =>
        tx.disputeWording.create({ data: { disputeId, version, ...data, createdBy: actor.id } }),
    });
  },
);

/**
 * Publishes every draft row of a dispute at one moment, with one log entry over all of them. Verdicts are published
 * one by one (publishVerdict). Nobody publishes what they have written themselves.
 *
 * @returns how many rows became public
 */
export const publishDispute = command(
  { name: "dispute.publish", role: "editor", publishes: "record" },
  async (tx, actor, { disputeId }: { disputeId: string }, now) => {
    const dispute = await tx.dispute.findUnique({ where: { id: disputeId }, select: { slug: true } });
    if (!dispute) return refused("unknown-dispute");
    const at = await beginPublishing(now);
    const published = await publishDraftsOf(tx, disputeId, at);
    // Of what became public just now: a draft may have been another a moment ago.
    if ((await quotesPublishedAt(disputeId, at)).some(namesPrivate)) return refused("private-in-quote");
    const rows = Object.values(published).flat();
    if (rows.length === 0) return refused("nothing-to-publish");
    if (await wroteAmong(actor.id, rows.map(rowIdOf))) return refused("author-cannot-approve");
    if ((await partiesWithoutRole(disputeId)).length > 0) return refused("party-without-role");
    await appendToLog(
      { type: "dispute.published", subject: dispute.slug, version: null, about: {}, rows: published },
      at,
    );
    return done({ rows: rows.length });
  },
);
