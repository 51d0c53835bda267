/** Markup: old, broken, strange, huge and hostile. */
import { article, BRIDGE, FOOT, html, MENU, paragraphs, type Shape } from "./web-page-shapes.fixture.ts";

const TITLE = "Bron dröjer";
const FACTS = { title: TITLE, language: "sv" } as const;
const main = (more = "") => `<main><h1>${TITLE}</h1>${paragraphs()}${more}</main>`;
const filler = (n: number) => `Stycke ${n}: ${BRIDGE[n % 4]}`;

export const MARKUP: readonly Shape[] = [
  {
    name: "no title at all",
    body: html({ title: null, body: `<div>${paragraphs()}</div>` }),
    facts: { language: "sv" },
    main: [...BRIDGE],
  },
  {
    name: "a title in h1 alone",
    body: html({ title: null, body: main() }),
    facts: FACTS,
    from: { title: "html" },
  },
  {
    name: "an empty title",
    body: html({ title: "  ", body: `<div>${paragraphs()}</div>` }),
    facts: { language: "sv" },
  },
  {
    name: "a title of the wrong kind",
    body: html({ title: "Untitled Document", body: `<div>${paragraphs()}</div>` }),
    facts: { language: "sv" },
  },
  {
    name: "a title that is an address",
    body: html({ title: "https://www.exempelbladet.example/bron", body: `<div>${paragraphs()}</div>` }),
    facts: { language: "sv" },
  },
  {
    name: "two headlines of the first level",
    body: html({ title: null, body: `<main><h1>Bron</h1><h1>Skolan</h1>${paragraphs()}</main>` }),
    facts: { language: "sv" },
  },
  {
    name: "titles of pictures before the title",
    body: html({ title: null, body: `<svg><title>Meny</title><text>Ikon</text></svg>${main()}` }),
    facts: FACTS,
    unseen: ["Meny", "Ikon"],
  },
  {
    name: "titles of pictures and formulas beside the title",
    body: html({
      body: `<svg><title>Meny</title></svg><math><mi>x</mi><annotation encoding="t">hemlig</annotation></math>${main()}`,
    }),
    facts: FACTS,
    seen: ["x"],
    unseen: ["hemlig"],
  },
  {
    name: "a title with a script in it",
    body: html({ title: "Bron &lt;script&gt;alert(1)&lt;/script&gt;", body: `<div>${paragraphs()}</div>` }),
    facts: { title: "Bron <script>alert(1)</script>", language: "sv" },
  },
  { name: "tiny", body: "<p>Hej", facts: {}, main: ["Hej"] },
  { name: "nothing at all", body: "", kind: "empty" },
  { name: "white space alone", body: " \n\t ", contentType: "text/html", kind: "empty" },
  {
    name: "unclosed paragraphs, lists and cells",
    body: `<title>${TITLE}</title><html lang=sv><h1>${TITLE}</h1><p>${BRIDGE.join("<p>")}<ul><li>Ett<li>Två</ul><table><tr><td>a<td>b</table>`,
    facts: FACTS,
    main: [...BRIDGE],
    seen: ["Ett\n\nTvå", "a\n\nb"],
  },
  {
    name: "end tags in the wrong order",
    body: html({
      body: `<main><h1><b>${TITLE}</h1></b><div><p>${BRIDGE[0]}</div></p><p><i><b>${BRIDGE[1]}</i></b><p>${BRIDGE[2]}</main></div></div>`,
    }),
    facts: FACTS,
    main: [BRIDGE[0], BRIDGE[1], BRIDGE[2]],
  },
  {
    name: "no html, head or body",
    body: `<title>${TITLE}</title>${main()}`,
    facts: { title: TITLE, language: null },
    main: [...BRIDGE],
  },
  {
    name: "tables within tables, as in 1998",
    body: `<HTML><HEAD><TITLE>${TITLE}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><CENTER><TABLE WIDTH=600><TR><TD WIDTH=120><FONT SIZE=2><A HREF=a.htm>Hem</A><BR><A HREF=b.htm>Kontakt</A></FONT><TD><TABLE><TR><TD><TABLE><TR><TD><FONT FACE=Arial>${BRIDGE.join("<BR><BR>")}</FONT></TABLE></TABLE></TABLE></CENTER></BODY></HTML>`,
    facts: { title: TITLE },
    main: [...BRIDGE],
  },
  {
    name: "paragraphs parted by line breaks",
    body: html({ body: `<div class="text"><h1>${TITLE}</h1>${BRIDGE.join("<br><br>")}</div>` }),
    facts: FACTS,
    main: [BRIDGE.join("\n\n")],
  },
  {
    name: "single line breaks",
    body: html({
      body: `<main><h1>${TITLE}</h1>${paragraphs()}<p>Exempelgatan 1<br>\n 000 00 Exempelby</p></main>`,
    }),
    facts: FACTS,
    seen: ["Exempelgatan 1\n000 00 Exempelby"],
  },
  {
    name: "preformatted text",
    body: html({ body: main(`<pre>Rad  ett\nRad två\n\nNytt stycke</pre>`) }),
    facts: FACTS,
    seen: ["Rad ett\nRad två\n\nNytt stycke"],
  },
  {
    name: "text in the body itself",
    body: `<html lang="sv"><title>${TITLE}</title><body>${BRIDGE[0]}<p>${BRIDGE[1]}</p>${BRIDGE[2]}</body>`,
    facts: FACTS,
    main: [`${BRIDGE[0]}\n\n${BRIDGE[1]}\n\n${BRIDGE[2]}`],
  },
  {
    name: "XHTML with elements closed in their start tags",
    body: `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="sv"><head><title>${TITLE}</title><script src="a.js"/></head><body><a id="top"/><h1>${TITLE}</h1>${paragraphs()}<br/></body></html>`,
    contentType: "application/xhtml+xml",
    facts: FACTS,
    main: [...BRIDGE],
  },
  {
    name: "XHTML that is not well formed",
    body: `<html xmlns="http://www.w3.org/1999/xhtml" lang="sv"><title>${TITLE}</title><p>${BRIDGE.join("<p>")}`,
    contentType: "application/xhtml+xml; charset=utf-8",
    facts: FACTS,
    main: [...BRIDGE],
  },
  {
    name: "frames",
    body: `<html lang="sv"><head><title>${TITLE}</title></head><frameset cols="20%,80%"><frame src="m.htm"><frame src="i.htm"><noframes>Din läsare visar inga ramar.</noframes></frameset></html>`,
    kind: "empty",
    facts: FACTS,
    unseen: ["ramar"],
  },
  {
    name: "frames within frames within a page",
    body: html({
      body: `${`<iframe srcdoc="&lt;iframe srcdoc=hemlig&gt;" src="https://annan.example/">reserv</iframe>`.repeat(200)}${main()}`,
    }),
    facts: FACTS,
    main: [...BRIDGE],
    unseen: ["reserv", "hemlig"],
  },
  {
    name: "scripts and style sheets between the paragraphs",
    body: html({
      body: `<main><h1>${TITLE}</h1>${BRIDGE.map((text) => `<p>${text}</p><script>var a = "<p>dold</p>";</script><style>p{color:red}</style>`).join("")}</main>`,
    }),
    facts: FACTS,
    main: [...BRIDGE],
    unseen: ["dold", "color"],
  },
  {
    name: "comments and conditional comments",
    body: html({ body: main(`<!-- <p>bortkommenterat</p> --><!--[if IE]><p>gammalt</p><![endif]-->`) }),
    facts: FACTS,
    unseen: ["bortkommenterat", "gammalt"],
  },
  {
    name: "templates and noscript",
    body: html({ body: main(`<template><p>mall</p></template><noscript><p>utan skript</p></noscript>`) }),
    facts: FACTS,
    unseen: ["mall", "utan skript"],
  },
  {
    name: "hidden elements",
    body: html({
      body: main(
        `<p hidden>ett</p><p style="color:red; DISPLAY : none">två</p><p style="visibility:hidden">tre</p><dialog>fyra</dialog><div popover>fem</div><p hidden="until-found">sex finns</p><p style="display:none-such">sju finns</p>`,
      ),
    }),
    facts: FACTS,
    seen: ["sex finns", "sju finns"],
    unseen: ["ett", "två", "tre", "fyra", "fem"].map((word) => `\n\n${word}\n`),
  },
  {
    name: "forms: what can be chosen is not read",
    body: html({
      body: main(
        `<form><label>Namn</label><input value="ifyllt"><select><option>Val ett</option></select><textarea>skrivet</textarea><button>Skicka</button></form>`,
      ),
    }),
    facts: FACTS,
    seen: ["Skicka"],
    unseen: ["ifyllt", "Val ett", "skrivet"],
  },
  {
    name: "soft hyphens and non-breaking spaces stay",
    body: html({
      body: article(TITLE, [
        `${BRIDGE[0]} Arbetsmark\u00adnads\u00adnämnden fick 3\u00a0000\u00a0kronor.`,
        BRIDGE[1],
      ]),
    }),
    kind: "article",
    facts: FACTS,
    main: ["Arbetsmark\u00adnads\u00adnämnden fick 3\u00a0000\u00a0kronor."],
  },
  {
    name: "soft hyphens as references",
    body: html({ body: article(TITLE, [`${BRIDGE[0]} Arbets&shy;marknad&nbsp;2`, BRIDGE[1]]) }),
    kind: "article",
    facts: FACTS,
    main: ["Arbets\u00admarknad\u00a02"],
  },
  {
    name: "decomposed letters stay decomposed",
    body: html({
      title: TITLE.normalize("NFD"),
      body: article(
        TITLE.normalize("NFD"),
        BRIDGE.map((text) => text.normalize("NFD")),
      ),
    }),
    kind: "article",
    facts: { title: TITLE.normalize("NFD"), language: "sv" },
    main: [BRIDGE[0].normalize("NFD")],
  },
  {
    name: "emoji and characters beyond the first plane",
    body: html({
      title: "Bron 🌉 dröjer",
      body: article("Bron 🌉 dröjer", [`${BRIDGE[0]} 👩‍👩‍👧 𝒳`, BRIDGE[1]]),
    }),
    kind: "article",
    facts: { title: "Bron 🌉 dröjer", language: "sv" },
    main: ["👩‍👩‍👧 𝒳"],
  },
  {
    name: "Arabic, right to left",
    body: html({
      lang: "ar",
      title: "الجسر يتأخر",
      body: `<main dir="rtl"><h1>الجسر يتأخر</h1><p>${"لن يفتح الجسر قبل الربيع القادم. ".repeat(8)}</p></main>`,
    }),
    facts: { title: "الجسر يتأخر", language: "ar" },
    main: ["لن يفتح الجسر"],
  },
  {
    name: "Chinese without spaces",
    body: html({
      lang: "zh-hans",
      title: "桥梁推迟开放",
      body: `<main><h1>桥梁推迟开放</h1><p>${"新桥要到明年春天才能开放，费用也会更高。".repeat(12)}</p></main>`,
    }),
    facts: { title: "桥梁推迟开放", language: "zh-Hans" },
    main: ["新桥要到明年春天"],
  },
  {
    name: "passages broken by inline elements",
    body: html({
      body: article(TITLE, [
        `Bron <b>öpp</b>nar <em>inte</em><wbr> förrän <a href="/v">nästa</a> vår<sup>1</sup>. ${BRIDGE[0]}`,
        BRIDGE[1],
      ]),
    }),
    kind: "article",
    facts: FACTS,
    main: ["Bron öppnar inte förrän nästa vår1. "],
  },
  {
    name: "markup that changes when it is read twice",
    body: html({
      body: main(
        `<p>Före</p><noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript><svg><p><style><a id="</style><img src=x>"></svg><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1&gt;">`,
      ),
    }),
    facts: FACTS,
    main: [...BRIDGE],
    seen: ["Före"],
  },
  {
    name: "text areas and raw text that hold markup",
    body: html({ body: main(`<xmp><b>rå</b></xmp><p>Efter</p>`) }),
    facts: FACTS,
    seen: ["<b>rå</b>", "Efter"],
  },
  {
    name: "plaintext, which never ends",
    body: `<html lang="sv"><title>${TITLE}</title><p>${BRIDGE[0]}</p><plaintext><p>resten</p></html>`,
    facts: FACTS,
    seen: ["<p>resten</p></html>"],
  },
  {
    name: "attributes named as properties of objects",
    body: html({
      body: `<form><input name="parentNode"><input name="textContent"><input name="attributes"></form><p id="body" name="title" constructor="x" __proto__="y">Hej</p>${main()}`,
    }),
    facts: FACTS,
    main: [...BRIDGE],
  },
  {
    name: "an element with a thousand attributes",
    body: html({
      body: `<p ${Array.from({ length: 1000 }, (_, n) => `a${n}=1`).join(" ")}>Hej</p>${main()}`,
    }),
    flattened: true,
    facts: FACTS,
    main: [...BRIDGE],
    seen: ["Hej"],
  },
  {
    name: "nested 400 deep",
    body: html({ body: `${"<div>".repeat(400)}${paragraphs()}${"</div>".repeat(400)}` }),
    facts: FACTS,
    main: [...BRIDGE],
  },
  {
    name: "nested 100,000 deep",
    body: html({ body: `${"<div>".repeat(100_000)}${paragraphs()}` }),
    flattened: true,
    facts: FACTS,
    main: [...BRIDGE],
  },
  {
    name: "formatting that is opened and never closed",
    body: html({
      body: `<p>${Array.from({ length: 100 }, (_, n) => `<b id=${n}>`).join("")}</p>${"<p>x".repeat(10_000)}${paragraphs()}`,
    }),
    flattened: true,
    facts: FACTS,
    main: [...BRIDGE],
  },
  {
    name: "100,000 elements",
    body: html({
      title: `${TITLE} &amp; mer`,
      head: `<meta property="og:site_name" content="Exempelbladet">`,
      body: `<script>if (a < b) "</div>"</script><h1>Rubrik</h1>${Array.from({ length: 100_000 }, (_, n) => `<i>${n % 1000}</i> `).join("")}<noscript>utan</noscript>${paragraphs()}`,
    }),
    flattened: true,
    facts: { title: `${TITLE} & mer`, publisher: "Exempelbladet", language: "sv" },
    main: ["Rubrik\n\n0 1 2", ...BRIDGE],
    unseen: ["utan", "a < b"],
  },
  {
    name: "5 MB of text",
    body: html({
      body: `${MENU}<main><h1>${TITLE}</h1>${Array.from({ length: 700 }, (_, n) => `<p>${`${filler(n)} `.repeat(40)}</p>`).join("")}</main>${FOOT}`,
    }),
    facts: FACTS,
    main: ["Stycke 0: Bron", "Stycke 699:"],
    notMain: ["Barn och skola"],
  },
  {
    name: "more than is read",
    body: html({
      body: `<main><h1>${TITLE}</h1>${paragraphs()}</main><!--${"x".repeat(11 * 1024 * 1024)}--><p>sist</p>`,
    }),
    truncated: true,
    facts: FACTS,
    main: [...BRIDGE],
    unseen: ["sist"],
  },
  {
    name: "a picture of a megabyte in an address",
    body: html({ body: main(`<img src="data:image/png;base64,${"A".repeat(1_000_000)}">`) }),
    facts: FACTS,
    main: [...BRIDGE],
  },
  {
    name: "menus larger than the text",
    body: html({
      body: `<nav>${Array.from({ length: 300 }, (_, n) => `<a href="/${n}">Sida ${n}</a> `).join("")}</nav><h1>${TITLE}</h1><div class="content">${paragraphs()}</div>`,
    }),
    facts: FACTS,
    main: [...BRIDGE],
    notMain: ["Sida 12"],
    seen: ["Sida 12"],
  },
  {
    name: "a headline that links to its own page",
    body: html({ body: `<article><h1><a href="#">${TITLE}</a></h1>${paragraphs()}</article>` }),
    kind: "article",
    facts: FACTS,
    main: [`${TITLE}\n\n${BRIDGE[0]}`],
  },
  {
    name: "hits in a page of only links",
    body: html({
      title: "Länkar",
      body: `<ul>${Array.from({ length: 600 }, (_, n) => `<li><a href="/l/${n}">Länk nummer ${n} till något annat</a></li>`).join("")}</ul>`,
    }),
    facts: { title: "Länkar", language: "sv" },
    seen: ["Länk nummer 599"],
  },
];
