export const sourceTags = { source: (id: string) => `source:${id}` };
