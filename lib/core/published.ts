/**
 * What a public read may see: rows published by a moment, or by now. The record is append-only, so "as it stood then"
 * is only ever this filter.
 */
export type AsOf = Date | null;

export const publishedBy = (asOf: AsOf) => ({ publishedAt: { lte: asOf ?? END_OF_TIME } });

/** Later than any row; null, a draft, is not before it either. */
export const END_OF_TIME = new Date("9999-12-31T00:00:00Z");

/** The newest version visible, for tables of wordings. */
export const newestWording = (asOf: AsOf) => ({
  where: publishedBy(asOf),
  orderBy: { version: "desc" as const },
  take: 1,
});

/** The newest version there is, drafts too, for tables that count their versions: for the desk and for commands. */
export const newest = { orderBy: { version: "desc" as const }, take: 1 };

/** A request's asking, if it was public by then: a to-one relation takes no filter in a query. */
export const publishedAsking = <A extends { readonly publishedAt: Date | null }>(
  asking: A | null,
  asOf: AsOf,
): A | null => (asking?.publishedAt && (!asOf || asking.publishedAt <= asOf) ? asking : null);

/** For an address that cannot be one of ours: it is not looked up, and leaves no entry in any cache. */
export const nothing = Promise.resolve(null);
