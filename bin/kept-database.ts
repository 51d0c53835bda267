import type { Database } from "./database.ts";
import { say } from "./say.ts";

/** Before one that ended is started again, ms; longer each time it does not start. */
const [SOONEST, LATEST] = [1_000, 30_000];

interface Terms {
  /** Starts it again. */
  readonly again: () => Promise<Database>;
  /** What its end is likely to be told by. */
  readonly log: string;
  /** ms */
  readonly soonest?: number;
}

/**
 * A database that is started again when it ends by itself, for as long as it takes: meanwhile the web server answers from
 * memory what it can and says of the rest that it is to be asked for again. Readers' pages need no database once they are
 * made, so its end is no reason for the server's.
 *
 * @returns the same database; its `ended` settles when it could only be had at another address, which nobody was told of
 */
export function keepRunning(first: Database, { again, log, soonest = SOONEST }: Terms): Database {
  let current = first;
  let stopped = false;
  let wake = () => {};
  let starting: Promise<unknown> = Promise.resolve();
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const ended = (async () => {
    for (;;) {
      await current.ended;
      if (stopped) return;
      say(
        `· The database ended by itself, and is started again (see ${log}). Pages in memory are served meanwhile.`,
      );
      let wait = soonest;
      for (let isThere = false; !isThere; ) {
        await pause(wait);
        if (stopped) return;
        wait = Math.min(wait * 2, LATEST);
        const attempt = again();
        starting = attempt.catch(() => undefined);
        try {
          const next = await attempt;
          const moved = next.url !== first.url;
          current = next;
          if (moved) return;
          isThere = true;
          say("✓ The database is back");
        } catch (error) {
          if (!stopped)
            say(
              `  It does not start: ${error instanceof Error ? error.message : String(error)} Tried again soon.`,
            );
        }
      }
    }
  })();

  return {
    url: first.url,
    description: first.description,
    ended,
    stop: async () => {
      stopped = true;
      wake();
      await starting;
      await current.stop();
    },
  };
}
