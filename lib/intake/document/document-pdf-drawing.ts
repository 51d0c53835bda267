/** Pictures and outlines that a page does not show, or not all of. */
import {
  areaOf,
  type Bitmap,
  type Box,
  intersection,
  type Painted,
  type SeenPage,
} from "./document-pdf-eye.ts";
import { alphaIn, anyIn, DIFFERENT, differenceAt, differenceOf, overlap } from "./document-pdf-pixels.ts";

const MOST_PAIRS = 2_000_000;
/** Pieces of a path from which it may be a letter, or a line of them, drawn as its outline. */
const OUTLINE = 12;

/** @param bare - the page without any text */
export function hidesDrawing(
  page: SeenPage,
  scale: number,
  painted: readonly Painted[],
  bare: Bitmap,
): boolean {
  const images = painted.filter(({ kind }) => kind === "image");
  const outlines = painted.filter(({ kind, segments }) => kind === "path" && segments > OUTLINE);
  const fills = painted.filter(({ isFilled }) => isFilled);
  if (images.length * images.length > MOST_PAIRS || outlines.length * fills.length > MOST_PAIRS) return true;
  if (images.length > 0) {
    if (images.some(({ box, clip }) => isCut(box, clip))) return true;
    if (
      images.some((one, index) => images.slice(index + 1).some((other) => overlap(one.box, other.box) > 0.1))
    )
      return true;
    const others = painted.filter(({ kind }) => kind !== "image" && kind !== "text").map(({ id }) => id);
    page.show(others, false);
    const alone = page.draw(scale, { transparent: true });
    page.show(others, true);
    if (images.some(({ box }) => alphaIn(alone, box) < 0.05)) return true;
    let covered = 0;
    for (let at = 0; at < alone.data.length; at += 4)
      if ((alone.data[at + 3] ?? 0) > 240 && differenceAt(alone, bare, at) > DIFFERENT) covered += 1;
    if (covered > MOST_SPECKS) return true;
  }
  if (outlines.length === 0) return false;
  const order = new Map(painted.map((one, index) => [one, index]));
  const isUnder = (one: Painted) =>
    fills.some(
      (other) =>
        (order.get(other) ?? 0) > (order.get(one) ?? 0) &&
        areaOf(intersection(one.box, other.box)) >= 0.8 * areaOf(one.box),
    );
  if (outlines.some((one) => isUnder(one) || areaOf(intersection(one.box, one.clip)) === 0)) return true;
  const ids = outlines.map(({ id }) => id);
  page.show(ids, false);
  const difference = differenceOf(bare, page.draw(scale));
  page.show(ids, true);
  return outlines.some(({ box, clip }) => !anyIn(difference, bare.width, intersection(box, clip)));
}

const MOST_SPECKS = 20;

const isCut = (box: Box, clip: Box): boolean =>
  clip.left - box.left > 3 ||
  clip.top - box.top > 3 ||
  box.right - clip.right > 3 ||
  box.bottom - clip.bottom > 3;
