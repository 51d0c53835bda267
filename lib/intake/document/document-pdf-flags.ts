import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import type { DocumentFlag } from "./document.ts";

/** What a key of a dictionary gives away, wherever in the file it stands: also where no page leads to it. */
const BY_KEY: Readonly<Record<string, DocumentFlag>> = {
  JS: "has-javascript",
  JavaScript: "has-javascript",
  URI: "has-links",
  EF: "has-embedded-files",
  EmbeddedFiles: "has-embedded-files",
  AcroForm: "has-form",
  XFA: "has-form",
  OCProperties: "has-layers",
};

/** What the value of Type, Subtype, S (an action) or FT (a field) gives away. ISO 32000-1 tables 169, 198, 220. */
const BY_NAME: Readonly<Record<string, DocumentFlag>> = {
  JavaScript: "has-javascript",
  Launch: "has-launch-actions",
  ...same("has-links", ["URI", "GoToR", "GoToE", "SubmitForm", "ImportData"]),
  ...same("has-embedded-files", [
    "EmbeddedFile",
    "FileAttachment",
    "RichMedia",
    "Movie",
    "Sound",
    "Screen",
    "3D",
  ]),
  ...same("has-comments", [
    "FreeText",
    "Highlight",
    "Underline",
    "Squiggly",
    "StrikeOut",
    "Stamp",
    "Caret",
    "Ink",
  ]),
  ...same("has-comments", ["Text", "Redact", "Square", "Circle", "Line", "Polygon", "PolyLine", "Watermark"]),
  Sig: "has-signature",
};

function same(flag: DocumentFlag, names: readonly string[]): Record<string, DocumentFlag> {
  return Object.fromEntries(names.map((name) => [name, flag]));
}

const NAMING = ["Type", "Subtype", "S", "FT"].map((key) => PDFName.of(key));

/** Keys below which every key is a name of the file's own choosing: a font may be called JS. */
const NAME_MAPS = ["Font", "XObject", "ExtGState", "ColorSpace", "Pattern", "Shading", "CharProcs"].map(
  (key) => PDFName.of(key),
);

export function pdfFlags(pdf: PDFDocument): Set<DocumentFlag> {
  const flags = new Set<DocumentFlag>();
  const nameMaps = new Set<unknown>();
  const waiting: PDFObject[] = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    const dict = object instanceof PDFStream ? object.dict : object;
    if (dict instanceof PDFArray) waiting.push(...dict.asArray());
    if (!(dict instanceof PDFDict)) continue;
    // One that is an object of its own may be more than that, and is looked at as everything is.
    for (const key of NAME_MAPS) nameMaps.add(dict.get(key));
    const isNameMap = nameMaps.has(dict);
    for (const [key, value] of dict.entries()) {
      const flag =
        (isNameMap ? undefined : BY_KEY[key.decodeText()]) ??
        (value instanceof PDFName && NAMING.includes(key) ? BY_NAME[value.decodeText()] : undefined);
      if (flag) flags.add(flag);
      if (value instanceof PDFDict || value instanceof PDFArray) waiting.push(value);
    }
  }
  return flags;
}
