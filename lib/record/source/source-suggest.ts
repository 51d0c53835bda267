/**
 * Edges that the facts at hand speak for: who links whom, whose words stand in whose text, who publishes what. They are
 * suggestions to a person. Nothing here becomes an edge by itself, and what is not suggested may still be so.
 */
import { certainlyBefore, compareEdtf, type Edtf, edtf } from "../../core/edtf/edtf.ts";
import { type GraphEdge, leansOn, makerOf, type SourceEdgeKind, type SourceKind } from "./source.ts";
import { pageKey } from "./source-page.ts";
import { isPressAddress, publicationHost, widestHost } from "./source-suggest-address.ts";
import { namings } from "./source-suggest-names.ts";
import { runsOf, sharedRuns, wordsOf } from "./source-suggest-text.ts";

export interface SourceFacts {
  readonly id: string;
  readonly kind: SourceKind;
  /** What it is called: by the desk in each language, and by itself. */
  readonly titles: readonly string[];
  readonly url: string | null;
  readonly producerId: string | null;
  /** The publication, as the page names it. */
  readonly publisher: string | null;
  /** EDTF. */
  readonly made: string;
  /** Its own text, without menus and the like; empty when we hold no copy. */
  readonly text: string;
  /** Addresses that its own text links. */
  readonly links: readonly string[];
}

/** What speaks for an edge. */
export type SuggestionReason = "links-to" | "same-text" | "names-it" | "same-publisher" | "same-host";

export interface SuggestedEdge {
  readonly fromId: string;
  readonly toId: string;
  readonly kind: SourceEdgeKind;
  readonly reason: SuggestionReason;
  /** Over 0 to 1, to order them by: no probability. For the same text, the share of it when the dates show the way. */
  readonly strength: number;
}

/** A source with what is read off its facts once. */
export interface ReadFacts extends SourceFacts {
  readonly date: Edtf;
  readonly words: readonly string[];
  readonly runs: Uint32Array;
  /** The name of the publication as it compares; null where none is known, or it is a place where anybody publishes. */
  readonly publication: string | null;
  readonly host: string | null;
}

/**
 * @param edges - what is joined already, published or not: such pairs are left out, also when they are joined through others
 * @returns the strongest first; at most one for each pair and direction of dependence, and one for shared producers
 */
export function suggestEdges(sources: readonly SourceFacts[], edges: readonly GraphEdge[]): SuggestedEdge[] {
  const facts = sources.map(read).sort((a, b) => compareEdtf(a.date, b.date) || (a.id < b.id ? -1 : 1));
  const leans = leansOn(edges);
  const best = new Map<string, SuggestedEdge>();
  for (const edge of [...links(facts), ...sameText(facts), ...namings(facts)]) {
    const known = best.get(`${edge.fromId} ${edge.toId}`);
    if (!known || known.strength < edge.strength) best.set(`${edge.fromId} ${edge.toId}`, edge);
  }
  const dependence = [...best.values()].filter(
    ({ fromId, toId, strength }) =>
      !leans(fromId, toId) &&
      !leans(toId, fromId) &&
      (best.get(`${toId} ${fromId}`)?.strength ?? 0) <= strength,
  );
  return [...dependence, ...sharedProducers(facts, edges)].sort(
    (a, b) => b.strength - a.strength || (`${a.fromId} ${a.toId}` < `${b.fromId} ${b.toId}` ? -1 : 1),
  );
}

function read(source: SourceFacts): ReadFacts {
  const words = wordsOf(source.text);
  const host = publicationHost(source.url);
  const name = source.publisher === null ? "" : wordsOf(source.publisher).join(" ");
  return {
    ...source,
    date: edtf(source.made),
    words,
    runs: runsOf(words),
    host,
    // A page on somebody else's site is named after the site, not after who wrote it.
    publication: name.length < 3 || (source.url !== null && host === null) ? null : name,
  };
}

/** A page that another links. What did not exist yet cannot be what something rests on: such a link was put in later. */
function links(facts: readonly ReadFacts[]): SuggestedEdge[] {
  const at = Map.groupBy(facts, ({ url }) => (url === null ? null : pageKey(url)));
  return facts.flatMap((from) => {
    const pages = new Set(from.links.map((link) => pageKey(link)).filter((page) => page !== null));
    return [...pages]
      .flatMap((page) => at.get(page) ?? [])
      .filter((to) => to.id !== from.id && !certainlyBefore(from.date, to.date))
      .map((to) => {
        // A publication links its own pages to be read further, not only for what they are the ground of.
        const strength = from.host !== null && from.host === to.host ? 0.45 : 0.8;
        return { fromId: from.id, toId: to.id, kind: "based_on", reason: "links-to", strength } as const;
      });
  });
}

/** Shorter than this, words are shared by chance: a standing notice, a name with its title. */
const LEAST_SHARED = 20;
const LEAST_SHARE = 0.5;

/** Texts of which at least half of the shorter stands in the other: for each the one it most likely has it from. */
function sameText(facts: readonly ReadFacts[]): SuggestedEdge[] {
  const found = sharedRuns(
    facts.map(({ runs }) => runs),
    LEAST_SHARED,
  ).flatMap(({ a, b, shared }) => {
    const [one, other] = [facts[a], facts[b]];
    if (!one || !other) return [];
    const share = shared / Math.min(one.runs.length, other.runs.length);
    return share < LEAST_SHARE ? [] : [copying(one, other, shared, share)];
  });
  const strongest = new Map<string, SuggestedEdge>();
  for (const edge of found)
    if ((strongest.get(edge.fromId)?.strength ?? 0) < edge.strength) strongest.set(edge.fromId, edge);
  return [...strongest.values()];
}

const isRelease = ({ titles, text, url }: ReadFacts) =>
  isPressAddress(url) || /press-? ?(meddelande|release)/i.test(`${titles.join(" ")} ${text.slice(0, 200)}`);

const isDocument = ({ kind }: ReadFacts) => kind === "report" || kind === "analysis" || kind === "register";

/** Who has the words from whom. The dates say, where they can; else what the two are, and last which holds more. */
function copying(a: ReadFacts, b: ReadFacts, shared: number, share: number): SuggestedEdge {
  const dated = certainlyBefore(a.date, b.date) || certainlyBefore(b.date, a.date);
  const [to, from] = upstreamFirst(a, b);
  const ofDocument = isRelease(from) && isDocument(to) && !isRelease(to);
  return {
    fromId: from.id,
    toId: to.id,
    // Words that are less than half of the text they stand in are a quotation there.
    kind: ofDocument ? "press_release_of" : shared / from.runs.length < LEAST_SHARE ? "quotes" : "based_on",
    reason: "same-text",
    strength: Math.round(share * (dated ? 1 : 0.75) * 100) / 100,
  };
}

function upstreamFirst(a: ReadFacts, b: ReadFacts): [ReadFacts, ReadFacts] {
  if (certainlyBefore(a.date, b.date)) return [a, b];
  if (certainlyBefore(b.date, a.date)) return [b, a];
  if (isRelease(a) !== isRelease(b)) {
    const [release, other] = isRelease(a) ? [a, b] : [b, a];
    // A release is sent out about a document, and papers write from the release.
    return isDocument(other) ? [other, release] : [release, other];
  }
  const [short, long] = a.runs.length <= b.runs.length ? [a, b] : [b, a];
  return short.runs.length * 1.1 < long.runs.length ? [short, long] : [a, b];
}

/** Sources of one publication, each joined to the first of them: sharing a producer goes on from one to the next. */
function sharedProducers(facts: readonly ReadFacts[], edges: readonly GraphEdge[]): SuggestedEdge[] {
  const hosts = new Set(facts.flatMap(({ host }) => host ?? []));
  const names = Map.groupBy(facts, ({ publication }) => publication);
  const sites = Map.groupBy(facts, ({ host }) => host && widestHost(host, hosts));
  names.delete(null);
  sites.delete(null);
  const graph = { sources: facts.map((each) => ({ ...each, held: true })), edges: [...edges] };
  const found: SuggestedEdge[] = [];
  const joinAll = (group: readonly ReadFacts[], reason: SuggestionReason, strength: number) => {
    const [first, ...others] = group;
    const maker = makerOf(graph);
    const joined = new Set(first && [maker(first.id)]);
    for (const other of others) {
      if (!first || joined.has(maker(other.id))) continue;
      joined.add(maker(other.id));
      const edge = { fromId: other.id, toId: first.id, kind: "same_producer" } as const;
      graph.edges.push(edge);
      found.push({ ...edge, reason, strength });
    }
  };
  for (const group of names.values()) joinAll(group, "same-publisher", 0.7);
  for (const group of sites.values()) {
    // A site that goes by several names has several publications, and what goes by none may be of either.
    const called = new Set(group.flatMap(({ publication }) => publication ?? []));
    if (called.size <= 1) joinAll(group, "same-host", 0.6);
  }
  return found;
}
