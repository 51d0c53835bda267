import { isOutdated } from "./outdated.ts";

/**
 * What is known of each finished page. Two files meet here: the cache
 * handler, which learns what a page is made of, and the front door, which learns at which address it is
 * sent. Only the framework knows how one follows from the other (rewrites, languages), so the page's key
 * travels between them in a header that never leaves the process.
 */
export type FinishedPage = {
  html: string;
  /** Anything expiring one of these makes the page outdated. */
  tags: readonly string[];
  /** Milliseconds; when the first read of the page's data may have happened, not when rendering ended. */
  readAt: number;
  /** Milliseconds; Infinity for a page that only a tag can outdate. */
  freshUntil: number;
};

/** The header that carries a page's key from the cache to the front door. */
export const pageKeyHeader = "x-belagt-page";

/** Characters of page text, all pages together; the oldest go first. */
const room = 128 * 1024 * 1024;

const pages = new Map<string, FinishedPage>();
let used = 0;

export function keepPage(key: string, page: FinishedPage): void {
  drop(key);
  pages.set(key, page);
  used += page.html.length;
  for (const oldest of pages.keys()) {
    if (used <= room) break;
    drop(oldest);
  }
}

function drop(key: string): void {
  used -= pages.get(key)?.html.length ?? 0;
  pages.delete(key);
}

export function pageOf(key: string): FinishedPage | undefined {
  return pages.get(key);
}

/** Whether the page still says what the record says. */
export const isCurrent = (page: FinishedPage, now: number): boolean =>
  now < page.freshUntil && !isOutdated(page.tags, page.readAt);
