import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainPage } from "./plain-pages.ts";
import {
  agreeOnHost,
  asksForAMoment,
  comesFromHere,
  isPrivate,
  isReadable,
  isReading,
  judge,
  plainAddress,
  sizeOf,
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

test("only the desk, the sign-in and the forms of readers take what is sent", () => {
  expect(["/desk", "/en/desk/queue", "/sign-in?x", "/tip", "/claims/x/objection"].every(takesPosts)).toBe(
    true,
  );
  expect(["/", "/claims/desk", "/desktop", "/en", "/search?next=/desk"].some(takesPosts)).toBe(false);
  expect([isReading("HEAD"), isReading("POST"), isReading("OPTIONS")]).toEqual([true, false, false]);
});

const HOME = "https://belagt.example";
const asked = (method: string, url: string, more: Record<string, string> = {}, hosts = 1) => {
  const headers = { host: "belagt.example", origin: HOME, ...more };
  const host = Array<string[]>(hosts).fill(["Host", headers.host]).flat();
  return judge({ method, url, headers, rawHeaders: [...host, "Origin", HOME] }, HOME);
};
const said = (judged: ReturnType<typeof judge>) => ("status" in judged ? judged.status : judged.what);

/** Each kind of address, with the methods that get past the door. */
const ADDRESSES = {
  page: ["/claims/x", "GET HEAD"],
  "page in English": ["/en/disputes/x?a=1", "GET HEAD"],
  data: ["/claims/x.json", "GET HEAD"],
  machine: ["/sitemap.xml", "GET HEAD"],
  health: ["/readyz", "GET HEAD"],
  file: ["/_next/static/chunks/a.js", "GET HEAD"],
  search: ["/search?q=x", "GET HEAD"],
  "nothing there": ["/nothing/here", "GET HEAD"],
  desk: ["/desk", "GET HEAD POST"],
  "sign-in": ["/en/sign-in", "GET HEAD POST"],
  "a party's link": ["/reply/x", "GET HEAD POST"],
  tip: ["/tip", "GET HEAD POST"],
  objection: ["/claims/x/objection", "GET HEAD POST"],
  background: ["/api/v1/desk/typed", "GET HEAD PUT DELETE"],
} as const;
const METHODS = `GET HEAD POST PUT DELETE PATCH OPTIONS TRACE CONNECT PURGE PROPFIND LINK QUERY get`.split(
  " ",
);

describe.each(Object.entries(ADDRESSES))("%s", (_, [address, allowed]) => {
  test.each(METHODS)("%s", (method) => {
    const judged = asked(method, address);
    if (allowed.split(" ").includes(method)) expect(said(judged)).toBe("let-in");
    else expect(judged).toMatchObject({ status: 405, allow: allowed.replaceAll(" ", ", ") });
  });
});

test.each([
  ["OPTIONS", "*", 405],
  ["GET", "*", 400],
  ["GET", "http://evil.example/", 400],
  ["GET", "https://belagt.example.evil.example/", 400],
  ["GET", "https://x@evil.example/", 400],
  ["GET", "evil.example:443", 400],
  ["GET", "", 400],
  ["GET", "https://belagt.example/claims/x", "let-in"],
  ["GET", "https://belagt.example?a", "let-in"],
])("%s %s: %s", (method, url, expected) => {
  expect(said(asked(method, url))).toBe(expected);
});

test("one host, and a body sent as HTTP/1.1 sends it", () => {
  expect(said(asked("GET", "/", {}, 2))).toBe(400);
  for (const host of ["a b", "a,b", "a/b", "a@b", "[::1", "a\u0000"])
    expect(said(asked("GET", "/", { host }))).toBe(400);
  for (const host of ["", "a", "a:80", "[::1]:80", "127.0.0.1"])
    expect(said(asked("GET", "/", { host }))).toBe("let-in");
  expect(said(asked("POST", "/tip", { "transfer-encoding": "identity, chunked" }))).toBe(400);
  expect(said(asked("POST", "/tip", { "transfer-encoding": "chunked" }))).toBe("let-in");
});

test.each([
  ["/claims/x/", "/claims/x"],
  ["//claims//x?a=%41", "/claims/x?a=%41"],
  ["/\\evil.example/", "/evil.example"],
  ["/cl%61ims/%78", "/claims/x"],
  ["/a/%2e%2E/desk", "/desk"],
  ["/reply/%41bc/", "/reply/Abc"],
])("%s is led to %s", (url, to) => expect(asked("GET", url)).toEqual({ what: "led", to }));

const paths = fc
  .array(fc.constantFrom(..."/ // \\\\ . .. /./ /../ %2e %2F %5c %41 %ff a ~ é ; x?".split(" ")), {
    maxLength: 10,
  })
  .map((pieces) => pieces.join(""));

test("however an address is written, it is led to one, which is itself", () => {
  fc.assert(
    fc.property(paths, fc.constantFrom("", "/", "\\", "//x", "/.", "/../"), (path, more) => {
      const plain = plainAddress(`/${path}${more}`);
      expect(plain).toMatch(/^\/(?![\\/])/);
      expect(plainAddress(plain)).toBe(plain);
    }),
  );
});

test.each([
  "/desk",
  "/desk/claims",
  "/en/desk/",
  "/sv/desk",
  "/desk.segments/_tree.segment.rsc",
  "/desk.json",
  "//desk//x",
  "/%64esk",
  "/reply/abc/",
  "/sign-in/reset/abc/",
  "/en/sign-in/invitation/abc",
  "/sign-in/first/abc",
  "/tip/abc",
  "/claims/x/objection/3",
  "/api/v1/desk/typed",
])("%s is for whoever asked", (url) => expect(isPrivate(url)).toBe(true));

test.each(["/", "/desktop", "/claims/desk", "/en/search?next=/desk", "/replying", "/claims/x/objections"])(
  "%s is for everybody",
  (url) => expect(isPrivate(url)).toBe(false),
);

test.each([
  "/desk.segments/_tree.segment.rsc",
  "/sign-in.segments/x.segment.rsc",
  "/claims/x.rsc",
  "/_next/data/b/claims/x.json",
  "/_next/image?url=x",
])("%s, which only the framework would ask for, is not there", (url) =>
  expect(said(asked("GET", url))).toBe(404),
);

test.each([
  ["/_next/../disputes/a?asOf=2026-12-30T09:30:00.001Z", "/disputes/a?asOf=2026-12-30T09:30:00.001Z"],
  ["/_next/%2e%2E/desk", "/desk"],
  ["/_next/a/.././../claims/b", "/claims/b"],
  ["/_next/static/..\\..\\..\\json\\log", "/json/log"],
])("%s is led to where it goes, and judged there", (url, to) => {
  expect(asked("GET", url)).toEqual({ what: "led", to });
  expect(isPrivate(url)).toBe(isPrivate(to));
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

test("a name that a stranger can make lead to us is not near here", () => {
  for (const [host, near] of [
    ["evil.example:3000", false],
    ["desk:3000", true],
    ["192.168.1.7:3000", true],
    ["[::1]:3000", true],
    ["desk.lan", true],
  ] as const)
    expect(comesFromHere({ host, origin: `http://${host}` }, "http://localhost:3000"), host).toBe(near);
});

test("how large a body says it is, by where it is sent", () => {
  const size = (url: string, length: string) => sizeOf(url, { "content-length": length });
  expect(size("/tip", "1000000")).toBe("form");
  expect(size("/tip", "1000001")).toBe("too-large");
  expect(size("/desk/sources/x", "1000001")).toBe("file");
  expect(size("/desk/sources/x", "27214401")).toBe("too-large");
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
