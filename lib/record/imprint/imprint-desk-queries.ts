import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import { asFields } from "../../desk/form/form.ts";
import { type ImprintView, imprintFields } from "./imprint.ts";
import { imprintView, newestFirst } from "./imprint-queries.ts";

/** Every version, the newest first, for whoever may publish the next. */
export async function imprintVersions(actor: Actor): Promise<readonly ImprintView[] | null> {
  if (!atLeast(actor, "administrator")) return null;
  return (await db().imprint.findMany(newestFirst)).map(imprintView);
}

/** What stands in the form for the next version, for somebody whose form began from an older one. */
export async function imprintNow(actor: Actor) {
  const [newest] = (await imprintVersions(actor)) ?? [];
  return newest ? { fields: asFields(imprintFields(newest)), revision: newest.version } : null;
}
