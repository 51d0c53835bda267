/**
 * Sources depend on each other. Independence is computed from that graph, never asserted.
 *
 * A *root* of a passage is the furthest source upstream that we hold a copy of: a document we have only read about
 * cannot be a root, since everything we know of it came through the one that told us. Roots that one party produced
 * count as one, and so do roots that are said to share their producer. Sources that are the same page, the same bytes or
 * the same text (source-same.ts) are one document, whatever has been entered: each leans on the others. A passage that
 * reports a document rests on it, and so its source does, whether or not somebody has said so of the two.
 */
export type SourceKind = "article" | "email" | "report" | "analysis" | "register" | "statement" | "other";
/**
 * - `based_on`, `quotes`, `press_release_of`: what one source says comes from the other.
 * - `attached_to`: an attachment, and the message it came with. It has reached us through the message.
 * - `same_producer`: says nothing of who leans on whom, and so has no direction. The two come from one producer, though
 *   they were entered as made by different parties, or by nobody known.
 */
export type SourceEdgeKind = "based_on" | "quotes" | "press_release_of" | "attached_to" | "same_producer";

/** Whether what one source says has come through the other: then the other is upstream of it. */
export const isDependence = (kind: SourceEdgeKind): boolean => kind !== "same_producer";

export interface GraphSource {
  readonly id: string;
  readonly producerId: string | null;
  /** We hold a copy: it has a snapshot. */
  readonly held: boolean;
}

export interface GraphEdge {
  readonly fromId: string;
  readonly toId: string;
  readonly kind: SourceEdgeKind;
}

export interface SourceGraph {
  readonly sources: readonly GraphSource[];
  readonly edges: readonly GraphEdge[];
  /** Groups of sources that are one document. */
  readonly same?: readonly (readonly string[])[];
}

/** A passage, as far as it says what it rests on: the source it stands in, and the document it reports (null: that source). */
export interface ReportingPassage {
  readonly sourceId: string;
  readonly originId: string | null;
}

/** What passages say of how their sources depend on each other: whoever reports a document rests on it. */
export const reportedEdges = <P extends ReportingPassage>(
  passages: readonly P[],
): { fromId: string; toId: string; kind: "based_on"; passage: P }[] =>
  passages.flatMap((passage) => {
    const { sourceId: fromId, originId: toId } = passage;
    return toId === null || toId === fromId ? [] : [{ fromId, toId, kind: "based_on" as const, passage }];
  });

/** A graph with what some passages say of it. */
export const withReported = (graph: SourceGraph, passages: readonly ReportingPassage[]): SourceGraph => ({
  ...graph,
  edges: [...graph.edges, ...reportedEdges(passages)],
});

/**
 * The held sources furthest upstream of one source, over all kinds of dependence. A cycle of sources that lean on each
 * other counts as one root: its smallest id.
 * @returns source ids in ascending order; empty when neither the source nor anything upstream is held
 */
export function rootsOf(graph: SourceGraph, sourceId: string): string[] {
  const held = heldIn(graph);
  const upstream = upstreamOf(graph);
  const reachable = reach(upstream, sourceId);
  const candidates = [sourceId, ...reachable].filter((id) => held.has(id));
  return [
    ...new Set(
      candidates
        .filter((id) => {
          const beyond = reach(upstream, id);
          // A root has no other held source upstream, except ones that lean back on it.
          return [...beyond].every(
            (other) => other === id || !held.has(other) || reach(upstream, other).has(id),
          );
        })
        .map((id) => circleOf(upstream, held, id)[0] ?? id),
    ),
  ].sort();
}

/** The held sources that lean on this one as it leans on them, and itself, in ascending order. */
function circleOf(upstream: Map<string, string[]>, held: ReadonlySet<string>, id: string): string[] {
  const others = [...reach(upstream, id)].filter(
    (other) => other !== id && held.has(other) && reach(upstream, other).has(id),
  );
  return [id, ...others].sort();
}

/**
 * Tells sources apart by who made them: those of one producer get the same key, and so do those that an edge
 * `same_producer` joins, however far round.
 * @param alike - further groups of sources that cannot be told apart
 */
export function makerOf(
  graph: SourceGraph,
  alike: readonly (readonly string[])[] = [],
): (sourceId: string) => string {
  const above = new Map<string, string>();
  const top = (key: string): string => {
    let at = key;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next;
    return at;
  };
  const join = (a: string, b: string) => {
    const [low, high] = [top(a), top(b)].sort(compareIds);
    if (low !== undefined && high !== undefined && low !== high) above.set(high, low);
  };
  const source = (id: string) => `source:${id}`;
  for (const { id, producerId } of graph.sources)
    if (producerId !== null) join(source(id), `producer:${producerId}`);
  for (const { fromId, toId, kind } of graph.edges)
    if (!isDependence(kind)) join(source(fromId), source(toId));
  for (const [first, ...others] of alike)
    for (const other of others) if (first !== undefined) join(source(first), source(other));
  return (id) => top(source(id));
}

/** What a set of passages rests on: how many links, how many documents they report, how many independent roots. */
export interface Independence {
  /** Passages. */
  readonly links: number;
  /** Distinct documents the passages come from or report. */
  readonly documents: number;
  /** Groups of held sources, one for each independent root; sources that share their producer are one group. */
  readonly roots: readonly (readonly string[])[];
}

/** How independent some passages are, on what was entered and on what they themselves say that they report. */
export function independence(entered: SourceGraph, passages: readonly ReportingPassage[]): Independence {
  const graph = withReported(entered, passages);
  const roots = new Set(
    [...new Set(passages.map(({ sourceId }) => sourceId))].flatMap((id) => rootsOf(graph, id)),
  );
  const held = heldIn(graph);
  const upstream = upstreamOf(graph);
  // A circle is named by one of its sources but leans on all their makers: it is independent of none of them.
  const maker = makerOf(graph, [
    ...[...roots].map((root) => circleOf(upstream, held, root)),
    ...(graph.same ?? []),
  ]);
  const groups = new Map<string, string[]>();
  for (const root of roots) groups.set(maker(root), [...(groups.get(maker(root)) ?? []), root]);
  return {
    links: passages.length,
    documents: new Set(passages.map((passage) => documentOf(graph, passage.originId ?? passage.sourceId)))
      .size,
    roots: [...groups.values()].map((group) => group.sort()).sort((a, b) => compareIds(a[0], b[0])),
  };
}

/** A source, or the first of those that are one document with it. */
const documentOf = ({ same = [] }: SourceGraph, id: string): string =>
  [...(same.find((group) => group.includes(id)) ?? [id])].sort()[0] ?? id;

const compareIds = (a = "", b = "") => (a === b ? 0 : a < b ? -1 : 1);

const heldIn = (graph: SourceGraph): ReadonlySet<string> =>
  new Set(graph.sources.filter((source) => source.held).map((source) => source.id));

function upstreamOf({ edges, same = [] }: Pick<SourceGraph, "edges" | "same">): Map<string, string[]> {
  const upstream = new Map<string, string[]>();
  const add = (fromId: string, toId: string) => upstream.set(fromId, [...(upstream.get(fromId) ?? []), toId]);
  for (const { fromId, toId, kind } of edges) if (isDependence(kind)) add(fromId, toId);
  for (const group of same)
    for (const fromId of group) for (const toId of group) if (fromId !== toId) add(fromId, toId);
  return upstream;
}

/** Whether one source leans on another, directly or through others. */
export function leansOn(
  edges: readonly GraphEdge[],
  same: SourceGraph["same"] = [],
): (fromId: string, toId: string) => boolean {
  const upstream = upstreamOf({ edges, same });
  const known = new Map<string, Set<string>>();
  return (fromId, toId) => {
    const beyond = known.get(fromId) ?? reach(upstream, fromId);
    known.set(fromId, beyond);
    return beyond.has(toId);
  };
}

/** Sources, and everything that is upstream of them. */
export function upstreamAndSelf(graph: SourceGraph, ids: readonly string[]): ReadonlySet<string> {
  const upstream = upstreamOf(graph);
  return new Set(ids.flatMap((id) => [id, ...reach(upstream, id)]));
}

/** Everything upstream of a source; the source itself only when it leans on itself through others. */
function reach(upstream: Map<string, string[]>, from: string): Set<string> {
  const seen = new Set<string>();
  const queue = [...(upstream.get(from) ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...(upstream.get(next) ?? []));
  }
  return seen;
}
