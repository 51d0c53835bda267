/** Cache tags: a query names them before it reads, whoever publishes expires the same ones. */
export const claimTags = {
  claim: (slug: string) => `claim:${slug}`,
};
