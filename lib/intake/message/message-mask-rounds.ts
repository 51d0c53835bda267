/**
 * Looks for what must be masked, masks it, and looks again around it until there is nothing more: a mask may lay bare what
 * stood too close to something else to be recognised. Only what stands close to a new mask can have become another, so
 * that the whole costs as much as the text is long, whatever is in it.
 */
import { type MaskedSpan, merged } from "./message-mask-span.ts";

export interface Finder {
  /** No span is longer than this, with all that is looked at around it. */
  readonly reach: number;
  readonly find: (text: string) => readonly MaskedSpan[];
  /** What is masked with a span that was found. `sign` gives what stands at a place, "" outside the text. */
  readonly whole?: (sign: (at: number) => string, span: MaskedSpan) => MaskedSpan;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

export const MASK = "•";
const DECODER = new TextDecoder("utf-16le", { ignoreBOM: true });

/** A text that stretches of are covered in, without being copied each time. */
class Board {
  readonly #codes: Uint16Array;

  constructor(text: string) {
    this.#codes = new Uint16Array(text.length);
    for (let at = 0; at < text.length; at += 1) this.#codes[at] = text.charCodeAt(at);
  }

  get length(): number {
    return this.#codes.length;
  }

  readonly sign = (at: number): string => {
    const code = this.#codes[at];
    return code === undefined ? "" : String.fromCharCode(code);
  };

  read = (start: number, end: number): string => DECODER.decode(this.#codes.subarray(start, end));

  cover({ start, end }: Stretch): void {
    this.#codes.fill(MASK.charCodeAt(0), start, end);
  }
}

/** The stretches that others lie within reach of: of neighbours one. */
function around(stretches: readonly Stretch[], reach: number, length: number): Stretch[] {
  const all: Stretch[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    const [from, to] = [Math.max(0, start - reach), Math.min(length, end + reach)];
    if (last && from <= last.end) all[all.length - 1] = { ...last, end: Math.max(last.end, to) };
    else all.push({ start: from, end: to });
  }
  return all;
}

function foundIn(board: Board, { reach, find, whole }: Finder, changed: readonly Stretch[]): MaskedSpan[] {
  return around(changed, reach, board.length).flatMap((stretch) => {
    // Beyond it, so that what stands at its ends is seen with all around it.
    const [from, to] = [Math.max(0, stretch.start - reach), stretch.end + reach];
    return find(board.read(from, to))
      .map(({ start, end, kind }) => ({ start: start + from, end: end + from, kind }))
      .filter(({ start, end }) => end >= stretch.start && start <= stretch.end)
      .map((span) => whole?.(board.sign, span) ?? span);
  });
}

/**
 * All that the finders find: first in the text as it is, since a mask of one kind takes away what another kind is known by;
 * then around what was found, where one that comes earlier is asked until it finds no more before the next one is.
 */
export function inRounds(text: string, finders: readonly Finder[]): MaskedSpan[] {
  const board = new Board(text);
  const looks = finders.map((finder) => ({ finder, changed: [{ start: 0, end: text.length }] }));
  const spans: MaskedSpan[] = [];
  const look = (here: readonly (typeof looks)[number][]): boolean => {
    const found = merged(here.flatMap(({ finder, changed }) => foundIn(board, finder, changed)));
    for (const each of here) each.changed = [];
    for (const span of found) {
      board.cover(span);
      spans.push(span);
      for (const each of looks) each.changed.push(span);
    }
    return found.length > 0;
  };
  look(looks);
  for (let turn = 0; turn < looks.length; ) turn = look(looks.slice(turn, turn + 1)) ? 0 : turn + 1;
  return spans;
}
