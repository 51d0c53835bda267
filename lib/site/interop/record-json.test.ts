import { expect, test } from "vitest";
import { socialDumping, threeHouseholds } from "../../record/claim/claim.fixture.ts";
import { jsonAnswer, notFoundAnswer } from "./json-answer.ts";
import { asJson, claimLinks, recordJson, verdictLinks } from "./record-json.ts";

const address = "https://belagt.example/claims/huddinge-social-dumpning";
const record = recordJson("claim", address, socialDumping, claimLinks(socialDumping));
const asked = (tag?: string) =>
  new Request(`${address}.json`, { headers: tag ? { "if-none-match": tag } : {} });

test("a claim says who it is, in which languages it can be read and everything the page shows", () => {
  expect(record).toMatchObject({
    id: address,
    type: "claim",
    format: 1,
    pages: { sv: address, en: "https://belagt.example/en/claims/huddinge-social-dumpning" },
    links: { self: `${address}.json`, dispute: "https://belagt.example/disputes/kramfors-huddinge" },
  });
  expect(record.record).toEqual(socialDumping);
});

test("links are absolute, and each record is linked once", () => {
  for (const to of Object.values(record.links).flat()) expect(to).toMatch(/^https:\/\/belagt\.example\//);
  expect(record.links.sources).toHaveLength(1);
  expect(record.links.parties).toHaveLength(2);
  const { verdict } = threeHouseholds;
  expect(verdict && verdictLinks(verdict)).toMatchObject({
    claim: `/claims/${threeHouseholds.slug}`,
    previous: null,
  });
});

test("the same record is the same bytes, whatever order it was put together in", () => {
  const turned = Object.fromEntries(Object.entries(record).reverse());
  expect(asJson(turned)).toBe(asJson(record));
  expect(JSON.parse(asJson(record))).toEqual(JSON.parse(JSON.stringify(record)));
});

test("data may be read from any site and is asked for again each time", async () => {
  const answer = jsonAnswer(asked(), record, `${address}.json`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("link")).toBe(`<${address}.json>; rel="canonical"`);
  expect(await answer.json()).toEqual(JSON.parse(asJson(record)));
});

test("whoever has the bytes is told so without them, also through a proxy that weakened the tag", async () => {
  const etag = jsonAnswer(asked(), record, address).headers.get("etag") ?? "";
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const answer = jsonAnswer(asked(tag), record, address);
    expect([answer.status, await answer.text()]).toEqual([304, ""]);
  }
  expect(jsonAnswer(asked('"other"'), record, address).status).toBe(200);
  expect(jsonAnswer(asked(etag), threeHouseholds, address).status).toBe(200);
});

test("what is not there is a problem, in the form of RFC 9457", async () => {
  const answer = notFoundAnswer();
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(await answer.json()).toMatchObject({ type: "about:blank", title: "Not Found", status: 404 });
});
