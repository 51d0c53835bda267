import "server-only";
import { unstable_cache } from "next/cache";
import { cache } from "react";
import { type Actor, atLeast } from "../auth/actor.ts";
import { db } from "../db.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import { asFields } from "../form/form.ts";
import type { Imprint } from "../generated/prisma/client.ts";
import { publishedBy } from "../published.ts";
import type { ImprintView } from "./imprint.ts";
import { readRatingNames } from "./imprint-schema.ts";

const newestFirst = { where: publishedBy(null), orderBy: { version: "desc" as const } };

const view = (row: Imprint): ImprintView => ({
  version: row.version,
  name: row.name,
  responsiblePublisher: row.responsiblePublisher,
  complaints: row.complaints,
  appeal: { sv: row.appealSv, en: row.appealEn },
  ratingNames: readRatingNames(row.ratingNames),
  publishedAt: (row.publishedAt ?? new Date(0)).toISOString(),
});

/** Who publishes this record. Null: nobody has been named yet. */
export async function readImprint(): Promise<ImprintView | null> {
  const row = await db().imprint.findFirst(newestFirst);
  return row && view(row);
}

export const imprint = cache(() =>
  unstable_cache(readImprint, ["imprint"], { tags: [disputeTags.everything()] })(),
);

/** Every version, the newest first, for whoever may publish the next. */
export async function imprintVersions(actor: Actor): Promise<readonly ImprintView[] | null> {
  if (!atLeast(actor, "administrator")) return null;
  return (await db().imprint.findMany(newestFirst)).map(view);
}

/** What stands in the form for the next version, for somebody whose form began from an older one. */
export async function imprintNow(actor: Actor) {
  const [newest] = (await imprintVersions(actor)) ?? [];
  return newest ? { fields: asFields(imprintFields(newest)), revision: newest.version } : null;
}

/** Its fields, by their names in the form. */
export const imprintFields = ({ version: _version, publishedAt: _at, ...fields }: ImprintView) => fields;
