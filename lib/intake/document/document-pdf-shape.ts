/**
 * How letters look, so that one can be held beside another: brought to one size, blurred a little, and compared dot by dot.
 */
import { areaOf, type Box } from "./document-pdf-eye.ts";

/** Dots of a letter's side, when all are brought to one size. */
const SIDE = 16;
/** A letter of fewer pixels tells nothing. */
const LEAST_HEIGHT = 7;
/** From which blackness a pixel is of the letter. */
const BLACK = 100;

export interface Shape {
  /** How black it is from its upper left corner, row by row: with the mean 0 and the length 1. */
  readonly ink: Float32Array;
  /** Its width, of its height. */
  readonly aspect: number;
}

/**
 * @param ink - how black each pixel of a page is, of letters alone
 * @param width - of the page
 */
export function shapeOf(ink: Uint8Array, width: number, box: Box): Shape | null {
  const tight = inkIn(ink, width, box);
  if (!tight || Math.max(tight.bottom - tight.top, tight.right - tight.left) < LEAST_HEIGHT) return null;
  const { left, top } = tight;
  const [wide, high] = [(tight.right - left) / SIDE, (tight.bottom - top) / SIDE];
  const dots = Float32Array.from({ length: SIDE * SIDE }, (_, at) => {
    const [x, y] = [left + (at % SIDE) * wide, top + Math.floor(at / SIDE) * high];
    return blackness(ink, width, { left: x, top: y, right: x + wide, bottom: y + high });
  });
  return { ink: levelled(blurred(dots)), aspect: wide / high };
}

/** What several shapes of one letter come to. */
export function meanOf(shapes: readonly Shape[]): Shape {
  const sum = new Float32Array(SIDE * SIDE);
  for (const { ink } of shapes)
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (ink[at] ?? 0);
  const stretch = shapes.reduce((total, { aspect }) => total + Math.log(aspect), 0) / shapes.length;
  return { ink: levelled(sum), aspect: Math.exp(stretch) };
}

/** A quarter to the right. */
export const turned = ({ ink, aspect }: Shape): Shape => ({
  ink: ink.map((_, at) => ink[(SIDE - 1 - (at % SIDE)) * SIDE + Math.floor(at / SIDE)] ?? 0),
  aspect: 1 / aspect,
});

/** From -1 to 1. */
export function likeness(one: Shape, other: Shape): number {
  let sum = 0;
  for (let at = 0; at < one.ink.length; at += 1) sum += (one.ink[at] ?? 0) * (other.ink[at] ?? 0);
  const stretched = Math.abs(Math.log(one.aspect / other.aspect));
  return sum * Math.exp(-0.6 * Math.max(0, stretched - 0.15));
}

/** The part of a box that has ink. */
function inkIn(ink: Uint8Array, width: number, box: Box): Box | null {
  const found = { left: box.right, top: box.bottom, right: box.left, bottom: box.top };
  for (let y = Math.max(0, box.top); y < box.bottom; y += 1)
    for (let x = Math.max(0, box.left); x < Math.min(width, box.right); x += 1)
      if ((ink[y * width + x] ?? 0) > BLACK) {
        found.left = Math.min(found.left, x);
        found.right = Math.max(found.right, x + 1);
        found.top = Math.min(found.top, y);
        found.bottom = Math.max(found.bottom, y + 1);
      }
  return areaOf(found) > 0 ? found : null;
}

/** The mean of a box whose sides lie between pixels. */
function blackness(ink: Uint8Array, width: number, { left, top, right, bottom }: Box): number {
  let [sum, room] = [0, 0];
  for (let y = Math.floor(top); y < bottom; y += 1) {
    const high = Math.min(y + 1, bottom) - Math.max(y, top);
    for (let x = Math.floor(left); x < right; x += 1) {
      const share = high * (Math.min(x + 1, right) - Math.max(x, left));
      sum += share * (ink[y * width + x] ?? 0);
      room += share;
    }
  }
  return room === 0 ? 0 : sum / room;
}

/** Each dot becomes the mean of those around it. */
const blurred = (dots: Float32Array): Float32Array =>
  dots.map((_, at) => {
    const [column, row] = [at % SIDE, Math.floor(at / SIDE)];
    let [sum, count] = [0, 0];
    for (let y = Math.max(0, row - 1); y <= Math.min(SIDE - 1, row + 1); y += 1)
      for (let x = Math.max(0, column - 1); x <= Math.min(SIDE - 1, column + 1); x += 1) {
        sum += dots[y * SIDE + x] ?? 0;
        count += 1;
      }
    return sum / count;
  });

function levelled(dots: Float32Array): Float32Array {
  const mean = dots.reduce((sum, each) => sum + each, 0) / dots.length;
  const moved = dots.map((each) => each - mean);
  const length = Math.sqrt(moved.reduce((sum, each) => sum + each * each, 0)) || 1;
  return moved.map((each) => each / length);
}
