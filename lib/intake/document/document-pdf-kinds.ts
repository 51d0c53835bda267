/**
 * What a page needs for being drawn, kind by kind (ISO 32000-2, the table of each). What is not named here is not copied:
 * what acts, what describes, what another program wrote for itself, and what leads back into the rest of the document.
 * The names in a map of names (fonts, forms, the letters of a font) are of the file's own choosing: any is as good.
 */

/** Numbers, names, strings and arrays of them; never a dictionary. */
type Plain = "plain";

/** Kinds that are a dictionary, or a stream with one. */
export type DictKind =
  | "page-group"
  | "font"
  | "font-descriptor"
  | "font-file"
  | "encoding"
  | "system-info"
  | "letters"
  | "state"
  | "soft-mask"
  | "form"
  | "mask"
  | "image"
  | "pattern"
  | "shading"
  | "function"
  | "calibration"
  | "profile"
  | "data"
  | "parameters";

/** Kinds that are chosen by looking: a form or a picture, a colour space, one function or several. */
export type Kind = Plain | DictKind | "xobject" | "mask-part" | "space";

const keys = (kind: Kind, names: string): Record<string, Kind> =>
  Object.fromEntries(names.split(" ").map((name) => [name, kind]));

export const SHAPES: Readonly<Record<DictKind, Readonly<Record<string, Kind>>>> = {
  "page-group": { ...keys("plain", "Type S I K"), CS: "space" },
  font: {
    ...keys("plain", "Type Subtype BaseFont Name FirstChar LastChar Widths FontBBox FontMatrix"),
    ...keys("plain", "DW W DW2 W2"),
    ...{ FontDescriptor: "font-descriptor", Encoding: "encoding", ToUnicode: "encoding" },
    ...{ DescendantFonts: "font", CIDSystemInfo: "system-info", CIDToGIDMap: "data", CharProcs: "letters" },
  },
  "font-descriptor": {
    ...keys("plain", "Type FontName FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent"),
    ...keys("plain", "Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth"),
    ...keys("font-file", "FontFile FontFile2 FontFile3"),
  },
  "font-file": keys("plain", "Subtype Length1 Length2 Length3"),
  encoding: {
    ...keys("plain", "Type BaseEncoding Differences CMapName WMode"),
    ...{ CIDSystemInfo: "system-info", UseCMap: "encoding" },
  },
  "system-info": keys("plain", "Registry Ordering Supplement"),
  // Its keys are the font's own: the copier takes all of them.
  letters: {},
  state: {
    ...keys("plain", "Type LW LC LJ ML D RI OP op OPM FL SM SA BM CA ca AIS TK"),
    ...{ SMask: "soft-mask", ...keys("function", "TR TR2") },
  },
  "soft-mask": { ...keys("plain", "Type S BC"), G: "mask", TR: "function" },
  form: { ...keys("plain", "Type Subtype FormType BBox Matrix"), Group: "page-group" },
  mask: { ...keys("plain", "Type Subtype FormType BBox Matrix"), Group: "page-group" },
  image: {
    ...keys("plain", "Type Subtype Width Height BitsPerComponent Intent ImageMask Decode Interpolate"),
    ...keys("plain", "SMaskInData Matte"),
    ...{ ColorSpace: "space", Mask: "image", SMask: "image" },
  },
  pattern: {
    ...keys("plain", "Type PatternType PaintType TilingType BBox XStep YStep Matrix"),
    ...{ Shading: "shading", ExtGState: "state" },
  },
  shading: {
    ...keys("plain", "ShadingType Background BBox AntiAlias Coords Domain Extend Matrix"),
    ...keys("plain", "BitsPerCoordinate BitsPerComponent BitsPerFlag Decode VerticesPerRow"),
    ...{ ColorSpace: "space", Function: "function" },
  },
  function: {
    ...keys("plain", "FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Bounds"),
    Functions: "function",
  },
  calibration: keys("plain", "WhitePoint BlackPoint Gamma Matrix Range"),
  profile: { ...keys("plain", "N Range"), Alternate: "space" },
  data: {},
  parameters: {
    ...keys("plain", "Predictor Colors BitsPerComponent Columns EarlyChange K EndOfLine EncodedByteAlign"),
    ...keys("plain", "Rows EndOfBlock BlackIs1 DamagedRowsBeforeError ColorTransform"),
    JBIG2Globals: "data",
  },
};

/** What each part of a colour space is, by its first name (ISO 32000-2 §8.6); the dictionary of DeviceN is left out. */
export const SPACES: Readonly<Record<string, readonly Kind[]>> = {
  ICCBased: ["profile"],
  CalGray: ["calibration"],
  CalRGB: ["calibration"],
  Lab: ["calibration"],
  Indexed: ["space", "plain", "data"],
  Separation: ["plain", "space", "function"],
  DeviceN: ["plain", "space", "function"],
  Pattern: ["space"],
  DeviceGray: [],
  DeviceRGB: [],
  DeviceCMYK: [],
};
