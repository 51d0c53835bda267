import "server-only";
import { columns, columnsOrNull } from "../../core/columns.ts";
import { asBegun, command, created, type DraftRef, revised } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import { refused } from "../../core/result.ts";
import type { NewEvent } from "./event-schema.ts";

/** An event as it is kept. */
export const eventRow = ({ text, short, dateNote, ...event }: NewEvent) => ({
  ...event,
  ...columns("text", text),
  ...columns("short", short),
  ...columnsOrNull("dateNote", dateNote),
});

/** Records something that happened and is not a claim. */
export const addEvent = command(
  { name: "event.add", role: "journalist" },
  async (tx, actor, event: NewEvent) => {
    const stray = await strayReference(tx, event);
    if (stray) return refused("unknown-reference", stray);
    return created(tx.event.create({ data: { ...eventRow(event), createdBy: actor.id } }));
  },
);

/** Changes a draft event. */
export const reviseEvent = command(
  { name: "event.revise", role: "journalist" },
  async (tx, _actor, { event, ...ref }: DraftRef & { event: NewEvent }) => {
    const itself = PLACES.find((place) => event[place] === ref.id);
    if (itself) return refused("placed-by-itself", itself);
    const stray = await strayReference(tx, event);
    if (stray) return refused("unknown-reference", stray);
    return revised(
      ref,
      tx.event.updateMany({
        where: { ...asBegun(ref), disputeId: event.disputeId },
        data: { ...eventRow(event), revision: { increment: 1 } },
      }),
      () => tx.event.findUnique({ where: { id: ref.id } }),
    );
  },
);

/** The fields that name another event. */
const PLACES = ["beforeId", "afterId", "answersId"] as const;

/** The first field that names something of another dispute: it would not be published with this one. */
async function strayReference(tx: Transaction, event: NewEvent): Promise<string | null> {
  const { disputeId } = event;
  if ((await tx.source.count({ where: { id: event.sourceId, disputeId } })) === 0) return "sourceId";
  for (const place of PLACES) {
    const id = event[place];
    if (id && (await tx.event.count({ where: { id, disputeId } })) === 0) return place;
  }
  return null;
}
