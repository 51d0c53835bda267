import "server-only";
import type { Actor } from "../auth/actor.ts";
import { columns, draft } from "../draft.ts";
import type { NewEvent } from "./event-schema.ts";

/** Records something that happened and is not a claim. */
export const addEvent = (actor: Actor, { text, short, dateNote, ...event }: NewEvent) =>
  draft(actor, "journalist", (tx) =>
    tx.event.create({
      data: {
        ...event,
        ...columns("text", text),
        ...columns("short", short),
        dateNoteSv: dateNote?.sv ?? null,
        dateNoteEn: dateNote?.en ?? null,
        createdBy: actor.id,
      },
    }),
  );
