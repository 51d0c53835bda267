import { beforeAll, expect, test, vi } from "vitest";
import { ownDatabase } from "../../e2e/fixtures/own-database.ts";
import { standAt } from "./clock.fixture.ts";
import { clock } from "./clock.ts";
import { db } from "./db.ts";

const machine = new Date();
const STOOD = new Date("2052-02-29T22:59:59.999Z");
standAt(STOOD);

beforeAll(ownDatabase);

test("the clock stands where a test puts it, and moves when the test moves it", () => {
  expect([clock.now(), new Date()]).toEqual([STOOD, STOOD]);
  vi.setSystemTime(STOOD.getTime() + 1);
  expect(clock.now().toISOString()).toBe("2052-02-29T23:00:00.000Z");
});

test("the database and the product are in the same time, also on a machine whose clock was moved", async () => {
  const [row] = await db().$queryRaw<{ at: Date }[]>`SELECT now() AS at`;
  const apart = Math.abs((row?.at.getTime() ?? 0) - machine.getTime());
  expect(apart).toBeLessThan(12 * 3_600_000);
});
