import type { ServerResponse } from "node:http";

interface Terms {
  /** How long nothing of what is there to be read may be read, ms. */
  readonly stalled?: number;
  /** How long the smallest answer may take once all of it is there, ms, and how many bytes a second of a larger one. */
  readonly least?: number;
  readonly slowest?: number;
}

/**
 * Ends whoever asks and does not read what comes: the answer, and what was sent for it, would be held for as long as they
 * like. A telephone on a bad line reads several times as fast as is asked for here.
 */
export function endSlowReader(
  answer: ServerResponse,
  { stalled = 60_000, least = 60_000, slowest = 4 * 1024 }: Terms = {},
): void {
  const unread = () => answer.socket?.writableLength ?? 0;
  // Whoever waits for what is still being made is not slow.
  answer.setTimeout(stalled, () => {
    if (unread() > 0) answer.destroy();
  });
  answer.once("prefinish", () => {
    const late = setTimeout(() => answer.destroy(), least + (unread() / slowest) * 1000);
    answer.once("close", () => clearTimeout(late));
  });
}
