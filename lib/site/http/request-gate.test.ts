import fc from "fast-check";
import { expect, test } from "vitest";
import { plainPage } from "./plain-pages.ts";
import {
  agreeOnHost,
  asksForAMoment,
  comesFromHere,
  isReadable,
  isReading,
  isTooLarge,
  takesPosts,
} from "./request-gate.ts";

test.each([
  "/claims/%",
  "/claims/%E0%A4%A",
  "/%ZZ",
  "/%ED%A0%80",
  "/claims/%00",
  "/%0d%0aSet-Cookie:x",
  "/%7F",
])("%s is turned away", (url) => expect(isReadable(url)).toBe(false));

test("any text a person types reads, once it is encoded", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const readable = text.isWellFormed() && !/\p{Cc}/u.test(text);
      if (readable) expect(isReadable(`/claims/${encodeURIComponent(text)}`)).toBe(true);
    }),
  );
});

test("a question is the page's own to judge", () => {
  expect(isReadable("/search?q=%00%E0")).toBe(true);
});

test("only the desk, the sign-in and the API take what is sent", () => {
  expect(["/desk", "/en/desk/queue", "/sign-in?x", "/api/v1/claims"].every(takesPosts)).toBe(true);
  expect(["/", "/claims/desk", "/desktop", "/en", "/search?next=/desk"].some(takesPosts)).toBe(false);
  expect([isReading("HEAD"), isReading("POST"), isReading("OPTIONS")]).toEqual([true, false, false]);
});

test("a refusal speaks the language of the address first, then the other", () => {
  const [sv, en] = [String(plainPage("missing", "/claims/x")), String(plainPage("missing", "/en/claims/x"))];
  expect(sv).toMatch(/lang="sv"[\s\S]*<h1>Sidan finns inte[\s\S]*<h2>The page does not exist/);
  expect(en).toMatch(/lang="en"[\s\S]*<h1>The page does not exist[\s\S]*<h2>Sidan finns inte/);
});

test("a moment in the address looks like one, or is turned away before it becomes part of a path", () => {
  expect(
    ["/x", "/x?asOf=2026-11-23T12:00:00Z", "/x?asOf=2026-11-23T12%3A00%3A00%2B01%3A00"].every(asksForAMoment),
  ).toBe(true);
  for (const bad of [
    "",
    "yesterday",
    "%25",
    "%",
    "%00",
    "a".repeat(3000),
    "2026-11-23T12:00:00Z&asOf=x",
    "../x",
  ]) {
    expect(asksForAMoment(`/disputes/x?asOf=${bad}`)).toBe(false);
  }
});

test("what is sent comes from our own pages, or is turned away", () => {
  const home = "https://belagt.example";
  const headers = (origin?: string, site?: string) => ({
    host: "belagt.example",
    origin,
    "sec-fetch-site": site,
  });
  expect(comesFromHere(headers(home), home)).toBe(true);
  expect(comesFromHere(headers(undefined, "same-origin"), home)).toBe(true);
  for (const [origin, site] of [
    [undefined, undefined],
    ["null", "same-origin"],
    ["https://evil.example"],
    ["https://desk.belagt.example"],
    ["http://belagt.example"],
    ["https://belagt.example:8443"],
    ["https://belagt.example.evil.example"],
    [undefined, "same-site"],
    [undefined, "cross-site"],
    [undefined, "none"],
  ] as const)
    expect(comesFromHere(headers(origin, site), home), `${origin} ${site}`).toBe(false);
});

test("somebody trying it on a machine of their own may use any of its names", () => {
  expect(
    comesFromHere({ host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" }, "http://localhost:3000"),
  ).toBe(true);
  expect(
    comesFromHere({ host: "127.0.0.1:3000", origin: "http://evil.example" }, "http://localhost:3000"),
  ).toBe(false);
});

test("a form has an end", () => {
  expect(isTooLarge({ "content-length": "1000001" })).toBe(true);
  expect(isTooLarge({ "content-length": "900000" })).toBe(false);
});

test("behind a proxy that passes on another name, what came from our pages is still from one host", () => {
  const headers = {
    origin: "https://belagt.example",
    host: "10.0.0.7:3000",
    "x-forwarded-host": "evil.example",
  };
  agreeOnHost(headers);
  expect(headers).toEqual({ origin: "https://belagt.example", host: "belagt.example" });
  const without = { host: "belagt.example", "x-forwarded-host": "evil.example" };
  agreeOnHost(without);
  expect(without).toEqual({ host: "belagt.example" });
});
