/** The address of a post: chosen with script, its place in the list without. */
export const postHref = (id: string) => `?select=${encodeURIComponent(id)}#${encodeURIComponent(id)}`;
