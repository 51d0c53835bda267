/** An order within the layers of a drawn graph that lets few lines cross. */

export interface Layered {
  /** From left to right, each from the top: nodes, and the places where a longer line passes. */
  readonly layers: readonly (readonly string[])[];
  /** "from to" → the nodes and places that the line goes through. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
}

/** Each is one way and back. More changes nothing in graphs that a page can show. */
const SWEEPS = 6;

/**
 * The barycentre method: again and again each layer is put in the order of the middles of what it is joined to in the
 * layer before, and the best order met is kept.
 * @param nodes - in the order that decides where nothing else does
 * @param lines - from a node to one in a later layer
 */
export function crossingsReduced(
  nodes: readonly { readonly id: string; readonly layer: number }[],
  lines: readonly (readonly [string, string])[],
): Layered {
  const layerOf = new Map(nodes.map(({ id, layer }) => [id, layer]));
  const layers: string[][] = [];
  const put = (id: string, layer: number) => {
    while (layers.length <= layer) layers.push([]);
    layers[layer]?.push(id);
  };
  for (const { id, layer } of nodes) put(id, layer);

  const paths = new Map<string, string[]>();
  const steps: [string, string][] = [];
  for (const [from, to] of lines) {
    const path = [from];
    for (let layer = (layerOf.get(from) ?? 0) + 1; layer < (layerOf.get(to) ?? 0); layer++) {
      const passing = `passing ${from} ${to} ${layer}`;
      put(passing, layer);
      path.push(passing);
    }
    path.push(to);
    paths.set(`${from} ${to}`, path);
    for (const [at, next] of path.slice(1).entries()) steps.push([path[at] ?? from, next]);
  }

  let best = layers;
  let fewest = crossings(best, steps);
  let current = layers;
  for (let sweep = 0; sweep < 2 * SWEEPS && fewest > 0; sweep++) {
    current = swept(current, steps, sweep % 2 === 0);
    const count = crossings(current, steps);
    if (count < fewest) [best, fewest] = [current, count];
  }
  return { layers: best, paths };
}

type Step = readonly [string, string];

function swept(layers: readonly string[][], steps: readonly Step[], fromRight: boolean): string[][] {
  const turned = fromRight ? [...layers].reverse() : [...layers];
  const joined = new Map<string, string[]>();
  for (const [left, right] of steps) {
    const [id, other] = fromRight ? [left, right] : [right, left];
    joined.set(id, [...(joined.get(id) ?? []), other]);
  }
  const found: string[][] = [];
  for (const layer of turned) {
    const before = placesIn(found.at(-1) ?? []);
    const middle = (id: string, own: number) => {
      const places = (joined.get(id) ?? []).flatMap((other) => before.get(other) ?? []);
      return places.length === 0 ? own : places.reduce((sum, each) => sum + each, 0) / places.length;
    };
    const weighed = layer.map((id, at) => ({ id, at, middle: middle(id, (at + 0.5) / layer.length) }));
    weighed.sort((a, b) => a.middle - b.middle || a.at - b.at);
    found.push(weighed.map(({ id }) => id));
  }
  return fromRight ? found.reverse() : found;
}

/** Places from the top as shares of the layer, so that layers of different size compare. */
const placesIn = (layer: readonly string[]) =>
  new Map(layer.map((id, at) => [id, (at + 0.5) / layer.length]));

/** How many pairs of lines cross between neighbouring layers. */
export function crossings(layers: readonly (readonly string[])[], steps: readonly Step[]): number {
  const at = new Map(
    layers.flatMap((layer, column) => layer.map((id, row) => [id, { column, row }] as const)),
  );
  const lines = steps.flatMap(([from, to]) => {
    const [a, b] = [at.get(from), at.get(to)];
    return a && b ? [{ column: a.column, from: a.row, to: b.row }] : [];
  });
  let count = 0;
  for (const [index, one] of lines.entries())
    for (const other of lines.slice(index + 1))
      if (one.column === other.column && (one.from - other.from) * (one.to - other.to) < 0) count++;
  return count;
}
