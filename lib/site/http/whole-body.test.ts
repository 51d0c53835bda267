import { EventEmitter, once } from "node:events";
import {
  request as ask,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Holding, LARGEST_UPLOAD, Room, wholeBody } from "./whole-body.ts";

const MOST = 100_000;
let port = 0;
const closing: Server[] = [];
afterAll(() => {
  for (const server of closing) server.close().closeAllConnections();
});

async function listen(
  answering: (request: IncomingMessage, answer: ServerResponse) => void,
): Promise<number> {
  const server = createServer(answering).listen(0);
  closing.push(server);
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

const read = async (request: IncomingMessage) => {
  let bytes = 0;
  for await (const chunk of request) bytes += chunk.length;
  return bytes;
};

/** How much of a request the process held when it was refused. */
let held = 0;

beforeAll(async () => {
  port = await listen(async (request, answer) => {
    const body = await wholeBody(request, answer, { largest: MOST });
    if (!body.ok) {
      held = request.readableLength;
      answer.writeHead(413).end(body.reason);
      return;
    }
    answer.end(String(await read(body.value.request)));
  });
});

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
  expect(await send(chunks)).toEqual({ status: 413, text: "large" });
  expect(held).toBeLessThanOrEqual(MOST);
});

test("the application gets the same request: its method, address, headers and connection", async () => {
  const at = await listen(async (request, answer) => {
    const body = await wholeBody(request, answer);
    if (!body.ok) return answer.end(body.reason);
    const whole = body.value.request;
    const { method, url, headers, socket } = whole;
    const same = [whole !== request, headers === request.headers, socket === request.socket];
    const text = Buffer.concat(await whole.toArray()).toString();
    return answer.end(JSON.stringify([method, url, same, text, whole.complete, whole.aborted]));
  });
  const answer = await fetch(`http://127.0.0.1:${at}/desk?a=1`, { method: "PUT", body: "å=1" });
  expect(await answer.json()).toEqual(["PUT", "/desk?a=1", [true, true, true], "å=1", true, false]);
});

test("a form with files that does not end as it says is no body", async () => {
  const at = await listen(async (request, answer) => {
    const body = await wholeBody(request, answer);
    answer.end(body.ok ? "whole" : body.reason);
  });
  const send = async (body: string) => {
    const headers = { "content-type": "multipart/form-data; boundary=b1" };
    return (await fetch(`http://127.0.0.1:${at}`, { method: "POST", headers, body })).text();
  };
  expect(await send("--b1\r\n\r\n1\r\n--b1--\r\n")).toBe("whole");
  expect(await send("--b1\r\n\r\n1\r\n--b1")).toBe("form");
});

test("of many files at once only so many are held, and all of them are taken in the end", async () => {
  const room = new Room(9_000_000);
  let most = 0;
  let holding = 0;
  const at = await listen(async (request, answer) => {
    const body = await wholeBody(request, answer, { largest: LARGEST_UPLOAD, room });
    const bytes = body.ok ? body.value.request.readableLength : 0;
    holding += bytes;
    most = Math.max(most, holding);
    await new Promise((resolve) => setTimeout(resolve, 30));
    holding -= bytes;
    answer.end(String(bytes));
  });
  const file = Buffer.alloc(2_000_000, 1);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      fetch(`http://127.0.0.1:${at}`, { method: "POST", body: file }).then((one) => one.text()),
    ),
  );
  expect(new Set(answers)).toEqual(new Set([String(file.length)]));
  expect(most).toBeLessThanOrEqual(9_000_000);
});

/** Says that a file comes, sends a little of it again and again, and never ends. */
function trickle(at: number, every: number | null) {
  const sent = ask({ port: at, method: "POST", headers: { "content-length": LARGEST_UPLOAD } });
  sent.on("error", () => undefined);
  sent.write("x");
  const more = every === null ? undefined : setInterval(() => sent.write("x"), every);
  sent.once("close", () => clearInterval(more));
  return sent;
}

test.each([
  ["falls silent", null, { patience: 200 }],
  ["is too slow", 20, { patience: 60_000, inAll: 400 }],
])("a file whose sender %s gives its room to others", async (_, every, terms) => {
  const room = new Room(LARGEST_UPLOAD);
  const { promise: come, resolve } = Promise.withResolvers<void>();
  const at = await listen(async (request, answer) => {
    resolve();
    const body = await wholeBody(request, answer, { largest: LARGEST_UPLOAD, room, ...terms });
    answer.end(String(body.ok));
  });
  const sent = trickle(at, every);
  await come;
  const taken = await fetch(`http://127.0.0.1:${at}`, { method: "POST", body: Buffer.alloc(2_000_000, 1) });
  expect(await taken.text()).toBe("true");
  if (!sent.closed) await once(sent, "close");
});

test("those who wait for room are let in as they came, and whoever leaves is not waited for", async () => {
  const room = new Room(10);
  const visitor = () => {
    const request = new EventEmitter() as EventEmitter & { destroyed: boolean };
    const answer = new EventEmitter();
    request.destroyed = false;
    const taken = room.take(10, request as IncomingMessage, answer as ServerResponse);
    return { request, answer, taken };
  };
  const [first, second, third] = [visitor(), visitor(), visitor()];
  expect(await first.taken).toBe(true);
  second.request.emit("close");
  expect(await second.taken).toBe(false);
  first.answer.emit("close");
  expect(await third.taken).toBe(true);
  expect(third.request.listenerCount("close")).toBe(0);
});

/** Somebody who brings a file, as the room sees them. */
function bringing(room: Room, size: number, owner: string) {
  const request = new EventEmitter() as EventEmitter & { destroyed: boolean };
  const answer = new EventEmitter();
  request.destroyed = false;
  const state = { in: false, leave: () => answer.emit("close") };
  void room
    .take(size, request as IncomingMessage, answer as ServerResponse, owner)
    .then((taken) => Object.assign(state, { in: taken }));
  return state;
}

test("one member has a share of the room, and whoever comes after is not kept waiting by them", async () => {
  const room = new Room(50);
  const greedy = Array.from({ length: 5 }, () => bringing(room, 10, "a"));
  const other = bringing(room, 10, "b");
  await Promise.resolve();
  expect([...greedy, other].map((one) => one.in)).toEqual([true, true, false, false, false, true]);
  greedy[0]?.leave();
  await Promise.resolve();
  expect(greedy.map((one) => one.in)).toEqual([true, true, true, false, false]);
});

test("what is held of all forms has a limit: whoever sends longest is cut off, whoever is whole is not", () => {
  const holding = new Holding(10_000);
  const cut: string[] = [];
  const begin = (name: string) => holding.begin(() => cut.push(name));
  const whole = begin("whole");
  holding.grow(whole, 1_000);
  const letGo = holding.whole(whole);
  const slow = Array.from({ length: 8 }, (_, at) => begin(`slow ${at}`));
  for (const one of slow) holding.grow(one, 1_000);
  // A thousand bytes and what each piece weighs, nine times.
  expect(cut).toEqual(["slow 0", "slow 1"]);
  const quick = begin("quick");
  holding.grow(quick, 500);
  const quickGone = holding.whole(quick);
  expect(cut).toEqual(["slow 0", "slow 1"]);
  for (let i = 0; i < 20; i += 1) holding.grow(slow[7] as (typeof slow)[number], 1_000);
  expect(cut.at(-1)).toBe("slow 7");
  expect(holding.held).toBeLessThanOrEqual(10_000);
  quickGone();
  letGo();
  letGo();
  for (const one of slow) holding.end(one);
  expect(holding.held).toBe(0);
});

test("a thousand silent senders hold no more than there is room for, and a form gets through", async () => {
  const holding = new Holding(1_000_000);
  const at = await listen(async (request, answer) => {
    const body = await wholeBody(request, answer, { holding });
    answer.end(body.ok ? "whole" : body.reason);
  });
  let gone = 0;
  const silent = Array.from({ length: 40 }, () => {
    const sent = ask({ port: at, method: "POST", headers: { "content-length": 900_000 } });
    sent.on("error", () => {
      gone += 1;
    });
    sent.write(Buffer.alloc(100_000));
    return sent;
  });
  while (gone < 30) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holding.held).toBeLessThanOrEqual(1_000_000);
  const answer = await fetch(`http://127.0.0.1:${at}`, { method: "POST", body: "a=1" });
  expect(await answer.text()).toBe("whole");
  for (const sent of silent) sent.destroy();
});

test("a member's form is taken when those of strangers, whole and not yet answered, hold all their room", async () => {
  const { promise: full, resolve } = Promise.withResolvers<void>();
  let whole = 0;
  const at = await listen(async (request, answer) => {
    const owner = String(request.headers["x-owner"] ?? "") || undefined;
    const body = await wholeBody(request, answer, { owner });
    if (owner) return answer.end(body.ok ? "whole" : body.reason);
    if (body.ok) whole += 1;
    // The application takes its time.
    else resolve();
  });
  const strangers = Array.from({ length: 80 }, () => {
    const sent = ask({ port: at, method: "POST" }).on("error", () => undefined);
    sent.end(Buffer.alloc(1_000_000));
    return sent;
  });
  await full;
  const answer = await fetch(`http://127.0.0.1:${at}`, {
    ...{ method: "POST", body: Buffer.alloc(900_000) },
    headers: { "x-owner": "a member" },
  });
  expect([await answer.text(), whole > 50]).toEqual(["whole", true]);
  for (const sent of strangers) sent.destroy();
});
