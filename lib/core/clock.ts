/**
 * The one clock: whoever in lib/, components/ or app/ wants to know what time it is asks here, and nobody asks the
 * machine (lib/architecture.test.ts). A test stands it at a moment with `standAt` (clock.fixture.ts).
 */
export const clock = {
  /** This moment by the clock of the machine, also in a browser. Rules never ask: they are given it. */
  now: (): Date => new Date(),
};
