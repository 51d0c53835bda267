/** A dispute's tag covers everything in it: its page, its claims' positions, its timeline. */
export const disputeTags = {
  dispute: (slug: string) => `dispute:${slug}`,
  /** Lists over the whole record: front, search, corrections, log, sitemap. */
  record: () => "record",
  /** Every page there is: who publishes them, and the times when nobody can say what has changed. */
  everything: () => "everything",
};
