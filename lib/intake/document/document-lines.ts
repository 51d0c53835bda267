/**
 * The text of a page, put together from the pieces it was set in. Where one piece ends and the next begins somewhere else
 * on the line, as cells of a table do, there is a space: also when they were set from right to left. Without it a number
 * in one cell and a number in the next would be a third.
 */
export interface SetPiece {
  readonly text: string;
  /** Where it begins, in any unit that is the same for all of them. */
  readonly x: number;
  readonly y: number;
  /** How far it reaches, in the direction it is set. */
  readonly width: number;
  /** The size of its letters. */
  readonly size: number;
  /** The direction it is set in, as a vector of length one; left out: to the right. */
  readonly along?: readonly [x: number, y: number];
  /** Its letters are read from right to left. */
  readonly fromRight?: boolean;
  readonly endsLine?: boolean;
}

/** The part of a letter's size that a gap between two of a word never has. */
const GAP = 0.1;
/** Kerning draws letters together by less. */
const STEP_BACK = 0.2;
/** Accents that are set by themselves, over the letter before or after them. */
const ACCENT = /^[\p{M}\p{Sk}]+$/u;

export class Lines {
  text = "";
  private last: SetPiece | null = null;

  add(piece: SetPiece): void {
    if (piece.text !== "") {
      if (this.last && isApart(this.last, piece) && !/\s$/u.test(this.text) && !/^\s/u.test(piece.text))
        this.text += " ";
      this.text += piece.text;
      this.last = piece;
    }
    if (piece.endsLine) {
      this.text += "\n";
      this.last = null;
    }
  }
}

/** Whether a piece begins elsewhere than where the one before it ended. */
function isApart(before: SetPiece, { text, x, y, size, width, fromRight }: SetPiece): boolean {
  if (ACCENT.test(before.text) || ACCENT.test(text)) return false;
  const [dx, dy] = before.along ?? [1, 0];
  const letter = Math.max(Math.min(before.size, size), Number.EPSILON);
  const begins = (x - before.x) * dx + (y - before.y) * dy;
  // On another line, though nothing said that the one before had ended.
  const above = Math.abs((y - before.y) * dx - (x - before.x) * dy);
  if (above > letter) return true;
  // From the right the next one ends where this one begins.
  const gap = before.fromRight && fromRight ? -(begins + width) : begins - before.width;
  return gap > GAP * letter || gap < -STEP_BACK * letter;
}
