import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RATINGS } from "../../core/rating/rating.ts";
import { POST_KINDS } from "./timeline-filter.ts";
import { DAY } from "./timeline-scale.ts";
import { FIRST_STATE, readState, type TimelineState, wholeDays, writeState } from "./timeline-state.ts";

const day = fc
  .integer({ min: Math.ceil(Date.UTC(1000, 0, 1) / DAY), max: Date.UTC(2999, 0, 1) / DAY })
  .map((n) => n * DAY);
const word = fc.string({ minLength: 1, maxLength: 20 });
const states: fc.Arbitrary<TimelineState> = fc
  .record({
    clock: fc.constantFrom("happened" as const, "known" as const),
    filter: fc.record({
      parties: fc.uniqueArray(word, { maxLength: 3 }),
      kinds: fc.subarray([...POST_KINDS]),
      ratings: fc.subarray([...RATINGS]),
    }),
    selected: fc.option(word),
    window: fc.option(
      fc.tuple(day, fc.integer({ min: 1, max: 9999 })).map(([from, n]) => ({ from, to: from + n * DAY })),
    ),
    open: fc.boolean(),
    reading: fc.boolean(),
  })
  // Nothing is read before something is chosen.
  .map((state) => ({ ...state, reading: state.reading && state.selected !== null }));

describe("the address of a view", () => {
  it("is empty for the first view", () => {
    expect(writeState(FIRST_STATE).toString()).toBe("");
    expect(readState(new URLSearchParams())).toEqual(FIRST_STATE);
  });

  it("gives back every view it is made of", () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readState(new URLSearchParams(writeState(state).toString()))).toEqual(state);
      }),
    );
  });

  it("reads anything without failing", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom("clock", "from", "to", "select", "party", "kind", "rating", "years", "read"),
            fc.string(),
          ),
        ),
        (pairs) => {
          const state = readState(new URLSearchParams(pairs));
          expect(readState(writeState(state))).toEqual(state);
        },
      ),
    );
  });

  it("ignores days that do not exist, windows turned round and unknown words", () => {
    const read = (query: string) => readState(new URLSearchParams(query));
    expect(read("from=2019-02-30&to=2019-03-01").window).toBeNull();
    expect(read("from=2019-03-02&to=2019-03-01").window).toBeNull();
    expect(read("from=2019-03-02").window).toBeNull();
    expect(read("clock=soon&kind=rumour&rating=true")).toEqual(FIRST_STATE);
  });

  it("keeps the parameters of others", () => {
    expect(
      writeState({ ...FIRST_STATE, clock: "known" }, new URLSearchParams("asOf=x&clock=old")).toString(),
    ).toBe("asOf=x&clock=known");
  });

  it("says a window in whole days, the last one included", () => {
    const window = { from: Date.UTC(2019, 7, 25, 13), to: Date.UTC(2020, 0, 12, 2) };
    expect(writeState({ ...FIRST_STATE, window }).toString()).toBe("from=2019-08-25&to=2020-01-12");
    expect(wholeDays(wholeDays(window))).toEqual(wholeDays(window));
  });
});
