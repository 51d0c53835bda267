/** A claim as a line of a list: what a read of it takes along, and what the list is given. */
import { type AsOf, newest, publishedBy, standing } from "../../core/published.ts";
import type { Rating } from "../../core/rating/rating.ts";
import { withdrawalSelect, withdrawalView } from "../withdrawal/withdrawal.ts";
import { type ClaimLine, claimText } from "./claim.ts";

/** What a claim needs to stand in a list. */
export const claimLineSelect = (asOf: AsOf) => ({
  slug: true,
  number: true,
  kind: true,
  wordings: standing(asOf),
  verdicts: {
    where: publishedBy(asOf),
    ...newest,
    select: { rating: true, withdrawals: withdrawalSelect(asOf) },
  },
});

interface LineRow {
  slug: string;
  number: number;
  kind: ClaimLine["kind"];
  wordings: { textSv: string; textEn: string; shortSv: string; shortEn: string }[];
  verdicts: { rating: Rating; withdrawals: Parameters<typeof withdrawalView>[0] }[];
}

/** The line, from the rows that `claimLineSelect` found. */
export function claimLine({ slug, number, kind, wordings, verdicts }: LineRow): ClaimLine {
  const [wording] = wordings;
  const [verdict] = verdicts;
  const withdrawn = verdict !== undefined && withdrawalView(verdict.withdrawals) !== null;
  return {
    slug,
    number,
    kind,
    text: claimText({ slug, wordings }),
    short: { sv: wording?.shortSv ?? slug, en: wording?.shortEn ?? slug },
    rating: withdrawn ? null : (verdict?.rating ?? null),
    withdrawn,
  };
}
