import { describe, expect, test } from "vitest";
import { independence, rootsOf, type SourceGraph } from "./source.ts";
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

test("where a passage stands is a place that a source can have and a column hold", () => {
  const nowhere = { paragraph: null, charStart: null, charEnd: null };
  expect(locator.safeParse({ ...nowhere, paragraph: 12 }).success).toBe(true);
  for (const place of [0, -1, 1.5, 2 ** 31, 999_999_999_999_999]) {
    expect(locator.safeParse({ ...nowhere, paragraph: place }).success, `${place}`).toBe(false);
    expect(locator.safeParse({ ...nowhere, charStart: 0, charEnd: place }).success, `${place}`).toBe(false);
  }
});
