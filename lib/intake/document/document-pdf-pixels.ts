/** Pixels: how black they are, how much two drawings of one page differ, and where. */
import { areaOf, type Bitmap, type Box, intersection } from "./document-pdf-eye.ts";

/** The difference of two colours, of 255, from which an eye can tell them apart. */
export const DIFFERENT = 20;

/** How black each pixel is. */
export function blackOf({ width, height, data }: Bitmap): Uint8Array {
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = 255 - (data[at * 4] ?? 255);
  return pixels;
}

export const overlap = (one: Box, other: Box): number =>
  areaOf(intersection(one, other)) / Math.max(1, Math.min(areaOf(one), areaOf(other)));

export function alphaIn({ data, width, height }: Bitmap, box: Box): number {
  const { left, top, right, bottom } = intersection(box, { left: 0, top: 0, right: width, bottom: height });
  let sum = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) sum += data[(y * width + x) * 4 + 3] ?? 0;
  return sum / 255 / Math.max(1, (right - left) * (bottom - top));
}

export function anyIn(difference: Uint8Array, width: number, { left, top, right, bottom }: Box): boolean {
  for (let y = top; y < bottom; y += 1)
    if (difference.subarray(y * width + left, y * width + right).some((value) => value >= DIFFERENT))
      return true;
  return false;
}

export const wholeOf = ({ width, height }: Bitmap): Box => ({
  left: 0,
  top: 0,
  right: width,
  bottom: height,
});

export const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

/** The largest difference of the three colours. */
export const differenceAt = (one: Bitmap, other: Bitmap, at: number): number =>
  Math.max(
    Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0)),
    Math.abs((one.data[at + 1] ?? 0) - (other.data[at + 1] ?? 0)),
    Math.abs((one.data[at + 2] ?? 0) - (other.data[at + 2] ?? 0)),
  );

export function differenceOf(one: Bitmap, other: Bitmap): Uint8Array {
  const pixels = new Uint8Array(one.width * one.height);
  if (one.data.length !== other.data.length) return pixels;
  const [first, second] = [wordsOf(one), wordsOf(other)];
  for (let at = 0; at < pixels.length; at += 1)
    if (first[at] !== second[at]) pixels[at] = differenceAt(one, other, at * 4);
  return pixels;
}

/** How much lighter or darker one is than the other at each pixel; colour alone counts for little: yellow on white. */
export function contrastOf(one: Bitmap, other: Bitmap): Uint8Array {
  const pixels = new Uint8Array(one.width * one.height);
  if (one.data.length !== other.data.length) return pixels;
  const [first, second] = [wordsOf(one), wordsOf(other)];
  for (let at = 0; at < pixels.length; at += 1)
    if (first[at] !== second[at]) pixels[at] = contrastAt(one, other, at * 4);
  return pixels;
}

const COLOUR_ALONE = 0.3;

function contrastAt(one: Bitmap, other: Bitmap, at: number): number {
  const [red, green, blue] = [0, 1, 2].map(
    (channel) => (one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0),
  );
  const light = Math.abs(0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0));
  return Math.max(light, COLOUR_ALONE * differenceAt(one, other, at));
}

/** How many pixels an eye could tell apart. All of them where the two are not of one size. */
export function differing(one: Bitmap, other: Bitmap, box: Box): number {
  const { left, top, right, bottom } = intersection(box, wholeOf(one));
  if (one.width !== other.width || one.height !== other.height) return areaOf(box);
  const [first, second] = [wordsOf(one), wordsOf(other)];
  let count = 0;
  for (let y = top; y < bottom; y += 1)
    for (let at = y * one.width + left, end = y * one.width + right; at < end; at += 1)
      if (first[at] !== second[at] && differenceAt(one, other, at * 4) > DIFFERENT) count += 1;
  return count;
}

/** Each pixel as one number, to be compared at once. */
const wordsOf = ({ data }: Bitmap): Uint32Array =>
  new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4);
