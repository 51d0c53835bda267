import "server-only";
import { cache } from "react";
import { db } from "../../core/db.ts";
import { kept } from "../../core/kept-queries.ts";
import { publishedBy } from "../../core/published.ts";
import type { Imprint } from "../../generated/prisma/client.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import type { ImprintView } from "./imprint.ts";
import { readRatingNames } from "./imprint-schema.ts";

/** Every version of it, the newest first. */
export const newestFirst = { where: publishedBy(null), orderBy: { version: "desc" as const } };

/** A row as pages show it. */
export const imprintView = (row: Imprint): ImprintView => ({
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
  return row && imprintView(row);
}

/** The same, kept until a new one is published. */
export const imprint = cache(() => kept(["imprint"], [disputeTags.everything()], readImprint));
