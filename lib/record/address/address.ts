/** Addresses of what the record points at by a slug, and that they can change. Pure. */

/** What has a slug, by the table of the database. */
export const ADDRESSED = ["Claim", "Dispute", "Party"] as const;
export type Addressed = (typeof ADDRESSED)[number];

export const isAddressed = (table: string): table is Addressed =>
  (ADDRESSED as readonly string[]).includes(table);

/** Where it is, without language. */
export const pathOf = (table: Addressed, slug: string): string =>
  `/${{ Claim: "claims", Dispute: "disputes", Party: "parties" }[table]}/${slug}`;
