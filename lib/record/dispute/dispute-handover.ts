/** Drafts that somebody has handed to the others as ready, and what a step of that means. Pure. */
import { SEEN_TABLES, type SeenTable, together, type Which } from "../seen/seen.ts";

/** One step: handed over, given back with what should be different, taken back. */
export interface HandoverStep {
  readonly kind: "submitted" | "changes_requested" | "withdrawn" | "published";
  readonly by: string;
  readonly note: string;
  /** RFC 3339. */
  readonly at: string;
}

/** Where a handing over stands: with the others, given back, or nowhere. */
export const handoverState = (newest: Pick<HandoverStep, "kind"> | null): "none" | "ready" | "back" => {
  if (newest?.kind === "submitted") return "ready";
  return newest?.kind === "changes_requested" ? "back" : "none";
};

/** Rows named as `<table> <id>`, by table. What is no table of ours is passed over. */
export const whichOf = (keys: readonly string[]): Which =>
  together(
    ...keys.flatMap((key) => {
      const [table, id] = key.split(" ");
      const known = SEEN_TABLES.find((each): each is SeenTable => each === table);
      return known && id ? [{ [known]: [id] } as Which] : [];
    }),
  );
