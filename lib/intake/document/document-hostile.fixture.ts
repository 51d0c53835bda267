/**
 * Files that somebody with bad intentions would hand in, made here so that none of them lies in the tree, each with
 * what must become of it. `reason`: it is refused with that. `flags`: it is taken, and whoever reviews it is told.
 */
import { constants, crc32, deflateRawSync, deflateSync } from "node:zlib";
import { PDFDocument, PDFName, PDFString, StandardFonts } from "@cantoo/pdf-lib";
import sharp from "sharp";
import type { DocumentFlag } from "./document.ts";
import type { DocumentProblem } from "./document-examine.ts";

type Verdict = { readonly reason: DocumentProblem } | { readonly flags: readonly DocumentFlag[] };

export interface HostileFile {
  readonly what: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  readonly verdict: Verdict;
}

/** Whatever must not be in a public copy is written with this word in it. */
export const CANARY = "KanariefagelXyz";

const MB = 1024 * 1024;
const latin1 = (text: string) => Buffer.from(text, "latin1");
const join = (...parts: (string | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? latin1(part) : part)));

/** A PDF from the text of its objects; the first is the catalog. A stream is `{ dict, data }`. */
export function rawPdf(
  objects: readonly (string | { dict: string; data: Uint8Array })[],
  trailer = "",
): Uint8Array {
  const parts: Uint8Array[] = [latin1("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Uint8Array) => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    add(latin1(`${index + 1} 0 obj\n`));
    if (typeof object === "string") add(latin1(object));
    else {
      add(latin1(`<< ${object.dict} /Length ${object.data.length} >>\nstream\n`));
      add(object.data);
      add(latin1("\nendstream"));
    }
    add(latin1("\nendobj\n"));
  }
  const at = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  add(latin1(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  add(latin1(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
const PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>";
const FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
const CONTENT = { dict: "", data: latin1("BT /F1 12 Tf 50 700 Td (A page) Tj ET") };
const page = (more = "") =>
  `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${more} >>`;

/** A PDF of one page, with these words added to its catalog and its page, and these objects from number 6. */
export const onePage = (
  { catalog = "", inPage = "", trailer = "" },
  objects: Parameters<typeof rawPdf>[0] = [],
) =>
  rawPdf(
    [`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, PAGES, page(inPage), CONTENT, FONT, ...objects],
    trailer,
  );

const plainPdf = () => onePage({});
const withContent = (dict: string, data: Uint8Array) =>
  rawPdf([CATALOG, PAGES, page(), { dict, data }, FONT]);

const annotated = (annotation: string, objects: Parameters<typeof rawPdf>[0] = []) =>
  onePage({ inPage: "/Annots [6 0 R]" }, [`<< /Type /Annot /Rect [0 0 99 99] ${annotation} >>`, ...objects]);

/** A stream of `megabytes` that all look like this one: each block ends at a byte and knows nothing of the one before. */
function bomb(megabytes: number, filling: string): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(MB, filling), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: megabytes }, () => block)]);
}

async function encryptedPdf(userPassword: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage().drawText("Behind a password", { font });
  pdf.encrypt({ userPassword, ownerPassword: "owner", permissions: {} });
  return pdf.save({ useObjectStreams: false });
}

async function attachedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(plainPdf());
  await pdf.attach(latin1(`MZ ${CANARY}`), "setup.exe", { mimeType: "application/x-msdownload" });
  pdf.catalog.set(PDFName.of("Lang"), PDFString.of("sv-SE"));
  return pdf.save();
}

/** The chunks of a PNG after its first bytes. */
function rawPng(...chunks: [type: string, data: Uint8Array][]): Uint8Array {
  const parts = chunks.flatMap(([type, data]) => {
    const body = join(type, data);
    const around = Buffer.alloc(8);
    around.writeUInt32BE(data.length, 0);
    around.writeUInt32BE(crc32(body), 4);
    return [around.subarray(0, 4), body, around.subarray(4)];
  });
  return join("\x89PNG\r\n\x1a\n", ...parts);
}

function words(...values: number[]): Buffer {
  const data = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) data.writeUInt32BE(value, index * 4);
  return data;
}

/** Eight bits of grey. */
const header = (width: number, height: number): [string, Uint8Array] => [
  "IHDR",
  join(words(width, height), "\x08\x00\x00\x00\x00"),
];
const END: [string, Uint8Array] = ["IEND", Buffer.alloc(0)];
const SMALL: [string, Uint8Array] = ["IDAT", deflateSync(Buffer.alloc(5_000))];

function animatedPng(frames: number): Uint8Array {
  const frame = (number: number): [string, Uint8Array][] => [
    ["fcTL", join(words(number, 10, 10, 0, 0), "\x00\x01\x00\x0a\x00\x00")],
  ];
  return rawPng(
    header(10, 10),
    ["acTL", words(frames, 0)],
    ...Array.from({ length: frames }, (_, number) => frame(number)).flat(),
    ["IDAT", deflateSync(Buffer.alloc(110))],
    END,
  );
}

const drawn = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });

const plainJpeg = () => drawn().jpeg().toBuffer();
const plainPng = () => drawn().png().toBuffer();

/** A picture as a telephone takes it: where, with which camera, by whom, with a thumbnail of the uncropped original. */
export async function jpegFromTelephone(): Promise<Uint8Array> {
  const thumbnail = await drawn(160, 120).jpeg().toBuffer();
  const jpeg = await drawn()
    .keepIccProfile()
    .withIccProfile("p3")
    .withExif({
      IFD0: { Artist: CANARY, Copyright: CANARY, Make: CANARY },
      IFD2: { BodySerialNumber: CANARY },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "59/1 19/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><who>${CANARY}</who></x:xmpmeta>`)
    .jpeg()
    .toBuffer();
  const segment = (marker: string, data: Uint8Array) =>
    join(`\xff${marker}`, Buffer.from([(data.length + 2) >> 8, (data.length + 2) & 0xff]), data);
  return join(
    jpeg.subarray(0, 2),
    segment("\xe0", join("JFXX\0\x10", thumbnail)),
    segment("\xed", join("Photoshop 3.0\x00", CANARY)),
    segment("\xfe", latin1(CANARY)),
    jpeg.subarray(2),
  );
}

/** An empty archive, which is all it takes to be one. */
const ZIP_END = join("PK\x05\x06", Buffer.alloc(18));
const ZIP = join("PK\x03\x04\x14\x00\x00\x00\x08\x00", Buffer.alloc(100), ZIP_END);

/** The file that every scanner of viruses knows, and that harms nobody (eicar.org); in two parts, so that this is not it. */
const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD", "-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

const PDF = { fileName: "beslut.pdf", mediaType: "application/pdf" };
const JPEG = { fileName: "bild.jpg", mediaType: "image/jpeg" };
const PNG = { fileName: "bild.png", mediaType: "image/png" };
const WEBP = { fileName: "bild.webp", mediaType: "image/webp" };
const TEXT = { fileName: "brev.txt", mediaType: "text/plain" };
const CSV = { fileName: "tabell.csv", mediaType: "text/csv" };

const refusal = (reason: DocumentProblem): Verdict => ({ reason });
const taken = (...flags: DocumentFlag[]): Verdict => ({ flags });
const NOT_TAKEN = refusal("file-kind-not-taken");
const ELSE = refusal("file-is-something-else");
const ANOTHER = refusal("file-holds-another");
const UNREADABLE = refusal("text-unreadable");

const HTML = "<!DOCTYPE html><html><script>alert(1)</script></html>";
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';

type Row = [what: string, { fileName: string; mediaType: string }, HostileFile["make"], Verdict];

const ROWS: readonly Row[] = [
  // What it says it is.
  ["HTML called a PDF", PDF, () => latin1(HTML), ELSE],
  ["HTML called a text", TEXT, () => latin1(HTML), ELSE],
  ["HTML called HTML", { fileName: "a.html", mediaType: "text/html" }, () => latin1(HTML), NOT_TAKEN],
  ["HTML sent as PDF with the name of HTML", { ...PDF, fileName: "a.html" }, () => latin1(HTML), NOT_TAKEN],
  ["a PDF called a picture", JPEG, plainPdf, ELSE],
  ["a PDF sent as a picture", { ...PDF, mediaType: "image/png" }, plainPdf, ELSE],
  ["a PDF sent as HTML", { ...PDF, mediaType: "text/html" }, plainPdf, ELSE],
  ["a PNG called a JPEG", JPEG, plainPng, ELSE],
  ["a PDF with the name of a program", { ...PDF, fileName: "beslut.pdf.exe" }, plainPdf, NOT_TAKEN],
  ["a PDF with no extension", { ...PDF, fileName: "beslut" }, plainPdf, NOT_TAKEN],
  ["nothing at all", PDF, () => new Uint8Array(), refusal("file-empty")],
  ["a text of nothing", TEXT, () => latin1(" \n \t "), refusal("file-empty")],
  ["one byte more than 25 MB", PDF, () => new Uint8Array(25 * MB + 1), refusal("file-too-large")],
  // Kinds we do not take, whatever they are called.
  ["SVG", { fileName: "a.svg", mediaType: "image/svg+xml" }, () => latin1(SVG), NOT_TAKEN],
  ["SVG called a PNG", PNG, () => latin1(SVG), ELSE],
  ["SVG called a text", TEXT, () => latin1(SVG), ELSE],
  ["XML called a text", TEXT, () => latin1('<?xml version="1.0"?><a/>'), ELSE],
  ["AVIF", { fileName: "a.avif", mediaType: "image/avif" }, () => drawn().avif().toBuffer(), NOT_TAKEN],
  ["AVIF called a JPEG", JPEG, () => drawn().avif().toBuffer(), ELSE],
  ["HEIC called a JPEG", JPEG, () => join(words(24), "ftypheic", words(0), "mif1heic", ZIP), ELSE],
  ["GIF", { fileName: "a.gif", mediaType: "image/gif" }, () => drawn().gif().toBuffer(), NOT_TAKEN],
  ["GIF called a PNG", PNG, () => drawn().gif().toBuffer(), ELSE],
  ["TIFF called a JPEG", JPEG, () => drawn().tiff().toBuffer(), ELSE],
  ["PSD called a PNG", PNG, () => join("8BPS\x00\x01", Buffer.alloc(64)), ELSE],
  ["an archive called a PDF", PDF, () => ZIP, ELSE],
  ["a Word document", { fileName: "a.docx", mediaType: "application/msword" }, () => ZIP, NOT_TAKEN],
  ["RTF called a text", TEXT, () => latin1("{\\rtf1\\ansi{\\object\\objocx}}"), ELSE],
  ["PostScript called a text", TEXT, () => latin1("%!PS-Adobe-3.0\n(x) run"), ELSE],
  ["PHP called a text", TEXT, () => latin1("<?php system('id');"), ELSE],
  ["a shell script called a text", TEXT, () => latin1("#!/bin/sh\nrm -rf ~"), ELSE],
  ["a program called a text", TEXT, () => join("MZ\x90\x00", Buffer.alloc(64)), UNREADABLE],
  ["a text in UTF-16", TEXT, () => Buffer.from("\ufeffEn text", "utf16le"), UNREADABLE],
  ["a text with a NUL", TEXT, () => latin1("ett\0tva"), UNREADABLE],
  ["a text with terminal sequences", TEXT, () => latin1("\u001b]0;title\u0007"), UNREADABLE],
  ["a text with a script in its middle", TEXT, () => latin1("Hej\n\n<SCRIPT src=x></SCRIPT>"), ELSE],
  // Two files in one.
  ["a PDF behind HTML", PDF, () => join("<html><body>\n", plainPdf()), ELSE],
  [
    "a PDF with HTML in its head",
    PDF,
    () => join("%PDF-1.7\n<script>alert(1)</script>\n", plainPdf()),
    ANOTHER,
  ],
  ["a PDF before an archive", PDF, () => join(plainPdf(), ZIP), ANOTHER],
  ["a PDF inside an archive's comment", PDF, () => join(plainPdf().subarray(0, -7), ZIP_END), ANOTHER],
  ["a PDF before HTML", PDF, () => join(plainPdf(), HTML), ANOTHER],
  ["a JPEG before a JAR", JPEG, async () => join(await plainJpeg(), ZIP), ANOTHER],
  ["a PNG before an archive", PNG, async () => join(await plainPng(), ZIP), ANOTHER],
  [
    "a JPEG before a script",
    JPEG,
    async () => join(await plainJpeg(), `*/=alert("${CANARY}")`),
    taken("has-data-after-end"),
  ],
  [
    "a PNG before a script",
    PNG,
    async () => join(await plainPng(), `<script>${CANARY}`),
    taken("has-data-after-end"),
  ],
  [
    "a WebP before a script",
    WEBP,
    async () => join(await drawn().webp().toBuffer(), `<script>${CANARY}`),
    taken("has-data-after-end"),
  ],
  // A PDF that does things.
  [
    "a PDF with a script that runs when it opens",
    PDF,
    () => onePage({ catalog: "/OpenAction 6 0 R" }, [`<< /S /JavaScript /JS (app.alert('${CANARY}')) >>`]),
    taken("has-javascript"),
  ],
  [
    "a PDF with a script for each page",
    PDF,
    () => onePage({ inPage: `/AA << /O << /S /JavaScript /JS (${CANARY}) >> >>` }),
    taken("has-javascript"),
  ],
  [
    "a PDF that starts a program",
    PDF,
    () => annotated(`/Subtype /Link /A << /S /Launch /F (${CANARY}.exe) >>`),
    taken("has-launch-actions"),
  ],
  [
    "a PDF that calls an address",
    PDF,
    () => annotated(`/Subtype /Link /A << /S /URI /URI (https://${CANARY}.example/) >>`),
    taken("has-links"),
  ],
  ["a PDF with a program attached", PDF, attachedPdf, taken("has-embedded-files", "has-metadata")],
  [
    "a PDF with an XFA form",
    PDF,
    () =>
      onePage({ catalog: "/AcroForm << /Fields [] /XFA 6 0 R >>" }, [
        { dict: "", data: latin1(`<xdp:xdp xmlns:xdp="x"><script>${CANARY}</script></xdp:xdp>`) },
      ]),
    taken("has-form"),
  ],
  [
    "a PDF with a comment that somebody thought was gone",
    PDF,
    () => annotated(`/Subtype /Text /Contents (${CANARY}) /T (${CANARY})`),
    // A viewer draws a note where it lies.
    taken("has-comments", "pages-as-pictures"),
  ],
  [
    "a PDF with metadata wherever it may stand",
    PDF,
    () =>
      onePage(
        {
          catalog: "/Metadata 6 0 R /PieceInfo << /X << /Private 7 0 R >> >> /Names << /Dests 7 0 R >>",
          inPage: `/Metadata 6 0 R /Thumb 8 0 R /LastModified (${CANARY}) /PieceInfo << /Y 7 0 R >>`,
          trailer: `/Info << /Author (${CANARY}) /Producer (${CANARY}) >> /ID [<00> <00>]`,
        },
        [
          { dict: "/Type /Metadata /Subtype /XML", data: latin1(`<x:xmpmeta>${CANARY}</x:xmpmeta>`) },
          `(${CANARY})`,
          { dict: "/Subtype /Image /Width 1 /Height 1", data: latin1(CANARY) },
        ],
      ),
    taken("has-metadata"),
  ],
  [
    "a PDF whose picture draws its data from another file",
    PDF,
    () =>
      rawPdf([
        CATALOG,
        PAGES,
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /X 6 0 R /P 7 0 R >> >> >>",
        { dict: "", data: latin1("/X Do /P Do") },
        FONT,
        {
          dict: `/Type /XObject /Subtype /Image /Width 1 /Height 1 /F (http://${CANARY}.example/) /FFilter /DCTDecode`,
          data: latin1("x"),
        },
        { dict: "/Type /XObject /Subtype /PS", data: latin1(`(${CANARY}) run`) },
      ]),
    taken("pages-as-pictures"),
  ],
  // A PDF that is too much, or broken.
  ["a PDF behind a password", PDF, () => encryptedPdf("secret"), refusal("file-needs-password")],
  [
    "a PDF that may not be printed",
    PDF,
    () => encryptedPdf(""),
    taken("opens-without-password", "has-metadata"),
  ],
  ["a PDF cut in half", PDF, () => plainPdf().subarray(0, 120), refusal("file-damaged")],
  ["a PDF of its first line", PDF, () => latin1("%PDF-1.7\n"), refusal("file-damaged")],
  [
    "a PDF of noise",
    PDF,
    () => join("%PDF-1.7\n", Buffer.alloc(50_000, "\xfe\x01<< /[(")),
    refusal("file-damaged"),
  ],
  [
    "a PDF of 100,000 pages",
    PDF,
    () =>
      rawPdf([
        CATALOG,
        `<< /Type /Pages /Kids [${"3 0 R ".repeat(100_000)}] /Count 100000 /MediaBox [0 0 9 9] >>`,
        page(),
        CONTENT,
        FONT,
      ]),
    refusal("too-many-pages"),
  ],
  [
    "a PDF of 100,000 pages that says it has one",
    PDF,
    () =>
      rawPdf([
        CATALOG,
        `<< /Type /Pages /Kids [${"3 0 R ".repeat(100_000)}] /Count 1 /MediaBox [0 0 9 9] >>`,
        page(),
        CONTENT,
        FONT,
      ]),
    refusal("file-damaged"),
  ],
  [
    "a PDF whose pages lead back to themselves",
    PDF,
    () => rawPdf([CATALOG, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
    refusal("file-damaged"),
  ],
  [
    "a PDF whose page inherits from itself",
    PDF,
    () => rawPdf([CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R >>", page(), CONTENT, FONT]),
    refusal("file-damaged"),
  ],
  [
    "a PDF with a page larger than a country",
    PDF,
    () => onePage({ inPage: "/MediaBox [0 0 1000000000 1000000000]" }),
    refusal("page-too-large"),
  ],
  [
    "a PDF with a page that grows by its unit",
    PDF,
    () => onePage({ inPage: "/UserUnit 1000000" }),
    refusal("page-too-large"),
  ],
  [
    "a PDF with 2 GB of spaces in one stream",
    PDF,
    () => withContent("/Filter /FlateDecode", bomb(2_048, " ")),
    refusal("took-too-much-memory"),
  ],
  [
    "a PDF with 2 GB behind two filters",
    PDF,
    () => withContent("/Filter [/FlateDecode /FlateDecode]", deflateSync(bomb(2_048, " "))),
    refusal("took-too-much-memory"),
  ],
  [
    "a PDF with 2 GB of objects",
    PDF,
    () =>
      onePage({}, [{ dict: "/Type /ObjStm /N 1 /First 10 /Filter /FlateDecode", data: bomb(2_048, " ") }]),
    refusal("took-too-much-memory"),
  ],
  [
    "a PDF of brackets within brackets",
    PDF,
    () => onePage({ catalog: `/X ${"[".repeat(200_000)}` }),
    refusal("file-damaged"),
  ],
  [
    "a PDF whose form draws itself",
    PDF,
    () =>
      rawPdf([
        CATALOG,
        PAGES,
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /X 6 0 R >> >> >>",
        { dict: "", data: latin1("/X Do") },
        FONT,
        {
          dict: "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>",
          data: latin1("/X Do /X Do"),
        },
      ]),
    refusal("file-damaged"),
  ],
  // Pictures.
  ["a picture from a telephone", JPEG, jpegFromTelephone, taken("has-metadata", "has-location")],
  [
    "a PNG of 50,000 × 50,000 in a few kilobytes",
    PNG,
    () => rawPng(header(50_000, 50_000), SMALL, END),
    refusal("too-many-pixels"),
  ],
  [
    "a PNG that says it is of 2³¹ − 1",
    PNG,
    () => rawPng(header(0x7fffffff, 0x7fffffff), SMALL, END),
    refusal("file-damaged"),
  ],
  [
    "a PNG of 5,000 × 5,000 without its pixels",
    PNG,
    () => rawPng(header(5_000, 5_000), SMALL, END),
    refusal("file-damaged"),
  ],
  ["a PNG of 10,000 frames", PNG, () => animatedPng(10_000), refusal("picture-moves")],
  [
    "a WebP that moves",
    WEBP,
    async () =>
      sharp([await plainPng(), await drawn().negate().png().toBuffer()], { join: { animated: true } })
        .webp()
        .toBuffer(),
    refusal("picture-moves"),
  ],
  [
    "a PNG with 1 GB of words",
    PNG,
    () =>
      rawPng(
        header(10, 10),
        ["zTXt", join("Comment\0\0", bomb(1_024, CANARY))],
        ["IDAT", deflateSync(Buffer.alloc(110))],
        END,
      ),
    taken(),
  ],
  [
    "a JPEG cut in half",
    JPEG,
    async () => (await drawn(900, 900).jpeg().toBuffer()).subarray(0, 700),
    refusal("file-damaged"),
  ],
  ["a JPEG of its first bytes", JPEG, () => latin1("\xff\xd8\xff\xe0"), refusal("file-damaged")],
  // Texts.
  ["the test file of virus scanners", TEXT, () => latin1(EICAR), taken()],
  [
    "a table whose cells are formulas",
    CSV,
    () => latin1("namn;belopp\n=cmd|' /C calc'!A0;+1+1\n\"=1+1\";@SUM(A1)\n-5;-2+3\nA,=1\n\t=1"),
    taken("has-formulas"),
  ],
];

export const HOSTILE: readonly HostileFile[] = ROWS.map(([what, names, make, verdict]) => ({
  ...{ what, make, verdict },
  ...names,
}));
