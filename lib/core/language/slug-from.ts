import anyAscii from "any-ascii";

/** Leaves room for "-12" behind a slug that somebody else has. */
const ROOMY = 60;

/**
 * A slug made from a title: "Övertorneå–Åre" → "overtornea-are", "Анна" → "anna". Cut at a word where it would be too long,
 * with room for a number behind it. Empty when nothing of the text can stand in an address.
 */
export function slugFrom(text: string): string {
  const words = anyAscii(text.normalize("NFC"))
    .toLowerCase()
    .replaceAll(/['`]/g, "")
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
