/** Lower-case words joined by hyphens: what stands in an address. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The longest slug there is; anything longer is no address of ours and need not be looked up. */
export const LONGEST_SLUG = 80;

export const isSlug = (text: string): boolean => text.length <= LONGEST_SLUG && SLUG.test(text);

/** Letters that have an accent of their own, and those that are spelt with two. */
const SPELT: Record<string, string> = { ø: "o", æ: "ae", œ: "oe", ß: "ss", đ: "d", ð: "d", ł: "l", þ: "th" };

/**
 * A slug made from a title: "Övertorneå–Åre" → "overtornea-are". Cut at a word where it would be too long, with room
 * for a number behind it. Empty when nothing of the text can stand in an address.
 */
export function slugFrom(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll(/[øæœßđðłþ]/g, (letter) => SPELT[letter] ?? "")
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f'’]/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, ROOMY) : `${slug}-${word}`;
    if (longer.length > ROOMY) break;
    slug = longer;
  }
  return slug;
}

/** Leaves room for "-12" behind a slug that somebody else has. */
const ROOMY = 60;

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export async function freeSlug(wanted: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!(await isTaken(slug))) return slug;
  }
}
