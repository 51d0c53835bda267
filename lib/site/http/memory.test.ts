import fc from "fast-check";
import { expect, test } from "vitest";
import { Memory } from "./memory.ts";

const ROOM = 100;
const memory = () => new Memory<string>(ROOM, (_, value) => value.length);

test("what fits is no more than the room, and what was used last is there", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ key: fc.constantFrom(..."abcdefgh"), size: fc.nat({ max: 150 }) })),
      (steps) => {
        const kept = memory();
        for (const { key, size } of steps) {
          kept.set(key, "x".repeat(size));
          expect(kept.get(key)).toHaveLength(size);
        }
        const sizes = [..."abcdefgh"].map((key) => kept.get(key)?.length ?? 0);
        const small = sizes.filter((size) => size <= ROOM / 2);
        expect(small.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(ROOM);
        expect(sizes.length - small.length).toBeLessThanOrEqual(2);
      },
    ),
  );
});

test("what is used stays, what is not goes first", () => {
  const kept = memory();
  kept.set("hot", "x".repeat(40));
  for (let i = 0; i < 20; i += 1) {
    kept.set(`cold ${i}`, "x".repeat(30));
    expect(kept.get("hot"), `${i}`).toBeDefined();
  }
  expect(kept.get("cold 0")).toBeUndefined();
});

test("one that is larger than everything is kept, in two languages, and pushes nothing out", () => {
  const kept = memory();
  kept.set("small", "x");
  for (const key of ["/huge", "/en/huge"]) kept.set(key, "x".repeat(500));
  expect([kept.get("/huge"), kept.get("/en/huge"), kept.get("small")].every(Boolean)).toBe(true);
  kept.set("/third", "x".repeat(500));
  expect([kept.get("/huge"), kept.get("small")]).toEqual([undefined, "x"]);
  kept.set("/third", "x");
  kept.delete("/third");
  expect(kept.get("/third")).toBeUndefined();
});
