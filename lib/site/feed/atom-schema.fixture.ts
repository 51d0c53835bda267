/** What RFC 4287 asks of a feed document, rule by rule, for as much of it as we write. */
import { JSDOM } from "jsdom";

const ATOM = "http://www.w3.org/2005/Atom";
const { DOMParser } = new JSDOM().window;

/** How often each element may stand in its parent (§4.1.1, §4.1.2, §3.2): at least and at most. */
const OFTEN: Readonly<Record<string, Readonly<Record<string, readonly [least: number, most: number]>>>> = {
  feed: {
    ...{
      id: [1, 1],
      title: [1, 1],
      updated: [1, 1],
      subtitle: [0, 1],
      rights: [0, 1],
      icon: [0, 1],
      logo: [0, 1],
    },
    ...{
      generator: [0, 1],
      author: [1, 9],
      category: [0, 9],
      contributor: [0, 9],
      link: [1, 99],
      entry: [0, 9999],
    },
  },
  entry: {
    ...{ id: [1, 1], title: [1, 1], updated: [1, 1], published: [0, 1], summary: [0, 1], content: [0, 1] },
    ...{
      source: [0, 1],
      rights: [0, 1],
      author: [0, 9],
      category: [0, 9],
      contributor: [0, 9],
      link: [0, 99],
    },
  },
  author: { name: [1, 1], uri: [0, 1], email: [0, 1] },
};

/** RFC 3339 with capitals (§3.3). */
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

const childrenOf = (element: Element) => [...element.children];

/** @returns each rule that is broken, in words; none: the document is a feed */
export function atomFaults(xml: string): string[] {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  const root = document.documentElement;
  if (root.namespaceURI !== ATOM || root.localName !== "feed")
    return [`no feed: ${root.textContent?.slice(0, 80)}`];
  const faults: string[] = [];
  const all = [root, ...root.querySelectorAll("*")];
  for (const element of all) {
    const name = element.localName;
    if (element.namespaceURI !== ATOM) faults.push(`foreign ${name}`);
    const rules = OFTEN[name];
    const children = childrenOf(element);
    if (!rules && children.length > 0) faults.push(`${name} has elements`);
    for (const child of rules ? children : [])
      if (!rules?.[child.localName]) faults.push(`${child.localName} in ${name}`);
    for (const [child, [least, most]] of Object.entries(rules ?? {})) {
      const count = children.filter((each) => each.localName === child).length;
      if (count < least || count > most) faults.push(`${count} ${child} in ${name}`);
    }
    const text = element.textContent ?? "";
    if ((name === "updated" || name === "published") && (!DATE.test(text) || Number.isNaN(Date.parse(text))))
      faults.push(`${name} is no date: ${text}`);
    if (["id", "uri", "icon"].includes(name) && !URL.canParse(text))
      faults.push(`${name} is no IRI: ${text}`);
    if (name === "link" && !URL.canParse(element.getAttribute("href") ?? ""))
      faults.push("link without address");
    if (name === "category" && !element.getAttribute("term")) faults.push("category without term");
    if (name === "entry" && !children.some((each) => each.localName === "content" || isAlternate(each)))
      faults.push("entry with neither content nor alternate");
    if (name === "feed" || name === "entry") faults.push(...doubled(children.filter(isAlternate)));
  }
  const ids = [...root.querySelectorAll("entry > id")].map(({ textContent }) => textContent);
  if (new Set(ids).size !== ids.length) faults.push("two entries with one id");
  if (!childrenOf(root).some((each) => each.getAttribute("rel") === "self")) faults.push("no link to itself");
  return faults;
}

const isAlternate = (element: Element) =>
  element.localName === "link" && (element.getAttribute("rel") ?? "alternate") === "alternate";

/** Of each type and language one alternate at most. */
function doubled(links: readonly Element[]): string[] {
  const keys = links.map((each) => `${each.getAttribute("type")} ${each.getAttribute("hreflang")}`);
  return keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `two alternates: ${key}`);
}
