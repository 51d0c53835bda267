/**
 * Which letters of a page are seen: the page is drawn with its text and without, and a letter is seen where that makes a
 * difference.
 */
import { crowdedIn } from "./document-pdf-crowd.ts";
import {
  areaOf,
  type Bitmap,
  type Box,
  type Glyph,
  intersection,
  type Painted,
  type SeenPage,
} from "./document-pdf-eye.ts";
import { blackOf, contrastOf, differing, grown, wholeOf } from "./document-pdf-pixels.ts";
import { type Mark, NO_INK, type Reading, readingOf } from "./document-pdf-reading.ts";
import { type PlainShapes, unlikeLetters } from "./document-pdf-unlike.ts";

/** The share of a letter's ink that must be seen. */
const SEEN = 0.5;
/** How black a pixel of a letter is from which it counts. */
const INK = 0.15;
const LEAST_INK = 0.35;
/** The contrast with what is under it, of 255, from which a letter is read: 1.25 to 1 on white, the same on black. */
const READABLE = 26;

export interface Letters {
  readonly reading: Reading;
  /** The page without any text. */
  readonly bare: Bitmap;
  readonly painted: readonly Painted[];
  readonly isTooMuch: boolean;
}

type How = NonNullable<Parameters<SeenPage["draw"]>[1]>;

/**
 * @param page - changed by this: its text is black afterwards, and not shown
 * @param known - how letters look in plain fonts
 * @param shown - the page as it is drawn, in this way
 * @param truth - what a viewer shows, where it is another than `shown`: a letter counts only where the two are alike
 */
export function lettersSeen(
  page: SeenPage,
  scale: number,
  known: PlainShapes,
  { how, shown, truth }: { how: How; shown: Bitmap; truth: Bitmap | null },
): Letters {
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
  const difference = contrastOf(shown, bare);
  page.show(ids, true);
  const differences = new Map<number, Uint8Array>();
  for (const id of single) {
    page.show([id], false);
    differences.set(id, contrastOf(shown, page.draw(scale, how)));
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
  const unlike = unlikeLetters(
    glyphs.filter((glyph) => !crowded.has(glyph.painted) && !stacked.has(glyph)),
    ink,
    shown,
    known,
  );
  const marks = glyphs.map((glyph): Mark => {
    if (glyph.isAdded) return "blank";
    // What says that it is a space, or nothing known, may be drawn as a letter all the same.
    if (NO_INK.test(glyph.character))
      return inkOf(ink, glyph.box, shown) < LEAST_OF_A_LETTER || isSeen(glyph.painted, glyph.box)
        ? "blank"
        : "hidden";
    if (stacked.has(glyph) || tight.has(glyph)) return "hidden";
    // A font that does not say how large its letters are.
    const own = areaOf(glyph.box) > 0 ? glyph.box : (boxes.get(glyph.painted) ?? glyph.box);
    const box = isThin(own) ? grown(own, 1) : own;
    if (!isSeen(glyph.painted, box)) return "hidden";
    return unlike.has(glyph) ? "unlike" : "seen";
  });
  const leftOver = withoutBoxes(ink, glyphs, shown);
  const isLeftOver = (id: number, box: Box): boolean =>
    !crowded.has(id) &&
    inkOf(leftOver, box, shown) > LEAST_OF_A_LETTER &&
    shareSeen(leftOver, difference, intersection(box, wholeOf(shown)), shown.width) < SEEN;
  const read = new Set(glyphs.map((glyph) => glyph.painted));
  const unread = texts.filter(({ id, box }) =>
    read.has(id) ? isLeftOver(id, box) : !isSeen(id, box),
  ).length;
  const reading = readingOf(glyphs, marks);
  return {
    ...{ bare, painted, isTooMuch },
    reading: { ...reading, hiddenLetters: reading.hiddenLetters + unread },
  };
}

/** A stroke of a letter beside it may reach into a space. */
const LEAST_OF_A_LETTER = 3;

function inkOf(ink: Uint8Array, box: Box, { width, height }: Bitmap): number {
  const { left, top, right, bottom } = intersection(box, { left: 0, top: 0, right: width, bottom: height });
  let all = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) all += (ink[y * width + x] ?? 0) / 255;
  return all;
}

/** The ink of what is drawn and not read as any letter: a reader leaves out spaces that follow each other. */
function withoutBoxes(ink: Uint8Array, glyphs: readonly Glyph[], { width, height }: Bitmap): Uint8Array {
  const left = ink.slice();
  for (const { box, isAdded } of glyphs) {
    if (isAdded) continue;
    const {
      left: from,
      top,
      right,
      bottom,
    } = intersection(grown(box, 1), { left: 0, top: 0, right: width, bottom: height });
    for (let y = top; y < bottom; y += 1)
      left.fill(0, y * width + from, Math.max(y * width + from, y * width + right));
  }
  return left;
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
      if ((difference[at] ?? 0) / black >= READABLE) seen += black;
    }
  return all < LEAST_INK ? 0 : seen / all;
}

const MOST_CROWDED = 40;
/** Pixels of all that is drawn for them. */
const ROOM_FOR_CROWDED = 50_000_000;

const isThin = ({ left, top, right, bottom }: Box): boolean => Math.min(right - left, bottom - top) < 3;
