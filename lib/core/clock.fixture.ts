import { afterAll, vi } from "vitest";

/**
 * Stands the clock at a moment for the rest of the file: the product's, and the Date that libraries read, so that what
 * they write agrees. Call it first of all, outside every test; `vi.setSystemTime` moves it later. The database's own
 * `CURRENT_TIMESTAMP` and timers run on.
 */
export function standAt(moment: Date): void {
  vi.useFakeTimers({ toFake: ["Date"], now: moment });
  afterAll(() => {
    vi.useRealTimers();
  });
}
