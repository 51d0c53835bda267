import "server-only";
import { db } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { publishedBy } from "../../core/published.ts";
import type { Shown } from "../seen/seen-queries.ts";
import { answerDue } from "./objection.ts";

/** What a reader may learn by the number they were given: whether it has been answered. Null: no such number. */
export async function objectionByNumber(slug: string, id: string) {
  if (!isId(id)) return null;
  const row = await db().objection.findFirst({
    where: { id, claim: { slug, ...publishedBy(null) } },
    select: { receivedAt: true, outcome: { select: { publishedAt: true } } },
  });
  return (
    row && {
      receivedAt: row.receivedAt.toISOString(),
      due: answerDue(row.receivedAt.toISOString()),
      answeredAt: row.outcome?.publishedAt?.toISOString() ?? null,
    }
  );
}

/** What is shown of an answer before it is published: its own words, and the reader's, which it is about. */
export const answerShown = (objectionId: string) => async (): Promise<Shown<null>> => ({
  which: { ObjectionOutcome: [objectionId], Objection: [objectionId] },
  view: null,
});
