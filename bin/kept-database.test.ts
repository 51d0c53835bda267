import { expect, test, vi } from "vitest";
import type { Database } from "./database.ts";
import { keepRunning } from "./kept-database.ts";

/** One that ends when it is told to. */
function fake(url = "postgresql://a") {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const stop = vi.fn(async () => end());
  return { end, stop, database: { url, description: "", ended, stop } satisfies Database };
}

const keep = (first: Database, ...next: (() => Promise<Database>)[]) => {
  const again = vi.fn(async () => {
    const one = next.shift();
    if (!one) throw new Error("no more");
    return one();
  });
  return { again, kept: keepRunning(first, { again, log: "postgres.log", soonest: 1 }) };
};

test("one that ends is started again, however often that fails, and nobody else hears of it", async () => {
  const [first, second, third] = [fake(), fake(), fake()];
  const fails = async () => Promise.reject(new Error("the disk is full."));
  const { again, kept } = keep(
    first.database,
    fails,
    fails,
    async () => second.database,
    async () => third.database,
  );
  let over = false;
  void kept.ended.then(() => {
    over = true;
  });
  first.end();
  await vi.waitFor(() => expect(again).toHaveBeenCalledTimes(3));
  second.end();
  await vi.waitFor(() => expect(again).toHaveBeenCalledTimes(4));
  expect(over).toBe(false);
  await kept.stop();
  expect([first.stop, second.stop, third.stop].map((stop) => stop.mock.calls.length)).toEqual([0, 0, 1]);
  await kept.ended;
});

test("one that is asked to stop is not started again, also while it is being started", async () => {
  const [first, second] = [fake(), fake()];
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const { again, kept } = keep(first.database, async () => {
    await opened;
    return second.database;
  });
  first.end();
  await vi.waitFor(() => expect(again).toHaveBeenCalledTimes(1));
  const stopping = kept.stop();
  open();
  await stopping;
  expect(second.stop).toHaveBeenCalledOnce();
  expect(again).toHaveBeenCalledTimes(1);
});

test("at another address it is of no use to those who know the first", async () => {
  const [first, second] = [fake(), fake("postgresql://b")];
  const { kept } = keep(first.database, async () => second.database);
  first.end();
  await kept.ended;
  await kept.stop();
  expect(second.stop).toHaveBeenCalledOnce();
});
