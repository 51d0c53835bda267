import { beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";

beforeAll(ownDatabase);

test("a migrated database is ready, one with a migration half done is not", async () => {
  const { isReady } = await import("./health-queries.ts");
  const { db } = await import("../../core/db.ts");
  expect(await isReady()).toBe(true);
  await db()
    .$executeRaw`INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('x', '', 'half')`;
  expect(await isReady()).toBe(false);
});

test("a database that cannot be reached is not ready, and says so within a second", async () => {
  const { closeDatabase } = await import("../../core/db.ts");
  const { env } = await import("../../core/env.ts");
  const { isReady } = await import("./health-queries.ts");
  await closeDatabase();
  const url = env.DATABASE_URL;
  env.DATABASE_URL = "postgresql://belagt:x@127.0.0.1:1/belagt";
  try {
    const began = Date.now();
    expect(await isReady()).toBe(false);
    expect(Date.now() - began).toBeLessThan(1_000);
  } finally {
    await closeDatabase();
    env.DATABASE_URL = url;
  }
});
