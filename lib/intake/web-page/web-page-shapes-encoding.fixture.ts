/** Bytes: encodings, what is claimed about them, and what is no page. */
import {
  article,
  BRIDGE,
  html,
  paragraphs,
  type Shape,
  utf16,
  windows1252,
} from "./web-page-shapes.fixture.ts";

const TITLE = "Bron dröjer";
const FACTS = { title: TITLE, language: "sv" } as const;
const PAGE = html();
/** Without a word about its encoding. */
const SILENT = PAGE.replace(`<meta charset="utf-8">`, "");
const claiming = (charset: string) => PAGE.replace(`charset="utf-8"`, `charset="${charset}"`);
const asArticle = { kind: "article", facts: FACTS, main: [...BRIDGE] } as const;

const withMark = (text: string) => new TextEncoder().encode(`\ufeff${text}`);

export const ENCODINGS: readonly Shape[] = [
  {
    name: "UTF-8, said by header and page",
    body: PAGE,
    contentType: "text/html; charset=utf-8",
    charset: "UTF-8",
    ...asArticle,
  },
  { name: "UTF-8, said by nobody", body: SILENT, contentType: "text/html", charset: "UTF-8", ...asArticle },
  { name: "UTF-8 with a mark", body: withMark(SILENT), contentType: null, charset: "UTF-8", ...asArticle },
  {
    name: "UTF-8 with a mark, under a header that says Latin 1",
    body: withMark(PAGE),
    contentType: "text/html; charset=iso-8859-1",
    charset: "UTF-8",
    ...asArticle,
  },
  {
    name: "UTF-8 under a header that says Latin 1",
    body: PAGE,
    contentType: "text/html; charset=iso-8859-1",
    charset: "UTF-8",
    ...asArticle,
  },
  {
    name: "UTF-8 whose page says Latin 1",
    body: claiming("iso-8859-1"),
    contentType: "text/html",
    charset: "UTF-8",
    ...asArticle,
  },
  {
    name: "windows-1252, said by the header",
    body: windows1252(SILENT),
    contentType: "text/html; charset=windows-1252",
    charset: "windows-1252",
    ...asArticle,
  },
  {
    name: "windows-1252, said by the page",
    body: windows1252(claiming("windows-1252")),
    charset: "windows-1252",
    ...asArticle,
  },
  {
    name: "windows-1252, said by nobody",
    body: windows1252(SILENT),
    contentType: "text/html",
    charset: "windows-1252",
    ...asArticle,
  },
  {
    name: "windows-1252 under the name of Latin 1, with curly quotes",
    body: windows1252(
      html({
        body: article(TITLE, [
          ...BRIDGE,
          "”Det blir dyrt – kanske 3 € per meter”, står det i rapporten, som nämnden har läst.",
        ]),
      }).replace("utf-8", "iso-8859-1"),
    ),
    charset: "windows-1252",
    kind: "article",
    facts: FACTS,
    main: ["”Det blir dyrt – kanske 3 € per meter”"],
  },
  {
    name: "windows-1252 whose page says UTF-8",
    body: windows1252(PAGE),
    contentType: "text/html; charset=utf-8",
    charset: "windows-1252",
    ...asArticle,
  },
  {
    name: "UTF-8 with one stray byte",
    body: Buffer.concat([
      Buffer.from(PAGE.replace("</body>", "")),
      Buffer.from([0xe5]),
      Buffer.from("</body>"),
    ]),
    contentType: "text/html; charset=utf-8",
    charset: "UTF-8",
    ...asArticle,
  },
  {
    name: "UTF-8 cut off in the middle of a letter",
    body: Buffer.from(PAGE).subarray(0, Buffer.from(PAGE).lastIndexOf("ä") + 1),
    contentType: "text/html; charset=utf-8",
    charset: "UTF-8",
    kind: "article",
    facts: FACTS,
    main: [BRIDGE[0]],
  },
  {
    name: "iso-8859-1 in a quoted charset",
    body: windows1252(SILENT),
    contentType: `text/html; charset="ISO-8859-1"`,
    charset: "windows-1252",
    ...asArticle,
  },
  {
    name: "UTF-16, little end first, with a mark",
    body: utf16(SILENT, "le", true),
    contentType: "text/html",
    charset: "UTF-16LE",
    ...asArticle,
  },
  {
    name: "UTF-16, big end first, with a mark",
    body: utf16(SILENT, "be", true),
    contentType: null,
    charset: "UTF-16BE",
    ...asArticle,
  },
  {
    name: "UTF-16 without a mark",
    body: utf16(SILENT, "le", false),
    contentType: "text/html",
    charset: "UTF-16LE",
    ...asArticle,
  },
  {
    name: "UTF-16 said by the header, and true",
    body: utf16(SILENT, "be", false),
    contentType: "text/html; charset=utf-16be",
    charset: "UTF-16BE",
    ...asArticle,
  },
  {
    name: "UTF-8 whose page says UTF-16",
    body: claiming("utf-16"),
    contentType: "text/html",
    charset: "UTF-8",
    ...asArticle,
  },
  {
    name: "windows-1252 under a header that says UTF-16",
    body: windows1252(SILENT),
    contentType: "text/html; charset=utf-16",
    charset: "windows-1252",
    ...asArticle,
  },
  {
    name: "UTF-7 is read as what it is in bytes",
    body: html({
      title: TITLE.replace("ö", "o"),
      body: `<main><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>${paragraphs()}</main>`,
    }).replace("utf-8", "utf-7"),
    contentType: "text/html; charset=utf-7",
    charset: "UTF-8",
    facts: { title: "Bron drojer", language: "sv" },
    seen: ["+ADw-script+AD4-"],
  },
  {
    name: "a charset that nobody has heard of",
    body: PAGE,
    contentType: "text/html; charset=x-exempel",
    charset: "UTF-8",
    ...asArticle,
  },
  {
    name: "an encoding that browsers refuse",
    body: SILENT,
    contentType: "text/html; charset=iso-2022-kr",
    charset: "UTF-8",
    ...asArticle,
  },
  {
    name: "Shift_JIS",
    body: Buffer.concat([
      Buffer.from(`<!doctype html><html lang="ja"><head><meta charset="Shift_JIS"><title>`),
      Buffer.from([0x8b, 0xb4]),
      Buffer.from("</title><p>"),
      Buffer.from([0x8b, 0xb4, 0x82, 0xcd]),
      Buffer.from("</p>"),
    ]),
    charset: "Shift_JIS",
    facts: { title: "橋", language: "ja" },
    main: ["橋は"],
  },
  {
    name: "letters as character references",
    body: html({
      title: "Bron dr&ouml;jer",
      body: article(
        "Bron dr&#246;jer",
        BRIDGE.map((text) =>
          text.replaceAll("å", "&aring;").replaceAll("ä", "&#xe4;").replaceAll("ö", "&ouml;"),
        ),
      ),
    }),
    contentType: "text/html",
    charset: "UTF-8",
    ...asArticle,
  },
  {
    name: "nothing but ASCII",
    body: html({ title: "Bron", body: `<main><p>Bron klar.</p></main>` }),
    contentType: "text/html; charset=us-ascii",
    charset: "UTF-8",
    facts: { title: "Bron", language: "sv" },
  },
  {
    name: "plain text",
    body: `${BRIDGE[0]}\r\n\r\n${BRIDGE[1].replace(". ", ".\r\n")}`,
    contentType: "text/plain; charset=utf-8",
    charset: "UTF-8",
    main: [`${BRIDGE[0]}\n\n${BRIDGE[1]}`],
  },
  {
    name: "plain text in windows-1252 with markup in it",
    body: windows1252(`<b>${BRIDGE[0]}</b>`),
    contentType: "text/plain",
    charset: "windows-1252",
    main: [`<b>${BRIDGE[0]}</b>`],
  },
  {
    name: "text without a media type",
    body: BRIDGE[0],
    contentType: null,
    charset: "UTF-8",
    main: [BRIDGE[0]],
  },
  { name: "HTML without a media type", body: PAGE, contentType: null, charset: "UTF-8", ...asArticle },
  { name: "empty plain text", body: " \n ", contentType: "text/plain", kind: "empty", charset: "UTF-8" },
  {
    name: "PDF that is called a page",
    body: "%PDF-1.7\n%âãÏÓ\n1 0 obj",
    contentType: "text/html",
    kind: "not-html",
    charset: null,
  },
  {
    name: "picture that is called a page",
    body: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13),
    contentType: "text/html",
    kind: "not-html",
    charset: null,
  },
  {
    name: "archive without a media type",
    body: Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0),
    contentType: null,
    kind: "not-html",
    charset: null,
  },
  {
    name: "JSON",
    body: `{"title":"Bron"}`,
    contentType: "application/json",
    kind: "not-html",
    charset: null,
  },
  {
    name: "SVG",
    body: `<svg xmlns="http://www.w3.org/2000/svg"><title>Bron</title></svg>`,
    contentType: "image/svg+xml",
    kind: "not-html",
    charset: null,
  },
  {
    name: "RSS",
    body: `<?xml version="1.0"?><rss><channel><title>Bron</title></channel></rss>`,
    contentType: "application/rss+xml",
    kind: "not-html",
    charset: null,
  },
  {
    name: "bytes without a media type",
    body: Uint8Array.from({ length: 300 }, (_, at) => (at * 7) % 256),
    contentType: null,
    kind: "not-html",
    charset: null,
  },
];
