import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SourceEdgeKind } from "./source.ts";
import { drawProvenance, type ProvenanceEdge, type ProvenancePiece, provenanceOf } from "./source-graph.ts";
import { crossings, crossingsReduced } from "./source-graph-order.ts";

const source = (id: string, held = true) => ({ id, title: { sv: id, en: id }, held });
const edge = (from: string, to: string, kind: SourceEdgeKind = "based_on"): ProvenanceEdge => ({
  from: source(from),
  to: source(to),
  kind,
});
const piece = (rank: number, sourceId: string, originId: string | null = null): ProvenancePiece => ({
  id: `e${rank}`,
  rank,
  source: { id: sourceId, title: { sv: sourceId, en: sourceId }, snapshots: ["hash"] },
  origin: originId === null ? null : source(originId, false),
});
const told = (edges: readonly ProvenanceEdge[]) =>
  edges.map(({ from, kind, to }) => `${from.id} ${kind} ${to.id}`);

describe("what passages rest on", () => {
  test("is the documents they report and all that is upstream, but not what rests on them elsewhere", () => {
    const { sources, edges, beyond } = provenanceOf(
      [piece(1, "paper", "answer"), piece(2, "paper")],
      [
        edge("paper", "report", "quotes"),
        edge("report", "data"),
        edge("blog", "paper"),
        edge("blog", "data"),
      ],
    );
    expect(sources.map(({ id }) => id)).toEqual(["paper", "answer", "report", "data"]);
    expect(told(edges)).toEqual(["paper based_on answer", "paper quotes report", "report based_on data"]);
    expect(beyond).toBe(true);
  });

  test("is no more than the documents they report when that is all the edges say", () => {
    const evidence = [piece(1, "paper", "answer")];
    expect(provenanceOf(evidence, [edge("paper", "answer"), edge("blog", "paper")])).toMatchObject({
      beyond: false,
      edges: [{ kind: "based_on" }],
    });
    expect(told(provenanceOf(evidence, [edge("paper", "answer", "quotes")]).edges)).toEqual([
      "paper quotes answer",
    ]);
  });

  test("says whether we hold a source as it was frozen", () => {
    const { sources } = provenanceOf([piece(1, "paper", "answer")], [edge("paper", "answer")]);
    expect(sources.map(({ held }) => held)).toEqual([true, false]);
  });

  test("joins two sources of one producer, but brings in no others of that producer", () => {
    const { sources, edges, beyond } = provenanceOf(
      [piece(1, "a"), piece(2, "b")],
      [edge("a", "b", "same_producer"), edge("a", "c", "same_producer")],
    );
    expect(sources.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(told(edges)).toEqual(["a same_producer b"]);
    expect(beyond).toBe(true);
  });
});

const draw = (evidence: readonly ProvenancePiece[], edges: readonly ProvenanceEdge[]) =>
  drawProvenance(provenanceOf(evidence, edges), evidence);

describe("the drawing", () => {
  test("has what others rest on at their left, and the passages at the right", () => {
    const drawing = draw(
      [piece(1, "paper"), piece(2, "report")],
      [edge("paper", "report"), edge("report", "data")],
    );
    expect(drawing.columns).toBe(3);
    const x = new Map(drawing.sources.map((each) => [each.id, each.x]));
    expect(x.get("data")).toBeLessThan(x.get("report") ?? 0);
    expect(x.get("report")).toBeLessThan(x.get("paper") ?? 0);
    for (const passage of drawing.passages) expect(passage.x).toBeGreaterThan(x.get("paper") ?? 0);
    // The line to the second passage passes the paper's column beside its ring.
    const stem = drawing.stems.find(({ id }) => id === "e2");
    expect(stem?.points).toHaveLength(3);
    expect(stem?.points[1]?.y).not.toBe(drawing.sources.find(({ id }) => id === "paper")?.y);
  });

  test("draws sources in a circle, and those of one producer, with a bow", () => {
    const { lines } = draw(
      [piece(1, "a"), piece(2, "c")],
      [edge("a", "b"), edge("b", "a"), edge("a", "c", "same_producer")],
    );
    expect(lines.map(({ fromId, toId, bowed }) => [fromId, toId, bowed])).toEqual([
      ["a", "b", false],
      ["b", "a", true],
      ["a", "c", true],
    ]);
  });

  test("joins two sources by one line whatever many ways they are joined", () => {
    const { lines } = draw([piece(1, "a")], [edge("a", "b"), edge("a", "b", "quotes")]);
    expect(lines.map(({ kinds }) => kinds)).toEqual([["based_on", "quotes"]]);
  });

  test("uncrosses lines that need not cross", () => {
    const { lines, stems } = draw(
      [piece(1, "a"), piece(2, "b"), piece(3, "a"), piece(4, "b")],
      [edge("b", "x"), edge("a", "y"), edge("a", "z", "quotes"), edge("b", "w")],
    );
    const ends = [...lines, ...stems].map(({ points }) => points.map(({ y }) => y));
    const crossed = (group: number[][]) =>
      group.some(([a = 0, b = 0]) => group.some(([c = 0, d = 0]) => (a - c) * (b - d) < 0));
    expect(crossed(ends.slice(0, lines.length))).toBe(false);
    expect(crossed(ends.slice(lines.length))).toBe(false);
  });
});

describe("laws of the drawing", () => {
  const id = fc.constantFrom("a", "b", "c", "d", "e", "f");
  const kind = fc.constantFrom("based_on" as const, "quotes" as const, "same_producer" as const);
  const edges = fc.array(
    fc
      .tuple(id, id, kind)
      .filter(([from, to]) => from !== to)
      .map(([from, to, kind]) => edge(from, to, kind)),
    { maxLength: 10 },
  );
  const evidence = fc
    .array(fc.tuple(id, fc.option(id)), { minLength: 1, maxLength: 6 })
    .map((rows) =>
      rows.map(([source, origin], at) => piece(at + 1, source, origin === source ? null : origin)),
    );

  test("everything stands within it, and nothing on anything else", () => {
    fc.assert(
      fc.property(evidence, edges, (evidence, edges) => {
        const { width, height, sources, passages } = draw(evidence, edges);
        for (const { x, y } of [...sources, ...passages]) {
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(width);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(height);
        }
        for (const [index, one] of sources.entries())
          for (const other of sources.slice(index + 1))
            if (one.x === other.x) expect(Math.abs(one.y - other.y)).toBeGreaterThan(80);
        for (const { fromId, toId, bowed, points } of draw(evidence, edges).lines) {
          const [from, to] = [fromId, toId].map((id) => sources.find((source) => source.id === id));
          expect([points[0], points.at(-1)]).toEqual([to, from].map((end) => ({ x: end?.x, y: end?.y })));
          if (!bowed) expect(to?.x).toBeLessThan(from?.x ?? 0);
        }
      }),
    );
  });

  test("putting a graph in order never makes more lines cross, and loses no node", () => {
    const node = fc.nat(8).map((n) => ({ id: `n${n}`, layer: n % 3 }));
    const graph = fc
      .uniqueArray(node, { selector: ({ id }) => id, maxLength: 9 })
      .chain((nodes) =>
        fc.tuple(
          fc.constant(nodes),
          fc.subarray(
            nodes.flatMap((a) =>
              nodes.filter((b) => b.layer === a.layer + 1).map((b) => [a.id, b.id] as const),
            ),
          ),
        ),
      );
    fc.assert(
      fc.property(graph, ([nodes, lines]) => {
        const { layers } = crossingsReduced(nodes, lines);
        const plain = [0, 1, 2].map((layer) =>
          nodes.filter((node) => node.layer === layer).map(({ id }) => id),
        );
        expect(crossings(layers, lines)).toBeLessThanOrEqual(crossings(plain, lines));
        expect(layers.flat().sort()).toEqual(nodes.map(({ id }) => id).sort());
      }),
    );
  });
});
