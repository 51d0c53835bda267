/**
 * Postal addresses: a street with its number, and a post code with its town after it, on one line, two, or in the cells
 * of a table. A box is where an organisation has its post, and stays.
 */
interface AddressSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: "postal-address";
}

const BETWEEN = "[ \\t]{0,3}[,;]?[ \\t]{0,3}\\n?[ \\t]{0,3}";
const ADDRESS = new RegExp(
  // The street: one word or some, the first with a capital; and its number, with the stair and the flat.
  `(?<![\\p{L}\\p{M}\\p{N}])((?:\\p{Lu}[\\p{L}\\p{M}.'’-]{1,40})(?: [\\p{L}\\p{M}.'’-]{2,40}){0,3}) (\\d{1,4}(?: ?[A-Za-z](?![\\p{L}\\p{M}]))?(?:,? ?(?:lgh|läg|vån|apt)\\.? ?\\d{1,4}| ?[A-Z]{0,2} ?[1-9] ?tr)?)` +
    // The post code, and the town.
    `${BETWEEN}(?:SE?[- ]?)?[1-9]\\d{2} ?\\d{2}(?!\\d)${BETWEEN}\\p{Lu}[\\p{L}\\p{M}-]{1,30}`,
  "gu",
);
const OF_A_FUNCTION = /^(?:box|postbox|po box|fack|boks|postboks)\b/iu;

/** @param text - with plain digits, spaces and dashes */
export const addressSpans = (text: string): AddressSpan[] =>
  [...text.matchAll(ADDRESS)].flatMap(({ 0: found, 1: street = "", index }) =>
    OF_A_FUNCTION.test(street)
      ? []
      : [{ start: index, end: index + found.length, kind: "postal-address" as const }],
  );
