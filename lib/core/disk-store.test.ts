import { expect, test } from "vitest";
import { judgeRoom, roomIn } from "./disk-store.ts";

const MB = 1024 * 1024;

test.each([
  [100_000, 50_000, "enough"],
  [100_000, 1_000, "scarce"],
  [100_000, 256, "scarce"],
  [100_000, 255, "none"],
  [2_000, 99, "none"],
  [2_000, 101, "scarce"],
  [300, 200, "enough"],
  [300, 49, "scarce"],
  [300, 47, "none"],
])("of %i MB, %i free are %s", (size, free, state) => {
  expect(judgeRoom(free * MB, size * MB)).toBe(state);
});

test("a folder that is there has room or none, and one that is not says nothing", async () => {
  const { free } = await roomIn(["/tmp", "/nowhere/at/all"]);
  expect(free).toBeGreaterThan(0);
  expect(Number.isFinite(free)).toBe(true);
  expect(await roomIn(["/nowhere/at/all"])).toMatchObject({ state: "enough" });
});
