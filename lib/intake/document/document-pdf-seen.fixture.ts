/**
 * PDFs that hold more than they show, and PDFs that only look as if they did, made here. In the first kind the words to
 * be found are {@link SHOWN}, and the word that nobody sees is {@link SECRET}.
 */
import { deflateSync } from "node:zlib";
import { rawPdf } from "./document-hostile.fixture.ts";

export const SECRET = "HEMLIGKALLA";
export const SHOWN = ["Anmalare", "Ovrig text"] as const;

type Objects = Parameters<typeof rawPdf>[0];

const stream = (content: string, dict = "") => ({ dict, data: Buffer.from(content, "latin1") });
const FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

interface Sheet {
  readonly content: string;
  readonly page?: string;
  readonly resources?: string;
  readonly catalog?: string;
  readonly box?: string;
  /** From number 6. */
  readonly objects?: Objects;
}

export const sheet = ({
  content,
  page = "",
  resources = "",
  catalog = "",
  box = "0 0 300 200",
  objects = [],
}: Sheet) =>
  new Uint8Array(
    rawPdf([
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R ${page} /Resources << /Font << /F1 5 0 R >> ${resources} >> >>`,
      stream(content),
      FONT,
      ...objects,
    ]),
  );

interface Place {
  readonly where: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly page?: string;
}

/** Where on a page the word stands, and how large it is. */
const PLACES: readonly Place[] = [
  { where: "in the middle", x: 110, y: 120, size: 14 },
  { where: "small, at the edge", x: 8, y: 6, size: 7 },
  { where: "on a page that is turned", x: 60, y: 90, size: 18, page: "/Rotate 90" },
];

const word = ({ x, y, size }: Place, text = SECRET) => `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET`;
const around = ({ x, y, size }: Place) => [x - 2, y - size * 0.3, size * 8.2, size * 1.3] as const;
const box = (place: Place) => `${around(place).join(" ")} re f`;
const rect = (place: Place) => {
  const [x, y, width, height] = around(place);
  return `${x} ${y} ${x + width} ${y + height}`;
};
const PLAIN = "BT /F1 14 Tf 20 170 Td (Anmalare) Tj 150 0 Td (Ovrig text) Tj ET";

const image = (pixels: number[], dict: string) => ({
  dict: `/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /Filter /FlateDecode ${dict}`,
  data: new Uint8Array(deflateSync(Buffer.from(pixels))),
});
const grey = (value: number) => image([value, value, value, value], "/ColorSpace /DeviceGray");
const over = (place: Place, what: string) => {
  const [x, y, width, height] = around(place);
  return `q ${width} 0 0 ${height} ${x} ${y} cm /${what} Do Q`;
};

const annotation = (place: Place, more: string, appearance?: Objects[number]): Sheet => ({
  content: `${PLAIN} ${word(place)}`,
  page: "/Annots [6 0 R]",
  objects: [
    `<< /Type /Annot /F 4 /Rect [${rect(place)}] ${appearance ? "/AP << /N 7 0 R >>" : ""} ${more} >>`,
    ...(appearance ? [appearance] : []),
  ],
});
const BLACK_FORM = stream("0 0 0 rg 0 0 10 10 re f", "/Type /XObject /Subtype /Form /BBox [0 0 10 10]");

const withoutWord = (made: Sheet): Sheet => ({ ...made, content: PLAIN });
const asForm = (place: Place) =>
  stream(
    word({ ...place, x: 1, y: 3 }),
    `/Type /XObject /Subtype /Form /BBox [0 0 ${place.size * 8.2} ${place.size * 1.3}] /Resources << /Font << /F1 5 0 R >> >>`,
  );

/** A picture whose pixels are the word. */
const PICTURED: Objects[number] = {
  dict: `/Type /XObject /Subtype /Image /Width ${SECRET.length} /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray`,
  data: Buffer.from(SECRET),
};

interface Case {
  readonly what: string;
  readonly make: () => Uint8Array;
}

const KINDS: readonly (readonly [string, (place: Place) => Sheet])[] = [
  ["a black box drawn over it", (at) => ({ content: `${PLAIN} ${word(at)} 0 g ${box(at)}` })],
  ["a white box drawn over it", (at) => ({ content: `${PLAIN} ${word(at)} 1 g ${box(at)}` })],
  [
    "a picture laid over it",
    (at) => ({
      content: `${PLAIN} ${word(at)} ${over(at, "Im")}`,
      resources: "/XObject << /Im 6 0 R >>",
      objects: [grey(40)],
    }),
  ],
  [
    "a form drawn over it",
    (at) => ({
      content: `${PLAIN} ${word(at)} /Fm Do`,
      resources: "/XObject << /Fm 6 0 R >>",
      objects: [stream(`0.2 g ${box(at)}`, "/Type /XObject /Subtype /Form /BBox [0 0 300 300]")],
    }),
  ],
  [
    "a pattern of colours over it",
    (at) => ({
      content: `${PLAIN} ${word(at)} q ${around(at).join(" ")} re W n /Sh sh Q`,
      resources: "/Shading << /Sh 6 0 R >>",
      objects: [
        "<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 300 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [0.1] /C1 [0.5] /N 1 >> >>",
      ],
    }),
  ],
  [
    "letters of blocks over it",
    (at) => ({
      content: `${PLAIN} ${word(at)} BT /T3 ${at.size} Tf ${at.x - 2} ${at.y} Td (XXXXXXXX) Tj ET`,
      resources: "/Font << /F1 5 0 R /T3 6 0 R >>",
      objects: [
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 -300 1100 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 88 /LastChar 88 /Widths [1050] /Encoding << /Differences [88 /block] >> /CharProcs << /block 7 0 R >> /Resources << >> >>",
        stream("1050 0 0 -300 1100 1000 d1 0 -300 1100 1300 re f"),
      ],
    }),
  ],
  ["the colour of the page", (at) => ({ content: `${PLAIN} 1 g ${word(at)}` })],
  ["nearly the colour of the page", (at) => ({ content: `${PLAIN} 0.97 g ${word(at)}` })],
  ["the colour of the box it stands on", (at) => ({ content: `${PLAIN} 0 g ${box(at)} ${word(at)}` })],
  ["ink that nobody sees", (at) => ({ content: `${PLAIN} 3 Tr ${word(at)}` })],
  [
    "no opacity",
    (at) => ({
      content: `${PLAIN} /G gs ${word(at)}`,
      resources: "/ExtGState << /G << /ca 0 >> >>",
    }),
  ],
  [
    "a hidden layer",
    (at) => ({
      content: `${PLAIN} /OC /L BDC ${word(at)} EMC`,
      resources: "/Properties << /L 6 0 R >>",
      catalog: "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>",
      objects: ["<< /Type /OCG /Name (x) >>"],
    }),
  ],
  [
    "a form in a hidden layer",
    (at) => ({
      content: `${PLAIN} /Fm Do`,
      resources: "/XObject << /Fm 7 0 R >>",
      catalog: "/OCProperties << /OCGs [6 0 R] /D << /BaseState /OFF >> >>",
      objects: [
        "<< /Type /OCG /Name (x) >>",
        stream(
          word(at),
          "/Type /XObject /Subtype /Form /BBox [0 0 300 300] /OC 6 0 R /Resources << /Font << /F1 5 0 R >> >>",
        ),
      ],
    }),
  ],
  [
    "the outside of the crop box",
    (at) => ({
      content: `${PLAIN} ${word({ ...at, y: at.y + 400 })}`,
      box: "0 0 300 600",
      page: "/CropBox [0 0 300 200]",
    }),
  ],
  ["the outside of the page", (at) => ({ content: `${PLAIN} ${word({ ...at, x: at.x - 400 })}` })],
  ["a path that cuts it off", (at) => ({ content: `${PLAIN} q 0 160 300 40 re W n ${word(at)} Q` })],
  ["a size of nothing", (at) => ({ content: `${PLAIN} ${word({ ...at, size: 0.01 })}` })],
  ["no width", (at) => ({ content: `${PLAIN} 0 Tz ${word(at)}` })],
  ["a square put on it", (at) => annotation(at, "/Subtype /Square /C [0 0 0] /IC [0 0 0]", BLACK_FORM)],
  ["a square that the viewer draws", (at) => annotation(at, "/Subtype /Square /C [0 0 0] /IC [0 0 0]")],
  ["a stamp", (at) => annotation(at, "/Subtype /Stamp", BLACK_FORM)],
  ["a stamp that the viewer draws", (at) => annotation(at, "/Subtype /Stamp /Name /TopSecret")],
  ["a black highlight", (at) => annotation(at, "/Subtype /Highlight", BLACK_FORM)],
  [
    "a black highlight that the viewer draws",
    (at) => {
      const [x, y, width, height] = around(at);
      const quad = [x, y + height, x + width, y + height, x, y, x + width, y].join(" ");
      return annotation(at, `/Subtype /Highlight /C [0 0 0] /QuadPoints [${quad}]`);
    },
  ],
  ["typed text with a ground", (at) => annotation(at, "/Subtype /FreeText /Contents (x)", BLACK_FORM)],
  ["a redaction that was never applied", (at) => annotation(at, "/Subtype /Redact /IC [0 0 0]")],
  ["a thick line", (at) => annotation(at, "/Subtype /Line /L [0 0 9 9] /BS << /W 30 >>", BLACK_FORM)],
  ["a polygon", (at) => annotation(at, "/Subtype /Polygon /Vertices [0 0 9 9 9 0]")],
  [
    "ink",
    (at) => {
      const [x, y, width, height] = around(at);
      const middle = y + height / 2;
      return annotation(
        at,
        `/Subtype /Ink /C [0 0 0] /BS << /W ${height} >> /InkList [[${x} ${middle} ${x + width} ${middle}]]`,
      );
    },
  ],
  [
    "a field with a ground",
    (at) => ({
      ...annotation(at, "/Subtype /Widget /FT /Tx /T (a)", BLACK_FORM),
      catalog: "/AcroForm << /Fields [6 0 R] >>",
    }),
  ],
  ["something no viewer knows", (at) => annotation(at, "/Subtype /Novelty", BLACK_FORM)],
  ["a link with a wide border", (at) => annotation(at, "/Subtype /Link /Border [0 0 40] /C [0 0 0]")],
  [
    "text over it, in one piece with it",
    (at) => ({
      content: `${PLAIN} BT /F1 ${at.size} Tf ${at.x} ${at.y} Td [(${SECRET}) 8100 (MMMMMMMMMM)] TJ ET`,
    }),
  ],
  [
    "a pattern with it, covered",
    (at) => ({
      content: `${PLAIN} /Pattern cs /P scn ${box(at)} 0 g ${box(at)}`,
      resources: "/Pattern << /P 6 0 R >>",
      objects: [
        stream(
          word(at),
          "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 300 200] /XStep 300 /YStep 200 /Resources << /Font << /F1 5 0 R >> >>",
        ),
      ],
    }),
  ],
  [
    "letters typed over it",
    (at) => ({ content: `${PLAIN} ${word(at)} ${word({ ...at, x: at.x - 1 }, "XXXXXXXXXXXX")}` }),
  ],
  [
    "a comment in a hidden layer",
    (at) => {
      const made = withoutWord(annotation(at, "/Subtype /FreeText /OC 8 0 R", asForm(at)));
      return {
        ...made,
        catalog: "/OCProperties << /OCGs [8 0 R] /D << /OFF [8 0 R] >> >>",
        objects: [...(made.objects ?? []), "<< /Type /OCG /Name (x) >>"],
      };
    },
  ],
  [
    "text that is hidden beside the page",
    (at) => withoutWord(annotation(at, "/Subtype /FreeText /F 2", asForm(at))),
  ],
  [
    "text that is not for the screen",
    (at) => withoutWord(annotation(at, "/Subtype /FreeText /F 32", asForm(at))),
  ],
  [
    "the state of a button that it is not in",
    (at) => ({
      content: PLAIN,
      page: "/Annots [6 0 R]",
      objects: [
        `<< /Type /Annot /Subtype /Widget /FT /Btn /T (b) /AS /Off /F 4 /Rect [${rect(at)}] /AP << /N << /Yes 7 0 R /Off 8 0 R >> >> >>`,
        asForm(at),
        stream("", "/Type /XObject /Subtype /Form /BBox [0 0 10 10]"),
      ],
    }),
  ],
  [
    "a picture that is covered",
    (at) => ({
      content: `${PLAIN} ${over(at, "Im")} 0 g ${box(at)}`,
      resources: "/XObject << /Im 6 0 R >>",
      objects: [PICTURED],
    }),
  ],
  [
    "a picture that is covered in part",
    (at) => ({
      content: `${PLAIN} q 120 0 0 120 90 30 cm /Im Do Q 0 g 100 60 60 40 re f ${word(at, "")}`,
      resources: "/XObject << /Im 6 0 R >>",
      objects: [PICTURED],
    }),
  ],
  [
    "a picture that is cut",
    (at) => ({
      content: `${PLAIN} q 100 30 60 120 re W n 120 0 0 120 90 30 cm /Im Do Q ${word(at, "")}`,
      resources: "/XObject << /Im 6 0 R >>",
      objects: [PICTURED],
    }),
  ],
  [
    "a picture under another",
    (at) => ({
      content: `${PLAIN} ${over(at, "Im")} ${over(at, "Lid")}`,
      resources: "/XObject << /Im 6 0 R /Lid 7 0 R >>",
      objects: [PICTURED, grey(90)],
    }),
  ],
  [
    "a picture in a hidden layer",
    (at) => ({
      content: `${PLAIN} /OC /L BDC ${over(at, "Im")} EMC`,
      resources: "/Properties << /L 7 0 R >> /XObject << /Im 6 0 R >>",
      catalog: "/OCProperties << /OCGs [7 0 R] /D << /OFF [7 0 R] >> >>",
      objects: [PICTURED, "<< /Type /OCG /Name (x) >>"],
    }),
  ],
  [
    "a picture under what is stamped",
    (at) => {
      const made = annotation(at, "/Subtype /Stamp", BLACK_FORM);
      return {
        ...made,
        content: `${PLAIN} ${over(at, "Im")}`,
        resources: "/XObject << /Im 8 0 R >>",
        objects: [...(made.objects ?? []), PICTURED],
      };
    },
  ],
  [
    "a mask that nothing is seen of",
    (at) => ({
      content: `${PLAIN} q /G gs 1 g ${box(at)} Q`,
      resources: "/ExtGState << /G << /SMask << /S /Luminosity /G 6 0 R >> >> >>",
      objects: [
        stream(
          word(at),
          "/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Group << /S /Transparency /CS /DeviceGray >> /Resources << /Font << /F1 5 0 R >> >>",
        ),
      ],
    }),
  ],
  [
    "its alternative text",
    () => ({ content: `/Span << /ActualText (${SECRET}) /Alt (${SECRET}) >> BDC ${PLAIN} EMC` }),
  ],
  ["a comment in the content", () => ({ content: `${PLAIN} % ${SECRET}\n(${SECRET}) pop /${SECRET} MP` })],
  [
    "the description of a picture in the content",
    () => ({
      content: `${PLAIN} q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G /Metadata (${SECRET}) /Name /${SECRET} ID x\nEI Q`,
    }),
  ],
  [
    "a font and a form that nothing uses",
    () => ({
      content: PLAIN,
      resources: "/XObject << /Fm 6 0 R >> /ExtGState << /G 7 0 R >>",
      objects: [
        stream(`BT (${SECRET}) Tj ET`, "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"),
        `<< /Type /ExtGState /Note (${SECRET}) >>`,
      ],
    }),
  ],
];

/** Kinds × places: what covers or hides the word, and where. */
export const HIDING: readonly Case[] = KINDS.flatMap(([what, make]) =>
  PLACES.map((place) => ({
    what: `${what}, ${place.where}`,
    make: () => {
      const made = make(place);
      return sheet({ ...made, page: `${made.page ?? ""} ${place.page ?? ""}` });
    },
  })),
);

interface Innocent extends Case {
  readonly words: readonly string[];
}

const LINE = "Beslutet galler 900 personer";
const at = (x: number, y: number, text: string, size = 12) =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET`;
const one = (
  what: string,
  content: string,
  more: Partial<Sheet> = {},
  words: readonly string[] = [LINE],
): Innocent => ({
  what,
  words,
  make: () => sheet({ content, ...more }),
});

/** All of their text is seen, and must stay. */
export const INNOCENT: readonly Innocent[] = [
  one("plain text", at(20, 100, LINE)),
  one("white text on a dark ground", `0.1 g 0 80 300 50 re f 1 g ${at(20, 100, LINE)}`),
  one("text on a picture", `q 300 0 0 200 0 0 cm /Im Do Q ${at(20, 100, LINE)}`, {
    resources: "/XObject << /Im 6 0 R >>",
    objects: [grey(230)],
  }),
  one("grey text", `0.6 g ${at(20, 100, LINE)}`),
  one(
    "a table with borders and ground",
    `0.9 g 10 90 280 30 re f 0 g 0.5 w 10 90 280 30 re S 10 105 m 290 105 l S ${at(20, 108, LINE, 9)}`,
  ),
  one(
    "a ground drawn for every line",
    `0.95 g 10 90 280 20 re f 0 g ${at(20, 100, LINE)} 1 g 10 60 280 20 re f 0 g ${at(20, 65, "Nasta rad")}`,
    {},
    [LINE, "Nasta rad"],
  ),
  one("a highlight that multiplies", `${at(20, 100, LINE)} /G gs 1 1 0 rg 18 96 200 16 re f`, {
    resources: "/ExtGState << /G << /BM /Multiply >> >>",
  }),
  one("text that is struck through", `${at(20, 100, LINE)} 0.8 w 18 104 m 220 104 l S`),
  one("text that is underlined", `${at(20, 100, LINE)} 0.8 w 18 98 m 220 98 l S`),
  one("small print", at(20, 100, LINE, 5)),
  one("a large heading", at(5, 100, LINE, 20)),
  one("bold made by printing twice", `${at(20, 100, LINE)} ${at(20.3, 100, LINE)}`),
  one("a shadow", `0.7 g ${at(21, 99, LINE)} 0 g ${at(20, 100, LINE)}`),
  one("an outline of letters", `1 Tr 0.4 w ${at(20, 100, LINE, 18)}`),
  one("text that stands upright", `BT /F1 10 Tf 0 1 -1 0 150 20 Tm (${LINE}) Tj ET`),
  one("a page that is turned", at(20, 100, LINE), { page: "/Rotate 270" }),
  one(
    "a watermark beneath",
    `q 0.8 g BT /F1 40 Tf 0.8 0.6 -0.6 0.8 60 20 Tm (UTKAST) Tj ET Q ${at(20, 100, LINE)}`,
    {},
    [LINE, "UTKAST"],
  ),
  one(
    "a filled-in field",
    at(20, 100, "Namn:"),
    {
      page: "/Annots [6 0 R]",
      catalog: "/AcroForm << /Fields [6 0 R] >>",
      objects: [
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (n) /V (ANNA ANDERSSON) /F 4 /Rect [100 95 285 115] /AP << /N 7 0 R >> >>",
        stream(
          "/Tx BMC q BT /F1 12 Tf 2 5 Td (ANNA ANDERSSON) Tj ET Q EMC",
          "/Type /XObject /Subtype /Form /BBox [0 0 185 20] /Resources << /Font << /F1 5 0 R >> >>",
        ),
      ],
    },
    ["Namn:", "ANNA ANDERSSON"],
  ),
  one(
    "text typed on it",
    at(20, 100, "Dnr:"),
    {
      page: "/Annots [6 0 R]",
      objects: [
        "<< /Type /Annot /Subtype /FreeText /F 4 /Rect [100 95 285 115] /Contents (KS 2019/123) /AP << /N 7 0 R >> >>",
        stream(
          "BT /F1 12 Tf 2 5 Td (KS 2019/123) Tj ET",
          "/Type /XObject /Subtype /Form /BBox [0 0 185 20] /Resources << /Font << /F1 5 0 R >> >>",
        ),
      ],
    },
    ["Dnr:", "KS 2019/123"],
  ),
  one("a link with a border", at(20, 100, LINE), {
    page: "/Annots [<< /Type /Annot /Subtype /Link /Rect [18 96 200 116] >>]",
  }),
  one("a form in a form, turned and scaled", "/Fm Do", {
    resources: "/XObject << /Fm 6 0 R >>",
    objects: [
      stream(
        "q 2 0 0 2 10 10 cm /Fm Do Q",
        "/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /XObject << /Fm 7 0 R >> >>",
      ),
      stream(
        at(5, 40, LINE, 6),
        "/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Matrix [1 0 0 1 5 5] /Resources << /Font << /F1 5 0 R >> >>",
      ),
    ],
  }),
  one("a layer that is shown", `/OC /L BDC ${at(20, 100, LINE)} EMC`, {
    resources: "/Properties << /L 6 0 R >>",
    catalog: "/OCProperties << /OCGs [6 0 R] /D << >> >>",
    objects: ["<< /Type /OCG /Name (x) >>"],
  }),
];
