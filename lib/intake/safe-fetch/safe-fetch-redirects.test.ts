import { afterEach, describe, expect, test } from "vitest";
import { safeFetch } from "./safe-fetch.ts";
import { closeSites, fetched, rawSite, reaching, site } from "./safe-fetch-server.fixture.ts";

afterEach(closeSites);

describe("redirects", () => {
  const leading = (to: (path: string) => string | undefined, status = 302) =>
    site((asked, answer) => {
      const location = to(asked.url ?? "");
      answer.writeHead(
        location === undefined ? 200 : status,
        location === undefined ? {} : { Location: location },
      );
      answer.end("here");
    });

  test.each([301, 302, 303, 307, 308])("with %i are followed, and kept", async (status) => {
    const page = await leading((path) => (path === "/" ? "/next#part" : undefined), status);
    const outcome = fetched(await safeFetch(page.url, reaching(page)));
    expect(outcome.hops.map((hop) => [hop.url, hop.status])).toEqual([
      [`${page.url}/`, status],
      [`${page.url}/next`, 200],
    ]);
    expect(outcome.finalUrl).toBe(`${page.url}/next`);
  });

  test.each([
    ["300 with an address", 300, "/next"],
    ["302 without one", 302, undefined],
  ])("are none: %s is the answer", async (_what, status, location) => {
    const page = await site((_asked, answer) =>
      answer.writeHead(status, location ? { Location: location } : {}).end(),
    );
    expect(fetched(await safeFetch(page.url, reaching(page))).status).toBe(status);
  });

  test("are five at most", async () => {
    const until = (last: number) => (path: string) => {
      const count = Number(path.slice(1));
      return count < last ? `/${count + 1}` : undefined;
    };
    const five = await leading(until(5));
    expect(fetched(await safeFetch(`${five.url}/0`, reaching(five))).hops).toHaveLength(6);
    const twenty = await leading(until(20));
    const outcome = await safeFetch(`${twenty.url}/0`, reaching(twenty));
    expect(outcome).toMatchObject({ ok: false, reason: "too-many-redirects", url: "/6" });
    expect(outcome.hops).toHaveLength(6);
    expect(twenty.connections()).toBe(6);
  });

  test("in a circle are noticed when it closes", async () => {
    const page = await leading((path) => (path === "/a" ? "/b" : "/a"));
    expect(await safeFetch(`${page.url}/a`, reaching(page))).toMatchObject({ reason: "redirect-loop" });
    expect(page.connections()).toBe(2);
    const itself = await leading((path) => `${path}#again`);
    expect(await safeFetch(itself.url, reaching(itself))).toMatchObject({ reason: "redirect-loop" });
  });

  test("to another site are looked up and judged anew", async () => {
    const far = await site((_asked, answer) => answer.end("far"), "far.example.org");
    const near = await leading(() => `${far.url}/`);
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return ["127.0.0.1"];
    };
    expect(fetched(await safeFetch(near.url, { resolve, allow: [near.at, far.at] })).body.toString()).toBe(
      "far",
    );
    expect(asked).toEqual(["page.example.org", "far.example.org"]);
    expect(await safeFetch(near.url, { resolve, allow: [near.at] })).toMatchObject({
      ok: false,
      reason: "port-not-allowed",
      url: `${far.url}/`,
      hops: [{ status: 302 }],
    });
    expect(far.connections()).toBe(1);
  });

  test("with å written as it is are understood", async () => {
    const page = await rawSite((socket, asked) =>
      socket.end(
        asked.startsWith("GET / ")
          ? "HTTP/1.1 301 Moved\r\nLocation: /nyheter/åäö\r\n\r\n"
          : "HTTP/1.1 200 OK\r\n\r\nhej",
      ),
    );
    expect(fetched(await safeFetch(page.url, reaching(page))).finalUrl).toBe(
      `${page.url}/nyheter/%C3%A5%C3%A4%C3%B6`,
    );
  });

  test("are not read to the end when they say more than anybody sees", async () => {
    const page = await rawSite((socket, asked) => {
      if (asked.startsWith("GET /next")) return socket.end("HTTP/1.1 200 OK\r\n\r\nhej");
      socket.write("HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 99999999\r\n\r\n");
      return socket.write(Buffer.alloc(200_000));
    });
    const { hops } = fetched(await safeFetch(page.url, reaching(page)));
    expect(hops.map(({ truncated }) => truncated)).toEqual([true, false]);
  });

  test.each([
    ["header", { Refresh: "0; url=http://127.0.0.1:22/" }, "", "http://127.0.0.1:22/"],
    ["HTML", {}, "<META content='5;URL=/next?a=1&amp;b' http-equiv=Refresh>", "/next?a=1&b"],
    ["HTML", {}, '<meta http-equiv="refresh" content="0; url=&quot;">', "/&quot;"],
    ["HTML that only reloads", {}, '<meta http-equiv="refresh" content="30">', null],
    ["no HTML", { "Content-Type": "text/plain" }, '<meta http-equiv="refresh" content="0;url=/x">', null],
  ])("by the page itself (in %s) are told and not followed", async (_where, headers, html, refresh) => {
    const page = await site((_asked, answer) => answer.writeHead(200, headers).end(html));
    const outcome = fetched(await safeFetch(`${page.url}/a`, reaching(page)));
    const expected = refresh?.startsWith("/") ? page.url + refresh : refresh;
    expect(outcome.refresh ?? null).toBe(expected);
    expect(page.connections()).toBe(1);
  });
});
