/**
 * Whether letters look like what they say. A font may draw one letter and say another (its `ToUnicode`, its encoding, an
 * outline changed): a person reads the one, and every program the other. Each letter of a font, as the page shows it, is
 * held beside the same letter of plain fonts, and beside all others.
 *
 * This is no reading: of letters that resemble nothing, or several, nothing is said.
 */
import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { isSameBox } from "./document-pdf-crowd.ts";
import type { Bitmap, Eye, Glyph } from "./document-pdf-eye.ts";
import { blackOf } from "./document-pdf-pixels.ts";
import { likeness, meanOf, type Shape, shapeOf, turned } from "./document-pdf-shape.ts";

/** Each letter that is known, in each of the plain fonts. */
export type PlainShapes = ReadonlyMap<string, readonly Shape[]>;

const KNOWN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789ÅÄÖåäö";
const FONTS = [
  StandardFonts.Helvetica,
  StandardFonts.HelveticaBold,
  StandardFonts.HelveticaOblique,
  StandardFonts.TimesRoman,
  StandardFonts.TimesRomanBold,
  StandardFonts.TimesRomanItalic,
  StandardFonts.TimesRomanBoldItalic,
  StandardFonts.Courier,
] as const;

let shapes: Promise<PlainShapes> | undefined;

/** Drawn once for this process, by the eye that looks at the pages. */
export function plainShapes(eye: Eye): Promise<PlainShapes> {
  shapes ??= drawnBy(eye);
  return shapes;
}

async function drawnBy(eye: Eye): Promise<PlainShapes> {
  const [size, room] = [20, 30];
  const sheet = await PDFDocument.create({ updateMetadata: false });
  const page = sheet.addPage([KNOWN.length * room + room, FONTS.length * room + room]);
  for (const [row, name] of FONTS.entries()) {
    const font = await sheet.embedFont(name);
    for (const [column, letter] of [...KNOWN].entries())
      page.drawText(letter, { x: room / 2 + column * room, y: room / 2 + row * room, size, font });
  }
  const drawn = eye.document(await sheet.save());
  const seen = drawn?.page(0);
  if (!drawn || !seen) throw new Error("PDFium cannot draw plain letters");
  const scale = 2;
  const bitmap = seen.draw(scale);
  const ink = blackOf(bitmap);
  const known = new Map<string, Shape[]>();
  for (const { character, box } of seen.glyphs(scale)) {
    const shape = shapeOf(ink, bitmap.width, box);
    if (shape) known.set(character, [...(known.get(character) ?? []), shape]);
  }
  seen.close();
  drawn.close();
  return known;
}

/** Letters that are drawn alike in some font, without accents and case. */
const ALIKE = ["0oqdc", "1lijtf", "5s", "2z", "8b", "6bg", "9gq", "uv", "nhrm"];
const bare = (letter: string): string => letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function areAlike(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  return a === b || ALIKE.some((group) => group.includes(a) && group.includes(b));
}

/** For each letter those that may be drawn as it is. */
const DRAWN_AS = new Map(
  [...KNOWN].map((letter) => [letter, new Set([...KNOWN].filter((other) => areAlike(letter, other)))]),
);

/** How like another letter one must be, and by how much more than like itself. */
const LIKE = 0.65;
const MORE_LIKE = 0.2;
/** Where much of a font is so. */
const MORE_LIKE_IN_MUCH = 0.12;
const MUCH = 1 / 3;
/** A font most of whose letters are this little like themselves draws something else than letters. */
const NO_LETTER = 0.3;
const LEAST_LETTERS = 3;
const MOST_OF_ONE = 4;

interface Judged {
  /** How like what it says. */
  readonly own: number;
  /** How like the letter that it is most like, of those that are drawn otherwise. */
  readonly other: number;
}

function judged(letter: string, shape: Shape, known: PlainShapes): Judged {
  const same = DRAWN_AS.get(letter);
  let [own, other] = [-1, -1];
  for (const [character, samples] of known)
    for (const sample of samples) {
      const value = likeness(shape, sample);
      if (same?.has(character)) own = Math.max(own, value);
      else other = Math.max(other, value);
    }
  return { own, other };
}

const isOther = ({ own, other }: Judged, by: number): boolean => other >= LIKE && other - own >= by;

/** Letters of one font, with their mean shape. */
type Font = ReadonlyMap<string, Shape>;

/** The letters of a font that look like others than they say. */
function unlikeIn(font: Font, known: PlainShapes): ReadonlySet<string> {
  const upright = unlike(judgedAll(font, known));
  let turning = font;
  let fewest = upright;
  for (let quarter = 1; quarter < 4 && upright.size > 0; quarter += 1) {
    turning = new Map([...turning].map(([letter, shape]) => [letter, turned(shape)]));
    const all = judgedAll(turning, known);
    const found = unlike(all);
    // Set upwards, downwards or upside down they must look like themselves, and not only like nothing.
    const good = [...all.values()].filter(({ own }) => own >= LIKE).length;
    if (good >= all.size * MOST && found.size < fewest.size) fewest = found;
  }
  return fewest;
}
const MOST = 0.6;

const judgedAll = (font: Font, known: PlainShapes) =>
  new Map([...font].map(([letter, shape]) => [letter, judged(letter, shape, known)]));

function unlike(font: ReadonlyMap<string, Judged>): ReadonlySet<string> {
  const letters = [...font.keys()];
  const others = letters.filter((letter) => isOther(font.get(letter) ?? SURE, MORE_LIKE_IN_MUCH));
  if (others.length > letters.length * MUCH) return new Set(letters);
  const nothing = letters.filter((letter) => (font.get(letter)?.own ?? 1) < NO_LETTER);
  if (letters.length >= LEAST_LETTERS && nothing.length > letters.length / 2) return new Set(letters);
  return new Set(others.filter((letter) => isOther(font.get(letter) ?? SURE, MORE_LIKE)));
}
const SURE: Judged = { own: 1, other: -1 };

/**
 * Those of the letters that look like others than they say.
 *
 * @param ink - how black each pixel of the page is, of letters alone
 */
export function unlikeLetters(
  glyphs: readonly Glyph[],
  ink: Uint8Array,
  { width, height }: Bitmap,
  known: PlainShapes,
): ReadonlySet<Glyph> {
  const fonts = new Map<number, Map<string, Shape[]>>();
  for (const [index, glyph] of glyphs.entries()) {
    const { isAdded, font, character, box } = glyph;
    const isPart = [glyphs[index - 1], glyphs[index + 1]].some((next) => next && isSameBox(next.box, box));
    const isCut = box.left < 0 || box.top < 0 || box.right > width || box.bottom > height;
    // Letters of a ligature are drawn in one; and what the edge of the page cuts looks like something else.
    if (isAdded || isPart || isCut || !known.has(character)) continue;
    const letters = fonts.get(font) ?? new Map<string, Shape[]>();
    const drawn = letters.get(character) ?? [];
    fonts.set(font, letters.set(character, drawn));
    const shape = drawn.length < MOST_OF_ONE ? shapeOf(ink, width, box) : null;
    if (shape) drawn.push(shape);
  }
  const found = new Map(
    [...fonts].map(([font, letters]) => {
      const seen = [...letters].filter(([, drawn]) => drawn.length > 0);
      return [font, unlikeIn(new Map(seen.map(([letter, drawn]) => [letter, meanOf(drawn)])), known)];
    }),
  );
  return new Set(
    glyphs.filter(({ isAdded, font, character }) => !isAdded && found.get(font)?.has(character)),
  );
}
