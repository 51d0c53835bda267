import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import type { RecheckView } from "./recheck.ts";
import { rechecksOf } from "./recheck-queries.ts";

/** A published passage that can be looked for on its page, and how it stands there. */
export interface LookedForPassage {
  readonly id: string;
  readonly excerpt: string;
  readonly language: string;
  /** Undefined: nobody has looked since the copy was taken. */
  readonly recheck: RecheckView | undefined;
}

/** What can be looked for on the page of a source. Empty: nothing, or not for this role. */
export async function passagesLookedFor(actor: Actor, sourceId: string): Promise<LookedForPassage[]> {
  if (!atLeast(actor, "journalist") || !isId(sourceId)) return [];
  const rows = await db().evidence.findMany({
    where: {
      sourceId,
      publishedAt: { not: null },
      snapshot: { pages: { some: {} } },
      source: { url: { not: null } },
    },
    orderBy: [{ page: "asc" }, { charStart: "asc" }, { id: "asc" }],
    select: { id: true, excerpt: true, excerptLanguage: true },
  });
  const rechecks = await rechecksOf(
    rows.map(({ id }) => id),
    null,
  );
  return rows.map(({ id, excerpt, excerptLanguage }) => ({
    id,
    excerpt,
    language: excerptLanguage,
    recheck: rechecks.find(({ evidenceId }) => evidenceId === id),
  }));
}
