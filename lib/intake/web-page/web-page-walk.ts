/** The paragraphs of a page as a reader would see them, in the order of the document. */

import { WHITE_SPACE } from "./web-page.ts";

/** Which part of a page a paragraph lies in. */
export interface Place {
  readonly main: boolean;
  readonly article: boolean;
  /** Menus, heads, feet and side columns. */
  readonly chrome: boolean;
  /** A dialog about cookies, by the names that its makers give it. */
  readonly consent: boolean;
  /** A link around it, or an article inside another or in a list: about something else than this page. */
  readonly teaser: boolean;
}

export interface Paragraph {
  readonly text: string;
  /** The block that the text stands in. */
  readonly owner: Element;
  readonly place: Place;
  /** What it links to, as written. */
  readonly links: readonly string[];
}

const words = (list: string) => new Set(list.split(" "));

/** Never drawn, or drawn as something else than their content (HTML Standard §15.3.1). */
const UNSEEN = words(
  "area audio base basefont canvas datalist embed frame frameset head iframe img input link meta noembed noframes noscript object param rp script select source style svg template textarea title track video annotation annotation-xml",
);
const BLOCKS = words(
  "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main math menu nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp",
);
const KEEPS_LINES = words("pre listing xmp plaintext");

const HIDDEN_BY_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\s*(?:!important\s*)?(?:;|$)/i;

/** Elements as parsed have lower-case local names in every namespace that matters here. */
function isUnseen(element: Element): boolean {
  if (UNSEEN.has(element.localName)) return true;
  const hidden = element.getAttribute("hidden");
  if (hidden !== null && hidden.toLowerCase() !== "until-found") return true;
  if (element.localName === "dialog" && !element.hasAttribute("open")) return true;
  if (element.hasAttribute("popover")) return true;
  return HIDDEN_BY_STYLE.test(element.getAttribute("style") ?? "");
}

/** Ids and classes of the consent platforms in use here, and what home-made ones are called. */
const CONSENT_NAME =
  /(?:^|[\s_-])(?:onetrust|ot-sdk|didomi|sp_message|usercentrics|uc-(?:banner|overlay)|cybotcookiebot|cookiebot|cookieconsent|qc-cmp2?|cmp(?:box|wrapper)|cmp-container|gdpr-(?:banner|consent|modal)|cc-window|iubenda-cs|klaro|tarteaucitron|borlabs|truste|(?:cookie|consent|samtycke|kakor)s?[_-]?(?:consent|banner|notice|bar|dialog|modal|wall|overlay|popup|message|layer|dialogruta))/i;

/** A name like "has-cookie-banner" on what holds the whole page is not the dialog. */
function isConsentDialog(element: Element): boolean {
  const names = `${element.id} ${element.getAttribute("class") ?? ""}`;
  return (
    names.length < 1000 &&
    CONSENT_NAME.test(names) &&
    !/^(?:html|body|main|article)$/.test(element.localName) &&
    element.querySelector("main, article, [role=main]") === null
  );
}

interface Frame {
  readonly element: Element;
  readonly place: Place;
  readonly block: Element;
  readonly keepsLines: boolean;
  readonly inList: boolean;
  readonly link: string | null;
}

const CHROME = words("nav aside");
const CHROME_ROLES = words("navigation banner contentinfo complementary search menu menubar");

function frameOf(element: Element, outer: Frame): Frame {
  const name = element.localName;
  const role = element.getAttribute("role")?.toLowerCase() ?? "";
  const inside = outer.place.article || outer.place.main;
  const isArticle = name === "article";
  const href = name === "a" ? element.getAttribute("href") : null;
  return {
    element,
    block: BLOCKS.has(name) ? element : outer.block,
    keepsLines: outer.keepsLines || KEEPS_LINES.has(name),
    inList: outer.inList || name === "li",
    link: href ?? outer.link,
    place: {
      main: outer.place.main || name === "main" || role === "main",
      article: outer.place.article || isArticle,
      chrome:
        outer.place.chrome ||
        CHROME.has(name) ||
        CHROME_ROLES.has(role) ||
        (!inside && (name === "header" || name === "footer")),
      consent: outer.place.consent || isConsentDialog(element),
      teaser: outer.place.teaser || (isArticle && (outer.place.article || outer.inList)),
    },
  };
}

const SEEN = /[^\s\u00ad\u200b-\u200f\u2060\ufeff]/;

/** Collects what lies in one block until the next begins. */
class Gathering {
  readonly paragraphs: Paragraph[] = [];
  /** Joined at the end: looking at the end of a string that grows copies it each time. */
  #pieces: string[] = [];
  /** What the text ends with: its last character, as far as it is white space. */
  #tail: " " | "\n" | "" = "\n";
  #links: string[] = [];
  #unlinked = false;
  #frame: Frame | null = null;

  add(text: string, frame: Frame): void {
    let chunk = frame.keepsLines
      ? text.replace(/\r\n?/g, "\n").replace(/[ \t\f]+/g, " ")
      : text.replace(WHITE_SPACE, " ");
    if (this.#tail !== "") chunk = chunk.replace(/^ /, "");
    if (chunk === "") return;
    if (SEEN.test(chunk)) {
      this.#frame ??= frame;
      if (frame.link === null) this.#unlinked = true;
      else if (this.#links.at(-1) !== frame.link) this.#links.push(frame.link);
    }
    this.#pieces.push(chunk);
    this.#tail = chunk.endsWith(" ") ? " " : chunk.endsWith("\n") ? "\n" : "";
  }

  /** The second break in a row ends the paragraph. */
  breakLine(): void {
    if (this.#tail === "\n") this.end();
    else {
      this.#pieces.push("\n");
      this.#tail = "\n";
    }
  }

  end(): void {
    const frame = this.#frame;
    const text = this.#pieces.join("");
    const links = this.#links;
    const teaser = !this.#unlinked;
    this.#pieces = [];
    this.#tail = "\n";
    this.#links = [];
    this.#unlinked = false;
    this.#frame = null;
    if (frame === null) return;
    const place = teaser ? { ...frame.place, teaser } : frame.place;
    // Lines left empty in preformatted text part its paragraphs.
    for (const part of text.replace(/ *\n */g, "\n").split(/\n{2,}/)) {
      const line = part.replace(/^[ \n]+/, "").replace(/[ \n]$/, "");
      if (SEEN.test(line)) this.paragraphs.push({ text: line, owner: frame.block, place, links });
    }
  }
}

/** Walks without recursion: pages nest deeper than a stack is. */
export function paragraphsOf(root: Element): readonly Paragraph[] {
  const gathering = new Gathering();
  const place = { main: false, article: false, chrome: false, consent: false, teaser: false };
  const frames: Frame[] = [
    { element: root, block: root, keepsLines: false, inList: false, link: null, place },
  ];
  let node: Node | null = root.firstChild;
  while (node !== null || frames.length > 1) {
    const frame = frames.at(-1);
    if (frame === undefined) break;
    if (node === null) {
      frames.pop();
      if (BLOCKS.has(frame.element.localName)) gathering.end();
      node = frame.element.nextSibling;
      continue;
    }
    const here: Node = node;
    node = here.nextSibling;
    if (here.nodeType === 3 || here.nodeType === 4) gathering.add(here.nodeValue ?? "", frame);
    else if (isElement(here) && !isUnseen(here)) {
      if (here.localName === "br") gathering.breakLine();
      else {
        if (BLOCKS.has(here.localName)) gathering.end();
        frames.push(frameOf(here, frame));
        node = here.firstChild;
      }
    }
  }
  gathering.end();
  return gathering.paragraphs;
}

export const isElement = (node: Node): node is Element => node.nodeType === 1;
