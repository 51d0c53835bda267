/**
 * PDFium, as WebAssembly, as an eye: it draws a page as a viewer shows it, and any part of it left out. Nothing is run:
 * it is built without scripts, and computes in its own memory.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { init, type WrappedPdfiumModule } from "@embedpdf/pdfium";
import type { Rectangle } from "./document-pdf-annotations.ts";

export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha. */
  readonly data: Uint8Array;
}

/** In pixels of a bitmap, from its upper left corner; the last column and row are not in it. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const OBJECT_KINDS = ["other", "text", "path", "image", "shading", "form"] as const;

/** One thing that is painted, in the order of painting. */
export interface Painted {
  readonly id: number;
  readonly kind: (typeof OBJECT_KINDS)[number];
  readonly box: Box;
  /** The part of the page outside which nothing of it is shown. */
  readonly clip: Box;
  readonly isFilled: boolean;
  readonly segments: number;
}

export interface Glyph {
  /** Empty for the spaces and line ends that reading adds. */
  readonly painted: number;
  readonly character: string;
  readonly box: Box;
  readonly isAdded: boolean;
  /** What its text is set in: the same for all text of a page in one font. 0 for what reading adds. */
  readonly font: number;
  /** The room it is given on its line, in units of the page: what is between two of these is a gap. */
  readonly room: Room;
  /** The same in pixels. */
  readonly roomBox: Box;
}

/** Not rounded; y grows upwards. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

type Point = readonly [x: number, y: number];
type Matrix = readonly number[];

const SHOW_ANNOTATIONS = 0x01;
const RED_FIRST = 0x10;
const BGRA = 4;
const WHITE = 0xffffffff;
/** What is drawn where we do not know what a viewer would draw. */
const COVER = 0xff999999;
const INVISIBLE = 3;
const HIDDEN = 2;

export class Eye {
  private readonly pdfium: WrappedPdfiumModule;
  private readonly scratch: number;

  private constructor(pdfium: WrappedPdfiumModule) {
    this.pdfium = pdfium;
    this.scratch = pdfium.pdfium.wasmExports.malloc(64);
  }

  private static opened: Promise<Eye> | undefined;

  /** One for this process, which reads one file. */
  static open(): Promise<Eye> {
    Eye.opened ??= Eye.load();
    return Eye.opened;
  }

  private static async load(): Promise<Eye> {
    const file = createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm");
    const wasmBinary = new Uint8Array(await readFile(file)).buffer;
    const pdfium = await init(Object.fromEntries([["wasmBinary", wasmBinary]]));
    pdfium.PDFiumExt_Init();
    return new Eye(pdfium);
  }

  /** Null where PDFium cannot read it. */
  document(bytes: Uint8Array): SeenDocument | null {
    const at = this.pdfium.pdfium.wasmExports.malloc(bytes.length);
    this.heap().set(bytes, at);
    const document = this.pdfium.FPDF_LoadMemDocument64(at, bytes.length, "");
    if (document !== 0) return new SeenDocument(this.pdfium, document, at, this.scratch);
    this.pdfium.pdfium.wasmExports.free(at);
    return null;
  }

  private heap = () => heapOf(this.pdfium);
}

/** The memory moves when it grows, so it is asked for each time. */
function heapOf(pdfium: WrappedPdfiumModule): Uint8Array {
  const heap: unknown = Reflect.get(pdfium.pdfium, "HEAPU8");
  if (!(heap instanceof Uint8Array)) throw new Error("PDFium has no memory");
  return heap;
}

export class SeenDocument {
  readonly pageCount: number;
  private readonly pdfium: WrappedPdfiumModule;
  private readonly document: number;
  /** Where its bytes are: PDFium reads from them as long as it is open. */
  private readonly bytes: number;
  private readonly info: number;
  private readonly scratch: number;
  /** PDFium draws fields for a form alone, not with the other annotations. */
  private readonly form: number;

  constructor(pdfium: WrappedPdfiumModule, document: number, bytes: number, scratch: number) {
    this.pdfium = pdfium;
    this.document = document;
    this.bytes = bytes;
    this.scratch = scratch;
    this.info = pdfium.PDFiumExt_OpenFormFillInfo();
    this.form = pdfium.PDFiumExt_InitFormFillEnvironment(document, this.info);
    if (this.form === 0) throw new Error("PDFium has no forms");
    pdfium.FPDF_SetFormFieldHighlightAlpha(this.form, 0);
    this.pageCount = pdfium.FPDF_GetPageCount(document);
  }

  /** Null where PDFium cannot read it. */
  page(index: number): SeenPage | null {
    const page = this.pdfium.FPDF_LoadPage(this.document, index);
    return page === 0 ? null : new SeenPage(this.pdfium, page, this.form, this.scratch);
  }

  close(): void {
    this.pdfium.PDFiumExt_ExitFormFillEnvironment(this.form);
    this.pdfium.PDFiumExt_CloseFormFillInfo(this.info);
    this.pdfium.FPDF_CloseDocument(this.document);
    this.pdfium.pdfium.wasmExports.free(this.bytes);
  }
}

export class SeenPage {
  /** PDF units. */
  readonly width: number;
  readonly height: number;
  private readonly pdfium: WrappedPdfiumModule;
  private readonly page: number;
  private readonly form: number;
  private readonly scratch: number;
  private readonly toDevice: Matrix;

  constructor(pdfium: WrappedPdfiumModule, page: number, form: number, scratch: number) {
    this.pdfium = pdfium;
    this.page = page;
    this.form = form;
    this.scratch = scratch;
    pdfium.FORM_OnAfterLoadPage(page, form);
    this.width = pdfium.FPDF_GetPageWidthF(page);
    this.height = pdfium.FPDF_GetPageHeightF(page);
    const origin = this.devicePoint(0, 0);
    const right = this.devicePoint(1000, 0);
    const up = this.devicePoint(0, 1000);
    this.toDevice = [
      (right[0] - origin[0]) / 1000,
      (right[1] - origin[1]) / 1000,
      (up[0] - origin[0]) / 1000,
      (up[1] - origin[1]) / 1000,
      ...origin,
    ];
  }

  close(): void {
    this.pdfium.FORM_OnBeforeClosePage(this.page, this.form);
    this.pdfium.FPDF_ClosePage(this.page);
  }

  /**
   * @param scale - pixels for a PDF unit
   * @param covers - in the page's units: drawn over everything
   */
  draw(
    scale: number,
    {
      annotations = false,
      transparent = false,
      covers = [],
    }: { annotations?: boolean; transparent?: boolean; covers?: readonly Rectangle[] } = {},
  ): Bitmap {
    const { pdfium } = this;
    const width = Math.max(1, Math.round(this.width * scale));
    const height = Math.max(1, Math.round(this.height * scale));
    const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, BGRA, 0, 0);
    if (bitmap === 0) throw new Error("No room for a page");
    try {
      pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, transparent ? 0 : WHITE);
      const flags = RED_FIRST | (annotations ? SHOW_ANNOTATIONS : 0);
      pdfium.FPDF_RenderPageBitmap(bitmap, this.page, 0, 0, width, height, 0, flags);
      if (annotations) pdfium.FPDF_FFLDraw(this.form, bitmap, this.page, 0, 0, width, height, 0, flags);
      for (const cover of covers) {
        const { left, top, right, bottom } = this.boxOf(cover, scale);
        pdfium.FPDFBitmap_FillRect(bitmap, left - 1, top - 1, right - left + 2, bottom - top + 2, COVER);
      }
      const at = pdfium.FPDFBitmap_GetBuffer(bitmap);
      return { width, height, data: heapOf(pdfium).slice(at, at + width * height * 4) };
    } finally {
      pdfium.FPDFBitmap_Destroy(bitmap);
    }
  }

  /** Leaves these annotations out of what is drawn. */
  hideAnnotations(indexes: readonly number[]): void {
    for (const index of indexes) {
      const annotation = this.pdfium.FPDFPage_GetAnnot(this.page, index);
      if (annotation === 0) continue;
      this.pdfium.FPDFAnnot_SetFlags(annotation, this.pdfium.FPDFAnnot_GetFlags(annotation) | HIDDEN);
      this.pdfium.FPDFPage_CloseAnnot(annotation);
    }
  }

  /** All that is painted, also within forms, in the order of painting. */
  painted(scale: number): Painted[] {
    const { pdfium } = this;
    const all: Painted[] = [];
    const page = this.boxOf([0, 0, 0, 0], scale, true);
    const walk = (id: number, matrix: Matrix, clip: Box, depth: number) => {
      const kind = OBJECT_KINDS[pdfium.FPDFPageObj_GetType(id)] ?? "other";
      const own = intersection(clip, this.clipOf(id, matrix, scale) ?? clip);
      if (all.length > MOST_PAINTED) throw new Error("More is painted than anybody looks at");
      if (kind === "form") {
        if (depth > DEEPEST) throw new Error("Forms within forms");
        const inner = multiplied(this.matrixOf(id), matrix);
        const count = pdfium.FPDFFormObj_CountObjects(id);
        for (let index = 0; index < count; index += 1)
          walk(pdfium.FPDFFormObj_GetObject(id, index), inner, own, depth + 1);
        return;
      }
      const { scratch } = this;
      const has = pdfium.FPDFPageObj_GetBounds(id, scratch, scratch + 4, scratch + 8, scratch + 12);
      const [left = 0, bottom = 0, right = 0, top = 0] = has ? this.floats(4) : [];
      const isPath = kind === "path";
      const segments = isPath ? pdfium.FPDFPath_CountSegments(id) : 0;
      const isFilled =
        isPath && pdfium.FPDFPath_GetDrawMode(id, scratch, scratch + 4) && this.integer() !== 0;
      const box = this.boxAround(corners(left, bottom, right, top), matrix, scale);
      all.push({
        id,
        kind,
        box,
        clip: own,
        isFilled: isFilled || kind === "shading" || kind === "image",
        segments,
      });
    };
    const count = pdfium.FPDFPage_CountObjects(this.page);
    for (let index = 0; index < count; index += 1)
      walk(pdfium.FPDFPage_GetObject(this.page, index), IDENTITY, page, 0);
    return all;
  }

  glyphs(scale: number): Glyph[] {
    const { pdfium, scratch } = this;
    const text = pdfium.FPDFText_LoadPage(this.page);
    if (text === 0) throw new Error("The text of a page cannot be read");
    try {
      const glyphs: Glyph[] = [];
      const count = pdfium.FPDFText_CountChars(text);
      for (let index = 0; index < count; index += 1) {
        const code = pdfium.FPDFText_GetUnicode(text, index);
        const isAdded = pdfium.FPDFText_IsGenerated(text, index) === 1;
        const has = pdfium.FPDFText_GetCharBox(text, index, scratch, scratch + 8, scratch + 16, scratch + 24);
        const [left = 0, right = 0, bottom = 0, top = 0] = has ? this.doubles(4) : [];
        const isSet = pdfium.FPDFText_GetLooseCharBox(text, index, scratch);
        const [from = left, high = top, to = right, low = bottom] = isSet ? this.floats(4) : [];
        const painted = pdfium.FPDFText_GetTextObject(text, index);
        glyphs.push({
          room: { left: from, right: to, bottom: low, top: high },
          painted,
          font: painted === 0 ? 0 : pdfium.FPDFTextObj_GetFont(painted),
          character: code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd",
          box: this.boxAround(corners(left, bottom, right, top), IDENTITY, scale),
          roomBox: this.boxAround(corners(from, low, to, high), IDENTITY, scale),
          isAdded,
        });
      }
      return glyphs;
    } finally {
      pdfium.FPDFText_ClosePage(text);
    }
  }

  /** Takes these out of what is drawn, or puts them back. */
  show(ids: Iterable<number>, shown: boolean): void {
    for (const id of ids) this.pdfium.FPDFPageObj_SetIsActive(id, shown);
  }

  /** Black, opaque, and not to be undone. */
  blacken(ids: Iterable<number>): void {
    for (const id of ids) {
      this.pdfium.FPDFPageObj_SetFillColor(id, 0, 0, 0, 255);
      this.pdfium.FPDFPageObj_SetStrokeColor(id, 0, 0, 0, 255);
    }
  }

  isInvisible = (id: number): boolean => this.pdfium.FPDFTextObj_GetTextRenderMode(id) === INVISIBLE;

  boxOf(rectangle: Rectangle, scale: number, wholePage = false): Box {
    if (!wholePage) return this.boxAround(corners(...rectangle), IDENTITY, scale);
    return {
      left: 0,
      top: 0,
      right: Math.round(this.width * scale),
      bottom: Math.round(this.height * scale),
    };
  }

  private devicePoint(x: number, y: number): Point {
    const { pdfium, scratch } = this;
    const [width, height] = [Math.round(this.width * FINE), Math.round(this.height * FINE)];
    pdfium.FPDF_PageToDevice(this.page, 0, 0, width, height, 0, x, y, scratch, scratch + 4);
    return [this.integer() / FINE, this.integer(4) / FINE];
  }

  private boxAround(points: readonly Point[], matrix: Matrix, scale: number): Box {
    const devices = points.map((point) => transformed(transformed(point, matrix), this.toDevice));
    const xs = devices.map(([x]) => x * scale);
    const ys = devices.map(([, y]) => y * scale);
    return {
      left: Math.floor(Math.min(...xs)),
      top: Math.floor(Math.min(...ys)),
      right: Math.ceil(Math.max(...xs)),
      bottom: Math.ceil(Math.max(...ys)),
    };
  }

  private clipOf(id: number, matrix: Matrix, scale: number): Box | null {
    const { pdfium, scratch } = this;
    const clip = pdfium.FPDFPageObj_GetClipPath(id);
    const count = clip === 0 ? 0 : pdfium.FPDFClipPath_CountPaths(clip);
    let box: Box | null = null;
    for (let path = 0; path < count; path += 1) {
      const points: Point[] = [];
      const segments = Math.min(pdfium.FPDFClipPath_CountPathSegments(clip, path), MOST_SEGMENTS);
      for (let index = 0; index < segments; index += 1) {
        const segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, index);
        if (segment === 0 || !pdfium.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4)) continue;
        const [x = 0, y = 0] = this.floats(2);
        points.push([x, y]);
      }
      if (points.length === 0) continue;
      const own = this.boxAround(points, matrix, scale);
      box = box ? intersection(box, own) : own;
    }
    return box;
  }

  private matrixOf(id: number): Matrix {
    return this.pdfium.FPDFPageObj_GetMatrix(id, this.scratch) ? this.floats(6) : IDENTITY;
  }

  private view = () => new DataView(heapOf(this.pdfium).buffer, this.scratch, 64);
  private integer = (at = 0): number => this.view().getInt32(at, true);
  private floats(count: number): number[] {
    const view = this.view();
    return Array.from({ length: count }, (_, index) => view.getFloat32(index * 4, true));
  }
  private doubles(count: number): number[] {
    const view = this.view();
    return Array.from({ length: count }, (_, index) => view.getFloat64(index * 8, true));
  }
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const FINE = 1000;
const DEEPEST = 40;
const MOST_PAINTED = 300_000;
const MOST_SEGMENTS = 20_000;

const corners = (left: number, bottom: number, right: number, top: number): Point[] => [
  [left, bottom],
  [right, bottom],
  [left, top],
  [right, top],
];

const transformed = ([x, y]: Point, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** First the one, then the other. */
function multiplied(first: Matrix, then: Matrix): Matrix {
  const origin = transformed(transformed([0, 0], first), then);
  const x = transformed(transformed([1, 0], first), then);
  const y = transformed(transformed([0, 1], first), then);
  return [x[0] - origin[0], x[1] - origin[1], y[0] - origin[0], y[1] - origin[1], ...origin];
}

export const intersection = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});

export const areaOf = ({ left, top, right, bottom }: Box): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top);
