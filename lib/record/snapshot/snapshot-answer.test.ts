import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { type FileToSend, fileAnswer, rangeOf } from "./snapshot-answer.ts";

const BYTES = Buffer.from("0123456789");
const SHA = "a".repeat(64);
const file: FileToSend = {
  sha256: SHA,
  mediaType: "application/pdf",
  name: "Avtal.pdf",
  size: BYTES.length,
  cacheControl: "private, no-store",
  open: async (range) => Readable.from([range ? BYTES.subarray(range.start, range.end) : BYTES]),
};
const ask = (headers: Record<string, string> = {}, method = "GET") =>
  fileAnswer(new Request("https://belagt.example/file", { method, headers }), file);

describe("a file", () => {
  test("is sent as an attachment that nothing can run in", async () => {
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-security-policy": "sandbox; default-src 'none'",
      "content-disposition": `attachment; filename="Avtal.pdf"; filename*=UTF-8''Avtal.pdf`,
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    });
    expect(await answer.text()).toBe("0123456789");
  });

  test("is not sent to whoever has it, nor to whoever asks about it only", async () => {
    expect((await ask({ "if-none-match": `W/"${SHA}"` })).status).toBe(304);
    const head = await ask({ range: "bytes=0-1" }, "HEAD");
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test("is sent in part", async () => {
    const answer = await ask({ range: "bytes=2-4" });
    expect([answer.status, answer.headers.get("content-range"), await answer.text()]).toEqual([
      206,
      "bytes 2-4/10",
      "234",
    ]);
  });

  test("is sent whole to whoever has a part of something else", async () => {
    expect((await ask({ range: "bytes=2-4", "if-range": '"other"' })).status).toBe(200);
    expect((await ask({ range: "bytes=2-4", "if-range": `"${SHA}"` })).status).toBe(206);
  });

  test.each(["bytes=0-1,3-4", "bytes=10-", "bytes=5-4", "bytes=-0", "bytes=-", "lines=1-2", "bytes=a-b"])(
    "is not sent for the range %s",
    async (range) => {
      const answer = await ask({ range });
      expect([answer.status, answer.headers.get("content-range")]).toEqual([416, "bytes */10"]);
    },
  );
});

test("a range ends with the file", () => {
  expect(rangeOf("bytes=5-99", 10)).toEqual({ start: 5, end: 10 });
  expect(rangeOf("bytes=5-", 10)).toEqual({ start: 5, end: 10 });
  expect(rangeOf("bytes=-99", 10)).toEqual({ start: 0, end: 10 });
  expect(rangeOf("bytes=0-", 0)).toBeNull();
});
