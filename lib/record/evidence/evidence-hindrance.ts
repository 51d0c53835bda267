/** What keeps a draft row from being published as it stands: the same for the page that shows it and for the command. Pure. */
import { maskedAround, type Surrounded } from "../../intake/message/message-mask.ts";
import { type MissingText, missingTexts } from "../seen/seen-row.ts";

/**
 * - `half-translated`: a text is there in one of its languages only
 * - `quote-not-in-copy`: words that no copy has, or one that something speaks against, and nobody has said why they are to be believed
 * - `quote-place-open`: words that a copy has in several places, and nobody has said which is meant
 * - `private-in-quote`: words with somebody's address, telephone or identity number in them
 */
export type Hindrance =
  | ({ readonly reason: "half-translated" } & MissingText)
  | { readonly reason: "quote-not-in-copy" }
  | { readonly reason: "quote-place-open" }
  | { readonly reason: "private-in-quote" };

/** Words that no copy has, and nobody has said why they are to be believed: no quotation (the database refuses it too). */
const isUnchecked = (piece: { readonly snapshotId: string | null; readonly uncheckedSv: string }) =>
  piece.snapshotId === null && piece.uncheckedSv === "";

/**
 * Words with somebody's address, telephone or identity number in them: those are left out of a quotation, with […] in
 * their place, before it is published anywhere. Masking them where they are shown would leave them in every export. Half
 * of a number is a part of one: what stands around the words in the copy tells.
 */
const namesPrivate = ({ excerpt, ...around }: Omit<Surrounded, "words"> & { readonly excerpt: string }) =>
  maskedAround({ ...around, words: excerpt }).words !== excerpt;

const textOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Everything that keeps one draft row from being published. */
export function hindrancesOf({
  table,
  row,
}: {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}): Hindrance[] {
  const half = missingTexts(row).map((missing) => ({ reason: "half-translated", ...missing }) as const);
  if (table !== "Evidence") return half;
  const piece = {
    snapshotId: textOrNull(row.snapshotId),
    uncheckedSv: textOrNull(row.uncheckedSv) ?? "",
    excerpt: textOrNull(row.excerpt) ?? "",
    prefix: textOrNull(row.prefix),
    suffix: textOrNull(row.suffix),
  };
  const isOpen = piece.snapshotId === null && typeof row.otherPlaces === "number";
  return [
    ...half,
    ...(isOpen ? [{ reason: "quote-place-open" } as const] : []),
    ...(!isOpen && isUnchecked(piece) ? [{ reason: "quote-not-in-copy" } as const] : []),
    ...(namesPrivate(piece) ? [{ reason: "private-in-quote" } as const] : []),
  ];
}
