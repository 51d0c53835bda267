import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GraphEdge, independence, leansOn, makerOf, rootsOf, type SourceGraph } from "./source.ts";
import { locator } from "./source-schema.ts";

const source = (id: string, held = true, producerId: string | null = id) => ({ id, held, producerId });
const rests = (fromId: string, toId: string) => ({ fromId, toId, kind: "based_on" as const });
const passage = (sourceId: string, originId: string | null = null) => ({ sourceId, originId });

/** The first dispute: an article we hold, telling of three documents we have not seen. */
const article: SourceGraph = {
  sources: [
    source("article"),
    source("email", false),
    source("investigation", false),
    source("analysis", false),
  ],
  edges: [rests("article", "email"), rests("article", "investigation"), rests("article", "analysis")],
};

describe("independence", () => {
  test("five passages of one article, about three documents nobody has seen, have one root", () => {
    const passages = ["email", "investigation", "investigation", "investigation", "analysis"];
    const { links, documents, roots } = independence(
      article,
      passages.map((origin) => passage("article", origin)),
    );
    expect({ links, documents, roots }).toEqual({ links: 5, documents: 3, roots: [["article"]] });
  });

  test("five articles citing one report that we hold count as one", () => {
    const papers = ["a", "b", "c", "d", "e"];
    const graph = {
      sources: [source("report"), ...papers.map((id) => source(id))],
      edges: papers.map((id) => rests(id, "report")),
    };
    expect(
      independence(
        graph,
        papers.map((id) => passage(id)),
      ).roots,
    ).toEqual([["report"]]);
  });

  test("the same five articles count as five while nobody holds the report", () => {
    const papers = ["a", "b", "c", "d", "e"];
    const graph = {
      sources: [source("report", false), ...papers.map((id) => source(id))],
      edges: papers.map((id) => rests(id, "report")),
    };
    expect(
      independence(
        graph,
        papers.map((id) => passage(id)),
      ).roots,
    ).toHaveLength(5);
  });

  test("two documents of one producer are one root", () => {
    const graph = { sources: [source("a", true, "huddinge"), source("b", true, "huddinge")], edges: [] };
    expect(independence(graph, [passage("a"), passage("b")]).roots).toEqual([["a", "b"]]);
  });

  test("a source with two held origins has both as roots", () => {
    const graph = {
      sources: [source("paper"), source("x"), source("y")],
      edges: [rests("paper", "x"), rests("paper", "y")],
    };
    expect(rootsOf(graph, "paper")).toEqual(["x", "y"]);
  });

  test("sources that lean on each other are one root and never loop", () => {
    const graph = { sources: [source("a"), source("b")], edges: [rests("a", "b"), rests("b", "a")] };
    expect(rootsOf(graph, "a")).toEqual(["a"]);
    expect(rootsOf(graph, "b")).toEqual(["a"]);
  });

  test("a source nobody holds has no root", () => {
    expect(rootsOf(article, "email")).toEqual([]);
  });
});

describe("a passage that reports a document", () => {
  const report = { sources: [source("report"), source("paper"), source("unseen", false)], edges: [] };

  test("makes its source rest on it: quoting the document too adds no root", () => {
    const { documents, roots } = independence(report, [passage("paper", "report"), passage("report")]);
    expect({ documents, roots }).toEqual({ documents: 1, roots: [["report"]] });
  });

  test("nor does whatever else stands in the same source, nor the source itself where that is the root", () => {
    expect(independence(report, [passage("paper", "report"), passage("paper")]).roots).toEqual([["report"]]);
    expect(independence(report, [passage("paper", "unseen"), passage("paper")]).roots).toEqual([["paper"]]);
    expect(independence(report, [passage("paper", "paper")]).roots).toEqual([["paper"]]);
  });
});

describe("sources that share their producer", () => {
  const same = (fromId: string, toId: string) => ({ fromId, toId, kind: "same_producer" as const });

  test("are one root, though entered as different parties or without one", () => {
    const graph = { sources: [source("a"), source("b", true, null)], edges: [same("a", "b")] };
    expect(independence(graph, [passage("a"), passage("b")]).roots).toEqual([["a", "b"]]);
  });

  test("are one root however far round the sharing goes, also through a source that nobody quotes or holds", () => {
    const graph = {
      sources: [source("a"), source("b"), source("unseen", false, "b"), source("c")],
      edges: [same("unseen", "a")],
    };
    expect(
      independence(
        graph,
        ["a", "b", "c"].map((id) => passage(id)),
      ).roots,
    ).toEqual([["a", "b"], ["c"]]);
  });

  test("do not lean on each other", () => {
    const graph = { sources: [source("a"), source("b")], edges: [same("a", "b")] };
    expect(rootsOf(graph, "a")).toEqual(["a"]);
    expect(leansOn(graph.edges)("a", "b")).toBe(false);
    expect(makerOf(graph)("a")).toBe(makerOf(graph)("b"));
  });
});

test("an attachment has reached us through its message", () => {
  const graph = {
    sources: [source("report"), source("message")],
    edges: [{ fromId: "report", toId: "message", kind: "attached_to" as const }],
  };
  expect(independence(graph, [passage("report"), passage("message")]).roots).toEqual([["message"]]);
});

test("a circle of sources is independent of none of their makers, whatever the sources are called", () => {
  const roots = (paper: string) =>
    independence(
      {
        sources: [source(paper, true, "paper"), source("m", true, "council"), source("n", true, "council")],
        edges: [rests(paper, "m"), rests("m", paper)],
      },
      [passage(paper), passage("n")],
    ).roots;
  expect(roots("a")).toHaveLength(1);
  expect(roots("z")).toHaveLength(1);
});

describe("laws of roots", () => {
  const IDS = ["a", "b", "c", "d", "e", "f"];
  const anId = fc.constantFrom(...IDS);
  const edgeOf = (...kinds: GraphEdge["kind"][]) =>
    fc
      .record({ fromId: anId, toId: anId, kind: fc.constantFrom(...kinds) })
      .filter(({ fromId, toId }) => fromId !== toId);
  const dependence = edgeOf("based_on", "quotes", "press_release_of", "attached_to");
  const anyEdge = edgeOf("based_on", "quotes", "attached_to", "same_producer");
  const graphOf = (edge: fc.Arbitrary<GraphEdge>, producer: fc.Arbitrary<string | null>) =>
    fc.record({
      sources: fc.tuple(
        ...IDS.map((id) => fc.record({ id: fc.constant(id), held: fc.boolean(), producerId: producer })),
      ),
      edges: fc.array(edge, { maxLength: 9 }),
    });
  const graph = graphOf(anyEdge, fc.constantFrom(null, "p", "q"));
  const passages = fc.array(
    anId.map((id) => passage(id)),
    { maxLength: 6 },
  );
  const everything = IDS.map((id) => passage(id));
  const count = (graph: SourceGraph, of = everything) => independence(graph, of).roots.length;
  const withEdge = (graph: SourceGraph, edge: GraphEdge) => ({ ...graph, edges: [...graph.edges, edge] });

  test("that two share their producer never makes more roots, and changes the roots of no source", () => {
    fc.assert(
      fc.property(graph, passages, edgeOf("same_producer"), (graph, passages, edge) => {
        const after = withEdge(graph, edge);
        expect(count(after, passages)).toBeLessThanOrEqual(count(graph, passages));
        for (const id of IDS) expect(rootsOf(after, id)).toEqual(rootsOf(graph, id));
      }),
    );
  });

  test("sharing a producer has no direction", () => {
    fc.assert(
      fc.property(graph, passages, (graph, passages) => {
        const turned = graph.edges.map((edge) =>
          edge.kind === "same_producer" ? { ...edge, fromId: edge.toId, toId: edge.fromId } : edge,
        );
        expect(independence({ ...graph, edges: turned }, passages)).toEqual(independence(graph, passages));
      }),
    );
  });

  test("nothing depends on the order in which sources, edges or passages were entered", () => {
    fc.assert(
      fc.property(graph, passages, (graph, passages) => {
        const turned = { sources: [...graph.sources].reverse(), edges: [...graph.edges].reverse() };
        expect(independence(turned, [...passages].reverse())).toEqual(independence(graph, passages));
      }),
    );
  });

  test("how many roots there are does not depend on what the sources are called", () => {
    fc.assert(
      fc.property(
        graph,
        passages,
        fc.shuffledSubarray(IDS, { minLength: IDS.length }),
        (graph, passages, names) => {
          const named = (id: string) => names[IDS.indexOf(id)] ?? id;
          const renamed = {
            sources: graph.sources.map((source) => ({ ...source, id: named(source.id) })),
            edges: graph.edges.map((edge) => ({
              ...edge,
              fromId: named(edge.fromId),
              toId: named(edge.toId),
            })),
          };
          expect(
            count(
              renamed,
              passages.map(({ sourceId }) => passage(named(sourceId))),
            ),
          ).toBe(count(graph, passages));
        },
      ),
    );
  });

  test("what a passage reports counts as if somebody had entered it", () => {
    const reporting = fc.array(
      fc.tuple(anId, fc.option(anId)).map(([id, origin]) => passage(id, origin)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(graph, reporting, (graph, passages) => {
        const entered = passages.flatMap(({ sourceId, originId }) =>
          originId === null || originId === sourceId ? [] : [rests(sourceId, originId)],
        );
        const said = { ...graph, edges: [...graph.edges, ...entered] };
        const alone = passages.map(({ sourceId }) => passage(sourceId));
        expect(independence(graph, passages).roots).toEqual(independence(said, alone).roots);
      }),
    );
  });

  test("among all that is held, one more dependence never makes more roots", () => {
    // Not so for a choice of passages: a paper that turns out to rest on two reports has two roots where it had one.
    fc.assert(
      fc.property(graphOf(dependence, fc.constant(null)), dependence, (graph, edge) => {
        expect(count(withEdge(graph, edge))).toBeLessThanOrEqual(count(graph));
      }),
    );
  });

  test("nor with producers, while nothing leans on itself", () => {
    // In a circle it may: the two makers of a circle at the root count as one until the circle is seen to rest on others.
    const downhill = (edge: GraphEdge) => edge.fromId > edge.toId || edge.kind === "same_producer";
    const acyclic = graphOf(anyEdge.filter(downhill), fc.constantFrom(null, "p", "q"));
    fc.assert(
      fc.property(acyclic, anyEdge.filter(downhill), (graph, edge) => {
        expect(count(withEdge(graph, edge))).toBeLessThanOrEqual(count(graph));
      }),
    );
  });

  test("one more passage never makes fewer roots, unless it shows that two were one", () => {
    // Only a circle at the root can show that.
    fc.assert(
      fc.property(graph, passages, anId, (graph, passages, id) => {
        const leans = leansOn(graph.edges);
        fc.pre(!IDS.some((each) => leans(each, each)));
        expect(count(graph, [...passages, passage(id)])).toBeGreaterThanOrEqual(count(graph, passages));
      }),
    );
  });

  test("what is held has a root, and every root is held and upstream or itself", () => {
    fc.assert(
      fc.property(graph, anId, (graph, id) => {
        const roots = rootsOf(graph, id);
        const held = new Set(graph.sources.filter((source) => source.held).map((source) => source.id));
        if (held.has(id)) expect(roots).not.toEqual([]);
        for (const root of roots) {
          expect(held.has(root)).toBe(true);
          expect(root === id || leansOn(graph.edges)(id, root)).toBe(true);
        }
      }),
    );
  });
});

test("where a passage stands is a place that a source can have and a column hold", () => {
  const nowhere = { paragraph: null, charStart: null, charEnd: null };
  expect(locator.safeParse({ ...nowhere, paragraph: 12 }).success).toBe(true);
  for (const place of [0, -1, 1.5, 2 ** 31, 999_999_999_999_999]) {
    expect(locator.safeParse({ ...nowhere, paragraph: place }).success, `${place}`).toBe(false);
    expect(locator.safeParse({ ...nowhere, charStart: 0, charEnd: place }).success, `${place}`).toBe(false);
  }
});
