import { Memory } from "./memory.ts";
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

/** Characters of page text, all pages together. */
const room = 128 * 1024 * 1024;

const pages = new Memory<FinishedPage>(room, (_, { html }) => html.length);

export const keepPage = (key: string, page: FinishedPage): void => pages.set(key, page);

export const pageOf = (key: string): FinishedPage | undefined => pages.get(key);

/** Whether the page still says what the record says. */
export const isCurrent = (page: FinishedPage, now: number): boolean =>
  now < page.freshUntil && !isOutdated(page.tags, page.readAt);
