/**
 * What a page says of itself as JSON-LD with the words of schema.org. Only nodes that are this page or its article are
 * heard: pages carry nodes of other articles too (lists, teasers, what is "related"), and those must not lend it a date.
 */
import { collapsed, comparable, MAX_FACT, webAddress } from "./web-page.ts";

type Node = Readonly<Record<string, unknown>>;

/** What the rest of the page says it is: by this a node is known to be about it. */
export interface PageIdentity {
  readonly addresses: readonly string[];
  readonly headlines: readonly string[];
}

/** Every value that the nodes give, in order; two different ones contradict each other. */
export interface LinkedFacts {
  readonly headlines: readonly string[];
  readonly authors: readonly string[];
  readonly publishers: readonly string[];
  readonly published: readonly string[];
  readonly modified: readonly string[];
  readonly languages: readonly string[];
  readonly addresses: readonly string[];
  readonly isArticle: boolean;
  /** schema.org/isAccessibleForFree: null when nothing is said. */
  readonly free: boolean | null;
}

const ARTICLES =
  /^(?:Article|NewsArticle|(?:Analysis|AskPublic|Background|Opinion|Reportage|Review)NewsArticle|AdvertiserContentArticle|BlogPosting|LiveBlogPosting|Report|SatiricalArticle|ScholarlyArticle|MedicalScholarlyArticle|TechArticle|SocialMediaPosting|DiscussionForumPosting)$/;
const PAGES = /^(?:WebPage|ItemPage|AboutPage|ContactPage|FAQPage|QAPage|MedicalWebPage)$/;

const LIMITS = { scripts: 60, characters: 2_000_000, nodes: 3_000, depth: 6 };

/** Own keys only: a page may well send "__proto__" or "constructor". */
const get = (node: Node, key: string): unknown => (Object.hasOwn(node, key) ? node[key] : undefined);

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.slice(0, 50) : value === undefined || value === null ? [] : [value];

/**
 * What content systems wrap around JSON is taken off, and line breaks inside of strings (not JSON, RFC 8259 §7, yet
 * common) become spaces. Anything else that is broken stays broken: a guess at a date would be ours.
 */
function parsed(script: string): unknown {
  const bare = script
    .replace(/^\uFEFF/, "")
    .replace(/^\s*(?:\/\/)?\s*(?:<!--|<!\[CDATA\[)/, "")
    .replace(/(?:\/\/)?\s*(?:-->|\]\]>)\s*$/, "")
    .replace(/;\s*$/, "");
  try {
    return JSON.parse(bare);
  } catch {
    try {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
      return JSON.parse(bare.replace(/[\u0000-\u001f]+/g, " "));
    } catch {
      return null;
    }
  }
}

const typesOf = (node: Node): readonly string[] =>
  listOf(get(node, "@type"))
    .filter((type) => typeof type === "string")
    .map((type) => type.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, ""));

/** Nodes that stand for the page or what it is mainly about: not those in lists, parts, comments or citations. */
function nodesIn(scripts: readonly string[]): readonly Node[] {
  const nodes: Node[] = [];
  const add = (value: unknown, depth: number) => {
    if (depth > LIMITS.depth) return;
    for (const one of Array.isArray(value) ? value : [value]) {
      if (!isNode(one) || nodes.length >= LIMITS.nodes) continue;
      nodes.push(one);
      for (const key of ["@graph", "mainEntity", "mainEntityOfPage"]) add(get(one, key), depth + 1);
    }
  };
  for (const script of scripts.slice(0, LIMITS.scripts))
    if (script.length <= LIMITS.characters) add(parsed(script), 0);
  return nodes;
}

export function linkedFacts(
  scripts: readonly string[],
  page: PageIdentity,
  resolved: (text: string) => string,
): LinkedFacts {
  const nodes = nodesIn(scripts);
  const byId = new Map(nodes.map((node) => [get(node, "@id"), node]));
  const whole = (value: unknown): unknown => {
    const id = isNode(value) && Object.keys(value).length === 1 ? get(value, "@id") : undefined;
    return typeof id === "string" ? (byId.get(id) ?? value) : value;
  };
  const textsOf = (value: unknown): readonly string[] =>
    listOf(value)
      .map((one) => (isNode(one) ? get(one, "@value") : one))
      .filter((one) => typeof one === "string")
      .map((one) => collapsed(resolved(one)))
      .filter((one) => one !== "" && one.length <= 4000);
  const namesOf = (value: unknown): readonly string[] =>
    listOf(value).flatMap((one) => {
      const node = whole(one);
      return isNode(node) ? textsOf(get(node, "name")).slice(0, 1) : textsOf(node);
    });

  const articles = ofThisPage(
    nodes.filter((node) => typesOf(node).some((type) => ARTICLES.test(type))),
    page,
    textsOf,
  );
  const pages = ofThisPage(
    nodes.filter((node) => typesOf(node).some((type) => PAGES.test(type))),
    page,
    textsOf,
  );
  // The article speaks of itself; the page around it only where the article is silent.
  const said = (read: (node: Node) => readonly string[]) => {
    const byArticle = articles.flatMap(read);
    return byArticle.length > 0 ? byArticle : pages.flatMap(read);
  };
  const field = (key: string) => said((node) => textsOf(get(node, key)).slice(0, 1));
  return {
    headlines: articles.flatMap((node) =>
      [...textsOf(get(node, "headline")), ...textsOf(get(node, "name"))].slice(0, 1),
    ),
    authors: articles.flatMap((node) => namesOf(get(node, "author")).slice(0, 6).join(", ") || []),
    publishers: said((node) => namesOf(get(node, "publisher")).slice(0, 1)),
    published: field("datePublished"),
    modified: field("dateModified"),
    languages: said((node) => {
      const [language] = listOf(get(node, "inLanguage"));
      return isNode(language) ? textsOf(get(language, "alternateName")) : textsOf(language);
    }),
    addresses: articles.flatMap((node) => addressesOf(node).slice(0, 1)),
    isArticle: articles.length > 0,
    free: freedomOf([...articles, ...pages]),
  };
}

/** Where a node says it can be read; an @id is only a name and may lie anywhere. */
function addressesOf(node: Node): readonly string[] {
  return [get(node, "url"), get(node, "mainEntityOfPage")]
    .map((value) => (isNode(value) ? (get(value, "@id") ?? get(value, "url")) : value))
    .flatMap((value) => (typeof value === "string" ? (webAddress(value) ?? []) : []));
}

/** The same page under another host, protocol, query or with "/amp": the path tells. */
const pathOf = (address: string): string =>
  (URL.parse(address)?.pathname ?? address)
    .toLowerCase()
    .replace(/\/(?:index\.\w+|amp)?\/?$/, "")
    .replace(/^\/amp(?=\/)/, "");

/**
 * Nodes that give this address or this headline. When none does: the only one there is, if it gives no address at all.
 */
function ofThisPage(
  nodes: readonly Node[],
  page: PageIdentity,
  textsOf: (value: unknown) => readonly string[],
): readonly Node[] {
  const paths = new Set(page.addresses.map(pathOf));
  const headlines = page.headlines.map(comparable).filter((line) => line.length > 0);
  const here = nodes.filter((node) => addressesOf(node).some((address) => paths.has(pathOf(address))));
  if (here.length > 0) return here;
  const called = nodes.filter((node) => {
    const own = [...textsOf(get(node, "headline")), ...textsOf(get(node, "name"))].map(comparable);
    return own.some((line) => line.length > 8 && headlines.some((other) => other.includes(line)));
  });
  if (called.length > 0) return called;
  const [only] = nodes;
  return only !== undefined && nodes.length === 1 && addressesOf(only).length === 0 ? [only] : [];
}

function freedomOf(nodes: readonly Node[]): boolean | null {
  const parts = nodes.flatMap((node) => [node, ...listOf(get(node, "hasPart")).filter(isNode)]);
  const said = parts.map((node) => get(node, "isAccessibleForFree")).filter((free) => free !== undefined);
  if (said.length === 0) return null;
  return !said.some((free) => free === false || /^(?:https?:\/\/schema\.org\/)?false$/i.test(String(free)));
}

/** Tags in a value are taken off: some systems put them into headlines. */
export const withoutTags = (text: string): string =>
  text.replace(/<\/?[a-z][^<>]*>/gi, "").slice(0, MAX_FACT * 10);
