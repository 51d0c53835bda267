/**
 * Pages of a long list. A page is named by the entry it begins after, never by a number: its address holds the same
 * entries for good, whatever is published later, and to find them nothing is counted or passed over.
 */

/** Entries on a page of any list. */
export const PAGE_SIZE = 50;

/**
 * Where an entry stands in its list: by a value that never changes once it is public (a moment, a name, a number), and
 * among those with the same value by its id.
 */
export interface Place<K> {
  readonly key: K;
  readonly id: string;
}

/** Which entries a read is to find: the `take` that are nearest to `place` on one side of it. */
export interface Asked<K> {
  /** Null: from the beginning of the list. */
  readonly place: Place<K> | null;
  /** `after`: further down the list. `before`: nearer to its beginning, the nearest first. */
  readonly side: "after" | "before";
  readonly take: number;
}

export interface Page<E> {
  readonly entries: readonly E[];
  /** The id that the next page begins after; null when this is the last. */
  readonly next: string | null;
  /** The id that the page before this one begins after; "first" for the first page; null when this is the first. */
  readonly previous: string | "first" | null;
}

/**
 * One page of a list.
 *
 * @param from - the place that the page begins after; null for the first page
 * @param read - finds entries in the order of the list, or against it when asked for those before a place
 * @param idOf - the id by which an entry's place is named
 */
export async function pageOf<E, K>(
  from: Place<K> | null,
  read: (asked: Asked<K>) => Promise<readonly E[]>,
  idOf: (entry: E) => string,
): Promise<Page<E>> {
  const found = await read({ place: from, side: "after", take: PAGE_SIZE + 1 });
  const entries = found.slice(0, PAGE_SIZE);
  const last = entries.at(-1);
  const next = last && found.length > PAGE_SIZE ? idOf(last) : null;
  if (from === null) return { entries, next, previous: null };
  // The page before this one ends with the entry that this one begins after, which stands there itself.
  const before = await read({ place: from, side: "before", take: PAGE_SIZE });
  const start = before[PAGE_SIZE - 1];
  return { entries, next, previous: start ? idOf(start) : "first" };
}

/**
 * The same in the words of Prisma, for a list that is sorted by `column`. The bound stands by itself beside the
 * alternatives, so that an index on the column leads to it.
 *
 * @param order - how the list is sorted; those with the same value by their ids, the same way
 */
export function besides<K>(column: string, order: "asc" | "desc", { place, side, take }: Asked<K>) {
  const isUp = (order === "asc") === (side === "after");
  const way = isUp ? ("asc" as const) : ("desc" as const);
  const beyond = (key: K | string) => (isUp ? { gt: key } : { lt: key });
  const where = place
    ? {
        [column]: isUp ? { gte: place.key } : { lte: place.key },
        OR: [{ [column]: beyond(place.key) }, { id: beyond(place.id) }],
      }
    : {};
  return { where, orderBy: [{ [column]: way }, { id: way }], take };
}
