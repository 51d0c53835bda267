/**
 * Bytes as they arrive, up to a limit. They are copied into pages of our own: a server that sends one byte at a time
 * would otherwise cost a buffer object for each.
 */
const SMALLEST_PAGE = 16 * 1024;
const LARGEST_PAGE = 1024 * 1024;

export class BoundedBytes {
  readonly #limit: number;
  readonly #pages: Buffer[] = [];
  /** How much of the last page is used. */
  #used = 0;
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#size;
  }

  /** @returns false when the limit is passed; then nothing of this chunk is kept */
  add(chunk: Uint8Array): boolean {
    if (this.#size + chunk.length > this.#limit) return false;
    this.#size += chunk.length;
    for (let from = 0; from < chunk.length; ) {
      const page = this.#pageWithRoom();
      const piece = chunk.subarray(from, from + page.length - this.#used);
      page.set(piece, this.#used);
      this.#used += piece.length;
      from += piece.length;
    }
    return true;
  }

  #pageWithRoom(): Buffer {
    const last = this.#pages.at(-1);
    if (last && this.#used < last.length) return last;
    const page = Buffer.allocUnsafeSlow(Math.min(LARGEST_PAGE, last ? last.length * 2 : SMALLEST_PAGE));
    this.#pages.push(page);
    this.#used = 0;
    return page;
  }

  whole(): Buffer {
    return Buffer.concat(this.#pages, this.#size);
  }
}
