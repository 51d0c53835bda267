/** The text of a page from its letters, with those left out that nobody sees. */
import type { Glyph } from "./document-pdf-eye.ts";

/** `unlike`: seen, and as another letter than it says. */
export type Mark = "seen" | "hidden" | "unlike" | "blank";

export interface Reading {
  readonly text: string;
  /** How many letters and figures the page has that nobody sees. */
  readonly hiddenLetters: number;
  /** How many look like others than they say. They are not read. */
  readonly unlikeLetters: number;
}

/** Spaces, and characters that only say how others are to be joined. */
export const NO_INK = /^[\s\p{C}\p{Z}\u115f\u2800\u3164]$/u;
/** Also one that does not say which. */
const LETTER = /[\p{L}\p{N}\p{C}\ufffd]/u;

export function readingOf(glyphs: readonly Glyph[], marks: readonly Mark[]): Reading {
  let text = "";
  let hiddenLetters = 0;
  let unlikeLetters = 0;
  for (const [index, glyph] of glyphs.entries()) {
    const { character } = glyph;
    const mark = marks[index];
    // A line through a word covers all of a hyphen: between letters that are seen it tells nothing. Of several no such
    // thing can be said: they may be drawn as letters.
    const isForgiven =
      !LETTER.test(character) && marks[index - 1] !== "hidden" && marks[index + 1] !== "hidden";
    if (mark === "unlike" || (mark === "hidden" && !isForgiven)) {
      if (mark === "unlike") unlikeLetters += 1;
      else hiddenLetters += 1;
      if (!text.endsWith(" ")) text += " ";
    } else if (glyph.isAdded && isWithinLine(glyphs, index)) {
      if (!/\s$/u.test(text)) text += " ";
    } else {
      const before = glyphs[index - 1];
      if (before && isBesideGap(before, glyph) && !/\s$/u.test(text)) text += " ";
      text += character;
    }
  }
  return { text: tidied(text), hiddenLetters, unlikeLetters };
}

/** Whether a letter stands apart from the one before it, on its line: in the next cell of a table, or the one before. */
function isBesideGap(before: Glyph, { character, room, isAdded }: Glyph): boolean {
  if (before.isAdded || isAdded || NO_INK.test(character) || NO_INK.test(before.character)) return false;
  const one = before.room;
  const wide = between(one.left, one.right, room.left, room.right);
  const high = between(one.bottom, one.top, room.bottom, room.top);
  const height = Math.min(one.top - one.bottom, room.top - room.bottom);
  // Set upwards or downwards the letters stand above each other, and their room is as wide as they are high.
  const width = Math.min(one.right - one.left, room.right - room.left);
  return high < 0 ? wide > GAP * height : wide < 0 && high > GAP * width;
}

/** Whether what ends a line was added between two letters of one: as when its cells were not set in their order. */
function isWithinLine(glyphs: readonly Glyph[], index: number): boolean {
  if (!/[\r\n]/.test(glyphs[index]?.character ?? "")) return false;
  let [from, to] = [index, index];
  while (glyphs[from]?.isAdded) from -= 1;
  while (glyphs[to]?.isAdded) to += 1;
  const [one, other] = [glyphs[from]?.room, glyphs[to]?.room];
  if (!one || !other) return false;
  const shared = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
  const isUpright = one.top - one.bottom > (one.right - one.left) * 0.8;
  return isUpright && shared > 0.8 * Math.max(one.top - one.bottom, other.top - other.bottom);
}

/** How far two stretches are from each other; below zero where they share something. */
const between = (from: number, to: number, otherFrom: number, otherTo: number): number =>
  Math.max(otherFrom - to, from - otherTo);

/** The part of a letter's room that a gap between two of a word never has. */
const GAP = 0.15;

const tidied = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    // What it gives for a hyphen at the end of a line.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: one of the two is one
    .replace(/\u0002|\ufffe/g, "-")
    .split("\n")
    .map((line) => line.replace(/ {2,}/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
