/**
 * A post's label: mark, number, short words, and who. Offsets are px from the mark's left edge; a label that stands to
 * the left is laid out the same way and ends at the mark instead. Measured once, on the server.
 */
import type { Post } from "./timeline.ts";
import { cut } from "./timeline-measure.ts";
import type { Font, Measure } from "./timeline-text.ts";

const BY_GAP = 8;
const LONGEST = 460;

export interface Label {
  readonly font: Font;
  readonly text: string;
  /** What stands before the number: the mark and its gap. */
  readonly head: number;
  readonly textX: number;
  readonly number: string;
  readonly by: string;
  readonly width: number;
  /** Words over the grey bar on the second clock: "hände hösten 2019". */
  readonly ghost: string;
  readonly ghostWidth: number;
}

const LABEL_FONT = {
  claim: "claim",
  event: "event",
  verdict: "event",
  act: "event",
  silence: "fine",
} as const;

/** @param ghost template for the first date on the second clock, with {date} */
export function labelOf(
  post: Omit<Post, "attribution" | "note" | "conclusion">,
  ghost: string,
  measure: Measure,
): Label {
  const font = LABEL_FONT[post.kind];
  const number = post.claim ? String(post.claim.number) : "";
  const head = post.kind === "silence" ? 0 : post.claim ? 19 : 9;
  const textX = post.claim ? head + measure(number, "number") + 5 : head;
  const text = cut(post.short, font, LONGEST, measure);
  const end = textX + measure(text, font);
  const by = post.by ? cut(post.by, "fine", LONGEST / 2, measure) : "";
  const words = ghost.replace("{date}", post.happened.words);
  return {
    font,
    text,
    head,
    textX,
    number,
    by,
    width: by ? end + BY_GAP + measure(by, "fine") : end,
    ghost: words,
    ghostWidth: measure(words, "fine"),
  };
}
