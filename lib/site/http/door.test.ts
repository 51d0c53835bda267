/** The way of a request to the application, over a record that is there: what gets by, what is led elsewhere, and to where. */
import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { Answer } from "./answer.ts";
import { atTheDoor, type DoorTerms } from "./door.ts";
import { outdate } from "./outdated.ts";
import { publicAddresses } from "./public-addresses.ts";
import { RecordAtDoor } from "./record-at-door.ts";

standAt(new Date("2026-11-23T12:00:00Z"));

const HOME = "https://belagt.example";
const ACTION = "40aa".repeat(10);
const KEPT = ["/[locale]", "/[locale]/claims/[slug]", "/[locale]/disputes/[slug]", "/[locale]/sources/[id]"];
const ROUTES = [
  ...KEPT,
  "/[locale]/[...rest]",
  "/[locale]/search",
  "/[locale]/desk",
  "/[locale]/desk/sources/[id]",
  "/[locale]/reply/[token]",
  "/[locale]/tip",
  "/[locale]/sign-in/reset/[token]",
  "/api/v1/desk/typed",
  "/readyz",
];

let url: string;
let port: number;
let dispute: string;
let record: RecordAtDoor;
let asked = 0;
let moments: string[];
let cookie: string;
let member: string;

const server = createServer({ ServerResponse: Answer }, async (request, answer) => {
  const terms: DoorTerms = {
    ...{ home: HOME, record, fromMemory: () => false },
    built: { addresses: publicAddresses(ROUTES, KEPT), actions: new Set([ACTION]) },
  };
  const entered = await atTheDoor(request, answer as Answer, terms);
  if (entered === null) return;
  asked += 1;
  answer.end(`${entered.method} ${entered.url}`);
});

beforeAll(async () => {
  await ownDatabase();
  const { seed } = await import("../../../prisma/seed/seed.ts");
  const { readDispute } = await import("../../record/dispute/dispute-queries.ts");
  const { db } = await import("../../core/db.ts");
  const { actingAs, aMember } = await import("../../desk/member/member.fixture.ts");
  await seed();
  record = new RecordAtDoor(process.env.DATABASE_URL ?? "", HOME, 20_000);
  dispute = (await db().dispute.findFirstOrThrow()).slug;
  moments = [...((await readDispute(dispute))?.moments ?? [])];
  const who = await aMember();
  member = who.id;
  cookie = `x=1; __Host-belagt=${(await actingAs(who, new Date("2026-11-23T12:00:00Z"))).token}`;
  await new Promise<void>((resolve) => server.listen(0, resolve));
  port = (server.address() as AddressInfo).port;
  url = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await record.end();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(url + path, { redirect: "manual", headers });
const reaches = async (path: string) => (await get(path)).text();

describe("a moment", () => {
  const at = (asOf: string, more = "") => `/disputes/${dispute}?asOf=${encodeURIComponent(asOf)}${more}`;

  test("is led to the entry of the log before it, and there are no more pages than entries", async () => {
    const newest = moments[0] ?? "";
    const oldest = moments.at(-1) ?? "";
    expect(moments.length).toBeGreaterThan(0);
    const places = new Set<string | null>();
    for (let i = 0; i < 200; i += 1) {
      const time = new Date(Date.parse(oldest) + 1 + i * 1000 * 60 * 60 * 24 * 40);
      places.add((await get(at(time.toISOString()))).headers.get("location"));
    }
    for (const place of places) {
      expect(place).toMatch(/\?asOf=/);
      expect(moments).toContain(new URL(place ?? "", url).searchParams.get("asOf"));
    }
    expect(places).toContain(at(newest));
    const led = await get(at("2200-01-01T00:00:00+02:00", "&clock=known"));
    expect([led.status, led.headers.get("location")]).toEqual([307, at(newest, "&clock=known")]);
    expect(led.headers.get("cache-control")).toBe("no-store");
    expect(await reaches(at(newest))).toBe(`GET ${at(newest)}`);
    expect((await get(`/en${at("2200-01-01T00:00:00Z")}`)).headers.get("location")).toBe(`/en${at(newest)}`);
  });

  test("from before the record is one page, whichever it is", async () => {
    const pages = await Promise.all(
      ["0001-01-01T00:00:00Z", "1999-12-31T23:59:59.999Z", "2001-01-01T00:00:00+01:00"].map((time) =>
        reaches(at(time, "&x=1")),
      ),
    );
    expect(new Set(pages).size).toBe(1);
  });

  test("that is none is told so before anything is made", async () => {
    const before = asked;
    for (const bad of [
      "2026-13-01T00:00:00Z",
      "2026-11-31T00:00:00Z",
      "2026-11-23",
      "2026-11-23T12:00:00",
      "0000000000",
    ])
      expect((await get(at(bad))).status, bad).toBe(400);
    expect((await get(`${at("2026-11-23T12:00:00Z")}&asOf=2026-11-24T12:00:00Z`)).status).toBe(400);
    expect(asked).toBe(before);
  });

  test("of a dispute that is not there is missing, and of anything else is nothing", async () => {
    expect(await reaches("/disputes/none?asOf=2026-11-23T12:00:00Z")).toBe("GET /-");
    expect(await reaches("/search?asOf=2026-11-23T12:00:00Z")).toBe("GET /search?asOf=2026-11-23T12:00:00Z");
  });

  test("is asked of the database once until something is published", async () => {
    let queries = 0;
    const own = new RecordAtDoor(process.env.DATABASE_URL ?? "", HOME, 20_000);
    const { default: pg } = await import("pg");
    const { query } = pg.Pool.prototype;
    pg.Pool.prototype.query = function counted(this: unknown, ...args: unknown[]) {
      queries += 1;
      return Reflect.apply(query, this, args);
    } as typeof query;
    try {
      for (let i = 0; i < 50; i += 1) await own.stood(dispute, new Date(Date.UTC(2030, 0, 1, 0, 0, 0, i)));
      expect(queries).toBe(1);
      outdate([`dispute:${dispute}`]);
      await own.stood(dispute, new Date("2030-01-01T00:00:00Z"));
      expect(queries).toBe(2);
    } finally {
      pg.Pool.prototype.query = query;
      await own.end();
    }
  });
});

test("a kept page is one page, whatever is asked of it; what reads its question gets it", async () => {
  const moment = `?asOf=${encodeURIComponent(moments[0] ?? "")}`;
  for (const [path, reached] of [
    ["/?x=1", "/"],
    ["/en?x=1&y", "/en"],
    [`/disputes/${dispute}?clock=known`, `/disputes/${dispute}`],
    [`/disputes/${dispute}${moment}&clock=known`, `/disputes/${dispute}${moment}`],
    [`/disputes/${dispute}?x=1&${moment.slice(1)}`, `/disputes/${dispute}${moment}`],
    [`/disputes/${dispute}.json?x=1`, `/disputes/${dispute}.json?x=1`],
    ["/search?q=x", "/search?q=x"],
    ["/desk?x=1", "/desk?x=1"],
    ["/sv/claims/x?y", "/sv/claims/x?y"],
    ["/_next/static/a.js?v=1", "/_next/static/a.js?v=1"],
  ])
    expect(await reaches(path ?? ""), path).toBe(`GET ${reached}`);
});

test("what is not on record is one page of each language, and data says so itself", async () => {
  for (const path of [
    "/claims/none",
    "/nothing/at/all",
    "/sources/00000000-0000-7000-8000-000000000000",
    "/desk/nothing",
  ])
    expect(await reaches(path), path).toBe("GET /-");
  expect(await reaches("/en/disputes/none?x=1")).toBe("GET /en/-");
  const data = await get("/claims/none.json");
  expect([data.status, data.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
  expect(await reaches(`/disputes/${dispute}`)).toBe(`GET /disputes/${dispute}`);
  expect(await reaches(`/disputes/${dispute}.json`)).toBe(`GET /disputes/${dispute}.json`);
});

test("a secret in an address is in no answer that anybody may keep, whichever way it is led", async () => {
  for (const path of [
    "/reply/abc/",
    "/sign-in/reset/abc/",
    "//reply/abc",
    "/%72eply/abc",
    "/sign-in/reset/abc",
    "/en/desk/",
  ]) {
    const answer = await get(path);
    expect(answer.headers.get("cache-control"), path).toBe("private, no-store");
    expect(answer.headers.get("x-robots-tag"), path).toBe("noindex, nofollow");
  }
  expect((await get("/claims/x/")).headers.get("cache-control")).not.toContain("private");
});

const send = (path: string, body: string | Buffer, type: string, headers: Record<string, string> = {}) =>
  fetch(url + path, {
    ...{ method: "POST", redirect: "manual", body: new Uint8Array(Buffer.from(body)) },
    headers: { origin: HOME, "content-type": type, ...headers },
  });

const form = (...fields: [string, string][]) =>
  `${fields.map(([name, value]) => `--b1\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("")}--b1--\r\n`;
const MULTIPART = "multipart/form-data; boundary=b1";

describe("what is sent", () => {
  test.each([
    ["a form of ours", form([`$ACTION_ID_${ACTION}`, ""], ["text", "å"]), MULTIPART, {}, 200],
    [
      "one with its function bound",
      form(["$ACTION_REF_1", ""], ["$ACTION_1:0", `{"id":"${ACTION}","bound":"$@1"}`], ["$ACTION_1:1", "[]"]),
      ...[MULTIPART, {}, 200],
    ],
    ["by script", "[]", "text/plain;charset=UTF-8", { "next-action": ACTION }, 200],
    [
      "by script for an unknown function",
      "[]",
      "text/plain;charset=UTF-8",
      { "next-action": "7f".repeat(21) },
      404,
    ],
    ["for a word that objects have", "[]", "text/plain", { "next-action": "toString" }, 404],
    ["an unknown function", form([`$ACTION_ID_${"7f".repeat(21)}`, ""]), MULTIPART, {}, 404],
    [
      "an unknown function, bound",
      form(["$ACTION_REF_1", ""], ["$ACTION_1:0", '{"id":"x"}']),
      MULTIPART,
      {},
      404,
    ],
    ["a form for nothing", form(["text", "x"]), MULTIPART, {}, 400],
    ["no form", "text=x", "application/x-www-form-urlencoded", {}, 400],
    ["JSON", '{"text":"x"}', "application/json", {}, 400],
    ["another alphabet", form([`$ACTION_ID_${ACTION}`, ""]), `${MULTIPART}; charset=utf-16`, {}, 400],
    [
      "text that is none",
      Buffer.from(form([`$ACTION_ID_${ACTION}`, ""], ["text", "\xff"]), "latin1"),
      ...[MULTIPART, {}, 400],
    ],
  ] as [string, string | Buffer, string, Record<string, string>, number][])(
    "%s",
    async (_, body, type, headers, status) => {
      expect((await send("/tip", body, type, headers)).status).toBe(status);
    },
  );

  test("to where nothing is, is told so", async () => {
    expect((await send("/desk/nothing", form([`$ACTION_ID_${ACTION}`, ""]), MULTIPART)).status).toBe(404);
  });
});

describe("a file", () => {
  const body = form([`$ACTION_ID_${ACTION}`, ""], ["file", "x".repeat(1_200_000)]);

  test("is taken from whoever is signed in, and from nobody else", async () => {
    const bring = async (headers: Record<string, string>) =>
      (await send("/desk/sources/x", body, MULTIPART, headers)).status;
    expect(await bring({ cookie })).toBe(200);
    expect(await bring({ cookie: "a=b" })).toBe(403);
    expect(await bring({ cookie: `__Host-belagt=${"A".repeat(43)}` })).toBe(403);
    expect(await bring({})).toBe(403);
    expect((await send("/tip", body, MULTIPART, { cookie })).status).toBe(413);
    expect(await record.member(cookie)).toBe(member);
  });

  test("of strangers who send it slowly keeps no member waiting", async () => {
    const strangers = Array.from({ length: 12 }, () => {
      const headers = {
        origin: HOME,
        cookie: "a=b",
        "content-type": MULTIPART,
        "content-length": 27_000_000,
      };
      const sent = ask({ port, method: "POST", path: "/desk/sources/x", headers });
      sent.on("error", () => undefined);
      sent.write("x");
      return sent;
    });
    expect((await send("/desk/sources/x", body, MULTIPART, { cookie })).status).toBe(200);
    for (const sent of strangers) sent.destroy();
  });
});
