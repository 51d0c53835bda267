import { once } from "node:events";
import { request as ask, createServer, type IncomingMessage, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LARGEST_UPLOAD, wholeBody } from "./whole-body.ts";

const MOST = 100_000;
let server: Server;
let port = 0;
/** How much of a request the process held when it was answered. */
let held = 0;

const read = async (request: IncomingMessage) => {
  let bytes = 0;
  for await (const chunk of request) bytes += chunk.length;
  return bytes;
};

beforeAll(async () => {
  server = createServer(async (request, answer) => {
    if (!(await wholeBody(request, answer, MOST))) {
      held = request.readableLength;
      answer.writeHead(413).end("too large");
      return;
    }
    answer.end(String(await read(request)));
  }).listen(0);
  await once(server, "listening");
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterAll(() => server.close());

/** Sends chunks without saying beforehand how many. */
const send = (chunks: readonly Buffer[], headers: Record<string, string | number> = {}) =>
  new Promise<{ status?: number; text: string }>((resolve, reject) => {
    const sent = ask({ port, method: "POST", headers }, async (answer) => {
      let text = "";
      for await (const chunk of answer) text += chunk;
      resolve({ status: answer.statusCode, text });
    });
    sent.on("error", reject);
    for (const chunk of chunks) sent.write(chunk);
    sent.end();
  });

test("a body of unknown length is whole when the application gets it, and is all there", async () => {
  for (const sizes of [[], [0], [1], [MOST], [70_000, 30_000], Array<number>(100).fill(1000)]) {
    const all = sizes.reduce((sum, size) => sum + size, 0);
    expect(await send(sizes.map((size) => Buffer.alloc(size, 1)))).toEqual({ status: 200, text: `${all}` });
  }
});

test("one whose length was said is the same", async () => {
  expect(await send([Buffer.alloc(90_000)], { "content-length": 90_000 })).toEqual({
    status: 200,
    text: "90000",
  });
});

test("one that is too large is refused at the first byte too many, and not kept", async () => {
  const chunks = Array.from({ length: 200 }, () => Buffer.alloc(50_000));
  expect(await send(chunks)).toEqual({ status: 413, text: "too large" });
  expect(held).toBeLessThanOrEqual(MOST);
});

test("of many files at once only so many are held, and all of them are taken in the end", async () => {
  let most = 0;
  let held = 0;
  const files = createServer(async (request, answer) => {
    const whole = await wholeBody(request, answer, LARGEST_UPLOAD);
    held += request.readableLength;
    most = Math.max(most, held);
    await new Promise((resolve) => setTimeout(resolve, 30));
    held -= request.readableLength;
    answer.end(String(whole && request.readableLength));
  }).listen(0);
  await once(files, "listening");
  const address = files.address();
  const file = Buffer.alloc(20_000_000, 1);
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => fetch(url, { method: "POST", body: file }).then((one) => one.text())),
  );
  files.close();
  expect(new Set(answers)).toEqual(new Set([String(file.length)]));
  expect(most).toBeLessThanOrEqual(5 * LARGEST_UPLOAD);
});

test("a file whose sender falls silent gives its room to others", async () => {
  const files = createServer(async (request, answer) => {
    answer.end(String(await wholeBody(request, answer, LARGEST_UPLOAD, 200)));
  }).listen(0);
  await once(files, "listening");
  const address = files.address();
  const at = typeof address === "object" && address ? address.port : 0;
  const silent = Array.from({ length: 5 }, () => {
    const sent = ask({ port: at, method: "POST", headers: { "content-length": LARGEST_UPLOAD } });
    sent.on("error", () => undefined);
    sent.write("x");
    return sent;
  });
  await Promise.all(silent.map((sent) => new Promise((resolve) => sent.once("close", resolve))));
  const body = Buffer.alloc(2_000_000, 1);
  const taken = await fetch(`http://127.0.0.1:${at}`, { method: "POST", body });
  expect(await taken.text()).toBe("true");
  files.close();
});
