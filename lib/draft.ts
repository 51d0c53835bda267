import "server-only";
import { type Actor, atLeast, type Role } from "./auth/actor.ts";
import { refusalOf, type Transaction, transaction } from "./db.ts";
import { done, type Result, refused } from "./result.ts";

export type DraftRefusal = "not-allowed" | "already-there" | "unknown-reference";

/**
 * The shape every command that adds a draft row shares: the role, one transaction, and what the database refuses
 * (a taken slug, an id that is not there) as a value.
 */
export async function draft(
  actor: Actor,
  role: Role,
  write: (tx: Transaction) => Promise<{ id: string }>,
): Promise<Result<{ id: string }, DraftRefusal>> {
  if (!atLeast(actor, role)) return refused("not-allowed");
  try {
    const { id } = await transaction(write);
    return done({ id });
  } catch (error) {
    const reason = refusalOf(error);
    if (reason === "already-there" || reason === "unknown-reference") return refused(reason);
    throw error;
  }
}

/** A bilingual text as the two columns it is kept in: `columns("title", text)` → titleSv, titleEn. */
export function columns<Name extends string>(name: Name, text: { sv: string; en: string }) {
  return { [`${name}Sv`]: text.sv, [`${name}En`]: text.en } as Record<`${Name}Sv` | `${Name}En`, string>;
}
