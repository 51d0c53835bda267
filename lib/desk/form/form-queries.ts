import "server-only";
import { z } from "zod";
import type { Actor } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import type { FieldValues } from "./form.ts";

const fields = z.record(z.string(), z.array(z.string()));

export interface TypedBefore {
  readonly version: number;
  readonly savedAt: string;
  readonly fields: FieldValues;
}

/** What somebody had typed into a form and not sent, if anything. */
export async function typedInto(actor: Actor, form: string): Promise<TypedBefore | null> {
  const row = await db().autosave.findUnique({ where: { member_form: { member: actor.id, form } } });
  const parsed = fields.safeParse(row?.fields);
  return row && parsed.success
    ? { version: row.version, savedAt: row.savedAt.toISOString(), fields: parsed.data }
    : null;
}
