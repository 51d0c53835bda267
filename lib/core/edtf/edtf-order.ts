import { compareEdtf, edtf } from "./edtf.ts";

/** Where a thing stands among others: by its date, or beside another thing. */
export interface Place {
  readonly id: string;
  /** EDTF; null: no date is known. */
  readonly date: string | null;
  /** The id of the thing it comes just before; asked first. */
  readonly before: string | null;
  /** The id of the thing it comes just after. */
  readonly after: string | null;
}

/**
 * Dated things in order, the same dates in the order they came in; an undated one just before, or just after, the one it
 * is placed by, and last when there is none.
 */
export function inOrder<T>(things: readonly T[], placeOf: (thing: T) => Place): T[] {
  const placed = things.map((thing) => ({ thing, ...placeOf(thing) }));
  const ordered = placed
    .flatMap(({ date, ...each }) => (date === null ? [] : [{ ...each, date: edtf(date) }]))
    .sort((a, b) => compareEdtf(a.date, b.date))
    .map(({ thing, id }) => ({ thing, id }));
  for (const { thing, id, before, after } of placed.filter(({ date }) => date === null)) {
    const beside = ordered.findIndex((each) => each.id === (before ?? after));
    ordered.splice(beside === -1 ? ordered.length : before ? beside : beside + 1, 0, { thing, id });
  }
  return ordered.map(({ thing }) => thing);
}
