export const partyTags = { party: (slug: string) => `party:${slug}` };
