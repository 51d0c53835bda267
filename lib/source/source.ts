/**
 * Sources depend on each other. Independence is computed from that graph, never asserted.
 *
 * A *root* of a passage is the furthest source upstream that we hold a copy of: a document we have only read about
 * cannot be a root, since everything we know of it came through the one that told us. Roots that one party produced
 * count as one.
 */
export type SourceKind = "article" | "email" | "report" | "analysis" | "register" | "statement" | "other";
export type SourceEdgeKind = "based_on" | "quotes" | "press_release_of";

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
}

/**
 * The held sources furthest upstream of one source, over all kinds of dependence. A cycle of sources that lean on each
 * other counts as one root: its smallest id.
 * @returns source ids in ascending order; empty when neither the source nor anything upstream is held
 */
export function rootsOf(graph: SourceGraph, sourceId: string): string[] {
  const held = new Set(graph.sources.filter((source) => source.held).map((source) => source.id));
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
        .map((id) => {
          const circle = [...reach(upstream, id)].filter(
            (other) => held.has(other) && reach(upstream, other).has(id),
          );
          return [id, ...circle].sort()[0] ?? id;
        }),
    ),
  ].sort();
}

/** What a set of passages rests on: how many links, how many documents they report, how many independent roots. */
export interface Independence {
  /** Passages. */
  readonly links: number;
  /** Distinct documents the passages come from or report. */
  readonly documents: number;
  /** Groups of held sources, one for each independent root; sources of one producer are one group. */
  readonly roots: readonly (readonly string[])[];
}

/**
 * @param passages - the source each passage stands in, and the document it reports (null: the source itself)
 */
export function independence(
  graph: SourceGraph,
  passages: readonly { readonly sourceId: string; readonly originId: string | null }[],
): Independence {
  const producer = new Map(graph.sources.map((source) => [source.id, source.producerId]));
  const groups = new Map<string, Set<string>>();
  for (const { sourceId } of passages) {
    for (const root of rootsOf(graph, sourceId)) {
      const key = producer.get(root) ?? `source:${root}`;
      const group = groups.get(key) ?? new Set();
      groups.set(key, group.add(root));
    }
  }
  return {
    links: passages.length,
    documents: new Set(passages.map((passage) => passage.originId ?? passage.sourceId)).size,
    roots: [...groups.values()].map((group) => [...group].sort()).sort((a, b) => compareIds(a[0], b[0])),
  };
}

const compareIds = (a = "", b = "") => (a === b ? 0 : a < b ? -1 : 1);

function upstreamOf(graph: SourceGraph): Map<string, string[]> {
  const upstream = new Map<string, string[]>();
  for (const edge of graph.edges)
    upstream.set(edge.fromId, [...(upstream.get(edge.fromId) ?? []), edge.toId]);
  return upstream;
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
