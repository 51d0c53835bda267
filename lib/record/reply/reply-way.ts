/** How an answer came: by the private link, or in a way that the desk has written it down from. */
export type ReplyWay = "link" | WrittenDown;

/** The ways from which the desk writes an answer down. */
export const WRITTEN_DOWN = ["email", "letter", "telephone", "other"] as const;
type WrittenDown = (typeof WRITTEN_DOWN)[number];
