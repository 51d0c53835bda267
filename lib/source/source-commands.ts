import "server-only";
import type { Actor } from "../auth/actor.ts";
import { columns, draft } from "../draft.ts";
import type { NewSnapshot, NewSource, NewSourceEdge } from "./source-schema.ts";

/** Adds a source: a document, message or page, whether or not we have seen it. */
export const addSource = (actor: Actor, { title, note, ...source }: NewSource) =>
  draft(actor, "journalist", (tx) =>
    tx.source.create({
      data: { ...source, ...columns("title", title), ...columns("note", note), createdBy: actor.id },
    }),
  );

/** Records the copy that makes a source one we have seen. */
export const addSnapshot = (actor: Actor, snapshot: NewSnapshot) =>
  draft(actor, "journalist", (tx) => tx.snapshot.create({ data: { ...snapshot, createdBy: actor.id } }));

/** Says that one source depends on another. */
export const linkSources = (actor: Actor, edge: NewSourceEdge) =>
  draft(actor, "journalist", (tx) => tx.sourceEdge.create({ data: { ...edge, createdBy: actor.id } }));
