import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { Answer } from "./answer.ts";
import { answerFromMemory, asksPlainly, keepAnswer } from "./kept-answers.ts";
import { outdate } from "./outdated.ts";
import { keepPage, pageKeyHeader } from "./page-store.ts";
import { alwaysAsk, securityHeaders } from "./security-headers.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(listener: (request: IncomingMessage, answer: Answer) => void) {
  const server = createServer({ ServerResponse: Answer }, listener);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  closing.push(() => server.close());
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

const html = { "content-type": "text/html; charset=utf-8" };

test("every answer has every security header, a redirect, a refusal and an empty one too", async () => {
  for (const status of [200, 204, 308, 404, 405, 429]) {
    const url = await serve((_request, answer) => {
      answer.writeHead(status, status === 308 ? { location: "/" } : {}).end();
    });
    const response = await fetch(url, { redirect: "manual" });
    expect(response.status).toBe(status);
    for (const [name, value] of securityHeaders) expect(response.headers.get(name)).toBe(value);
  }
});

test("what an answer says itself stands", async () => {
  const url = await serve((_request, answer) => {
    answer.setHeader("content-security-policy", "frame-ancestors *");
    answer.setHeader("cross-origin-resource-policy", "cross-origin");
    answer.end("an embed");
  });
  const { headers } = await fetch(url);
  expect(headers.get("content-security-policy")).toBe("frame-ancestors *");
  expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
});

test("of two policies the later one is sent, alone", async () => {
  const url = await serve((_request, answer) => {
    answer.setHeader("content-security-policy", "script-src 'nonce-a'");
    answer.appendHeader("content-security-policy", "script-src 'sha256-b'");
    answer.end();
  });
  expect((await fetch(url)).headers.get("content-security-policy")).toBe("script-src 'sha256-b'");
});

test("shared caches are never promised a year", async () => {
  const url = await serve((_request, answer) => {
    answer.setHeader("cache-control", "s-maxage=31536000, stale-while-revalidate");
    answer.end();
  });
  expect((await fetch(url)).headers.get("cache-control")).toBe(alwaysAsk);
});

test("a failed page is readable without scripts, says nothing of the cause, and is whole after HEAD as well", async () => {
  const url = await serve((_request, answer) => {
    answer.statusCode = 500;
    answer.setHeader("content-type", html["content-type"]);
    answer.setHeader("link", "</a.css>; rel=preload; as=style");
    answer.write("<html id=__next_error__>");
    answer.end("secret</html>");
  });
  const response = await fetch(url);
  const body = await response.text();
  expect(response.status).toBe(500);
  expect(body).toContain("<h1>Sidan kunde inte visas</h1>");
  expect(body).not.toContain("secret");
  expect(response.headers.get("link")).toBeNull();
  expect((await fetch(url, { method: "HEAD" })).headers.get("content-length")).toBe(
    String(Buffer.byteLength(body)),
  );
});

test("data that fails is left as it is", async () => {
  const url = await serve((_request, answer) => {
    answer.writeHead(500, { "content-type": "application/json" }).end('{"error":"unavailable"}');
  });
  expect(await (await fetch(url)).text()).toBe('{"error":"unavailable"}');
});

test("what fails without a word of its own says what is the matter, in the way it was asked for", async () => {
  let databaseAway = false;
  const url = await serve((_request, answer) => {
    answer.note = { databaseAway };
    answer.writeHead(500).end();
  });
  for (const path of ["/claims/x.json", "/sitemap.xml", "/api/v1/desk/typed", "/claims/x", "/en/search"]) {
    const isPage = !/\.|api/.test(path);
    databaseAway = false;
    const failed = await fetch(url + path);
    expect([failed.status, failed.headers.get("retry-after")]).toEqual([500, null]);
    databaseAway = true;
    const away = await fetch(url + path);
    expect([away.status, away.headers.get("retry-after"), away.headers.get("cache-control")]).toEqual([
      ...[503, "5"],
      path.startsWith("/api/") ? "private, no-store" : "no-store",
    ]);
    const type = isPage ? "text/html; charset=utf-8" : "application/problem+json";
    expect([failed, away].map(({ headers }) => headers.get("content-type"))).toEqual([type, type]);
    if (isPage)
      expect(await away.text()).toContain(
        path.startsWith("/en") ? "<h1>The record does not" : "<h1>Protokollet",
      );
    else expect(await away.json()).toMatchObject({ status: 503, title: "Service Unavailable" });
  }
});

test("a refusal says its own words, also that the database is away", async () => {
  const url = await serve((_request, answer) => answer.refuse(503, "away"));
  expect(await (await fetch(`${url}/en/x`)).text()).toContain("<h1>The record does not answer just now");
  expect(await (await fetch(`${url}/x.json`)).json()).toMatchObject({ status: 503 });
});

/** A framework that has one page, and counts how often it is asked. */
async function serveOnePage(key: string, tags: string[]) {
  let asked = 0;
  const url = await serve((request, answer) => {
    if (answerFromMemory(request, answer)) return;
    asked += 1;
    const text = `<!DOCTYPE html><p>${key} ${asked}</p>`;
    keepPage(key, { html: text, tags, readAt: Date.now() - 1, freshUntil: Number.POSITIVE_INFINITY });
    answer.onHead = () => keepAnswer(request, answer);
    answer.setHeader(pageKeyHeader, key);
    answer.setHeader("etag", `"${asked}"`);
    answer.setHeader("content-type", html["content-type"]);
    answer.end(text);
  });
  const get = (path: string, headers: HeadersInit = {}) =>
    fetch(url + path, { headers: { "accept-encoding": "identity", ...headers } });
  return { get, asked: () => asked };
}

test("a finished page is answered from memory, the same bytes and headers, and 304 to who has it", async () => {
  const { get, asked } = await serveOnePage("kept", ["kept"]);
  const first = await get("/kept");
  const second = await get("/kept");
  expect(await second.text()).toBe(await first.text());
  for (const [name, value] of securityHeaders) expect(second.headers.get(name)).toBe(value);
  expect(second.headers.get(pageKeyHeader)).toBeNull();
  expect((await get("/kept", { "if-none-match": 'W/"1"' })).status).toBe(304);
  expect(asked()).toBe(1);
});

test("requests for data, drafts or with a query are the framework's to answer", async () => {
  const { get, asked } = await serveOnePage("asked", []);
  await get("/asked");
  await get("/asked", { rsc: "1" });
  await get("/asked", { "next-router-prefetch": "1" });
  await get("/asked", { cookie: "__prerender_bypass=x" });
  await get("/asked?fbclid=1");
  expect(asked()).toBe(5);
});

test("a header that nobody knows is never answered from memory, and what browsers and proxies send is", async () => {
  const { get, asked } = await serveOnePage("headers", []);
  await get("/headers");
  await get("/headers", {
    "sec-fetch-mode": "navigate",
    "accept-language": "sv",
    "x-forwarded-for": "192.0.2.1",
    cookie: "belagt=abc; theme=dark",
  });
  expect(asked()).toBe(1);
  await get("/headers", { "x-a-header-of-next-year": "1" });
  expect(asked()).toBe(2);
  const unknown = [
    "next-action",
    "next-hmr-refresh",
    "purpose",
    "range",
    "rsc-next",
    "x-middleware-prefetch",
  ];
  for (const name of unknown) expect(asksPlainly({ [name]: "1" }), name).toBe(false);
  expect(asksPlainly({ accept: "text/x-component" })).toBe(false);
});

test("after a tag has expired the kept page is not sent again", async () => {
  const { get, asked } = await serveOnePage("expiring", ["claim:expiring"]);
  await get("/expiring");
  await get("/expiring");
  expect(asked()).toBe(1);
  outdate(["claim:expiring"]);
  expect(await (await get("/expiring")).text()).toContain("expiring 2");
});
