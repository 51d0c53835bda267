/** The longest name that is set as large as a nameplate is. */
const LARGE = 14;

/** The class of a nameplate: a long name is set smaller, so that what stands beside it has room. */
export const plate = (name: string): string => (name.length > LARGE ? "plate long" : "plate");
