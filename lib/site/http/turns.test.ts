/** Crowds: who is made an answer, who waits, who has left, and who reads nothing. */
import { once } from "node:events";
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { endSlowReader } from "./slow-readers.ts";
import { Turns } from "./turns.ts";

const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing) close();
});

async function listen(answering: (request: IncomingMessage, answer: ServerResponse) => unknown) {
  const server = createServer((request, answer) => void answering(request, answer)).listen(0);
  closing.push(() => server.close().closeAllConnections());
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

const get = async (port: number) => (await fetch(`http://127.0.0.1:${port}`)).text();

test("of a crowd only so many are made an answer at one time, and whoever left none", async () => {
  const turns = new Turns(2);
  const [making, made]: [ServerResponse[], string[]] = [[], []];
  let come = 0;
  const port = await listen(async ({ url = "" }, answer) => {
    come += 1;
    const turn = await turns.take(answer);
    if (typeof turn === "string") return answer.end(turn);
    making.push(answer);
    made.push(url);
    answer.once("close", turn);
  });
  const sent = Array.from({ length: 30 }, (_, at) => {
    const one = ask({ port, path: `/${at}` }).on("error", () => undefined);
    one.end();
    return one;
  });
  while (come < 30) await new Promise((resolve) => setTimeout(resolve, 2));
  expect(making).toHaveLength(2);
  // All but the first two and the last two leave.
  const first = new Set(made);
  const stay = sent.filter(({ path }) => !first.has(path)).slice(-2);
  for (const one of sent) if (!stay.includes(one)) one.destroy();
  while (making.length < 4) await new Promise((resolve) => setTimeout(resolve, 2));
  expect(new Set(made.slice(2))).toEqual(new Set(stay.map(({ path }) => path)));
  for (const answer of making) answer.end("x");
  await Promise.all(stay.map((one) => once(one, "response")));
  // Nothing is left taken.
  const answers = await Promise.race([
    get(port),
    Promise.resolve().then(async () => {
      while (making.length < 5) await new Promise((resolve) => setTimeout(resolve, 2));
      making[4]?.end("y");
      return "y";
    }),
  ]);
  expect(answers).toBe("y");
});

test("whoever waits too long is told, and a turn ends with the head of the answer", async () => {
  const turns = new Turns(1, 50);
  const held: (() => void)[] = [];
  const port = await listen(async (_, answer) => {
    const turn = await turns.take(answer);
    if (typeof turn === "string") return answer.end(turn);
    held.push(turn);
    // The head is written, the rest comes by and by.
    if (held.length > 1) return answer.end("made");
    answer.write("x");
  });
  const slow = ask({ port }).on("error", () => undefined);
  slow.end();
  await once(slow, "response");
  expect(await get(port)).toBe("busy");
  held[0]?.();
  held[0]?.();
  expect(await Promise.all([get(port), get(port)])).toEqual(["made", "made"]);
  slow.destroy();
});

test.each([
  ["takes nothing of what is there", { stalled: 150 }],
  ["takes too little of what is there", { stalled: 60_000, least: 150, slowest: 1e12 }],
])("whoever %s is ended, and whoever waits for what is being made is not", async (_, terms) => {
  const much = Buffer.alloc(30_000_000, "x");
  const answers: ServerResponse[] = [];
  const port = await listen(async ({ url }, answer) => {
    endSlowReader(answer, terms);
    answers.push(answer);
    if (url === "/late") await new Promise((resolve) => setTimeout(resolve, 400));
    answer.end(url === "/late" ? "late" : much);
  });
  const late = fetch(`http://127.0.0.1:${port}/late`).then((answer) => answer.text());
  const sent = ask({ port, path: "/much" }).on("error", () => undefined);
  sent.end();
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  answer.on("error", () => undefined);
  answer.pause();
  const given = answers.find(({ req }) => req.url === "/much");
  if (given && !given.closed) await once(given, "close");
  expect(given?.writableFinished).toBe(false);
  expect(await late).toBe("late");
  sent.destroy();
});
