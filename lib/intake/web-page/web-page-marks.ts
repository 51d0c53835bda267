/** What the marks in the text of a page say of it: microdata, time elements, lines under the headline. */
import { collapsed, comparable } from "./web-page.ts";
import { type DateSetting, datesSaid } from "./web-page-date.ts";
import type { Paragraph } from "./web-page-walk.ts";

const ARTICLE_ITEM = /(?:Article|BlogPosting|Report|WebPage|ItemPage)$/;
/** What lies in these is about something else: other articles, readers' comments, the site. */
const ELSEWHERE =
  "aside, nav, noscript, article article, li article, [itemprop=comment], .comment, .comments, .comments-area, #comments, .related, .sidebar";

/** Whether a mark stands in the article itself and, as microdata, belongs to it rather than to an item within. */
export function isOfThisPage(element: Element): boolean {
  if (element.closest(ELSEWHERE) !== null) return false;
  const item = element.parentElement?.closest("[itemscope]") ?? null;
  if (item !== null && !ARTICLE_ITEM.test(item.getAttribute("itemtype")?.trim() ?? "")) return false;
  const page = element.ownerDocument;
  return (
    element.localName === "meta" ||
    element.closest("article, main, [role=main]") !== null ||
    page.querySelector("article, main, [role=main]") === null
  );
}

/** Authors: by microdata, by rel=author, or in a line that begins with "Av". Several different ones are several values. */
export function markedAuthors(document: Document): readonly string[] {
  const marked = document.querySelectorAll("[itemprop~=author], a[rel~=author], .byline, .author-name");
  const names = [...marked].slice(0, 50).flatMap((element) => {
    if (element.localName === "meta" || element.closest("footer, li") !== null || !isOfThisPage(element))
      return [];
    const isMarked = element.matches("[itemprop~=author], [rel~=author]");
    const line = collapsed((element.querySelector("[itemprop~=name]") ?? element).textContent ?? "");
    const said = /^(?:av|by|text)\s*:?\s+(.+)$/i.exec(line)?.[1] ?? (isMarked ? line : "");
    return /^[\p{L}\p{M}'’. ,&-]{3,80}$/u.test(said) ? [said] : [];
  });
  return [...new Map(names.map((name) => [comparable(name), name])).values()];
}

/** Dates that the article itself carries: time elements that say what they are, and lines that begin so. */
export function dateMarks(
  document: Document,
  paragraphs: readonly Paragraph[],
  headings: readonly string[],
  dates: DateSetting,
): { readonly published: readonly string[]; readonly modified: readonly string[] } {
  const published: string[] = [];
  const modified: string[] = [];
  const times = document.querySelectorAll("time, [itemprop~=datePublished], [itemprop~=dateModified]");
  for (const time of [...times].slice(0, 500)) {
    if (time.localName === "meta" || time.closest("li, a, [hidden]") !== null || !isOfThisPage(time))
      continue;
    const name = `${time.getAttribute("itemprop") ?? ""} ${time.getAttribute("class") ?? ""}`;
    const value = time.getAttribute("datetime") ?? time.getAttribute("content") ?? time.textContent ?? "";
    if (/\bdateModified\b|\b(?:updated|modified)\b/i.test(name)) modified.push(value);
    else if (
      /\bdatePublished\b|\b(?:published|entry-date|pubdate)\b/i.test(name) ||
      time.hasAttribute("pubdate")
    )
      published.push(value);
  }
  const start = paragraphs.findIndex(({ text }) => headings.includes(collapsed(text)));
  for (const { text, place } of paragraphs.slice(Math.max(0, start))) {
    if (place.chrome || place.teaser || place.consent) continue;
    const said = datesSaid(text, dates);
    if (said.published !== null) published.push(said.published);
    if (said.modified !== null) modified.push(said.modified);
  }
  return { published, modified };
}
