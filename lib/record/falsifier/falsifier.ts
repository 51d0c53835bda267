/** What would change a verdict, as every page shows it. */
import type { Bilingual } from "../../core/language/language.ts";

export type FalsifierState = "open" | "asked_for" | "refused" | "received";

export interface FalsifierView {
  readonly id: string;
  readonly text: Bilingual;
  readonly heldBy: Bilingual;
  readonly state: FalsifierState;
}

interface FalsifierRow {
  readonly id: string;
  readonly textSv: string;
  readonly textEn: string;
  readonly heldBySv: string;
  readonly heldByEn: string;
  /** Newest first. */
  readonly states: readonly { readonly state: FalsifierState }[];
}

/** The newest state is the state; none means that nobody has asked. */
export const falsifierView = (row: FalsifierRow): FalsifierView => ({
  id: row.id,
  text: { sv: row.textSv, en: row.textEn },
  heldBy: { sv: row.heldBySv, en: row.heldByEn },
  state: row.states[0]?.state ?? "open",
});
