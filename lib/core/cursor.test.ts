import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Asked, besides, PAGE_SIZE, type Place, pageOf } from "./cursor.ts";

interface Entry {
  readonly id: string;
  readonly day: number;
}

/** A list in memory, the newest first, that is read as a table would be: by nothing but what `besides` says. */
const listOf = (entries: readonly Entry[]) => {
  const read = (asked: Asked<number>) => {
    const { where, orderBy, take } = besides("day", "desc", asked);
    const meets = (value: unknown, rule: unknown): boolean =>
      Object.entries((rule ?? {}) as Record<string, string | number>).every(([kind, bound]) =>
        MEETS[kind]?.(compare(value as string | number, bound)),
      );
    const { OR = [{}], ...bounds } = where as { OR?: object[] } & Record<string, unknown>;
    const holds = (entry: Entry, rules: object) =>
      Object.entries(rules).every(([column, rule]) => meets(Reflect.get(entry, column), rule));
    const sign = Object.values(orderBy[0] ?? {})[0] === "asc" ? 1 : -1;
    const found = entries
      .filter((entry) => holds(entry, bounds) && OR.some((rules) => holds(entry, rules)))
      .sort((a, b) => sign * (compare(a.day, b.day) || compare(a.id, b.id)));
    return Promise.resolve(found.slice(0, take));
  };
  const place = (id: string | null): Place<number> | null => {
    const entry = entries.find((each) => each.id === id);
    return entry ? { key: entry.day, id: entry.id } : null;
  };
  return { page: (from: string | null) => pageOf(place(from), read, ({ id }) => id) };
};

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);

const MEETS: Readonly<Record<string, (order: number) => boolean>> = {
  gt: (order) => order > 0,
  gte: (order) => order >= 0,
  lt: (order) => order < 0,
  lte: (order) => order <= 0,
};

/** Many on the same day, so that ids decide. */
const lists = fc
  .array(fc.nat(8), { maxLength: 4 * PAGE_SIZE })
  .map((days) => days.map((day, at) => ({ day, id: String(at).padStart(4, "0") })));

async function walk(entries: readonly Entry[]) {
  const list = listOf(entries);
  const pages = [{ from: null as string | null, page: await list.page(null) }];
  for (let next = pages[0]?.page.next; next; next = pages.at(-1)?.page.next)
    pages.push({ from: next, page: await list.page(next) });
  return { list, pages };
}

describe("the pages of a list", () => {
  test("hold every entry once, in the order of the list, fifty on each but the last", () =>
    fc.assert(
      fc.asyncProperty(lists, async (entries) => {
        const { pages } = await walk(entries);
        const ordered = [...entries].sort((a, b) => compare(b.day, a.day) || compare(b.id, a.id));
        expect(pages.flatMap(({ page }) => page.entries)).toEqual(ordered);
        expect(pages.slice(0, -1).every(({ page }) => page.entries.length === PAGE_SIZE)).toBe(true);
      }),
    ));

  test("lead back the way they came", () =>
    fc.assert(
      fc.asyncProperty(lists, async (entries) => {
        const { pages } = await walk(entries);
        expect(pages.map(({ page }) => page.previous)).toEqual(
          pages.map((_, at) => (at === 0 ? null : (pages[at - 1]?.from ?? "first"))),
        );
      }),
    ));

  test("hold the same entries whatever comes to the list afterwards", () =>
    fc.assert(
      fc.asyncProperty(lists, fc.nat(2 * PAGE_SIZE), async (entries, more) => {
        const { pages } = await walk(entries);
        const newer = Array.from({ length: more }, (_, at) => ({ day: 9, id: `n${at}` }));
        const { page } = listOf([...entries, ...newer]);
        for (const { from, page: before } of pages.slice(1))
          expect((await page(from)).entries).toEqual(before.entries);
      }),
    ));

  test("of an empty list are one", async () => {
    expect(await listOf([]).page(null)).toEqual({ entries: [], next: null, previous: null });
  });
});
