/** Servers on loopback, each with a name of its own that only the tests' resolver knows. */
import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import type { FetchOptions } from "./safe-fetch.ts";
import type { Fetched, FetchOutcome } from "./safe-fetch-outcome.ts";

export interface Site {
  readonly url: string;
  /** `host:port`, as in the operator's list. */
  readonly at: string;
  readonly server: Server;
  /** Connections so far. */
  readonly connections: () => number;
}

const open: { server: Server; sockets: Set<Socket> }[] = [];

async function listening(server: Server, scheme: string, name: string): Promise<Site> {
  const sockets = new Set<Socket>();
  let count = 0;
  server.on("connection", (socket: Socket) => {
    count += 1;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push({ server, sockets });
  const address = server.address();
  const at = `${name}:${address !== null && typeof address !== "string" ? address.port : 0}`;
  return { url: `${scheme}://${at}`, at, server, connections: () => count };
}

/** Speaks HTTP. */
export const site = (answer: RequestListener, name = "page.example.org") =>
  listening(createHttpServer(answer), "http", name);

/** Says whatever it likes, once it was asked. */
export const rawSite = (answer: (socket: Socket, asked: string) => void, name = "page.example.org") =>
  listening(
    createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", (asked) => answer(socket, asked.toString("latin1")));
    }),
    "http",
    name,
  );

/** Speaks TLS, and then whatever it likes. */
export const secureSite = (
  options: TlsOptions,
  answer: (socket: Socket, asked: string) => void,
  name = "page.example.org",
) => {
  const server = createTlsServer(options, (socket) => {
    socket.on("error", () => {});
    socket.once("data", (asked) => answer(socket, asked.toString("latin1")));
  });
  server.on("tlsClientError", () => {});
  return listening(server, "https", name);
};

/** Every name is on loopback, and these sites may be fetched. */
export const reaching = (...sites: readonly Site[]): FetchOptions => ({
  resolve: async () => ["127.0.0.1"],
  allow: sites.map(({ at }) => at),
});

export async function closeSites(): Promise<void> {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** What was fetched; a refusal fails the test with its reason. */
export function fetched(outcome: FetchOutcome): Fetched {
  if (!outcome.ok) throw new Error(`${outcome.reason} ${outcome.detail ?? ""} at ${outcome.url}`);
  return outcome;
}
