/**
 * What a public read may see: rows published by a moment, or by now. The record is append-only, so "as it stood then"
 * is only ever this filter.
 */
export type AsOf = Date | null;

export const publishedBy = (asOf: AsOf) => ({ publishedAt: { lte: asOf ?? END_OF_TIME } });

/** Later than any row; null, a draft, is not before it either. */
export const END_OF_TIME = new Date("9999-12-31T00:00:00Z");

/**
 * There are two ways of looking at what has versions (the words of a dispute, a party, a claim), and no third: what of them
 * stands in public, and how something is worded at the desk. Every read of a name, a title or words takes one of these.
 */
export interface Versions {
  readonly where?: ReturnType<typeof publishedBy>;
  readonly orderBy: object[];
  readonly take: 1;
}

/** What stands in public: the newest version that was published by then. */
export const standing = (asOf: AsOf) => ({
  where: publishedBy(asOf),
  orderBy: [{ version: "desc" as const }],
  take: 1 as const,
});

/** What something is called at the desk: by what stands, and by its draft while nothing does. */
export const called = {
  orderBy: [{ publishedAt: { sort: "desc" as const, nulls: "last" as const } }, { version: "desc" as const }],
  take: 1 as const,
};

/** The newest version there is, drafts too, for tables that count their versions: for the desk and for commands. */
export const newest = { orderBy: { version: "desc" as const }, take: 1 };

/** A request's asking, if it was public by then: a to-one relation takes no filter in a query. */
export const publishedAsking = <A extends { readonly publishedAt: Date | null }>(
  asking: A | null,
  asOf: AsOf,
): A | null => (asking?.publishedAt && (!asOf || asking.publishedAt <= asOf) ? asking : null);

/** For an address that cannot be one of ours: it is not looked up, and leaves no entry in any cache. */
export const nothing = Promise.resolve(null);
