import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { type FetchOptions, safeFetch } from "./safe-fetch.ts";
import { closeSites, fetched, rawSite, reaching, site } from "./safe-fetch-server.fixture.ts";

afterEach(closeSites);

const MEGABYTE = 1024 * 1024;

setFlagsFromString("--expose-gc");
/** So that what was garbage before is not counted as room. */
const collectGarbage: () => void = runInNewContext("gc");

describe("more than we take", () => {
  // A gzip file may have many members (RFC 1952 §2.2): 64 of 16 MB are 1 GB.
  const member = gzipSync(Buffer.alloc(16 * MEGABYTE));
  const bombs = {
    gzip: Buffer.concat(Array.from({ length: 64 }, () => member)),
    deflate: deflateSync(Buffer.alloc(64 * MEGABYTE)),
    br: brotliCompressSync(Buffer.alloc(64 * MEGABYTE), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  };

  test.each(Object.entries(bombs))(
    "unpacked with %s is stopped, and memory stays small",
    async (encoding, bomb) => {
      const page = await site((_asked, answer) =>
        answer.writeHead(200, { "Content-Encoding": encoding }).end(bomb),
      );
      collectGarbage();
      const before = process.memoryUsage();
      let rss = 0;
      let external = 0;
      const look = setInterval(() => {
        const now = process.memoryUsage();
        rss = Math.max(rss, now.rss - before.rss);
        external = Math.max(external, now.external - before.external);
      }, 5);
      const outcome = await safeFetch(page.url, reaching(page));
      clearInterval(look);
      expect(outcome).toMatchObject({ ok: false, reason: "too-large" });
      expect(rss).toBeLessThan(100 * MEGABYTE);
      expect(external).toBeLessThan(100 * MEGABYTE);
    },
  );

  test("is refused at once when the server says so beforehand", async () => {
    const page = await rawSite((socket) =>
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 20971521\r\n\r\n"),
    );
    expect(await safeFetch(page.url, reaching(page))).toMatchObject({ ok: false, reason: "too-large" });
  });

  test("in chunks without end is stopped at the limit", async () => {
    const chunk = `10000\r\n${"a".repeat(0x10000)}\r\n`;
    const page = await rawSite((socket) => {
      const more = () => {
        while (socket.writable && socket.write(chunk));
      };
      socket.on("drain", more).write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
      more();
    });
    let bytes = 0;
    const outcome = await safeFetch(page.url, {
      ...reaching(page),
      onProgress: (count) => {
        bytes = count;
      },
    });
    expect(outcome).toMatchObject({ ok: false, reason: "too-large" });
    expect(bytes).toBeLessThan(21 * MEGABYTE);
  });

  test("counts chunk marks and headers, not only the page", async () => {
    const page = await rawSite((socket) =>
      socket.end(
        `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${"1\r\na\r\n".repeat(1000)}0\r\n\r\n`,
      ),
    );
    const options = reaching(page);
    expect(await safeFetch(page.url, { ...options, maxBytes: 2000 })).toMatchObject({ reason: "too-large" });
    expect(await safeFetch(page.url, { ...options, maxBytes: 8000 })).toMatchObject({ ok: true });
  });

  test("is refused when it comes unpacked", async () => {
    const page = await site((_asked, answer) => answer.end("a".repeat(1001)));
    const options = { ...reaching(page), maxDecodedBytes: 1000 };
    expect(await safeFetch(page.url, options)).toMatchObject({ reason: "too-large" });
  });

  test.each([
    ["one header", `X: ${"a".repeat(MEGABYTE)}\r\n`],
    ["many headers", "X-Flood: a\r\n".repeat(100_000)],
  ])("in %s is refused", async (_what, flood) => {
    const page = await rawSite((socket) => socket.end(`HTTP/1.1 200 OK\r\n${flood}\r\n`));
    expect(await safeFetch(page.url, reaching(page))).toMatchObject({ reason: "headers-too-large" });
  });

  test("than two thousand headers are kept, every one", async () => {
    const page = await rawSite((socket) => socket.end(`HTTP/1.1 200 OK\r\n${"X: a\r\n".repeat(3000)}\r\n`));
    const outcome = fetched(await safeFetch(page.url, reaching(page)));
    expect(outcome.hops[0]?.responseHeaders).toHaveLength(3000);
  });
});

describe("longer than we wait", () => {
  const soon: FetchOptions = { timeout: 300 };
  test.each([
    ["nothing is said", ""],
    ["headers never end", "HTTP/1.1 200 OK\r\nX: a"],
    ["the body never ends", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\na"],
    ["the redirect's body never ends", "HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 1000\r\n\r\na"],
  ])("%s: one byte at a time is not enough", async (_what, beginning) => {
    const page = await rawSite((socket) => {
      if (!beginning) return;
      socket.write(beginning);
      const drip = setInterval(() => socket.write("a"), 20);
      socket.on("close", () => clearInterval(drip));
    });
    // The drip goes on for ever, or for as long as is left of a body: whoever waits for it hears no `timed-out`.
    const outcome = await safeFetch(page.url, { ...reaching(page), ...soon });
    expect(outcome).toMatchObject({ ok: false, reason: "timed-out" });
  });

  test("the name service thinks it over", async () => {
    const outcome = await safeFetch("http://example.org/", { ...soon, resolve: () => new Promise(() => {}) });
    expect(outcome).toMatchObject({ ok: false, reason: "timed-out", hops: [] });
  });

  test("the caller has had enough", async () => {
    const page = await rawSite(() => {});
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    const options = { ...reaching(page), signal: stop.signal };
    expect(await safeFetch(page.url, options)).toMatchObject({ ok: false, reason: "stopped" });
    expect(await safeFetch(page.url, options)).toMatchObject({ ok: false, reason: "stopped" });
    expect(page.connections()).toBe(1);
  });
});
