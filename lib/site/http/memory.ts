/** How many that are too large for the room are remembered beside it: a page in two languages. */
const LARGE = 2;

interface Remembered<T> {
  readonly value: T;
  readonly size: number;
}

/**
 * Remembers what takes no more room than so much, all together; what was used longest ago goes first. What would push out
 * more than half of the others has a place apart, and there are only a few of those: it is as dear to make anew as it is
 * large, and whoever asks for it again and again must neither have it made each time nor empty the memory of all others.
 */
export class Memory<T> {
  /** In whatever sizes are counted in. */
  room: number;
  readonly #sizeOf: (key: string, value: T) => number;
  readonly #rows = new Map<string, Remembered<T>>();
  readonly #large = new Map<string, Remembered<T>>();
  #used = 0;

  constructor(room: number, sizeOf: (key: string, value: T) => number) {
    this.room = room;
    this.#sizeOf = sizeOf;
  }

  get(key: string): T | undefined {
    for (const rows of [this.#rows, this.#large]) {
      const found = rows.get(key);
      if (found === undefined) continue;
      rows.delete(key);
      rows.set(key, found);
      return found.value;
    }
    return undefined;
  }

  /** Remembers it, or how large it has become. */
  set(key: string, value: T): void {
    this.delete(key);
    const size = this.#sizeOf(key, value);
    if (size > this.room / 2) {
      this.#large.set(key, { value, size });
      const [oldest] = this.#large.keys();
      if (this.#large.size > LARGE && oldest !== undefined) this.#large.delete(oldest);
      return;
    }
    this.#rows.set(key, { value, size });
    this.#used += size;
    for (const oldest of this.#rows.keys()) {
      if (this.#used <= this.room) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#used -= this.#rows.get(key)?.size ?? 0;
    this.#rows.delete(key);
    this.#large.delete(key);
  }
}
