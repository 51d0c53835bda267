/** The longest names that are set as large as a nameplate is, and nearly so. */
const [LARGE, LESS_LARGE] = [8, 14];

/** The class of a nameplate: a long name is set smaller, so that it fits a phone and what stands beside it has room. */
export function plate(name: string): string {
  if (name.length <= LARGE) return "plate";
  return name.length <= LESS_LARGE ? "plate middling" : "plate long";
}
