/** Lower-case words joined by hyphens: what stands in an address. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The longest slug there is; anything longer is no address of ours and need not be looked up. */
export const LONGEST_SLUG = 80;

export const isSlug = (text: string): boolean => text.length <= LONGEST_SLUG && SLUG.test(text);

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export async function freeSlug(wanted: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!(await isTaken(slug))) return slug;
  }
}
