import "server-only";
import { columns } from "../../core/columns.ts";
import { command, created, type DraftRef, reworded } from "../../core/command.ts";
import { freeSlug, slugFrom } from "../../core/language/slug.ts";
import { done, refused } from "../../core/result.ts";
import { appendToLog } from "../record-log/record-log-commands.ts";
import { hold } from "../seen/seen-commands.ts";
import { publishRows } from "../seen/seen-publish-commands.ts";
import { goingOf, refusalOfPlan, rowsGoing } from "./dispute-plan.ts";
import type { DisputeWords, NewDispute } from "./dispute-schema.ts";
import { disputeShown, planFor } from "./dispute-unpublished-queries.ts";

const words = ({ title, short, summary, timeZone }: Omit<DisputeWords, "status">) => ({
  ...(timeZone !== undefined && { timeZone }),
  ...columns("title", title),
  ...columns("short", short),
  ...columns("summary", summary),
});

/** Opens a draft dispute with the first version of its title and summary. */
export const openDispute = command(
  { name: "dispute.open", role: "journalist" },
  async (tx, actor, { title, short, summary, timeZone, slug, ...dispute }: NewDispute) =>
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
              ...words({ title, short, summary, timeZone }),
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
      add: async (version) => {
        const before = await tx.disputeWording.findFirst({
          where: { disputeId },
          orderBy: { version: "desc" },
          select: { timeZone: true },
        });
        return tx.disputeWording.create({
          data: { disputeId, version, ...before, ...data, createdBy: actor.id },
        });
      },
    });
  },
);

/**
 * Publishes drafts of a dispute at one moment, with one log entry over all of them: those chosen that can become public.
 * What its publisher has written stays for somebody else, and so does what lacks something, and what names either (planOf);
 * the page has said so. Verdicts are published one by one (publishVerdict).
 *
 * @param input.seen - the drafts that the editor has read (lib/record/seen)
 * @param input.chosen - the keys of what is to become public; left out: all that can
 * @returns how many rows became public
 */
export const publishDispute = command(
  { name: "dispute.publish", role: "editor", publishes: "record" },
  async (
    tx,
    actor,
    { disputeId, seen, chosen }: { disputeId: string; seen?: string; chosen?: readonly string[] },
    now,
  ) => {
    const held = await hold(now, seen, () => disputeShown(disputeId));
    if (!held.ok) return held.reason === "nothing-shown" ? refused("unknown-dispute") : held;
    const { at, rows, view } = held.value;
    const plan = await planFor(actor.id, rows, chosen ?? null);
    if (goingOf(plan).length === 0) return refused(refusalOfPlan(plan));
    const published = await publishRows(tx, rowsGoing(plan), at);
    await appendToLog(
      { type: "dispute.published", subject: view.slug, version: null, about: {}, rows: published },
      at,
    );
    return done({ rows: Object.values(published).flat().length });
  },
);
