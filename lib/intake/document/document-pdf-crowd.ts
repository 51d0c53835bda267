/** Letters that stand on others: whether each of them is seen cannot be told from both together. */
import { areaOf, type Box, type Glyph } from "./document-pdf-eye.ts";
import { overlap } from "./document-pdf-pixels.ts";

/**
 * Letters that stand on others: whether each of them is seen cannot be told from both together. `stacked`: of one piece
 * of text, which nothing takes apart. `tight`: typed over by letters of about
 * their own size, so that neither is read.
 */
export function crowdedIn(glyphs: readonly Glyph[]): {
  crowded: Set<number>;
  stacked: Set<Glyph>;
  tight: Set<Glyph>;
} {
  const crowded = new Set<number>();
  const stacked = new Set<Glyph>();
  const tight = new Set<Glyph>();
  const cells = new Map<string, Glyph[]>();
  for (const [index, glyph] of glyphs.entries()) {
    if (glyph.isAdded || !LETTER_OR_BLOCK.test(glyph.character) || areaOf(glyph.box) === 0) continue;
    const { left, top, right, bottom } = glyph.box;
    // Two letters of one sign, as of a ligature.
    const before = glyphs[index - 1];
    if (before?.painted === glyph.painted && isSameBox(before.box, glyph.box)) continue;
    const near = new Set<Glyph>();
    for (let x = left >> CELL; x <= right >> CELL; x += 1)
      for (let y = top >> CELL; y <= bottom >> CELL; y += 1) {
        const key = `${x} ${y}`;
        const cell = cells.get(key) ?? [];
        for (const other of cell) near.add(other);
        if (cell.length < MOST_IN_CELL) cell.push(glyph);
        cells.set(key, cell);
      }
    for (const other of near) {
      if (other.character === glyph.character) continue;
      const shared = overlap(glyph.box, other.box);
      if (shared < CROWDED) continue;
      if (other.painted === glyph.painted && shared < STACKED) continue;
      if (other.painted === glyph.painted) stacked.add(glyph).add(other);
      else crowded.add(glyph.painted).add(other.painted);
      const sizes = [areaOf(glyph.box), areaOf(other.box)];
      if (Math.max(...sizes) < 4 * Math.min(...sizes)) tight.add(glyph).add(other);
    }
  }
  return { crowded, stacked, tight };
}

export const isSameBox = (one: Box, other: Box): boolean =>
  one.left === other.left &&
  one.top === other.top &&
  one.right === other.right &&
  one.bottom === other.bottom;

const LETTER_OR_BLOCK = /[\p{L}\p{N}\p{So}]/u;
/** The share of the smaller of two boxes. Slanted letters reach into each other's. */
const CROWDED = 0.6;
const STACKED = 0.85;
const CELL = 5;
const MOST_IN_CELL = 200;
