import "server-only";
import type { Actor } from "../auth/actor.ts";
import { columns, draft } from "../draft.ts";
import type { NewEvidence } from "./evidence-schema.ts";

/** Adds one passage bearing on a claim. */
export const addEvidence = (actor: Actor, { note, at, ...evidence }: NewEvidence) =>
  draft(actor, "journalist", (tx) =>
    tx.evidence.create({ data: { ...evidence, ...at, ...columns("note", note), createdBy: actor.id } }),
  );
