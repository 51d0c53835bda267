import { expect, test } from "vitest";
import { identityOf, isAlive, startTicks } from "./process-identity.ts";

const after = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 4711 20";

test("the start time is found after a command name with spaces and brackets", () => {
  expect(startTicks(`42 (next (server) v16) S ${after}`)).toBe("4711");
});

test("a zombie has no start time, since it holds nothing any more", () => {
  expect(startTicks(`42 (postgres) Z ${after}`)).toBeUndefined();
});

test("this process is alive, and another with its id would not be it", () => {
  const me = identityOf(process.pid);
  expect(isAlive(me)).toBe(true);
  if (me.began) expect(isAlive({ ...me, began: "an earlier boot/1" })).toBe(false);
});
