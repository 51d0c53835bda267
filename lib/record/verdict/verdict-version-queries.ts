import "server-only";
import { cache } from "react";
import { db } from "../../core/db.ts";
import { kept } from "../../core/kept-queries.ts";
import { isSlug } from "../../core/language/slug.ts";
import type { VerdictView } from "../claim/claim.ts";
import { claimTags } from "../claim/claim-tags.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import { withdrawalSelect, withdrawalView } from "../withdrawal/withdrawal.ts";
import { shownVerdict } from "./verdict-schema.ts";

/** One frozen version of the verdict on a claim. */
export async function readVersion(slug: string, version: number): Promise<VerdictView | null> {
  if (!isSlug(slug)) return null;
  const row = await db().verdict.findFirst({
    where: { version, claim: { slug, publishedAt: { not: null } } },
    select: { frozen: true, hash: true, withdrawals: withdrawalSelect(null) },
  });
  return (
    row && {
      frozen: shownVerdict.parse(row.frozen),
      hash: row.hash,
      withdrawn: withdrawalView(row.withdrawals),
    }
  );
}

/** The same, kept until something about its claim is published. */
export const versionOn = cache((slug: string, version: number) =>
  isSlug(slug)
    ? kept(["verdict", slug, String(version)], [claimTags.claim(slug), disputeTags.everything()], () =>
        readVersion(slug, version),
      )
    : Promise.resolve(null),
);

/** The slugs of the claims with the newest verdicts that stand; those of one moment in the order of their dispute. */
export async function readLatestVerdicts(count: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ slug: string }[]>`
    SELECT c."slug" FROM "Verdict" v JOIN "Claim" c ON c."id" = v."claimId"
    WHERE NOT EXISTS (SELECT 1 FROM "Verdict" n WHERE n."claimId" = v."claimId" AND n."version" > v."version")
      AND NOT EXISTS (SELECT 1 FROM "Withdrawal" w WHERE w."verdictId" = v."id" AND w."publishedAt" IS NOT NULL)
    ORDER BY v."publishedAt" DESC, c."number" LIMIT ${count}`;
  return rows.map(({ slug }) => slug);
}

/** The same, kept until anything is published. */
export const latestVerdicts = cache((count: number) =>
  kept(["latest-verdicts", String(count)], [disputeTags.record(), disputeTags.everything()], () =>
    readLatestVerdicts(count),
  ),
);
