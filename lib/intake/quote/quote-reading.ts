/** One reading of a text whose lines end in hyphens: the one that another text has, so that no line end differs. */
import type { Normalised } from "./quote.ts";
import type { Match } from "./quote-match.ts";

const WORD_BEFORE = /[\p{L}\p{M}\p{N}_]*$/u;
const WORD_BEHIND = /^[\p{L}\p{M}\p{N}_]*/u;
/** No word is longer. */
const WORD = 60;

/** @param like - normalised: of the readings of a hyphen, the one that stands in it is taken, else the likeliest */
export function reading({ text, breaks }: Normalised, { start, end }: Match, like: string): string {
  const parts: string[] = [];
  let from = start;
  for (const [at, kind] of breaks) {
    if (at < start || at + 2 > end) continue;
    const before = WORD_BEFORE.exec(text.slice(Math.max(start, at - WORD), at))?.[0] ?? "";
    const behind = WORD_BEHIND.exec(text.slice(at + 2, Math.min(end, at + 2 + WORD)))?.[0] ?? "";
    const readings = kind === "joins" ? ["", "-", "- "] : ["-", "- "];
    const hyphen = readings.find((one) => like.includes(before + one + behind)) ?? readings[0] ?? "";
    parts.push(text.slice(from, at), hyphen);
    from = at + 2;
  }
  return [...parts, text.slice(from, end)].join("");
}
