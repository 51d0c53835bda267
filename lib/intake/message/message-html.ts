import { JSDOM } from "jsdom";

/** What an HTML part says, as text. */
export interface HtmlText {
  readonly text: string;
  /** Something in it is marked as not to be seen. It is left out of the text. */
  readonly hidden: boolean;
  /** There was more than is read. */
  readonly cut: boolean;
}

/** Characters. A tree of HTML takes a hundred times its memory. */
const MOST_HTML = 500_000;
/** Building a tree takes time by the square of its depth. No letter is as deep as this. */
const DEEPEST = 500;

const NEVER_SHOWN = new Set(["head", "script", "style", "template", "noscript", "title", "object", "iframe"]);
const ON_LINES_OF_THEIR_OWN = new Set(
  "address article aside blockquote body dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul".split(
    " ",
  ),
);
const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;

/**
 * The text of an HTML part, for a message that has no plain one. The markup is read into a tree and never drawn: no
 * script runs and nothing is fetched (jsdom does neither unless it is told to). Without style sheets it cannot be known
 * for certain what a mail program would have shown; what is hidden in so many words is left out, and said to be.
 */
export function textOfHtml(html: string): HtmlText {
  const read = shallow(html.slice(0, MOST_HTML));
  const { document, Node, Element } = new JSDOM(read).window;
  const pieces: string[] = [];
  let hidden = false;

  // A list of what remains rather than recursion: a hostile message nests deeper than the stack is high.
  const rest: (Node | string)[] = [document.documentElement];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next === "string") {
      pieces.push(next);
    } else if (next.nodeType === Node.TEXT_NODE) {
      const preformatted = next.parentElement?.localName === "pre";
      const text = next.nodeValue ?? "";
      pieces.push(preformatted ? text : text.replace(/[ \t\r\n]+/g, " "));
    } else if (next instanceof Element) {
      const name = next.localName;
      if (NEVER_SHOWN.has(name)) continue;
      if (next.hasAttribute("hidden") || HIDING.test(next.getAttribute("style") ?? "")) {
        hidden ||= (next.textContent ?? "").trim() !== "";
        continue;
      }
      if (name === "br") pieces.push("\n");
      const line = name === "p" ? "\n\n" : ON_LINES_OF_THEIR_OWN.has(name) ? "\n" : "";
      pieces.push(line);
      rest.push(name === "td" || name === "th" ? " " : line);
      for (let child = next.lastChild; child; child = child.previousSibling) rest.push(child);
    }
  }
  return { text: tidied(pieces.join("")), hidden, cut: read.length < html.length };
}

const tidied = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

const NEVER_DEEPENS = new Set(
  "area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option tbody thead tfoot".split(
    " ",
  ),
);

/** The HTML up to where it nests too deep. Elements whose end need not be written are not counted. */
function shallow(html: string): string {
  let depth = 0;
  for (const { 1: end, 2: name = "", index } of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (NEVER_DEEPENS.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (end ? -1 : 1));
    if (depth > DEEPEST) return html.slice(0, index);
  }
  return html;
}
