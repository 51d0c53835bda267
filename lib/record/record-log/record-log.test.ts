import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentHash } from "../../core/content-hash.ts";
import { entryHash, firstBrokenEntry, type LogEntry, publishedByDay } from "./record-log.ts";

function chain(length: number): (LogEntry & { hash: string })[] {
  const entries: (LogEntry & { hash: string })[] = [];
  for (let seq = 0; seq < length; seq++) {
    const entry: LogEntry = {
      seq,
      at: new Date(Date.UTC(2026, 10, 23, 12, 0, seq)).toISOString(),
      type: "verdict.published",
      subject: `claim-${seq}`,
      version: 1,
      contentHash: contentHash({ seq }),
      previousHash: entries[seq - 1]?.hash ?? null,
    };
    entries.push({ ...entry, hash: entryHash(entry) });
  }
  return entries;
}

test("the hash does not depend on the order of keys", () => {
  expect(contentHash({ a: 1, b: { c: "å", d: null } })).toBe(contentHash({ b: { d: null, c: "å" }, a: 1 }));
});

test("what was published is counted by the days of Sweden, also in summer and around midnight", () => {
  const at = (moment: string) => ({ type: "verdict.published" as const, at: moment });
  const log = ["2026-07-01T21:59:59.000Z", "2026-07-01T22:00:00.000Z", "2026-07-02T00:10:00.000Z"].map(at);
  expect(publishedByDay(log)).toEqual([
    { ...at("2026-07-01T21:59:59.000Z"), count: 1 },
    { ...at("2026-07-02T00:10:00.000Z"), count: 2 },
  ]);
});

test("the hash of a known document is the known one", () => {
  // printf '{"a":1}' | sha256sum
  expect(contentHash({ a: 1 })).toBe("015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862");
});

test("what JSON cannot hold is refused, not silently dropped", () => {
  expect(() => contentHash(Number.NaN)).toThrow();
  expect(() => contentHash("\ud800")).toThrow();
});

describe("the chain", () => {
  test("holds as it was written", () => {
    expect(firstBrokenEntry(chain(20))).toBeNull();
  });

  test("breaks wherever one field of one entry is changed", () => {
    fc.assert(
      fc.property(fc.nat(19), fc.constantFrom("subject", "contentHash", "hash", "at"), (index, field) => {
        const entries = chain(20).map((entry, at) =>
          at === index ? { ...entry, [field]: `${entry[field]}x` } : entry,
        );
        expect(firstBrokenEntry(entries)).not.toBeNull();
      }),
    );
  });

  test("breaks when an entry is dropped, repeated or moved", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 18 }), (index) => {
        const entries = chain(20);
        const [here, next] = [entries[index], entries[index + 1]];
        if (!here || !next) return;
        expect(firstBrokenEntry(entries.filter((entry) => entry !== here))).not.toBeNull();
        expect(
          firstBrokenEntry(entries.flatMap((entry) => (entry === here ? [entry, entry] : [entry]))),
        ).not.toBeNull();
        expect(firstBrokenEntry(entries.with(index, next).with(index + 1, here))).not.toBeNull();
      }),
    );
  });
});
