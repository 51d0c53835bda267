import { deflateSync } from "node:zlib";
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { strippedJpeg, strippedJpeg2000 } from "./document-jpeg.ts";
import { type Appearance, appearancesOn } from "./document-pdf-annotations.ts";
import {
  type Drawing,
  drawingOf,
  RESOURCE_KINDS,
  type ResourceKind,
  type Uses,
} from "./document-pdf-content.ts";
import { type DictKind, type Kind, SHAPES, SPACES } from "./document-pdf-kinds.ts";

const name = (text: string) => PDFName.of(text);

/** All that a page of the copy has of the original's page; it may be inherited there (ISO 32000-1 §7.7.3.4). */
const PAGE_KEYS = ["MediaBox", "CropBox", "Rotate", "UserUnit"].map(name);

/** A page as a picture: what a viewer shows of it, and nothing else. */
export interface PagePicture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the page, in PDF units. */
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly isGrey: boolean;
  /** Row by row, deflated. */
  readonly data: Uint8Array;
}

/** How a page is to be shown in the copy. */
export type PagePlan = "drawn" | "drawn-without-text" | PagePicture;

export interface PublicPdf {
  readonly bytes: Uint8Array;
  /** From 0: pages that could not be drawn anew from their parts. Empty there. */
  readonly notDrawn: ReadonlySet<number>;
  /** Something in it is drawn with itself. */
  readonly leadsBack: boolean;
}

/**
 * The same pages in a new file: what draws them and nothing else, and comments, stamps and filled-in fields drawn into
 * the page where a viewer shows them. No actions, links, forms, attachments or metadata; the pictures lose theirs too.
 * Whether text in it is hidden or covered is not asked here (document-pdf-sight.ts).
 *
 * @param pdf - as read by pdf-lib, decrypted
 */
export async function publicPdf(pdf: PDFDocument, plans: readonly PagePlan[]): Promise<PublicPdf> {
  const copy = await PDFDocument.create({ updateMetadata: false });
  const copier = new Copier(pdf, copy);
  const notDrawn = new Set<number>();
  const pages = pdf.getPages();
  for (const [index, plan] of plans.entries()) {
    const [from, to] = [pages[index], copy.addPage()];
    if (!from) throw new Error("A plan for a page that is not there");
    for (const key of to.node.keys()) if (key !== name("Type") && key !== name("Parent")) to.node.delete(key);
    if (typeof plan === "object") drawPicture(plan, to, copier);
    else if (!drawPage(from, to, copier, plan === "drawn-without-text")) notDrawn.add(index);
  }
  const language = pdf.catalog.lookup(name("Lang"));
  if (language instanceof PDFString && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language.asString()))
    copy.catalog.set(name("Lang"), language.clone());
  const bytes = await copy.save({ addDefaultPage: false, updateFieldAppearances: false });
  return { bytes, notDrawn, leadsBack: copier.leadsBack() };
}

function drawPage(from: PDFPage, to: PDFPage, copier: Copier, withoutText: boolean): boolean {
  for (const key of PAGE_KEYS) {
    const value = from.node.getInheritableAttribute(key);
    if (value) to.node.set(key, copier.copy(value, "plain"));
  }
  copier.begin(withoutText);
  try {
    const group = from.node.getInheritableAttribute(name("Group"));
    if (group) to.node.set(name("Group"), copier.copy(group, "page-group"));
    const drawing = drawingOf(contentOf(from), { withoutText });
    const resources = copier.resources(from.node.getInheritableAttribute(name("Resources")), drawing.uses);
    const appearances = appearancesOn(from).drawn;
    const content =
      appearances.length === 0 ? drawing.content : withAppearances(drawing, appearances, resources, copier);
    to.node.set(name("Resources"), resources);
    to.node.set(name("Contents"), copier.add(contentStream(content, copier.emptyDict())));
    copier.finish();
    return !copier.isUncertain() && !drawing.hasOpaqueData;
  } catch {
    // Content that cannot be read, or leads nowhere. What has been copied of it is not referred to.
    copier.finish();
    to.node.delete(name("Contents"));
    to.node.delete(name("Resources"));
    return false;
  }
}

/** What stands beside the text is drawn into it, as printing does (ISO 32000-2 §12.5.5). */
function withAppearances(
  { content }: Drawing,
  appearances: readonly Appearance[],
  resources: PDFDict,
  copier: Copier,
): string {
  const forms = resources.lookupMaybe(name("XObject"), PDFDict) ?? copier.emptyDict();
  resources.set(name("XObject"), forms);
  const drawn = appearances.map(({ form, matrix }, index) => {
    const key = `Beside${index}`;
    forms.set(name(key), copier.copy(form, "form"));
    return `q ${matrix.map((value) => value.toFixed(6)).join(" ")} cm /${key} Do Q\n`;
  });
  return `q\n${content}Q\n${drawn.join("")}`;
}

/** Streams of one page are one content: an operator may begin in one and end in the next. */
function contentOf(page: PDFPage): string {
  const contents = page.node.context.lookup(page.node.get(name("Contents")));
  const parts = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
  return parts
    .map((part) => page.node.context.lookup(part))
    .map((part) => (part instanceof PDFRawStream ? decodedText(part) : ""))
    .join("\n");
}

const decodedText = (stream: PDFRawStream) =>
  Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");

function contentStream(content: string, dict: PDFDict): PDFRawStream {
  dict.set(name("Filter"), name("FlateDecode"));
  return PDFRawStream.of(dict, deflateSync(Buffer.from(content, "latin1")));
}

function drawPicture(picture: PagePicture, page: PDFPage, copier: Copier): void {
  const { width, height, pageWidth, pageHeight, isGrey, data } = picture;
  const dict = copier.target.context.obj({
    ...{ Type: "XObject", Subtype: "Image", Width: width, Height: height, BitsPerComponent: 8 },
    ...{ ColorSpace: isGrey ? "DeviceGray" : "DeviceRGB", Filter: "FlateDecode" },
  });
  const image = copier.add(PDFRawStream.of(dict, data));
  page.node.set(name("MediaBox"), copier.target.context.obj([0, 0, pageWidth, pageHeight]));
  page.node.set(name("Resources"), copier.target.context.obj({ XObject: { Page: image } }));
  page.node.set(
    name("Contents"),
    copier.add(contentStream(`q ${pageWidth} 0 0 ${pageHeight} 0 0 cm /Page Do Q\n`, copier.emptyDict())),
  );
}

/** Copies objects from one file to another, each once. References are followed later, so that no chain is too long. */
class Copier {
  private readonly references = new Map<string, PDFRef>();
  private readonly waiting: {
    readonly from: PDFRef;
    readonly kind: Kind;
    readonly to: PDFRef;
    readonly parent: PDFObject | undefined;
  }[] = [];
  private readonly source: PDFDocument;
  readonly target: PDFDocument;
  /** The resources of what is copied, for forms that have none of their own. */
  private parent: PDFObject | undefined;
  /** What is copied. */
  private at: PDFRef | null = null;
  /** What refers to what. */
  private readonly edges = new Map<PDFRef, Set<PDFRef>>();
  private withoutText = false;
  /** What the page refers to by itself. */
  private roots = new Set<PDFRef>();
  /** What may hide something that nobody can look for: text in a pattern or a mask. Null: the page itself. */
  private readonly uncertain = new Set<PDFRef | null>();

  constructor(source: PDFDocument, target: PDFDocument) {
    this.source = source;
    this.target = target;
  }

  begin(withoutText: boolean): void {
    this.withoutText = withoutText;
    this.roots = new Set();
    this.uncertain.delete(null);
  }

  /** Of the page that was copied last. What it shares with others was copied with the first of them. */
  isUncertain(): boolean {
    if (this.uncertain.size === 0) return false;
    const reached = new Set<PDFRef | null>(this.roots).add(null);
    for (const ref of reached) {
      if (this.uncertain.has(ref)) return true;
      for (const next of ref === null ? [] : (this.edges.get(ref) ?? [])) reached.add(next);
    }
    return false;
  }

  emptyDict = (): PDFDict => PDFDict.withContext(this.target.context);
  add = (object: PDFObject): PDFRef => this.target.context.register(object);

  copy(object: PDFObject, kind: Kind): PDFObject {
    if (object instanceof PDFRef) return this.reference(object, kind);
    if (kind === "plain") return this.plain(object);
    if (kind === "space") return this.space(object);
    // One or several: functions, fonts below a font, colours that a mask leaves out.
    if (object instanceof PDFArray)
      return this.array(
        object,
        object.asArray().map(() => (kind === "image" ? "plain" : kind)),
      );
    if (object instanceof PDFName) return this.plain(object);
    if (kind === "xobject" || kind === "mask-part") {
      const dict = object instanceof PDFStream ? object.dict : undefined;
      const subtype = dict?.lookup(name("Subtype"));
      if (subtype === name("Form") && !isPostScript(dict))
        return this.copy(object, kind === "xobject" ? "form" : "mask");
      return subtype === name("Image") ? this.copy(object, "image") : PDFNull;
    }
    if (object instanceof PDFRawStream) return this.stream(object, kind);
    if (object instanceof PDFString || object instanceof PDFHexString)
      return kind === "data" ? this.plain(object) : PDFNull;
    return object instanceof PDFDict ? this.dict(object, kind) : PDFNull;
  }

  /** What is used of these resources, and nothing else. */
  resources(resources: PDFObject | undefined, uses: Uses, inMask = false): PDFDict {
    const made = this.emptyDict();
    const found = this.source.context.lookup(resources);
    if (!(found instanceof PDFDict)) return made;
    const before = this.parent;
    this.parent = found;
    for (const kind of RESOURCE_KINDS) {
      const map = found.lookup(name(kind));
      if (!(map instanceof PDFDict)) continue;
      const used = [...(uses.get(kind) ?? []), ...(kind === "ColorSpace" ? DEFAULT_SPACES : [])];
      const copied = this.emptyDict();
      for (const key of new Set(used.map(name))) {
        const value = map.get(key);
        if (value)
          copied.set(key, this.copy(value, inMask && kind === "XObject" ? "mask-part" : RESOURCES[kind]));
      }
      if (copied.keys().length > 0) made.set(name(kind), copied);
    }
    this.parent = before;
    return made;
  }

  /** Copies what has been referred to, and what that refers to. */
  finish(): void {
    for (let next = this.waiting.pop(); next; next = this.waiting.pop()) {
      const object = this.source.context.lookup(next.from);
      this.parent = next.parent;
      this.at = next.from;
      let copied: PDFObject = PDFNull;
      try {
        if (object !== undefined) copied = this.copy(object, next.kind);
      } catch {
        this.uncertain.add(this.at);
      }
      this.target.context.assign(next.to, copied);
    }
    this.parent = undefined;
    this.at = null;
  }

  /** Whether something is drawn with itself. What draws pages does not bear it. */
  leadsBack(): boolean {
    const done = new Set<PDFRef>();
    const open = new Set<PDFRef>();
    for (const start of this.edges.keys()) {
      const path: PDFRef[] = [start];
      for (let ref = path.at(-1); ref; ref = path.at(-1)) {
        if (open.has(ref) || done.has(ref)) {
          path.pop();
          if (open.delete(ref)) done.add(ref);
          continue;
        }
        open.add(ref);
        for (const next of this.edges.get(ref) ?? []) {
          if (open.has(next)) return true;
          if (!done.has(next)) path.push(next);
        }
      }
    }
    return false;
  }

  private reference(from: PDFRef, kind: Kind): PDFRef {
    if (this.at === null) this.roots.add(from);
    else this.edges.set(this.at, (this.edges.get(this.at) ?? new Set()).add(from));
    const takesParents = TAKES_PARENTS.has(kind);
    const key = `${from} ${kind} ${this.withoutText}${takesParents ? ` ${this.numberOf(from)}` : ""}`;
    const known = this.references.get(key);
    if (known) return known;
    const to = this.target.context.nextRef();
    this.references.set(key, to);
    this.waiting.push({ from, kind, to, parent: this.parent });
    return to;
  }

  private readonly parents = new Map<PDFObject, number>();

  /** Which resources a form without its own would be drawn with. */
  private numberOf(from: PDFRef): number {
    const object = this.source.context.lookup(from);
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!this.parent || !(dict instanceof PDFDict) || dict.has(name("Resources"))) return 0;
    const known = this.parents.get(this.parent) ?? this.parents.size + 1;
    this.parents.set(this.parent, known);
    return known;
  }

  private plain(object: PDFObject): PDFObject {
    const value = object instanceof PDFRef ? this.source.context.lookup(object) : object;
    if (value instanceof PDFArray)
      return this.array(
        value,
        value.asArray().map(() => "plain"),
      );
    const isPlain =
      value instanceof PDFNumber ||
      value instanceof PDFName ||
      value instanceof PDFBool ||
      value instanceof PDFString ||
      value instanceof PDFHexString;
    return isPlain ? value.clone() : PDFNull;
  }

  private array(array: PDFArray, kinds: readonly Kind[]): PDFArray {
    const made = PDFArray.withContext(this.target.context);
    for (const [index, kind] of kinds.entries()) {
      const value = array.get(index);
      if (value !== undefined) made.push(this.copy(value, kind));
    }
    return made;
  }

  private space(object: PDFObject): PDFObject {
    if (object instanceof PDFName) return this.plain(object);
    if (!(object instanceof PDFArray)) return PDFNull;
    const family = object.lookup(0);
    const kinds = family instanceof PDFName ? SPACES[family.decodeText()] : undefined;
    return kinds ? this.array(object, ["plain", ...kinds]) : PDFNull;
  }

  private dict(dict: PDFDict, kind: DictKind): PDFDict {
    const made = this.emptyDict();
    if (kind === "letters") {
      for (const [key, value] of dict.entries()) made.set(key, this.copy(value, "letters"));
      return made;
    }
    for (const [key, part] of Object.entries(SHAPES[kind])) {
      const value = dict.get(name(key));
      if (value) made.set(name(key), this.copy(value, part));
    }
    if (kind === "font" && dict.lookup(name("Subtype")) === name("Type3")) this.type3(dict, made);
    return made;
  }

  /** The letters of such a font are drawings, with resources that are the font's (ISO 32000-2 §9.6.4). */
  private type3(dict: PDFDict, made: PDFDict): void {
    const letters = dict.lookup(name("CharProcs"));
    if (!(letters instanceof PDFDict)) return;
    const uses = new Map<ResourceKind, Set<string>>();
    for (const key of letters.keys()) {
      const letter = letters.lookup(key);
      if (!(letter instanceof PDFRawStream)) continue;
      for (const [kind, names] of drawingOf(decodedText(letter)).uses)
        uses.set(kind, new Set([...(uses.get(kind) ?? []), ...names]));
    }
    made.set(name("Resources"), this.resources(dict.get(name("Resources")) ?? this.parent, uses));
  }

  private stream(stream: PDFRawStream, kind: DictKind): PDFObject {
    const { dict } = stream;
    const drawn =
      kind === "form" ||
      kind === "mask" ||
      kind === "letters" ||
      (kind === "pattern" && dict.lookup(name("PatternType")) !== PDFNumber.of(2));
    if (drawn) return this.drawing(stream, kind);
    const made = this.dict(dict, kind);
    // Its data lies in another file (ISO 32000-1 table 5).
    if (dict.has(name("F"))) return PDFNull;
    const filter = dict.get(name("Filter"));
    const parameters = dict.get(name("DecodeParms"));
    if (filter) made.set(name("Filter"), this.copy(filter, "plain"));
    if (parameters) made.set(name("DecodeParms"), this.copy(parameters, "parameters"));
    return PDFRawStream.of(made, withoutMetadata(stream, made));
  }

  private drawing(stream: PDFRawStream, kind: DictKind): PDFObject {
    const { dict } = stream;
    const { content, uses, showsText, hasOpaqueData } = drawingOf(decodedText(stream), {
      withoutText: this.withoutText,
    });
    if (hasOpaqueData) this.uncertain.add(this.at);
    // Nobody can look for text in a pattern or a mask: it is drawn many times, or as what lets something through.
    // Pictures are what many masks are made of (shadows, soft edges).
    if (kind !== "form" && showsText) this.uncertain.add(this.at);
    if ((kind === "pattern" || kind === "letters") && uses.has("XObject")) this.uncertain.add(this.at);
    const made = kind === "letters" ? this.emptyDict() : this.dict(dict, kind);
    if (kind !== "letters")
      made.set(
        name("Resources"),
        this.resources(dict.get(name("Resources")) ?? this.parent, uses, kind === "mask"),
      );
    return contentStream(content, made);
  }
}

/** What may be drawn with the resources of what it stands in. */
const TAKES_PARENTS: ReadonlySet<Kind> = new Set(["xobject", "mask-part", "form", "mask", "font", "pattern"]);

const DEFAULT_SPACES = ["DefaultGray", "DefaultRGB", "DefaultCMYK"];

const RESOURCES: Readonly<Record<ResourceKind, Kind>> = {
  Font: "font",
  XObject: "xobject",
  ExtGState: "state",
  ColorSpace: "space",
  Pattern: "pattern",
  Shading: "shading",
};

/** PostScript in a page is a program for the printer. */
const isPostScript = (dict: PDFDict | undefined) => dict?.lookup(name("Subtype2")) === name("PS");

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
