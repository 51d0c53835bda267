import { createHash } from "node:crypto";
import http from "node:http";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { DEFAULT_USER_AGENT, safeFetch } from "./safe-fetch.ts";
import { closeSites, fetched, rawSite, reaching, site } from "./safe-fetch-server.fixture.ts";

afterEach(closeSites);

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("a page", () => {
  test("is kept with everything that was said on the wire", async () => {
    let heard = "";
    const answer = [
      "HTTP/1.1 200 Okej då",
      "Content-Type: Text/HTML; Charset=UTF-8",
      "Set-Cookie: a=1",
      "X-Odd:  spaces ",
      "set-cookie: b=2",
      "Transfer-Encoding: chunked",
      "",
      "4\r\n<p>h\r\n3;note=x\r\nej!\r\n0\r\nX-Trailer: t\r\n\r\n",
    ].join("\r\n");
    const page = await rawSite((socket, asked) => {
      heard = asked;
      socket.end(answer, "latin1");
    });
    const before = new Date().toISOString();
    const outcome = fetched(await safeFetch(`${page.url}/a?b=å#c`, reaching(page)));
    const after = new Date().toISOString();
    const [hop] = outcome.hops;

    expect(outcome).toMatchObject({
      url: `${page.url}/a?b=å#c`,
      finalUrl: `${page.url}/a?b=%C3%A5`,
      status: 200,
      mediaType: "text/html",
      charset: "utf-8",
    });
    expect(outcome.body.toString()).toBe("<p>hej!");
    expect(outcome.wireBody).toEqual(outcome.body);
    expect(outcome).not.toHaveProperty("refresh");
    expect(outcome.hops).toHaveLength(1);
    expect(hop).toMatchObject({
      url: outcome.finalUrl,
      status: 200,
      remoteIp: "127.0.0.1",
      tlsPeerSha256: null,
      truncated: false,
      payloadSha256: sha256(outcome.body),
      responseHeaders: [
        ["Content-Type", "Text/HTML; Charset=UTF-8"],
        ["Set-Cookie", "a=1"],
        ["X-Odd", "spaces"],
        ["set-cookie", "b=2"],
        ["Transfer-Encoding", "chunked"],
      ],
    });
    expect(hop?.responseBytes.toString("latin1")).toBe(answer);
    expect(hop?.requestBytes.toString("latin1")).toBe(heard);
    expect(hop?.requestHeaders).toContainEqual(["Host", page.at]);
    expect(hop?.requestHeaders).toContainEqual(["User-Agent", DEFAULT_USER_AGENT]);
    const moments = [before, hop?.requestedAt, hop?.respondedAt, after];
    expect(moments).toEqual(moments.toSorted());
  });

  test.each([404, 410, 429, 500, 503, 204, 304])("answering %i is an answer", async (status) => {
    const page = await site((_asked, answer) => {
      answer.writeHead(status, { "Retry-After": "120" }).end(status < 300 || status === 304 ? "" : "no");
    });
    const outcome = fetched(await safeFetch(page.url, reaching(page)));
    expect(outcome.status).toBe(status);
    expect(outcome.hops[0]?.responseHeaders).toContainEqual(["Retry-After", "120"]);
  });

  test("is read to its end when the server only closes", async () => {
    const page = await rawSite((socket) => socket.end("HTTP/1.0 200 OK\r\n\r\nhej"));
    const outcome = fetched(await safeFetch(page.url, reaching(page)));
    expect({ ...outcome, body: outcome.body.toString() }).toMatchObject({
      body: "hej",
      mediaType: null,
      charset: null,
    });
  });

  test("is kept without what a server says before and after it", async () => {
    const answer = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nhej";
    const page = await rawSite((socket) => {
      socket.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n");
      socket.write(answer);
      socket.end("HTTP/1.1 200 OK\r\n\r\nanother");
    });
    const outcome = fetched(await safeFetch(page.url, reaching(page)));
    expect(outcome.body.toString()).toBe("hej");
    expect(outcome.hops[0]?.responseBytes.subarray(0, answer.length).toString()).toBe(answer);
  });

  test("gets no cookie back, and every hop a connection of its own", async () => {
    const heard: http.IncomingMessage[] = [];
    const page = await site((asked, answer) => {
      heard.push(asked);
      answer
        .writeHead(asked.url === "/" ? 302 : 200, { "Set-Cookie": "sid=1; Path=/", Location: "/next" })
        .end("x");
    });
    fetched(await safeFetch(page.url, reaching(page)));
    expect(heard.map(({ headers }) => [headers.cookie, headers.referer, headers.connection])).toEqual([
      [undefined, undefined, "close"],
      [undefined, undefined, "close"],
    ]);
    expect(page.connections()).toBe(2);
  });

  test("is told about while it comes", async () => {
    const page = await site((_asked, answer) => answer.end(Buffer.alloc(300_000)));
    const seen: number[] = [];
    await safeFetch(page.url, { ...reaching(page), onProgress: (bytes) => seen.push(bytes) });
    expect(seen.at(-1)).toBeGreaterThan(300_000);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  test.each([
    ["text/html;charset=iso-8859-1", "text/html", "iso-8859-1"],
    ['application/xhtml+xml; q=1; charset="UTF-16LE"', "application/xhtml+xml", "utf-16le"],
    ["nonsense", null, null],
    ["text/html, text/plain", null, null],
  ])("calling itself %j is labelled as it says", async (type, mediaType, charset) => {
    const page = await site((_asked, answer) =>
      answer.writeHead(200, { "Content-Type": type }).end("%PDF-1.7"),
    );
    const outcome = fetched(await safeFetch(page.url, reaching(page)));
    expect(outcome).toMatchObject({ mediaType, charset, body: Buffer.from("%PDF-1.7") });
  });
});

describe("a packed page", () => {
  const text = Buffer.from("Räksmörgås. ".repeat(10_000));
  test.each([
    ["gzip", gzipSync(text)],
    ["X-GZIP", gzipSync(text)],
    ["identity, gzip", gzipSync(text)],
    ["gzip", Buffer.concat([gzipSync(text.subarray(0, 100)), gzipSync(text.subarray(100))])],
    ["deflate", deflateSync(text)],
    ["deflate", deflateRawSync(text)],
    ["br", brotliCompressSync(text)],
    ["identity", text],
  ])("with %s is unpacked, and kept as it came too", async (encoding, packed) => {
    const page = await site((_asked, answer) =>
      answer.writeHead(200, { "Content-Encoding": encoding }).end(packed),
    );
    const outcome = fetched(await safeFetch(page.url, reaching(page)));
    expect(outcome.body.equals(text)).toBe(true);
    expect(outcome.wireBody.equals(packed)).toBe(true);
    expect(outcome.hops[0]?.payloadSha256).toBe(sha256(packed));
  });

  test("with no bytes in it is an empty page", async () => {
    const page = await site((_asked, answer) => answer.writeHead(200, { "Content-Encoding": "gzip" }).end());
    expect(fetched(await safeFetch(page.url, reaching(page))).body).toHaveLength(0);
  });

  test.each([
    [{ "Content-Encoding": "gzip, gzip" }, "encoding-not-understood"],
    [{ "Content-Encoding": ["gzip", "br"] }, "encoding-not-understood"],
    [{ "Content-Encoding": "zstd" }, "encoding-not-understood"],
    [{ "Content-Encoding": "compress" }, "encoding-not-understood"],
    [{ "Transfer-Encoding": "gzip, chunked" }, "encoding-not-understood"],
    [{ "Content-Encoding": "br" }, "encoding-broken"],
  ])("with %j is refused", async (headers, reason) => {
    const page = await site((_asked, answer) =>
      answer.writeHead(200, headers).end(gzipSync(gzipSync("hej"))),
    );
    expect(await safeFetch(page.url, reaching(page))).toMatchObject({ ok: false, reason });
  });

  test("that breaks off inside is refused", async () => {
    const packed = gzipSync(text).subarray(0, -20);
    const page = await site((_asked, answer) =>
      answer.writeHead(200, { "Content-Encoding": "gzip" }).end(packed),
    );
    expect(await safeFetch(page.url, reaching(page))).toMatchObject({ reason: "encoding-broken" });
  });
});

describe("what is not a whole answer in HTTP", () => {
  test.each([
    ["SSH-2.0-OpenSSH_9.9\r\n", "not-http"],
    ["220 mail.example.org ESMTP\r\n", "not-http"],
    ["<html>hej</html>", "not-http"],
    ["-ERR unknown command\r\n", "not-http"],
    ["HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nhejhe", "not-http"],
    ["HTTP/1.1 200 OK\r\nX : y\r\n\r\n", "not-http"],
    ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", "not-http"],
    ["HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n", "not-http"],
    ["HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhej", "answer-cut-off"],
    ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhej\r\n", "answer-cut-off"],
    ["", "connection-failed"],
  ])("%j is refused", async (said, reason) => {
    const page = await rawSite((socket) => socket.end(said));
    expect(await safeFetch(page.url, reaching(page))).toMatchObject({ ok: false, reason });
  });

  test("nor is nobody there", async () => {
    const page = await site(() => {});
    const options = reaching(page);
    await closeSites();
    expect(await safeFetch(page.url, options)).toMatchObject({
      reason: "connection-failed",
      detail: "ECONNREFUSED",
    });
  });
});

describe("names", () => {
  test("are looked up once, so that a second answer can say nothing else", async () => {
    const page = await site((_asked, answer) => answer.end("hej"));
    let asked = 0;
    const resolve = async () => (asked++ === 0 ? ["127.0.0.1"] : ["127.0.0.2"]);
    const outcome = fetched(await safeFetch(page.url, { resolve, allow: [page.at] }));
    expect({ asked, ip: outcome.hops[0]?.remoteIp }).toEqual({ asked: 1, ip: "127.0.0.1" });
  });

  test("that are private the first time get no second chance", async () => {
    let asked = 0;
    const resolve = async () => (asked++ === 0 ? ["127.0.0.1"] : ["93.184.215.14"]);
    expect(await safeFetch("http://rebinding.example.org/", { resolve })).toMatchObject({
      reason: "private-address",
    });
    expect(asked).toBe(1);
  });

  test("with several addresses are reached at the one that answers", async () => {
    const page = await site((_asked, answer) => answer.end("hej"));
    const options = { allow: [page.at], resolve: async () => ["127.0.0.9", "127.0.0.1"] };
    expect(fetched(await safeFetch(page.url, options)).hops[0]?.remoteIp).toBe("127.0.0.1");
  });

  test("that the service cannot answer for now are not called unknown", async () => {
    const failing = (code: string) => ({
      resolve: () => Promise.reject(Object.assign(new Error(code), { code })),
    });
    expect(await safeFetch("http://example.org/", failing("ENOTFOUND"))).toMatchObject({
      reason: "name-not-found",
    });
    expect(await safeFetch("http://example.org/", failing("EAI_AGAIN"))).toMatchObject({
      reason: "connection-failed",
      detail: "EAI_AGAIN",
    });
  });

  test("the system says are loopback are judged as such", async () => {
    expect(await safeFetch("http://localhost:80/", { allow: [] })).toMatchObject({
      reason: "private-address",
    });
    const page = await site((_asked, answer) => answer.end("hej"), "localhost");
    expect(fetched(await safeFetch(page.url, { allow: [page.at] })).body.toString()).toBe("hej");
  });
});

test("a proxy of the environment is not obeyed", async () => {
  const proxy = await site((_asked, answer) => answer.end("proxy"));
  const page = await site((_asked, answer) => answer.end("page"));
  const settings = {
    HTTP_PROXY: proxy.url,
    http_proxy: proxy.url,
    HTTPS_PROXY: proxy.url,
    ALL_PROXY: proxy.url,
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const restore = http.setGlobalProxyFromEnv(process.env);
  try {
    expect(fetched(await safeFetch(page.url, reaching(page))).body.toString()).toBe("page");
    expect(proxy.connections()).toBe(0);
  } finally {
    restore();
    vi.unstubAllEnvs();
  }
});

test("a mistake of ours is thrown, not taken for an answer", async () => {
  const page = await site((_asked, answer) => answer.end());
  await expect(safeFetch(page.url, { ...reaching(page), userAgent: "a\r\nX: y" })).rejects.toThrow(
    "Invalid character",
  );
});
