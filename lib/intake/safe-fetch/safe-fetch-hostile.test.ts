/** The whole hostile corpus, with listeners that would notice a connection and a count of every one this process opens. */
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { connect, createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { safeFetch } from "./safe-fetch.ts";
import { HOSTILE, hostileNames, OWN } from "./safe-fetch-hostile.fixture.ts";

/** Standard ports where we may listen on them, and some that are always free. */
const LISTENED: readonly (readonly [string, number])[] = ["127.0.0.1", "::1"].flatMap((host) =>
  [80, 443, 0, 0].map((port) => [host, port] as const),
);

const servers: Server[] = [];
let accepted = 0;
let opened = 0;
const countOpened = () => {
  opened += 1;
};

/** Another program may hold the port, or the system may have no IPv6: then there is one listener less. */
const listening = (server: Server, host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, host, () => resolve(true));
  });

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Not listening");
  return address.port;
}

/** Sends whoever asks for `/<n>` to the nth hostile address, byte for byte. */
const page = createServer((socket) => {
  socket.on("error", () => {});
  socket.once("data", (asked) => {
    const [, index] = /^GET \/(\d+) /.exec(asked.toString()) ?? [];
    const status = [301, 302, 303, 307, 308][Number(index) % 5];
    socket.end(`HTTP/1.1 ${status} Elsewhere\r\nLocation: ${HOSTILE[Number(index)]?.url}\r\n\r\n`);
  });
});

beforeAll(async () => {
  for (const [host, port] of LISTENED) {
    const server = createServer((socket) => {
      accepted += 1;
      socket.destroy();
    });
    if (await listening(server, host, port)) servers.push(server);
  }
  await listening(page, "127.0.0.1", 0);
  subscribe("net.client.socket", countOpened);
});

afterAll(() => {
  unsubscribe("net.client.socket", countOpened);
  for (const server of [...servers, page]) server.close();
});

describe(`${HOSTILE.length} hostile addresses`, () => {
  test("are enough of them, and no two the same", () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(80);
    expect(new Set(HOSTILE.map(({ url }) => url)).size).toBe(HOSTILE.length);
  });

  test("a connection to each listener would be counted", async () => {
    for (const server of servers) {
      const address = server.address();
      const host = address !== null && typeof address !== "string" ? address.address : "";
      await new Promise((resolve) => connect(portOf(server), host).on("close", resolve));
    }
    expect({ accepted, opened }).toEqual({ accepted: servers.length, opened: servers.length });
  });

  test("asked for by a person, none is connected to and each is refused for its own reason", async () => {
    accepted = 0;
    opened = 0;
    const { resolve } = hostileNames();
    for (const { url, reason } of HOSTILE) {
      const outcome = await safeFetch(url, { resolve, own: OWN });
      expect(outcome, url).toMatchObject({ ok: false, reason, hops: [] });
    }
    const ports = servers.map(portOf);
    for (const port of ports) {
      for (const host of ["127.0.0.1", "[::1]", "0", "localhost", "[::ffff:127.0.0.1]"]) {
        const url = `http://${host}:${port}/`;
        expect(await safeFetch(url, { resolve, own: OWN }), url).toMatchObject({ reason: "private-address" });
      }
    }
    expect({ accepted, opened }).toEqual({ accepted: 0, opened: 0 });
  });

  test("named by a page that sends us on, none is connected to either", async () => {
    const at = `start.example.org:${portOf(page)}`;
    // A header has no room for a line break; everything else is sent as it is.
    const sendable = [...HOSTILE.entries()].filter(([, { url }]) => !/[\r\n]/.test(url));
    const { resolve } = hostileNames({ "start.example.org": ["127.0.0.1"] });
    accepted = 0;
    opened = 0;
    for (const [index, { url, reason, redirected }] of sendable) {
      const outcome = await safeFetch(`http://${at}/${index}`, { resolve, own: OWN, allow: [at] });
      const expected = url.length > 60_000 ? "headers-too-large" : (redirected ?? reason);
      expect(outcome, url).toMatchObject({ ok: false, reason: expected });
    }
    // One connection each, to the page itself.
    expect({ accepted, opened }).toEqual({ accepted: 0, opened: sendable.length });
  });
});
