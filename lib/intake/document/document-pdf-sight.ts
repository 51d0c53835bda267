/**
 * What can be seen on a page, and whether a copy of it holds more: the page is drawn with its text and without, and a
 * letter is seen where that makes a difference. Covered by whatever it may be, white on white, cut off, in a hidden
 * layer, outside the page: all of it is text that makes none.
 */
import { deflateSync } from "node:zlib";
import type { Rectangle } from "./document-pdf-annotations.ts";
import type { PagePicture } from "./document-pdf-copy.ts";
import { hidesDrawing } from "./document-pdf-drawing.ts";
import type { SeenPage } from "./document-pdf-eye.ts";
import { lettersSeen } from "./document-pdf-letters.ts";
import { differing, wholeOf } from "./document-pdf-pixels.ts";
import type { Reading } from "./document-pdf-reading.ts";
import type { PlainShapes } from "./document-pdf-unlike.ts";

/** The text that is seen, and what else there is. */
export interface PageSight extends Reading {
  /** The copy shows what the original does, to the pixel. */
  readonly isSame: boolean;
  /** Pictures or drawings that are covered, cut or cannot be told from their ground. */
  readonly hidesDrawing: boolean;
}

/** Pixels for a PDF unit: enough for print of four points, and never more than some megapixels. */
const FINE = 1.5;
/** Where there are many pages: enough for print of five points. */
const COARSE = 1;
const scaleFor = ({ width, height }: SeenPage, isLong: boolean) =>
  Math.min(isLong ? COARSE : FINE, 3_000 / Math.max(width, height));

/**
 * @param original - the page as it came
 * @param copy - the same page drawn anew, with what stands beside the text drawn into it; null where it could not be
 * @param covers - parts of the page that are covered in the original, we do not know with what
 * @param known - how letters look in plain fonts
 * @param isLong - the document has so many pages that each must be looked at in less time
 */
export function sightOf(
  original: SeenPage,
  copy: SeenPage | null,
  covers: readonly Rectangle[],
  known: PlainShapes,
  isLong = false,
): PageSight {
  const scale = scaleFor(original, isLong);
  const how = { annotations: true, covers };
  const shown = original.draw(scale, how);
  const ofOriginal = () => lettersSeen(original, scale, known, { how, shown, truth: null }).reading;
  if (!copy) return { ...ofOriginal(), isSame: false, hidesDrawing: true };
  const redrawn = copy.draw(scale);
  const isSame = differing(shown, redrawn, wholeOf(shown)) === 0;
  const letters = lettersSeen(copy, scale, known, { how: {}, shown: redrawn, truth: isSame ? null : shown });
  if (isSame)
    return {
      ...letters.reading,
      isSame,
      hidesDrawing: letters.isTooMuch || hidesDrawing(copy, scale, letters.painted, letters.bare),
    };
  // The copy has what stands beside the text as text, the original what could not be drawn anew.
  const own = ofOriginal();
  const better = letters.reading.text.length > own.text.length ? letters.reading : own;
  return { ...better, isSame, hidesDrawing: true };
}

/** The page as a picture. */
export function pictureOf(page: SeenPage, covers: readonly Rectangle[], dotsPerInch: number): PagePicture {
  const scale = Math.min(dotsPerInch / 72, 4_000 / Math.max(page.width, page.height));
  const { width, height, data } = page.draw(scale, { annotations: true, covers });
  let isGrey = true;
  for (let at = 0; at < data.length && isGrey; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    isGrey = Math.abs(red - green) < 8 && Math.abs(green - blue) < 8;
  }
  const channels = isGrey ? 1 : 3;
  const rows = new Uint8Array(width * height * channels);
  // Fewer shades, so that it is packed in a quarter of the room.
  for (let from = 0, to = 0; from < data.length; from += 4)
    for (let channel = 0; channel < channels; channel += 1, to += 1)
      rows[to] = Math.round((data[from + channel] ?? 0) / 17) * 17;
  return {
    ...{ width, height, pageWidth: page.width, pageHeight: page.height, isGrey },
    data: new Uint8Array(deflateSync(rows)),
  };
}
