import { createHash } from "node:crypto";
import { brotliCompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { WARCParser } from "warcio";
import { contentHash } from "../../core/content-hash.ts";
import { safeFetch } from "./safe-fetch.ts";
import { captureRecord } from "./safe-fetch-capture.ts";
import type { Fetched } from "./safe-fetch-outcome.ts";
import { closeSites, fetched, rawSite, reaching, site } from "./safe-fetch-server.fixture.ts";
import { warcOf } from "./safe-fetch-warc.ts";

afterEach(closeSites);

const TEXT = "<p>Kommunen svarade inte. ".repeat(2000);
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

/** A redirect, and then a page in chunks, with headers that are hard to keep. */
async function captured(encoding: string | null, body: Buffer): Promise<Fetched> {
  const page = await rawSite((socket, asked) => {
    if (asked.startsWith("GET / ")) {
      socket.end("HTTP/1.1 301 Moved\r\nLocation: /next\r\nContent-Length: 4\r\n\r\ngone");
      return;
    }
    const head = [
      "HTTP/1.1 200 OK",
      "Content-Type: text/html",
      "Set-Cookie: a=1",
      "Set-Cookie: b=2,,,3",
      "WARC-Type: warcinfo",
      "WARC-Type: again",
      ...(encoding ? [`Content-Encoding: ${encoding}`] : []),
      "Transfer-Encoding: chunked",
    ].join("\r\n");
    socket.write(`${head}\r\n\r\n`);
    for (const half of [body.subarray(0, 100), body.subarray(100)]) {
      socket.write(`${half.length.toString(16)}\r\n`);
      socket.write(half);
      socket.write("\r\n");
    }
    socket.end("0\r\n\r\n");
  });
  return fetched(await safeFetch(`${page.url}/#part`, { ...reaching(page), userAgent: "Tester/1.0" }));
}

/** The records of a file, as the library reads them, each with its block as it is. */
async function recordsOf(file: Buffer) {
  const records = [];
  for await (const record of new WARCParser([file], { parseHttp: false })) {
    const block = Buffer.from(await record.readFully(false));
    records.push({ type: record.warcType, header: (name: string) => record.warcHeader(name), block });
  }
  return records;
}

describe("the WARC file of a capture", () => {
  test("holds every question and answer, byte for byte, with true digests", async () => {
    const capture = await captured("gzip", gzipSync(TEXT));
    const [info, ...messages] = await recordsOf(await warcOf(capture, "Tester/1.0"));

    expect(info?.type).toBe("warcinfo");
    expect(info?.block.toString()).toContain("software: Tester/1.0\r\n");
    expect(messages.map(({ type }) => type)).toEqual(["request", "response", "request", "response"]);
    for (const [index, hop] of capture.hops.entries()) {
      const [request, response] = messages.slice(index * 2);
      expect(request?.block).toEqual(hop.requestBytes);
      expect(response?.block).toEqual(hop.responseBytes);
      expect(response?.header("WARC-Payload-Digest")).toBe(`sha256:${hop.payloadSha256}`);
      expect(request?.header("WARC-Payload-Digest")).toBe(`sha256:${sha256("")}`);
      expect(request?.header("WARC-Concurrent-To")).toBe(response?.header("WARC-Record-ID"));
      for (const record of [request, response]) {
        expect(record?.header("WARC-Block-Digest")).toBe(`sha256:${sha256(record?.block ?? "")}`);
        expect(record?.header("Content-Length")).toBe(String(record?.block.length));
        expect(record?.header("WARC-Target-URI")).toBe(hop.url);
        expect(record?.header("WARC-Date")).toBe(hop.requestedAt);
        expect(record?.header("WARC-IP-Address")).toBe("127.0.0.1");
        expect(record?.header("WARC-Warcinfo-ID")).toBe(info?.header("WARC-Record-ID"));
        expect(record?.header("WARC-Truncated")).toBeNull();
      }
    }
    expect(capture.hops[1]?.payloadSha256).toBe(sha256(gzipSync(TEXT)));
  });

  test("gives a reader of such files the page back", async () => {
    for (const [encoding, body] of [
      ["gzip", gzipSync(TEXT)],
      [null, Buffer.from(TEXT)],
    ] as const) {
      const file = await warcOf(await captured(encoding, body), "Tester/1.0");
      const texts: string[] = [];
      const statuses: unknown[] = [];
      for await (const record of new WARCParser([file])) {
        if (record.warcType !== "response") continue;
        statuses.push(record.httpHeaders?.statusCode);
        texts.push(await record.contentText());
      }
      expect(statuses).toEqual([301, 200]);
      expect(texts).toEqual(["gone", TEXT]);
    }
  });

  test("has each record packed by itself, so that one can be read without the others", async () => {
    const file = await warcOf(await captured(null, Buffer.from(TEXT)), "Tester/1.0");
    const text = gunzipSync(file).toString("latin1");
    expect(text.match(/^WARC\/1\.1\r$/gm)).toHaveLength(5);
    expect(file.toString("latin1").split("\x1f\x8b\x08")).toHaveLength(6);
  });

  test("says so when the body of a redirect was not read to its end", async () => {
    const page = await site((asked, answer) => {
      if (asked.url === "/") answer.writeHead(302, { Location: "/next" }).end(Buffer.alloc(300_000));
      else answer.end("hej");
    });
    const capture = fetched(await safeFetch(page.url, reaching(page)));
    const records = await recordsOf(await warcOf(capture, "Tester/1.0"));
    const marks = records
      .filter(({ type }) => type === "response")
      .map(({ header }) => header("WARC-Truncated"));
    expect(marks).toEqual(["length", null]);
  });
});

describe("the record of a capture", () => {
  test("names what was asked and what came, and its hash covers all of it", async () => {
    const capture = await captured("br", brotliCompressSync(TEXT));
    const [first, last] = capture.hops;
    const { record, sha256: hash } = captureRecord(capture);
    expect(record).toEqual({
      v: 1,
      url: capture.url,
      finalUrl: last?.url,
      redirects: [
        {
          url: first?.url,
          status: 301,
          remoteIp: "127.0.0.1",
          requestedAt: first?.requestedAt,
          respondedAt: first?.respondedAt,
          responseHeaders: [
            ["Location", "/next"],
            ["Content-Length", "4"],
          ],
          tlsPeerSha256: null,
        },
      ],
      remoteIp: "127.0.0.1",
      requestedAt: last?.requestedAt,
      respondedAt: last?.respondedAt,
      status: 200,
      requestHeaders: last?.requestHeaders,
      responseHeaders: last?.responseHeaders,
      bodySha256: sha256(TEXT),
      bodyBytes: Buffer.byteLength(TEXT),
      tlsPeerSha256: null,
      agent: "Tester/1.0",
    });
    expect(hash).toBe(contentHash(JSON.parse(JSON.stringify(record))));
    expect(captureRecord({ ...capture, body: Buffer.from("x") }).sha256).not.toBe(hash);
  });
});
