import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNull,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { strippedJpeg, strippedJpeg2000 } from "./document-jpeg.ts";

const name = (text: string) => PDFName.of(text);

/** All that a page of the copy has of the original's page; it may be inherited there (ISO 32000-1 §7.7.3.4). */
const PAGE_KEYS = ["MediaBox", "CropBox", "Rotate", "UserUnit", "Group", "Contents"].map(name);
const RESOURCE_KEYS = ["Font", "XObject", "ColorSpace", "ExtGState", "Pattern", "Shading", "ProcSet"].map(
  name,
);
const LAYER_KEYS = ["BaseState", "ON", "OFF"].map(name);

/**
 * Keys that are left out of everything a page needs for being drawn: what acts, what describes, what another program
 * wrote for itself, and what leads back into the rest of the document.
 */
const LEFT_OUT: ReadonlySet<PDFName> = new Set(
  [
    ...[
      "A",
      "AA",
      "AF",
      "Annots",
      "Dests",
      "EF",
      "EmbeddedFiles",
      "JS",
      "JavaScript",
      "Names",
      "OpenAction",
      "URI",
    ],
    ...[
      "Metadata",
      "PieceInfo",
      "OPI",
      "LastModified",
      "ModDate",
      "CreationDate",
      "Author",
      "Creator",
      "Producer",
    ],
    ...["Alternates", "Measure", "PtData", "Thumb", "Usage", "XFA", "Ref"],
    ...["B", "P", "Parent", "Pg", "StructParent", "StructParents", "StructTreeRoot"],
  ].map(name),
);
/** In a stream these say that its data lies in another file (ISO 32000-1 table 5). */
const OTHER_FILE: ReadonlySet<PDFName> = new Set(["F", "FFilter", "FDecodeParms"].map(name));

/** Things that drawing a page never leads to; whatever does lead to one leads to nothing in the copy. */
const NEVER: ReadonlySet<PDFObject | undefined> = new Set(
  [
    "Action",
    "Annot",
    "Catalog",
    "EmbeddedFile",
    "Filespec",
    "Metadata",
    "Page",
    "Pages",
    "Sig",
    "StructTreeRoot",
  ].map(name),
);

/**
 * The same pages in a new file: what draws them and nothing else. No actions, links, comments, forms, attachments or
 * metadata; the pictures lose theirs too. Not a redaction: text that is there, hidden or covered, is in the copy.
 *
 * @param pdf - as read by pdf-lib, decrypted
 */
export async function publicPdf(pdf: PDFDocument, pageCount: number): Promise<Uint8Array> {
  const copy = await PDFDocument.create({ updateMetadata: false });
  const copier = new Copier(pdf, copy);
  for (const page of pdf.getPages().slice(0, pageCount)) copyPage(page, copy.addPage(), copier);
  const language = pdf.catalog.lookup(name("Lang"));
  if (language instanceof PDFString && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language.asString()))
    copy.catalog.set(name("Lang"), language.clone());
  copyLayers(pdf, copy, copier);
  copier.finish();
  return copy.save({ addDefaultPage: false, updateFieldAppearances: false });
}

function copyPage(from: PDFPage, to: PDFPage, copier: Copier): void {
  for (const key of to.node.keys()) if (key !== name("Type") && key !== name("Parent")) to.node.delete(key);
  for (const key of PAGE_KEYS) {
    const value = from.node.getInheritableAttribute(key);
    if (value) to.node.set(key, copier.copy(value));
  }
  to.node.set(name("Resources"), copier.resources(from.node.getInheritableAttribute(name("Resources"))));
}

/** Which layers are hidden at first; without it the copy would show what the original does not. */
function copyLayers(pdf: PDFDocument, copy: PDFDocument, copier: Copier): void {
  const layers = pdf.catalog.lookup(name("OCProperties"));
  if (!(layers instanceof PDFDict)) return;
  const all = layers.lookup(name("OCGs"));
  const shown = layers.lookup(name("D"));
  if (!(all instanceof PDFArray) || !(shown instanceof PDFDict)) return;
  copy.catalog.set(
    name("OCProperties"),
    copy.context.obj({ OCGs: copier.copy(all), D: copier.only(shown, LAYER_KEYS) }),
  );
}

/** Copies objects from one file to another, each once. References are followed later, so that no chain is too long. */
class Copier {
  private readonly references = new Map<PDFRef, PDFRef>();
  private readonly waiting: { readonly from: PDFRef; readonly to: PDFRef }[] = [];
  private readonly source: PDFDocument;
  private readonly target: PDFDocument;

  constructor(source: PDFDocument, target: PDFDocument) {
    this.source = source;
    this.target = target;
  }

  copy(object: PDFObject): PDFObject {
    if (object instanceof PDFRef) return this.reference(object);
    if (object instanceof PDFStream) return this.stream(object);
    if (object instanceof PDFDict)
      return NEVER.has(object.lookup(name("Type"))) ? PDFNull : this.dict(object);
    if (!(object instanceof PDFArray)) return object.clone(this.target.context);
    const array = PDFArray.withContext(this.target.context);
    for (const value of object.asArray()) array.push(this.copy(value));
    return array;
  }

  /** A new dictionary with these keys alone. */
  only(dict: PDFDict, keys: readonly PDFName[]): PDFDict {
    const made = PDFDict.withContext(this.target.context);
    for (const key of keys) {
      const value = dict.get(key);
      if (value) made.set(key, this.copy(value));
    }
    return made;
  }

  /** Property lists are anything a program wrote beside the drawing, except where they name the layer of a part. */
  resources(resources: PDFObject | undefined): PDFDict {
    const found = this.source.context.lookup(resources);
    if (!(found instanceof PDFDict)) return PDFDict.withContext(this.target.context);
    const made = this.only(found, RESOURCE_KEYS);
    const lists = found.lookup(name("Properties"));
    if (!(lists instanceof PDFDict)) return made;
    const layers = lists.keys().filter((key) => {
      const list = lists.lookup(key);
      return list instanceof PDFDict && /^\/OC(?:G|MD)$/.test(String(list.get(name("Type"))));
    });
    if (layers.length > 0) made.set(name("Properties"), this.only(lists, layers));
    return made;
  }

  /** Copies what has been referred to, and what that refers to. */
  finish(): void {
    for (let next = this.waiting.pop(); next; next = this.waiting.pop()) {
      const object = this.source.context.lookup(next.from);
      this.target.context.assign(next.to, object === undefined ? PDFNull : this.copy(object));
    }
  }

  private reference(from: PDFRef): PDFRef {
    const known = this.references.get(from);
    if (known) return known;
    const to = this.target.context.nextRef();
    this.references.set(from, to);
    this.waiting.push({ from, to });
    return to;
  }

  private dict(dict: PDFDict, leftOut: ReadonlySet<PDFName> = new Set()): PDFDict {
    const made = PDFDict.withContext(this.target.context);
    for (const [key, value] of dict.entries()) {
      if (LEFT_OUT.has(key) || leftOut.has(key)) continue;
      made.set(key, key === name("Resources") ? this.resources(value) : this.copy(value));
    }
    return made;
  }

  private stream(stream: PDFStream): PDFObject {
    const { dict } = stream;
    // PostScript in a page is a program for the printer.
    if (!(stream instanceof PDFRawStream) || NEVER.has(dict.lookup(name("Type"))) || isPostScript(dict))
      return PDFNull;
    const made = this.dict(dict, OTHER_FILE);
    return PDFRawStream.of(made, withoutMetadata(stream, made));
  }
}

const isPostScript = (dict: PDFDict) =>
  dict.lookup(name("Subtype")) === name("PS") || dict.lookup(name("Subtype2")) === name("PS");

const STRIPPED = new Map<PDFObject, (bytes: Uint8Array) => Uint8Array>([
  [name("DCTDecode"), strippedJpeg],
  [name("DCT"), strippedJpeg],
  [name("JPXDecode"), strippedJpeg2000],
]);

/** The data of a stream; when it is a JPEG, without what a camera wrote into it. Other filters around it are undone. */
function withoutMetadata(stream: PDFRawStream, made: PDFDict): Uint8Array {
  const { dict, contents } = stream;
  const filter = dict.lookup(name("Filter"));
  const filters = filter instanceof PDFArray ? filter.asArray() : filter ? [filter] : [];
  const last = dict.context.lookup(filters.at(-1));
  const strip = last && STRIPPED.get(last);
  if (!last || !strip) return contents;
  if (filters.length === 1) return strip(contents);

  const outer = PDFDict.withContext(dict.context);
  outer.set(name("Filter"), dict.context.obj(filters.slice(0, -1)));
  made.set(name("Filter"), last);
  made.delete(name("DecodeParms"));
  return strip(decodePDFRawStream(PDFRawStream.of(outer, contents)).decode());
}
