/** Lower-case words joined by hyphens: what stands in an address. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The longest slug there is; anything longer is no address of ours and need not be looked up. */
export const LONGEST_SLUG = 80;

export const isSlug = (text: string): boolean => text.length <= LONGEST_SLUG && SLUG.test(text);
