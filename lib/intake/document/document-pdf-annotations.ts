/**
 * What stands beside the text of a page and is shown with it: comments, stamps, boxes, filled-in fields (ISO 32000-2
 * §12.5). Many a name is covered with one of these, so a copy that left them out would show it.
 */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFStream,
} from "@cantoo/pdf-lib";

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
export type Rectangle = readonly [left: number, bottom: number, right: number, top: number];

export interface Appearance {
  readonly form: PDFObject;
  /** From the appearance's own units to the page's. */
  readonly matrix: Matrix;
}

export interface Appearances {
  /** In the order they are drawn. */
  readonly drawn: readonly Appearance[];
  /** Where a viewer would draw something of its own making that we do not know: taken for covered. */
  readonly unknown: readonly Rectangle[];
  /** Borders of links, by their place in the page's list: they cover nothing, and links are left out. */
  readonly borders: readonly number[];
}

const name = (text: string) => PDFName.of(text);

/** The flags of an annotation that a viewer on the screen obeys (ISO 32000-2 table 167). */
const HIDDEN = 1 << 1;
const NO_VIEW = 1 << 5;

/** What nobody sees on the page, or what covers nothing: a window that opens, a thin border, an icon. */
const NOT_DRAWN: ReadonlySet<string> = new Set(["Popup", "Text", "FileAttachment", "Sound"]);

/** What PDFium draws by itself, as viewers do, where it has no appearance: comparing finds that it is missing in the copy. */
const DRAWN_FROM_FACTS: ReadonlySet<string> = new Set(
  "Square Circle Highlight Underline Squiggly StrikeOut Ink".split(" "),
);

export function appearancesOn(page: PDFPage): Appearances {
  const drawn: Appearance[] = [];
  const unknown: Rectangle[] = [];
  const borders: number[] = [];
  const list = page.node.context.lookup(page.node.get(name("Annots")));
  for (const [index, entry] of (list instanceof PDFArray ? list.asArray() : []).entries()) {
    const annotation = page.node.context.lookup(entry);
    if (!(annotation instanceof PDFDict)) continue;
    const flags = numberIn(annotation, "F") ?? 0;
    const subtype = textOfName(annotation.lookup(name("Subtype")));
    const place = rectangleOf(annotation.lookup(name("Rect")));
    if ((flags & (HIDDEN | NO_VIEW)) !== 0 || subtype === "Popup" || !place) continue;
    // Viewers do not agree on annotations in layers.
    if (annotation.has(name("OC"))) {
      unknown.push(place);
      continue;
    }
    const appearance = normalAppearance(annotation);
    if (appearance) {
      const matrix = matrixOf(appearance.stream.dict, place);
      if (matrix) drawn.push({ form: appearance.form, matrix });
      else unknown.push(place);
    } else if (mayCover(annotation, subtype)) unknown.push(place);
    else if (subtype === "Link") borders.push(index);
  }
  return { drawn, unknown, borders };
}

/** The appearance that is shown; one of several is chosen by the annotation's state. */
function normalAppearance(annotation: PDFDict): { form: PDFObject; stream: PDFStream } | null {
  const all = annotation.lookup(name("AP"));
  if (!(all instanceof PDFDict)) return null;
  let form = all.get(name("N"));
  let found = all.lookup(name("N"));
  if (found instanceof PDFDict) {
    const state = annotation.lookup(name("AS"));
    if (!(state instanceof PDFName)) return null;
    form = found.get(state);
    found = found.lookup(state);
  }
  return form !== undefined && found instanceof PDFStream ? { form, stream: found } : null;
}

function mayCover(annotation: PDFDict, subtype: string): boolean {
  if (NOT_DRAWN.has(subtype) || DRAWN_FROM_FACTS.has(subtype)) return false;
  if (subtype === "Link") return widthOfBorder(annotation) > THIN;
  if (subtype !== "Widget") return true;
  const look = annotation.lookup(name("MK"));
  if (look instanceof PDFDict && look.has(name("BG"))) return true;
  // A button that is not pressed has no appearance, and shows nothing.
  return fieldOf(annotation, "FT") !== name("Btn") && fieldOf(annotation, "V") !== undefined;
}

const THIN = 3;

function widthOfBorder(annotation: PDFDict): number {
  const style = annotation.lookup(name("BS"));
  if (style instanceof PDFDict) return numberIn(style, "W") ?? 1;
  const border = annotation.lookup(name("Border"));
  const width = border instanceof PDFArray ? border.asArray()[2] : undefined;
  return width instanceof PDFNumber ? width.asNumber() : 1;
}

const DEEPEST = 32;

/** What a field has from itself or from those above it (ISO 32000-2 §12.7.4). */
function fieldOf(field: PDFDict, key: string): PDFObject | undefined {
  let at: PDFObject | undefined = field;
  for (let depth = 0; depth < DEEPEST && at instanceof PDFDict; depth += 1) {
    const value: PDFObject | undefined = at.lookup(name(key));
    if (value !== undefined) return value;
    at = at.lookup(name("Parent"));
  }
  return undefined;
}

/** ISO 32000-2 §12.5.5, algorithm 8: the appearance's box, turned by its matrix, is fitted into the rectangle. */
function matrixOf(form: PDFDict, place: Rectangle): Matrix | null {
  const box = rectangleOf(form.lookup(name("BBox")));
  if (!box) return null;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(form.lookup(name("Matrix"))) ?? [];
  const corners = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[0], box[3]],
    [box[2], box[3]],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - bottom];
  if (!(width > 0 && height > 0)) return null;
  const [across, up] = [(place[2] - place[0]) / width, (place[3] - place[1]) / height];
  return [across, 0, 0, up, place[0] - left * across, place[1] - bottom * up];
}

function rectangleOf(object: PDFObject | undefined): Rectangle | null {
  const [x1, y1, x2, y2] = numbersOf(object) ?? [];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return null;
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

function numbersOf(object: PDFObject | undefined): number[] | null {
  if (!(object instanceof PDFArray)) return null;
  const numbers = object.asArray().map((_, index) => {
    const found = object.lookup(index);
    return found instanceof PDFNumber ? found.asNumber() : Number.NaN;
  });
  return numbers.every(Number.isFinite) ? numbers : null;
}

function numberIn(dict: PDFDict, key: string): number | null {
  const value = dict.lookup(name(key));
  return value instanceof PDFNumber ? value.asNumber() : null;
}

const textOfName = (object: PDFObject | undefined) => (object instanceof PDFName ? object.decodeText() : "");
