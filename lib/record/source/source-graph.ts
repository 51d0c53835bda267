/** What a verdict's passages rest on, and how it is drawn: upstream at the left, the passages at the right. */
import type { Bilingual } from "../../core/language/language.ts";
import { isDependence, type SourceEdgeKind } from "./source.ts";
import { crossingsReduced, type Layered } from "./source-graph-order.ts";

export interface ProvenanceSource {
  readonly id: string;
  readonly title: Bilingual;
  /** We hold a copy. */
  readonly held: boolean;
}

export interface ProvenanceEdge {
  readonly from: ProvenanceSource;
  readonly to: ProvenanceSource;
  readonly kind: SourceEdgeKind;
  /** Since when it is public (RFC 3339); left out where that is not asked. */
  readonly since?: string;
}

/** A passage as a frozen verdict has it. */
export interface ProvenancePiece {
  readonly id: string;
  readonly rank: number;
  readonly source: { readonly id: string; readonly title: Bilingual; readonly snapshots: readonly string[] };
  readonly origin: ProvenanceSource | null;
}

export interface Provenance {
  /** Those the passages stand in first, in the order of the passages; then what they rest on. */
  readonly sources: readonly ProvenanceSource[];
  readonly edges: readonly ProvenanceEdge[];
  /** Whether there is more to show than which document each passage reports. */
  readonly beyond: boolean;
}

/**
 * The sources of some passages, the documents they report, and all that is upstream of those. What merely rests on
 * them, elsewhere, is left out.
 * @param edges - public ones, of any sources; whether a source of the verdict is held is as it was frozen
 */
export function provenanceOf(
  evidence: readonly ProvenancePiece[],
  edges: readonly ProvenanceEdge[],
): Provenance {
  const reported = evidence.flatMap(({ source, origin }): ProvenanceEdge[] =>
    origin ? [{ from: { ...source, held: source.snapshots.length > 0 }, to: origin, kind: "based_on" }] : [],
  );
  const sources = new Map<string, ProvenanceSource>();
  const add = ({ id, title, held }: ProvenanceSource) => {
    if (!sources.has(id)) sources.set(id, { id, title, held });
  };
  for (const { source } of evidence) add({ ...source, held: source.snapshots.length > 0 });
  for (const { to } of reported) add(to);
  const upstream = edges.filter(({ kind }) => isDependence(kind));
  // A map gives also what is added while it is gone through.
  for (const { id } of sources.values()) for (const edge of upstream) if (edge.from.id === id) add(edge.to);

  const within = edges.filter(({ from, to }) => sources.has(from.id) && sources.has(to.id));
  const known = new Set(within.filter(({ kind }) => isDependence(kind)).map(pairOf));
  // A passage that reports a document rests on it, whether or not somebody has said so of the two sources.
  const all = [...reported.filter((edge) => !known.has(pairOf(edge))), ...within];
  const reports = new Set(reported.map(pairOf));
  return {
    sources: [...sources.values()],
    edges: [...new Map(all.map((edge) => [`${pairOf(edge)} ${edge.kind}`, edge])).values()],
    beyond: within.some((edge) => !isDependence(edge.kind) || !reports.has(pairOf(edge))),
  };
}

const pairOf = ({ from, to }: ProvenanceEdge) => `${from.id} ${to.id}`;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface ProvenanceDrawing {
  readonly width: number;
  readonly height: number;
  /** How many columns of sources there are, and how far apart. */
  readonly columns: number;
  readonly spacing: number;
  readonly sources: readonly (ProvenanceSource & Point)[];
  readonly passages: readonly (Point & { readonly id: string })[];
  /**
   * From left to right through the columns between: a source and what rests on it, with every kind that joins the two.
   * `bowed`: it goes straight and to the side, since it does not lead to the right: a shared producer, or a circle closed.
   */
  readonly lines: readonly {
    readonly fromId: string;
    readonly toId: string;
    readonly kinds: readonly SourceEdgeKind[];
    readonly bowed: boolean;
    readonly points: readonly Point[];
  }[];
  /** From a source to a passage in it. */
  readonly stems: readonly { readonly id: string; readonly points: readonly Point[] }[];
}

const WIDTH = 632;
const PASSAGES_X = 516;
/** A ring with two lines of title over it; a passage's line; a line on its way through a column. */
const [SOURCE_TALL, PASSAGE_TALL, PASSING_TALL] = [88, 26, 30];

/** The x of the first column and of the last: titles are centred over their rings, and shorter where there are more. */
const endsOf = (columns: number) =>
  columns === 1 ? ([260, 260] as const) : ([columns === 2 ? 120 : 92, 400] as const);

/** Layers, an order in each with few crossings (after Sugiyama et al. 1981), and places. The same for the same input. */
export function drawProvenance(
  { sources, edges }: Provenance,
  evidence: readonly ProvenancePiece[],
): ProvenanceDrawing {
  const pairs = [
    ...Map.groupBy(edges, (edge) => `${pairOf(edge)} ${isDependence(edge.kind)}`).values(),
  ].flatMap((group) =>
    group.slice(0, 1).map(({ from, to, kind }) => ({
      fromId: from.id,
      toId: to.id,
      kinds: group.map((edge) => edge.kind),
      leans: isDependence(kind),
    })),
  );
  const rightward = new Set(
    withoutCircles(
      sources,
      pairs.filter(({ leans }) => leans),
    ),
  );
  const depth = depths(sources, [...rightward]);
  const columns = Math.max(0, ...depth.values()) + 1;
  const layerOf = (id: string) => columns - 1 - (depth.get(id) ?? 0);

  const graph: Layered = crossingsReduced(
    [
      ...sources.map(({ id }) => ({ id: `source ${id}`, layer: layerOf(id) })),
      ...evidence.map(({ id }) => ({ id: `passage ${id}`, layer: columns })),
    ],
    [
      ...[...rightward].map(({ fromId, toId }) => [`source ${toId}`, `source ${fromId}`] as const),
      ...evidence.map(({ id, source }) => [`source ${source.id}`, `passage ${id}`] as const),
    ],
  );

  const [first, last] = endsOf(columns);
  const spacing = columns > 1 ? (last - first) / (columns - 1) : last;
  const tall = (id: string) =>
    id.startsWith("source ") ? SOURCE_TALL : id.startsWith("passage ") ? PASSAGE_TALL : PASSING_TALL;
  const need = (layer: readonly string[]) => layer.reduce((sum, id) => sum + tall(id), 0);
  const height = Math.max(...graph.layers.map(need)) + 8;
  const at = new Map<string, Point>();
  for (const [index, layer] of graph.layers.entries()) {
    const spare = (height - need(layer)) / layer.length;
    let top = 0;
    for (const id of layer) {
      // A ring hangs low in its room: its title stands over it.
      const share = id.startsWith("source ") ? 0.7 : 0.5;
      const y = Math.round(top + spare / 2 + tall(id) * share);
      at.set(id, { x: index === columns ? PASSAGES_X : Math.round(first + index * spacing), y });
      top += tall(id) + spare;
    }
  }
  const place = (id: string): Point => at.get(id) ?? { x: 0, y: 0 };
  const through = (from: string, to: string) => (graph.paths.get(`${from} ${to}`) ?? [from, to]).map(place);
  return {
    width: WIDTH,
    height,
    columns,
    spacing,
    sources: sources.map((source) => ({ ...source, ...place(`source ${source.id}`) })),
    passages: evidence.map(({ id }) => ({ id, ...place(`passage ${id}`) })),
    lines: pairs.map(({ leans, ...pair }) => {
      const bowed =
        !leans || ![...rightward].some((one) => one.fromId === pair.fromId && one.toId === pair.toId);
      return { ...pair, bowed, points: through(`source ${pair.toId}`, `source ${pair.fromId}`) };
    }),
    stems: evidence.map(({ id, source }) => ({
      id,
      points: through(`source ${source.id}`, `passage ${id}`),
    })),
  };
}

interface Pair {
  readonly fromId: string;
  readonly toId: string;
}

/** The edges less those that would close a circle, met in the order of the sources. */
function withoutCircles<P extends Pair>(sources: readonly ProvenanceSource[], pairs: readonly P[]): P[] {
  const kept: P[] = [];
  const open = new Set<string>();
  const seen = new Set<string>();
  const visit = (id: string) => {
    seen.add(id);
    open.add(id);
    for (const pair of pairs.filter(({ fromId }) => fromId === id)) {
      if (open.has(pair.toId)) continue;
      kept.push(pair);
      if (!seen.has(pair.toId)) visit(pair.toId);
    }
    open.delete(id);
  };
  for (const { id } of sources) if (!seen.has(id)) visit(id);
  return kept;
}

/** How many steps each source is from the farthest one that rests on it: what nothing rests on stands by the passages. */
function depths(sources: readonly ProvenanceSource[], pairs: readonly Pair[]): ReadonlyMap<string, number> {
  const depth = new Map<string, number>();
  const of = (id: string): number => {
    const known = depth.get(id);
    if (known !== undefined) return known;
    const resting = pairs.filter(({ toId }) => toId === id).map(({ fromId }) => of(fromId) + 1);
    const found = Math.max(0, ...resting);
    depth.set(id, found);
    return found;
  };
  for (const { id } of sources) of(id);
  return depth;
}
