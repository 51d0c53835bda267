import fc from "fast-check";
import { expect, test } from "vitest";
import { independence, type SourceGraph } from "./source.ts";
import { type SameFacts, sameSources } from "./source-same.ts";

const source = (id: string, facts: Partial<SameFacts> = {}): SameFacts => ({
  ...{ id, addresses: [], canonical: [], bytes: [], texts: [] },
  ...facts,
});
const page = "https://sida.example/nyhet?id=1";

test("one page entered in six ways, one file and one text are one document each", () => {
  const found = sameSources([
    source("a", { addresses: [page] }),
    source("b", { addresses: ["http://www.sida.example/nyhet/?id=1&utm_source=fb"] }),
    source("c", { addresses: ["https://kort.example/x", page] }),
    source("d", { addresses: ["https://kort.example/y"], canonical: [page] }),
    source("e", { addresses: [`https://web.archive.org/web/2020/${page}`] }),
    source("f", { bytes: ["f1"] }),
    source("g", { bytes: ["f1"], texts: ["t"] }),
    source("h", { texts: ["t"] }),
    source("i", { addresses: ["https://sida.example/nyhet?id=2"], bytes: ["f2"], texts: ["u"] }),
  ]);
  expect(found).toEqual([
    { ids: ["a", "b", "c", "d", "e"], by: ["address"] },
    { ids: ["f", "g", "h"], by: ["bytes", "text"] },
  ]);
});

test("a site that calls every page its front page does not make them one", () => {
  const pages = ["a", "b"].map((id) =>
    source(id, { addresses: [`https://sida.example/${id}`], canonical: ["https://sida.example/"] }),
  );
  expect(sameSources(pages)).toEqual([]);
});

test("however many times a page is entered, and whatever else is, it is one root", () => {
  const spelled = fc.constantFrom(
    ...[
      page,
      `http:${page.slice(6)}`,
      `${page}&fbclid=x`,
      `${page}#stycke-2`,
      `https://archive.ph/20200101/${page}`,
    ],
  );
  fc.assert(
    fc.property(fc.array(spelled, { minLength: 1, maxLength: 6 }), fc.nat(3), (spellings, others) => {
      const facts = [
        ...spellings.map((url, at) => source(`s${at}`, { addresses: [url] })),
        ...Array.from({ length: others }, (_, at) =>
          source(`o${at}`, { addresses: [`https://annan.example/${at}`] }),
        ),
      ];
      const graph: SourceGraph = {
        sources: facts.map(({ id }, at) => ({ id, producerId: `p${at}`, held: true })),
        edges: [],
        same: sameSources(facts).map(({ ids }) => ids),
      };
      const { roots, documents } = independence(
        graph,
        facts.map(({ id }) => ({ sourceId: id, originId: null })),
      );
      expect([roots.length, documents]).toEqual([1 + others, 1 + others]);
    }),
  );
});
