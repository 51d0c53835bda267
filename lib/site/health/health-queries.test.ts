import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { ownDatabase, ownerUrl } from "../../../e2e/fixtures/own-database.ts";

beforeAll(ownDatabase);

test("a migrated database is ready, one with a migration half done is not", async () => {
  const { isReady } = await import("./health-queries.ts");
  // Its own patience is short: on a busy machine the first answers may come too late.
  await vi.waitFor(async () => expect(await isReady()).toBe(true), { timeout: 60_000 });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('x', '', 'half')`,
  );
  await owner.end();
  expect(await isReady()).toBe(false);
});

/** A server that takes connections and never says a word. */
async function silent(): Promise<{ url: string; close: () => void }> {
  const server = createServer((socket) => sockets.add(socket));
  const sockets = new Set<Socket>();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url: `postgresql://belagt:x@127.0.0.1:${port}/belagt`, close };
}

test("a database that cannot be reached, or never answers, is not ready", async () => {
  const { closeDatabase } = await import("../../core/db.ts");
  const { env } = await import("../../core/env.ts");
  const { isReady } = await import("./health-queries.ts");
  const { url: mute, close } = await silent();
  const own = env.DATABASE_URL;
  try {
    for (const url of ["postgresql://belagt:x@127.0.0.1:1/belagt", mute]) {
      await closeDatabase();
      env.DATABASE_URL = url;
      expect(await isReady()).toBe(false);
    }
  } finally {
    close();
    await closeDatabase();
    env.DATABASE_URL = own;
  }
});
