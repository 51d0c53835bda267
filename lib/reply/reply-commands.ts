import "server-only";
import type { Actor } from "../auth/actor.ts";
import { columns, draft } from "../draft.ts";
import type { NewReplyRequest } from "./reply-schema.ts";

/** Puts on record that a claim concerns a party: not asked yet, with the reason if there is one. */
export const openReplyRequest = (actor: Actor, { reasonNotAsked, inSources, ...request }: NewReplyRequest) =>
  draft(actor, "journalist", (tx) =>
    tx.replyRequest.create({
      data: {
        ...request,
        ...columns("inSources", inSources),
        reasonNotAskedSv: reasonNotAsked?.sv ?? null,
        reasonNotAskedEn: reasonNotAsked?.en ?? null,
        createdBy: actor.id,
      },
    }),
  );
