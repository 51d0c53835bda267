import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concernedIn } from "../claim/claim-concerned.ts";
import type { SourceEdgeKind } from "../source/source.ts";
import { sameSources } from "../source/source-same.ts";
import { type GroundPiece, groundOf, type KnownGround } from "../verdict/verdict-ground.ts";
import { type GroundCause, type GroundedVerdict, groundChange } from "./taint-ground.ts";

const both = (text: string) => ({ sv: text, en: text });
const JUDGED = new Date("2026-11-24T12:00:00Z");
const LATER = new Date("2026-11-25T12:00:00Z");
const SOURCES = ["a", "b", "c", "d", "e"];
const PARTIES = ["p", "q", "r"];

/** Rows of a small record, each public from a day on. */
interface Rows {
  readonly sources: readonly { id: string; producerId: string | null; url: string; held: Date | null }[];
  readonly edges: readonly { fromId: string; toId: string; kind: SourceEdgeKind; publishedAt: Date }[];
  readonly interests: readonly {
    partyId: string;
    about: boolean;
    gainsIf: "claim_true" | "claim_false" | "neither";
    publishedAt: Date;
  }[];
  readonly appearances: readonly { partyId: string; publishedAt: Date }[];
  readonly notConcerned: readonly { partyId: string; publishedAt: Date }[];
  readonly partOf: Readonly<Record<string, string | null>>;
}

function known(rows: Rows): KnownGround {
  const same = sameSources(
    rows.sources.map(({ id, url }) => ({ id, addresses: [url], canonical: [], bytes: [], texts: [] })),
  );
  return {
    kind: "fact",
    concerns: concernedIn({ ...rows, words: null, parties: [] }),
    graph: {
      sources: rows.sources.map((source) => ({ ...source, held: source.held !== null })),
      edges: rows.edges,
      same: same.map(({ ids }) => ids),
    },
    bodyOf: (id) => rows.partOf[id] ?? null,
    same,
    parties: new Map(PARTIES.map((slug) => [slug, { slug, name: both(slug) }])),
    sources: new Map(
      rows.sources.map(({ id, held }) => [id, { title: both(id), publishedAt: JUDGED, held }]),
    ),
    edges: rows.edges,
    concerning: [...rows.interests, ...rows.appearances, ...rows.notConcerned],
    notConcerned: [],
  };
}

function judged(rows: Rows, pieces: readonly GroundPiece[]): GroundedVerdict {
  const ground = known(rows);
  const { independence, ...said } = groundOf(ground, pieces);
  return {
    ...{ ...said, v: 3, rating: "supported" },
    interests: ground.concerns.map(({ partyId, ...concern }) => ({ party: { slug: partyId }, ...concern })),
    independence: {
      ...independence,
      same: ground.same.map(({ ids }) => ({ sources: ids.map((id) => ({ id })) })),
    },
  };
}
const changeOf = (before: Rows, after: Rows, pieces: readonly GroundPiece[]) =>
  groundChange(judged(before, pieces), JUDGED, known(after), pieces);

const id = fc.constantFrom(...SOURCES);
const partyId = fc.constantFrom(...PARTIES);
const kind = fc.constantFrom<SourceEdgeKind>(
  "based_on",
  "quotes",
  "press_release_of",
  "attached_to",
  "same_producer",
);
const edgeSince = (publishedAt: Date) =>
  fc
    .record({ fromId: id, toId: id, kind, publishedAt: fc.constant(publishedAt) })
    .filter(({ fromId, toId }) => fromId !== toId);
const edge = edgeSince(LATER);
const interest = fc.record({
  publishedAt: fc.constant(LATER),
  partyId,
  about: fc.boolean(),
  gainsIf: fc.constantFrom("claim_true" as const, "claim_false" as const, "neither" as const),
});
const sources = fc.tuple(
  ...SOURCES.map((source) =>
    fc.record({
      id: fc.constant(source),
      producerId: fc.option(partyId),
      // Some are one page under two addresses.
      url: fc.constantFrom(`https://${source}.example/`, "https://en.example/1", "http://www.en.example/1/"),
      held: fc.constantFrom(JUDGED, null),
    }),
  ),
);
const rows: fc.Arbitrary<Rows> = fc.record({
  sources,
  edges: fc.array(edgeSince(JUDGED), { maxLength: 5 }),
  interests: fc.uniqueArray(interest, { maxLength: 3, selector: (each) => each.partyId }),
  appearances: fc.array(fc.record({ partyId, publishedAt: fc.constant(JUDGED) }), { maxLength: 2 }),
  notConcerned: fc.array(fc.record({ partyId, publishedAt: fc.constant(JUDGED) }), { maxLength: 1 }),
  partOf: fc.record({ p: fc.constantFrom(null, "q"), q: fc.constantFrom(null, "r") }),
});
const pieces: fc.Arbitrary<GroundPiece[]> = fc
  .array(
    fc.record({
      stance: fc.constantFrom("supports" as const, "contradicts" as const, "context" as const),
      sourceId: id,
      originId: fc.option(id),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.map((piece, at) => ({ id: `e${at}`, ...piece })));

/** The page at one of the addresses here. */
const pageOf = (url: string) => url.replace(/^https?:\/\/(www\.)?|\/$/g, "");

/** Everything that may become public, or be found, after a verdict. */
const HAPPENS: Readonly<Record<string, fc.Arbitrary<(rows: Rows) => Rows>>> = {
  "an edge": edge.map((one) => (all) => ({ ...all, edges: [...all.edges, one] })),
  "an edge withdrawn": fc
    .nat(4)
    .map((n) => (all) => ({ ...all, edges: all.edges.filter((_, at) => at !== n) })),
  "a producer": fc.tuple(id, fc.option(partyId)).map(([which, producerId]) => (all) => ({
    ...all,
    sources: all.sources.map((source) => (source.id === which ? { ...source, producerId } : source)),
  })),
  "a page found to be another's": fc.tuple(id, id).map(([which, other]) => (all) => {
    const urlOf = (source: string) => all.sources.find((each) => each.id === source)?.url ?? "";
    return {
      ...all,
      // With all that is known to be the same page: what is one stays one.
      sources: all.sources.map((source) =>
        pageOf(source.url) === pageOf(urlOf(which)) ? { ...source, url: urlOf(other) } : source,
      ),
    };
  }),
  "a copy": id.map((which) => (all) => ({
    ...all,
    sources: all.sources.map((source) =>
      source.id === which ? { ...source, held: source.held ?? LATER } : source,
    ),
  })),
  "a body": fc.tuple(partyId, fc.option(partyId)).map(([which, body]) => (all) => ({
    ...all,
    partOf: { ...all.partOf, [which]: body },
  })),
  "an interest": interest.map((one) => (all) => ({
    ...all,
    interests: [...all.interests.filter((each) => each.partyId !== one.partyId), one],
  })),
  "an appearance": partyId.map((one) => (all) => ({
    ...all,
    appearances: [...all.appearances, { partyId: one, publishedAt: LATER }],
  })),
  "that a party is not concerned": partyId.map((one) => (all) => ({
    ...all,
    notConcerned: [...all.notConcerned, { partyId: one, publishedAt: LATER }],
  })),
};
const happens = fc.oneof(...Object.values(HAPPENS));

/** Whether one source leans on another, by the rows alone: through edges, however far, or as the same page. */
function leaning({ sources, edges }: Rows): (one: string, other: string) => boolean {
  const page = (source: string) => pageOf(sources.find(({ id }) => id === source)?.url ?? "");
  const steps = (from: string) =>
    SOURCES.filter(
      (to) =>
        to !== from &&
        (page(to) === page(from) ||
          edges.some((each) => each.fromId === from && each.toId === to && each.kind !== "same_producer")),
    );
  return (one, other) => {
    const seen = new Set<string>();
    const queue = steps(one);
    for (let next = queue.pop(); next !== undefined; next = queue.pop())
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(...steps(next));
      }
    return seen.has(other);
  };
}

/** What a reader is told of independence. */
const told = (rows: Rows, all: readonly GroundPiece[]) => {
  const { independence, evidence, scale } = groundOf(known(rows), all);
  return JSON.stringify({ documents: independence.documents, roots: independence.roots, evidence, scale });
};

describe("a verdict needs to be reviewed again", () => {
  test("exactly when what it says of its ground is no longer so, whatever became public", () => {
    fc.assert(
      fc.property(rows, fc.array(happens, { maxLength: 3 }), pieces, (before, steps, all) => {
        const after = steps.reduce((now, step) => step(now), before);
        const change = changeOf(before, after, all);
        expect(change !== null).toBe(told(before, all) !== told(after, all));
        if (change) {
          expect(change.evidenceIds.length).toBeGreaterThan(0);
          expect(change.at >= JUDGED).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each(Object.keys(HAPPENS))("%s can be what does it", (name) => {
    const one = HAPPENS[name] ?? happens;
    const found = fc.sample(fc.tuple(rows, one, pieces), { numRuns: 3000, seed: 7 });
    expect(found.some(([before, step, all]) => changeOf(before, step(before), all) !== null)).toBe(true);
  });

  test("so that no page says two roots of what is one document, one producer, or where one rests on the other", () => {
    fc.assert(
      fc.property(rows, fc.array(happens, { maxLength: 3 }), pieces, (before, steps, all) => {
        const after = steps.reduce((now, step) => step(now), before);
        const said = judged(before, all);
        // What stands on the page: the verdict's own where nothing has changed, else that of now beside it.
        const { independence, evidence } = changeOf(before, after, all)?.now ?? said;
        const leans = leaning(after);
        const maker = (source: string) => after.sources.find(({ id }) => id === source)?.producerId ?? null;
        for (const [at, group] of independence.roots.entries())
          for (const one of group)
            for (const other of independence.roots.slice(at + 1).flat()) {
              expect(leans(one, other) || leans(other, one)).toBe(false);
              expect(maker(one) !== null && maker(one) === maker(other)).toBe(false);
            }
        // And what one passage has come through is what the other is counted as.
        const rootsOf = new Map(evidence.map((piece) => [piece.id, piece.roots]));
        for (const one of all)
          for (const other of all)
            if (leans(one.sourceId, other.sourceId))
              expect(rootsOf.get(one.id)).toEqual(expect.arrayContaining([...(rootsOf.get(other.id) ?? [])]));
      }),
      { numRuns: 400 },
    );
  });

  const CAUSES: Readonly<Record<string, readonly GroundCause["kind"][]>> = {
    "an edge": ["rests-on", "same-producer"],
    "a copy": ["held"],
    "a page found to be another's": ["same"],
    "an interest": ["concerns"],
    "an appearance": ["concerns"],
    "that a party is not concerned": ["concerns"],
  };
  test.each(Object.entries(CAUSES))("%s is named and dated whenever it is what did it", (name, kinds) => {
    fc.assert(
      fc.property(rows, HAPPENS[name] ?? happens, pieces, (before, step, all) => {
        const change = changeOf(before, step(before), all);
        if (!change) return;
        expect(change.causes.filter((cause) => kinds.includes(cause.kind))).not.toEqual([]);
        if (name !== "a page found to be another's") expect(change.at).toEqual(LATER);
      }),
      { numRuns: 400 },
    );
  });

  test("and names what became public", () => {
    const bare: Rows = {
      sources: ["a", "b"].map((source, at) => ({
        ...{ id: source, producerId: PARTIES[at] ?? null, url: `https://${source}.example/`, held: JUDGED },
      })),
      ...{ edges: [], interests: [], appearances: [], notConcerned: [], partOf: {} },
    };
    const all = ["a", "b"].map((sourceId) => ({
      id: sourceId,
      stance: "supports" as const,
      sourceId,
      originId: null,
    }));
    const edges = [{ fromId: "b", toId: "a", kind: "based_on" as const, publishedAt: LATER }];
    expect(changeOf(bare, { ...bare, edges }, all)).toMatchObject({
      ...{ at: LATER, rootsThen: 2, rootsNow: 1, shut: ["one-root"], evidenceIds: ["b"] },
      causes: [{ kind: "rests-on", from: { id: "b" }, to: { id: "a" } }],
    });
    const third = { id: "c", producerId: null, url: "https://c.example/", held: JUDGED };
    const joined = { fromId: "a", toId: "c", kind: "same_producer" as const, publishedAt: JUDGED };
    const round = { ...bare, sources: [...bare.sources, third], edges: [joined] };
    const later = { fromId: "c", toId: "b", kind: "same_producer" as const, publishedAt: LATER };
    expect(changeOf(round, { ...round, edges: [joined, later] }, all)).toMatchObject({
      ...{ at: LATER, rootsThen: 2, rootsNow: 1 },
      causes: [{ kind: "same-producer", from: { id: "c" }, to: { id: "b" } }],
    });
    const [first, second] = bare.sources;
    const moved = { ...bare, sources: [first, { ...second, url: "http://www.a.example/?fbclid=1" }] } as Rows;
    expect(changeOf(bare, moved, all)).toMatchObject({
      ...{ at: JUDGED, rootsThen: 2, rootsNow: 1 },
      causes: [{ kind: "same", sources: [{ id: "a" }, { id: "b" }] }],
    });
  });

  test("a verdict frozen under earlier rules is held to its number of roots alone", () => {
    const one: Rows = {
      sources: [{ id: "a", producerId: null, url: "https://a.example/", held: JUDGED }],
      ...{ edges: [], interests: [], appearances: [], notConcerned: [], partOf: {} },
    };
    const all = [{ id: "e", stance: "supports" as const, sourceId: "a", originId: null }];
    const old = {
      ...judged(one, all),
      v: 2,
      evidence: [{ id: "e", ownCase: "none", roots: ["a"] }],
      scale: [],
    };
    expect(groundChange(old, JUDGED, known(one), all)).toBeNull();
    expect(groundChange({ ...old, v: 3 }, JUDGED, known(one), all)).not.toBeNull();
  });
});
