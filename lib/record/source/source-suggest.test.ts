import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growth } from "../../../e2e/fixtures/growth.ts";
import type { GraphEdge } from "./source.ts";
import { type SourceFacts, suggestEdges } from "./source-suggest.ts";

const facts = (id: string, more: Partial<SourceFacts> = {}): SourceFacts => ({
  id,
  kind: "article",
  titles: [],
  url: null,
  producerId: null,
  publisher: null,
  made: "2026-11-20",
  text: "",
  links: [],
  ...more,
});

/** Text that no other seed has five words of. */
const text = (seed: string, length: number) => Array.from({ length }, (_, at) => `${seed}${at}`).join(" ");

const told = (edges: ReturnType<typeof suggestEdges>) =>
  edges.map(({ fromId, kind, toId, reason }) => `${fromId} ${kind} ${toId}: ${reason}`);

describe("a link in the text", () => {
  const report = facts("report", {
    url: "https://www.exempelby.example/rapport/?b=2&a=1",
    made: "2026-11-01",
  });

  test("suggests that the one rests on the other, however the address is spelled", () => {
    for (const link of [
      "http://exempelby.example/rapport?a=1&b=2#sida-3",
      "https://m.exempelby.example/rapport/?a=1&utm_source=x&b=2",
    ]) {
      const paper = facts("paper", { links: [link, link] });
      expect(told(suggestEdges([paper, report], []))).toEqual(["paper based_on report: links-to"]);
    }
  });

  test("to another page, to itself or to nothing on the web suggests nothing", () => {
    const paper = facts("paper", {
      url: "https://bladet.example/a",
      links: ["https://bladet.example/a#b", "https://exempelby.example/rapport", "mailto:a@b.example", "?"],
    });
    expect(suggestEdges([paper, report], [])).toEqual([]);
  });

  test("to what did not exist yet was put in later", () => {
    const paper = facts("paper", {
      made: "2026-10-01",
      links: ["https://exempelby.example/rapport?a=1&b=2"],
    });
    expect(suggestEdges([paper, report], [])).toEqual([]);
  });

  test("both ways goes the way that the dates allow", () => {
    const a = facts("a", { url: "https://a.example/1", made: "2026-11-01", links: ["https://b.example/1"] });
    const b = facts("b", { url: "https://b.example/1", made: "2026-11-02", links: ["https://a.example/1"] });
    expect(told(suggestEdges([a, b], []))).toEqual(["b based_on a: links-to"]);
  });
});

describe("the same text", () => {
  const words = text("ord", 120);

  test("in a later source rests on the earlier one", () => {
    const early = facts("z", { made: "2026-11-01", text: words });
    const late = facts("a", { made: "2026-11-02", text: `${words} ${text("eget", 30)}` });
    expect(suggestEdges([late, early], [])).toEqual([
      { fromId: "a", toId: "z", kind: "based_on", reason: "same-text", strength: 1 },
    ]);
  });

  test("is the same whatever its signs, case and lines", () => {
    const early = facts("a", { made: "2026-11-01", text: words });
    const late = facts("b", { text: words.toUpperCase().replaceAll(" ", ",\n") });
    expect(told(suggestEdges([early, late], []))).toEqual(["b based_on a: same-text"]);
  });

  test("as a small part of a long one is quoted there", () => {
    const statement = facts("a", { kind: "statement", made: "2026-11-01", text: words });
    const paper = facts("b", { text: `${text("eget", 300)} ${words} ${text("mer", 300)}` });
    expect(told(suggestEdges([statement, paper], []))).toEqual(["b quotes a: same-text"]);
  });

  test("of one day goes from the press release to the paper, and from the report to the press release", () => {
    const release = facts("release", { kind: "statement", text: `Pressmeddelande. ${words}` });
    const paper = facts("paper", { text: words });
    const report = facts("report", { kind: "report", text: `${words} ${text("bilaga", 200)}` });
    expect(told(suggestEdges([paper, release], []))).toEqual(["paper based_on release: same-text"]);
    expect(told(suggestEdges([report, release], []))).toEqual(["release press_release_of report: same-text"]);
  });

  test("of one day is from the shorter, when the longer holds more", () => {
    const a = facts("a", { text: `${words} ${text("eget", 60)}` });
    const b = facts("b", { text: words });
    expect(told(suggestEdges([a, b], []))).toEqual(["a based_on b: same-text"]);
  });

  test("in less than half of the shorter, or in a line or two, says nothing", () => {
    const a = facts("a", { text: `${text("delat", 40)} ${text("a", 60)}` });
    const b = facts("b", { text: `${text("delat", 40)} ${text("b", 60)}` });
    expect(suggestEdges([a, b], [])).toEqual([]);
    expect(
      suggestEdges([facts("c", { text: text("rad", 20) }), facts("d", { text: text("rad", 20) })], []),
    ).toEqual([]);
  });

  test("in many sources is suggested once for each, never for each pair", () => {
    const papers = Array.from({ length: 60 }, (_, at) =>
      facts(`p${String(at).padStart(2, "0")}`, {
        made: `2026-11-${String(1 + (at % 28)).padStart(2, "0")}`,
        text: words,
      }),
    );
    const edges = suggestEdges(papers, []);
    expect(edges).toHaveLength(59);
    expect(new Set(edges.map(({ fromId }) => fromId)).size).toBe(59);
  });
});

describe("a source that another names", () => {
  test("by its title is suggested as its ground", () => {
    const report = facts("report", { made: "2026-01", titles: ["Utredning om vattnet i Exempelby kommun"] });
    const paper = facts("paper", { text: "Av ”Utredning om vattnet i Exempelby kommun” framgår att" });
    expect(told(suggestEdges([report, paper], []))).toEqual(["paper based_on report: names-it"]);
  });

  test("as the publication it has something from is suggested, when that has made only one", () => {
    const ground = facts("ground", { made: "2026-11-01", publisher: "Exempelbladet" });
    for (const line of [
      "Det sa kommunen enligt Exempelbladet i går.",
      "– Nej, säger hon till Exempelbladet.",
      "Exempelbladet rapporterar om vattnet.",
    ]) {
      const paper = facts("paper", { text: line, publisher: "Byposten" });
      expect(told(suggestEdges([ground, paper], [])), line).toEqual(["paper based_on ground: names-it"]);
      expect(
        suggestEdges([ground, paper, { ...ground, id: "other", producerId: "p" }], []),
        line,
      ).toHaveLength(1);
    }
    const paper = facts("paper", { text: "Exempelbladet finns i Exempelby.", publisher: "Byposten" });
    expect(suggestEdges([ground, paper], [])).toEqual([]);
  });
});

describe("the same publication", () => {
  const page = (id: string, host: string, publisher: string | null = null) =>
    facts(id, { url: `https://${host}/${id}`, publisher });

  test("by its name or its host suggests one producer, each joined to the first only", () => {
    const pages = ["a", "b", "c", "d"].map((id) => page(id, "bladet.example"));
    expect(told(suggestEdges(pages, []))).toEqual([
      "b same_producer a: same-host",
      "c same_producer a: same-host",
      "d same_producer a: same-host",
    ]);
    const named = [page("a", "bladet.example", "Bladet"), page("b", "tidning.example", "BLADET")];
    expect(told(suggestEdges(named, []))).toEqual(["b same_producer a: same-publisher"]);
  });

  test("may lie under another's host", () => {
    const pages = [page("a", "www.bladet.example"), page("b", "ekonomi.bladet.example")];
    expect(told(suggestEdges(pages, []))).toEqual(["b same_producer a: same-host"]);
  });

  test("is not concluded from a place where anybody publishes, nor from a host that goes by two names", () => {
    const anybodys = [page("a", "www.facebook.com", "Facebook"), page("b", "sv-se.facebook.com", "Facebook")];
    expect(suggestEdges(anybodys, [])).toEqual([]);
    const two = [
      page("a", "huset.example", "Bladet"),
      page("b", "huset.example", "Posten"),
      page("c", "huset.example"),
    ];
    expect(suggestEdges(two, [])).toEqual([]);
  });

  test("is not suggested where it is known, directly or through others", () => {
    const pages = ["a", "b", "c"].map((id) => page(id, "bladet.example"));
    const known = pages.map((each) => ({ ...each, producerId: each.id === "c" ? null : "bladet" }));
    expect(told(suggestEdges(known, []))).toEqual(["c same_producer a: same-host"]);
    expect(suggestEdges(known, [{ fromId: "b", toId: "c", kind: "same_producer" }])).toEqual([]);
  });
});

test("what is joined already, either way or through others, is not suggested again", () => {
  const words = text("ord", 60);
  const [a, b] = [facts("a", { made: "2026-11-01", text: words }), facts("b", { text: words })];
  const edge = (fromId: string, toId: string): GraphEdge => ({ fromId, toId, kind: "quotes" });
  expect(suggestEdges([a, b], [edge("b", "a")])).toEqual([]);
  expect(suggestEdges([a, b], [edge("a", "b")])).toEqual([]);
  expect(suggestEdges([a, b], [edge("b", "x"), edge("x", "a")])).toEqual([]);
  expect(suggestEdges([a, b], [{ ...edge("b", "a"), kind: "same_producer" }])).toHaveLength(1);
});

describe("laws of suggestions", () => {
  const snippets = ["alfa", "beta", "gamma"].map((seed) => text(seed, 40));
  const some = fc.array(
    fc.record({
      made: fc.constantFrom("2026-11-01", "2026-11-02", "2026-11", "../2026-11-20"),
      url: fc.constantFrom(null, "https://a.example/1", "https://a.example/2", "https://b.example/1"),
      publisher: fc.constantFrom(null, "Bladet", "Posten"),
      producerId: fc.constantFrom(null, "p", "q"),
      text: fc.subarray(snippets).map((parts) => parts.join(" ")),
      links: fc.subarray(["https://a.example/1", "https://b.example/1"]),
    }),
    { maxLength: 7 },
  );
  const all = some.map((rows) => rows.map((row, at) => facts(`s${at}`, row)));

  test("they join two different sources, and whoever accepts them all comes to an end", () => {
    fc.assert(
      fc.property(all, (sources) => {
        const first = suggestEdges(sources, []);
        for (const { fromId, toId, strength } of first) {
          expect(fromId).not.toBe(toId);
          expect(strength).toBeGreaterThan(0);
          expect(strength).toBeLessThanOrEqual(1);
        }
        let edges: GraphEdge[] = [];
        for (let more = first; more.length > 0; more = suggestEdges(sources, edges)) {
          expect(edges.length).toBeLessThan(100);
          edges = [...edges, ...more];
        }
      }),
    );
  });

  test("they do not depend on the order in which the sources come", () => {
    fc.assert(
      fc.property(all, (sources) => {
        expect(suggestEdges([...sources].reverse(), [])).toEqual(suggestEdges(sources, []));
      }),
    );
  });
});

test("five times as many sources with their texts take little more than five times as long", () => {
  const shared = text("delat", 200);
  const sources = Array.from({ length: 500 }, (_, at) =>
    facts(`s${String(at).padStart(3, "0")}`, {
      url: `https://tidning${at % 40}.example/${at}`,
      text: `${text(`eget${at}-`, 800)} ${at % 5 === 0 ? shared : ""} ${text("meny", 15)}`,
      links: [`https://tidning${(at + 1) % 40}.example/${at + 1}`],
    }),
  );
  expect(suggestEdges(sources, []).length).toBeGreaterThan(500);
  const read = (size: number) => suggestEdges(sources.slice(0, size), []);
  expect(growth(read, { small: 40, large: 200, tries: 2 })).toBeLessThan(15);
});
