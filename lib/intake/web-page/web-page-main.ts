/**
 * Which paragraphs are the main text. Readability (Firefox's reader view) chooses; the words are always the page's own:
 * what it returns has been unwrapped, joined and parsed again, so it is only asked which blocks it kept, and the text
 * is taken from the page as it was. A passage that runs over something it dropped would otherwise be "found".
 */
import { Readability } from "@mozilla/readability";
import { collapsed, comparable } from "./web-page.ts";
import { isElement, type Paragraph } from "./web-page-walk.ts";

const MARK = "belagt-mark-";
/** Above this Readability takes more memory than a child has; menus and frames are then left out by their elements alone. */
const MAX_ELEMENTS = 12_000;
/** UTF-16 units: it compares and splits the whole text several times. */
const MAX_TEXT = 3_000_000;
/** UTF-16 units. A choice that is shorter is not believed; pages of a few such are not worth choosing from. */
const TOO_LITTLE = 140;
const FEW = 4 * TOO_LITTLE;

const MAX_VALUE = 2_000;

const lengthOf = (paragraphs: readonly Paragraph[]) =>
  paragraphs.reduce((sum, { text }) => sum + text.length, 0);

/** Changes the document: nothing may be read from it afterwards. */
export function mainOf(document: Document, paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const seen = paragraphs.filter(({ place }) => !place.consent);
  const own = seen.filter(({ place }) => !place.chrome);
  const part = inMain(own, own);
  const main = lengthOf(part) < FEW || lengthOf(seen) > MAX_TEXT ? part : inMain(chosen(document, seen), own);
  const believed = lengthOf(main) < Math.min(TOO_LITTLE, lengthOf(part)) ? part : main;
  return withHeadline(believed.length > 0 ? believed : seen, own, seen);
}

/** Within <main>, or the one <article>, when the page has it and most of what was chosen lies there. */
function inMain(kept: readonly Paragraph[], own: readonly Paragraph[]): readonly Paragraph[] {
  const bare = kept.filter(({ place }) => !place.chrome);
  const rest = bare.length > 0 ? bare : kept;
  for (const part of ["main", "article"] as const) {
    const inside = rest.filter(({ place }) => place[part]);
    const all = own.filter(({ place }) => place[part]);
    if (all.length > 0 && lengthOf(inside) >= lengthOf(rest) / 2) return inside;
  }
  return rest;
}

/** The headline is part of what can be quoted, and Readability leaves it out. */
function withHeadline(
  main: readonly Paragraph[],
  own: readonly Paragraph[],
  seen: readonly Paragraph[],
): readonly Paragraph[] {
  const headings = own.filter(({ owner }) => owner.localName === "h1");
  const [heading] = headings;
  if (heading === undefined || headings.some(({ text }) => comparable(text) !== comparable(heading.text)))
    return main;
  const kept = new Set([...main, heading]);
  return seen.filter((paragraph) => kept.has(paragraph));
}

/** Those whose block is still there after Readability has been over the page. */
function chosen(document: Document, paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const marks = new Map<Element, string>();
  for (const { owner } of paragraphs) {
    if (marks.has(owner) || owner.localName === "body") continue;
    const mark = `${MARK}${marks.size}`;
    marks.set(owner, mark);
    // A name of its own for each: when Readability makes one block of two, the attributes of both stay.
    owner.setAttribute(mark, "");
  }
  withoutLongValues(document);
  const content = keptBy(document);
  if (content === null) return [];
  const left = new Set<string>();
  for (const element of [content, ...content.getElementsByTagName("*")])
    for (const name of element.getAttributeNames()) if (name.startsWith(MARK)) left.add(name);
  const text = collapsed(content.textContent ?? "");
  let at = 0;
  return paragraphs.filter((paragraph) => {
    const mark = marks.get(paragraph.owner);
    if (mark !== undefined) return left.has(mark);
    // Text that lies in the body itself has no block that could be marked.
    const found = text.indexOf(collapsed(paragraph.text), at);
    if (found >= 0) at = found + 1;
    return found >= 0;
  });
}

/** Pictures written into the page, and worse: Readability looks for addresses in every value, by expressions that look far. */
function withoutLongValues(document: Document): void {
  for (const element of document.getElementsByTagName("*"))
    for (const { name, value } of [...element.attributes])
      if (value.length > MAX_VALUE) element.removeAttribute(name);
}

/** Readability recurses and is written for pages that mean well: when it gives up, so do we. */
function keptBy(document: Document): Element | null {
  try {
    const reader = new Readability<Element | null>(document, {
      disableJSONLD: true,
      maxElemsToParse: MAX_ELEMENTS,
      charThreshold: 250,
      serializer: (node) => (isElement(node) ? node : null),
    });
    return reader.parse()?.content ?? null;
  } catch {
    return null;
  }
}
