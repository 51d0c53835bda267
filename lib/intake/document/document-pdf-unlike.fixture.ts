/** PDFs whose letters say something else than they show, and PDFs that only look as if they did, made here. */
import { sheet } from "./document-pdf-seen.fixture.ts";

const stream = (content: string) => ({ dict: "", data: Buffer.from(content, "latin1") });
const hex = (code: number, digits: number) => code.toString(16).padStart(digits, "0");

/** What each code of a font says it is (ISO 32000-2 §9.10.3). */
const says = (of: ReadonlyMap<number, string>) =>
  stream(
    [
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def",
      "1 begincodespacerange <00> <ff> endcodespacerange",
      `${of.size} beginbfchar`,
      ...[...of].map(([code, text]) => `<${hex(code, 2)}> <${hex(text.codePointAt(0) ?? 0, 4)}>`),
      "endbfchar endcmap CMapName currentdict /CMap defineresource pop end end",
    ].join("\n"),
  );

/** The codes of `drawn`, which say what stands at the same place of `said`. */
const saying = (drawn: string, said: string) =>
  says(new Map([...drawn].map((letter, at) => [letter.charCodeAt(0), said[at] ?? letter])));

const line = (font: string, text: string, y = 100, size = 14) =>
  `BT /${font} ${size} Tf 20 ${y} Td (${text}) Tj ET`;
const font = (more: string, name = "Helvetica") =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} ${more} >>`;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const moved = (by: number) => LETTERS.slice(by) + LETTERS.slice(0, by);

interface Case {
  readonly what: string;
  readonly make: () => Uint8Array;
  /** What is drawn, and what the letters say instead. */
  readonly drawn: string;
  readonly said: string;
}

const PLAIN = line("F1", "Ovrig text", 170);
const said = (
  drawn: string,
  instead: string,
  make: (drawn: string, said: string) => Parameters<typeof sheet>[0],
) => ({
  drawn,
  said: instead,
  make: () => sheet(make(drawn, instead)),
});

/** Outlines of letters, of 1,000 units. */
const OUTLINES: Readonly<Record<string, string>> = {
  L: "100 0 m 100 700 l 200 700 l 200 90 l 500 90 l 500 0 l f",
  T: "20 620 m 20 700 l 580 700 l 580 620 l 350 620 l 350 0 l 250 0 l 250 620 l f",
  H: "80 0 80 700 re 450 0 80 700 re 100 320 400 80 re f",
  E: "80 0 m 80 700 l 520 700 l 520 620 l 170 620 l 170 400 l 480 400 l 480 320 l 170 320 l 170 80 l 530 80 l 530 0 l f",
  O: "300 350 m 80 0 m 80 700 l 540 700 l 540 0 l h 170 80 m 450 80 l 450 620 l 170 620 l h f",
};
/** A font of drawings: what each letter says is the key, what it shows is the outline. */
const drawings = (of: Readonly<Record<string, string>>): Parameters<typeof sheet>[0]["objects"] => {
  const letters = Object.keys(of);
  const codes = letters.map((letter) => letter.charCodeAt(0));
  const [first, last] = [Math.min(...codes), Math.max(...codes)];
  const widths = Array.from({ length: last - first + 1 }, () => 640).join(" ");
  return [
    `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 700 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar ${first} /LastChar ${last} /Widths [${widths}] /Encoding << /Differences [${letters.map((letter) => `${letter.charCodeAt(0)} /${letter}`).join(" ")}] >> /CharProcs << ${letters.map((letter, at) => `/${letter} ${7 + at} 0 R`).join(" ")} >> /Resources << >> >>`,
    ...letters.map((letter) => stream(`640 0 0 0 640 700 d1 ${of[letter]}`)),
  ];
};

/** Letters that say something else than they show. */
export const LYING: readonly Case[] = [
  {
    what: "a map of what its codes say, moved by some",
    ...said("Tjansteman sade ja", "", (drawn) => ({
      content: `${PLAIN} ${line("F2", drawn)}`,
      resources: "/Font << /F1 5 0 R /F2 6 0 R >>",
      objects: [font("/Encoding /WinAnsiEncoding /ToUnicode 7 0 R"), saying(LETTERS, moved(11))],
    })),
    said: "EUly",
  },
  {
    what: "another order of its letters",
    ...said("HEMLIG", "KOMMUN", (drawn, instead) => ({
      content: `${PLAIN} ${line("F2", instead)}`,
      resources: "/Font << /F1 5 0 R /F2 6 0 R >>",
      objects: [
        font(
          `/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [${[...new Set(instead)].map((letter) => `${letter.charCodeAt(0)} /${drawn[instead.indexOf(letter)]}`).join(" ")}] >> /ToUnicode 7 0 R`,
        ),
        saying(LETTERS, LETTERS),
      ],
    })),
  },
  {
    what: "figures that are others",
    ...said("Summa 7 654 321 kr", "Summa 1 472 963 kr", (drawn) => ({
      content: `${PLAIN} ${line("F2", drawn)}`,
      resources: "/Font << /F1 5 0 R /F2 6 0 R >>",
      objects: [
        font("/Encoding /WinAnsiEncoding /ToUnicode 7 0 R", "Times-Roman"),
        saying("7654321", "1472963"),
      ],
    })),
  },
  {
    what: "drawings of other letters",
    ...said("HOTEL", "LETHO", (drawn, instead) => ({
      content: `${PLAIN} ${line("F2", instead, 100, 20)}`,
      resources: "/Font << /F1 5 0 R /F2 6 0 R >>",
      objects: drawings(
        Object.fromEntries([...instead].map((letter, at) => [letter, OUTLINES[drawn[at] ?? ""] ?? ""])),
      ),
    })),
  },
  {
    what: "drawings that are no letters",
    ...said("", "SVART", (_, instead) => ({
      content: `${PLAIN} ${line("F2", instead, 100, 20)}`,
      resources: "/Font << /F1 5 0 R /F2 6 0 R >>",
      objects: drawings(
        Object.fromEntries([...instead].map((letter) => [letter, "0 0 600 250 re 200 500 300 200 re f"])),
      ),
    })),
  },
  {
    what: "what is to be said instead",
    ...said("HEMLIG", "KOMMUN", (drawn, instead) => ({
      content: `${PLAIN} /Span << /ActualText (${instead}) >> BDC ${line("F1", drawn)} EMC`,
      page: "/Annots [6 0 R]",
      // What has no appearance cannot be drawn anew, so that the page is read as it came.
      objects: ["<< /Type /Annot /Subtype /Square /F 4 /Rect [200 10 290 30] >>"],
    })),
  },
];

/** Letters that say what they show, set in some way of their own. */
export const HONEST: readonly {
  readonly what: string;
  readonly make: () => Uint8Array;
  readonly words: string;
}[] = [
  ...["Helvetica", "Times-Roman", "Courier", "Helvetica-Bold", "Times-BoldItalic", "Courier-Oblique"].map(
    (name) => ({
      what: name,
      words: "Flygande backasiner soka hwila",
      make: () =>
        sheet({
          content: [14, 9, 7]
            .map((size, at) =>
              line("F2", "Flygande backasiner soka hwila pa mjuka tuvor 0123456789", 150 - at * 30, size),
            )
            .join(" "),
          box: "0 0 600 200",
          resources: "/Font << /F2 6 0 R >>",
          objects: [font("/Encoding /WinAnsiEncoding /ToUnicode 7 0 R", name), saying(LETTERS, LETTERS)],
        }),
    }),
  ),
  ...[
    ["upwards", "0 1 -1 0 100 20"],
    ["downwards", "0 -1 1 0 100 190"],
    ["upside down", "-1 0 0 -1 280 100"],
    ["slanted", "1 0 0.2 1 20 100"],
    ["narrow", "0.6 0 0 1 20 100"],
  ].map(([what, matrix]) => ({
    what: `set ${what}`,
    words: "Namn 6 och 9 uNZpd",
    make: () => sheet({ content: `BT /F1 14 Tf ${matrix} Tm (Namn 6 och 9 uNZpd) Tj ET` }),
  })),
  ...[90, 180, 270].map((turn) => ({
    what: `on a page turned by ${turn}`,
    words: "Namn 6 och 9 uNZpd",
    make: () => sheet({ content: line("F1", "Namn 6 och 9 uNZpd"), page: `/Rotate ${turn}` }),
  })),
  {
    what: "drawings of the letters that they say",
    words: "HOTEL",
    make: () =>
      sheet({
        content: line("F2", "HOTEL", 100, 20),
        resources: "/Font << /F1 5 0 R /F2 6 0 R >>",
        objects: drawings(OUTLINES),
      }),
  },
];

/** A word under a box, whose letters say that they are nothing that is read. */
export const NAMELESS: readonly { readonly what: string; readonly make: () => Uint8Array }[] = [
  ["spaces", "\u0020"],
  ["spaces that do not break", "\u00a0"],
  ["signs of no width", "\u200b"],
  ["signs of private use", "\ue000"],
  ["signs that are unknown", "\ufffd"],
  ["full stops", "."],
  ["hyphens", "-"],
  ["marks that stand on others", "\u0301"],
].map(([what = "", sign = ""]) => ({
  what,
  make: () =>
    sheet({
      content: `${PLAIN} ${line("F2", "HEMLIG")} 0 g 18 95 80 20 re f`,
      resources: "/Font << /F1 5 0 R /F2 6 0 R >>",
      objects: [
        font("/Encoding /WinAnsiEncoding /ToUnicode 7 0 R"),
        saying(LETTERS, sign.repeat(LETTERS.length)),
      ],
    }),
}));
