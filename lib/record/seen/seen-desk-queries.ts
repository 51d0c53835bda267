import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import type { Locale } from "../../core/language/language.ts";
import type { SeenChange } from "../../desk/form/form.ts";
import { type Shown, sinceSeen } from "./seen-queries.ts";
import { changesInWords, computedInWords } from "./seen-words.ts";

/** What has become another since an editor's page showed it, and the word for having read that too. */
export async function changesFor(
  actor: Actor,
  { seen }: { readonly seen: string },
  find: () => Promise<Shown<unknown> | null>,
  locale: Locale,
): Promise<{ readonly changes: readonly SeenChange[]; readonly seen: string }> {
  if (!atLeast(actor, "editor")) return { changes: [], seen };
  const since = await sinceSeen(seen, find);
  const changes = [...changesInWords(since.changes, locale), ...computedInWords(since.computed, locale)];
  return { changes, seen: since.seen };
}
