import type { ServerResponse } from "node:http";

/** Made at one time: as many as readers have connections to the database (db.ts). */
const MOST = 8;

/** How long a turn is waited for, ms. */
const PATIENCE = 5_000;

/**
 * How many answers are being made at one time. The rest wait as they came, and who leaves is not waited for: else a crowd
 * that has long gone would still be worked for, and nobody else, not even for what is kept, would have an answer before that
 * is done.
 */
export class Turns {
  readonly #most: number;
  readonly #patience: number;
  #making = 0;
  /** Those who wait, by what gives them their turn. */
  readonly #waiting = new Set<() => void>();

  constructor(most = MOST, patience = PATIENCE) {
    this.#most = most;
    this.#patience = patience;
  }

  /**
   * @returns what to call when its head is written, after which it is only sent; it is called by itself when the answer
   * is closed. `busy`: too many came before; `gone`: nobody is there to be answered
   */
  async take(answer: ServerResponse): Promise<(() => void) | "busy" | "gone"> {
    if (answer.closed) return "gone";
    if (this.#making >= this.#most) {
      const why = await this.#wait(answer);
      if (why !== null) return why;
    } else this.#making += 1;
    const end = once(() => this.#end());
    if (answer.closed) {
      end();
      return "gone";
    }
    answer.once("close", end);
    return end;
  }

  /** @returns null when it has its turn */
  #wait(answer: ServerResponse): Promise<"busy" | "gone" | null> {
    return new Promise((resolve) => {
      const settle = (why: "busy" | "gone" | null) => {
        clearTimeout(late);
        answer.off("close", leave);
        this.#waiting.delete(turn);
        resolve(why);
      };
      const leave = () => settle("gone");
      const turn = () => settle(null);
      const late = setTimeout(() => settle("busy"), this.#patience);
      answer.once("close", leave);
      this.#waiting.add(turn);
    });
  }

  /** The turn goes to whoever has waited longest. */
  #end(): void {
    const [next] = this.#waiting;
    if (next) next();
    else this.#making -= 1;
  }
}

function once(run: () => void): () => void {
  let ran = false;
  return () => {
    if (!ran) run();
    ran = true;
  };
}
