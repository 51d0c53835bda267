/**
 * What can be seen on a page, and whether a copy of it holds more: the page is drawn with its text and without, and a
 * letter is seen where that makes a difference. Covered by whatever it may be, white on white, cut off, in a hidden
 * layer, outside the page: all of it is text that makes none.
 */
import { deflateSync } from "node:zlib";
import type { Rectangle } from "./document-pdf-annotations.ts";
import type { PagePicture } from "./document-pdf-copy.ts";
import {
  areaOf,
  type Bitmap,
  type Box,
  type Glyph,
  intersection,
  type Painted,
  type SeenPage,
} from "./document-pdf-eye.ts";

export interface PageSight {
  /** The text that is seen. */
  readonly text: string;
  /** How many letters and figures the page has that nobody sees. */
  readonly hiddenLetters: number;
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

/** The difference of two colours, of 255, from which an eye can tell them apart. */
const DIFFERENT = 20;
/** The share of a letter's ink that must be seen. */
const SEEN = 0.5;
/** How black a pixel of a letter is from which it counts. */
const INK = 0.15;
const LEAST_INK = 0.35;

/**
 * @param original - the page as it came
 * @param copy - the same page drawn anew, with what stands beside the text drawn into it; null where it could not be
 * @param covers - parts of the page that are covered in the original, we do not know with what
 * @param isLong - the document has so many pages that each must be looked at in less time
 */
export function sightOf(
  original: SeenPage,
  copy: SeenPage | null,
  covers: readonly Rectangle[],
  isLong = false,
): PageSight {
  const scale = scaleFor(original, isLong);
  const how = { annotations: true, covers };
  const shown = original.draw(scale, how);
  const ofOriginal = () => lettersSeen(original, scale, how, shown, null).reading;
  if (!copy) return { ...ofOriginal(), isSame: false, hidesDrawing: true };
  const redrawn = copy.draw(scale);
  const isSame = differing(shown, redrawn, wholeOf(shown)) === 0;
  const letters = lettersSeen(copy, scale, {}, redrawn, isSame ? null : shown);
  if (isSame)
    return {
      ...letters.reading,
      isSame,
      hidesDrawing: letters.isTooMuch || hidesDrawing(copy, scale, letters),
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

interface Letters {
  readonly reading: Pick<PageSight, "text" | "hiddenLetters">;
  /** The page without any text. */
  readonly bare: Bitmap;
  readonly painted: readonly Painted[];
  readonly isTooMuch: boolean;
}

type How = NonNullable<Parameters<SeenPage["draw"]>[1]>;

/**
 * @param page - changed by this: its text is black afterwards, and not shown
 * @param truth - what a viewer shows, where it is another than `shown`: a letter counts only where the two are alike
 */
function lettersSeen(page: SeenPage, scale: number, how: How, shown: Bitmap, truth: Bitmap | null): Letters {
  const painted = page.painted(scale);
  const glyphs = page.glyphs(scale);
  const texts = painted.filter(({ kind }) => kind === "text");
  const ids = texts.map(({ id }) => id);
  const rest = painted.filter(({ kind }) => kind !== "text").map(({ id }) => id);
  const invisible = new Set(ids.filter(page.isInvisible));
  const { crowded, stacked, tight } = crowdedIn(glyphs);
  const isTooMuch = crowded.size > Math.min(MOST_CROWDED, ROOM_FOR_CROWDED / (shown.width * shown.height));
  const single = isTooMuch ? [] : [...crowded];

  page.show(ids, false);
  const bare = page.draw(scale, how);
  const difference = differenceOf(shown, bare);
  page.show(ids, true);
  const differences = new Map<number, Uint8Array>();
  for (const id of single) {
    page.show([id], false);
    differences.set(id, differenceOf(shown, page.draw(scale, how)));
    page.show([id], true);
  }

  page.show(rest, false);
  page.blacken(ids);
  const ink = blackOf(page.draw(scale));
  const inks = new Map<number, Uint8Array>();
  page.show(ids, false);
  for (const id of single) {
    page.show([id], true);
    inks.set(id, blackOf(page.draw(scale)));
    page.show([id], false);
  }
  page.show(rest, true);

  const isSeen = (id: number, box: Box): boolean => {
    if (invisible.has(id) || (isTooMuch && crowded.has(id))) return false;
    if (truth && differing(shown, truth, grown(box, 2)) > areaOf(box) * 0.03) return false;
    const own = intersection(box, wholeOf(shown));
    return shareSeen(inks.get(id) ?? ink, differences.get(id) ?? difference, own, shown.width) >= SEEN;
  };
  const boxes = new Map(texts.map(({ id, box }) => [id, box]));
  const marks = glyphs.map((glyph): Mark => {
    if (glyph.isAdded || NO_INK.test(glyph.character)) return "blank";
    if (stacked.has(glyph) || tight.has(glyph)) return "hidden";
    // A font that does not say how large its letters are.
    const own = areaOf(glyph.box) > 0 ? glyph.box : (boxes.get(glyph.painted) ?? glyph.box);
    const box = isThin(own) ? grown(own, 1) : own;
    return isSeen(glyph.painted, box) ? "seen" : "hidden";
  });
  const read = new Set(glyphs.map((glyph) => glyph.painted));
  const unread = texts.filter(({ id, box }) => !read.has(id) && !isSeen(id, box)).length;
  const reading = readingOf(glyphs, marks);
  return {
    ...{ bare, painted, isTooMuch },
    reading: { ...reading, hiddenLetters: reading.hiddenLetters + unread },
  };
}

type Mark = "seen" | "hidden" | "blank";

/** Spaces, and characters that only say how others are to be joined. */
const NO_INK = /^[\s\p{C}\p{Z}\u115f\u2800\u3164]$/u;
const LETTER = /[\p{L}\p{N}]/u;

function readingOf(glyphs: readonly Glyph[], marks: readonly Mark[]): Letters["reading"] {
  let text = "";
  let hiddenLetters = 0;
  for (const [index, glyph] of glyphs.entries()) {
    const { character } = glyph;
    const mark = marks[index];
    const isLetter = LETTER.test(character);
    // A line through a word covers all of a hyphen: between letters that are seen it tells nothing.
    const isForgiven = !isLetter && marks[index - 1] !== "hidden" && marks[index + 1] !== "hidden";
    if (mark === "hidden" && !isForgiven) {
      if (isLetter) hiddenLetters += 1;
      if (!text.endsWith(" ")) text += " ";
    } else if (glyph.isAdded && isWithinLine(glyphs, index)) {
      if (!/\s$/u.test(text)) text += " ";
    } else {
      const before = glyphs[index - 1];
      if (before && isBesideGap(before, glyph) && !/\s$/u.test(text)) text += " ";
      text += character;
    }
  }
  return { text: tidied(text), hiddenLetters };
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

/** How black each pixel is. */
function blackOf({ width, height, data }: Bitmap): Uint8Array {
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = 255 - (data[at * 4] ?? 255);
  return pixels;
}

/** How much of the ink in the box makes a difference that an eye can see. */
function shareSeen(ink: Uint8Array, difference: Uint8Array, box: Box, width: number): number {
  const { left, top, right, bottom } = box;
  let all = 0;
  let seen = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = y * width + x;
      const black = (ink[at] ?? 0) / 255;
      if (black < INK) continue;
      all += black;
      if ((difference[at] ?? 0) / black >= DIFFERENT) seen += black;
    }
  return all < LEAST_INK ? 0 : seen / all;
}

const MOST_CROWDED = 40;
/** Pixels of all that is drawn for them. */
const ROOM_FOR_CROWDED = 50_000_000;

/**
 * Letters that stand on others: whether each of them is seen cannot be told from both together. `stacked`: of one piece
 * of text, which nothing takes apart. `tight`: typed over by letters of about
 * their own size, so that neither is read.
 */
function crowdedIn(glyphs: readonly Glyph[]): {
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

const isThin = ({ left, top, right, bottom }: Box): boolean => Math.min(right - left, bottom - top) < 3;

const isSameBox = (one: Box, other: Box): boolean =>
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

const MOST_PAIRS = 2_000_000;
/** Pieces of a path from which it may be a letter, or a line of them, drawn as its outline. */
const OUTLINE = 12;

/** Pictures and outlines that the page does not show, or not all of. */
function hidesDrawing(page: SeenPage, scale: number, { painted, bare }: Letters): boolean {
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

const overlap = (one: Box, other: Box): number =>
  areaOf(intersection(one, other)) / Math.max(1, Math.min(areaOf(one), areaOf(other)));

function alphaIn({ data, width, height }: Bitmap, box: Box): number {
  const { left, top, right, bottom } = intersection(box, { left: 0, top: 0, right: width, bottom: height });
  let sum = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) sum += data[(y * width + x) * 4 + 3] ?? 0;
  return sum / 255 / Math.max(1, (right - left) * (bottom - top));
}

function anyIn(difference: Uint8Array, width: number, { left, top, right, bottom }: Box): boolean {
  for (let y = top; y < bottom; y += 1)
    if (difference.subarray(y * width + left, y * width + right).some((value) => value >= DIFFERENT))
      return true;
  return false;
}

const wholeOf = ({ width, height }: Bitmap): Box => ({ left: 0, top: 0, right: width, bottom: height });

const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

/** The largest difference of the three colours. */
const differenceAt = (one: Bitmap, other: Bitmap, at: number): number =>
  Math.max(
    Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0)),
    Math.abs((one.data[at + 1] ?? 0) - (other.data[at + 1] ?? 0)),
    Math.abs((one.data[at + 2] ?? 0) - (other.data[at + 2] ?? 0)),
  );

function differenceOf(one: Bitmap, other: Bitmap): Uint8Array {
  const pixels = new Uint8Array(one.width * one.height);
  if (one.data.length !== other.data.length) return pixels;
  const [first, second] = [wordsOf(one), wordsOf(other)];
  for (let at = 0; at < pixels.length; at += 1)
    if (first[at] !== second[at]) pixels[at] = differenceAt(one, other, at * 4);
  return pixels;
}

/** How many pixels an eye could tell apart. All of them where the two are not of one size. */
function differing(one: Bitmap, other: Bitmap, box: Box): number {
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
