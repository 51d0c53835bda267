import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { SourceEdgeKind } from "@/lib/record/source/source";
import type { ProvenanceEdge } from "@/lib/record/source/source-graph";
import { Independence } from "./independence";
import { piece, said, verdict, words } from "./verdict.fixture";

describe("what the passages rest on", () => {
  const source = (title: string, held = true) => ({ id: title, title: words(title), held });
  const edge = (from: string, to: string, kind: SourceEdgeKind = "based_on"): ProvenanceEdge => ({
    from: source(from),
    to: source(to, to !== "Brevet"),
    kind,
  });
  const shown = verdict(
    "mostly_supported",
    piece(1, "supports", "Bladet", { origin: { ...source("Brevet", false), producer: null } }),
    piece(2, "contradicts", "Posten"),
  );
  const section = (edges: readonly ProvenanceEdge[], of = shown) =>
    renderToStaticMarkup(createElement(Independence, { verdict: of, edges, locale: "sv" }));

  test("is drawn, and said in words with every kind of edge", () => {
    const html = section([
      edge("Bladet", "Rapporten", "quotes"),
      edge("Rapporten", "Utkastet", "attached_to"),
      edge("Posten", "Meddelandet", "press_release_of"),
      edge("Bladet", "Posten", "same_producer"),
    ]);
    const text = said(html);
    expect(html).toContain("<svg");
    expect(html).not.toContain("style=");
    expect(text).toContain("Bladet (B1). Vi har en kopia.");
    expect(text).toContain("Bygger på Brevet. Citerar Rapporten. Har samma upphov som Posten.");
    expect(text).toContain("Är ett pressmeddelande från Meddelandet.");
    expect(text).toContain("Är bilaga till Utkastet.");
    expect(text).toContain("Brevet. Inte sett av oss.");
  });

  test("is drawn as before when there is no more than the documents reported", () => {
    expect(section([edge("Bladet", "Brevet"), edge("Annat", "Bladet")])).toBe(section([]));
    expect(said(section([]))).not.toContain("Har samma upphov");
  });

  test("is said and not drawn when there are more than a page can show", () => {
    const many = Array.from({ length: 12 }, (_, at) => edge("Bladet", `Handling ${at}`));
    const html = section(many);
    expect(html).not.toContain("<svg");
    expect(html).not.toContain("narrow-seen");
    expect(said(html)).toContain("Bygger på Handling 11.");
  });
});
