import {
  areTagsExpired,
  areTagsStale,
} from "next/dist/server/lib/incremental-cache/tags-manifest.external.js";

/**
 * What is known of each finished page, beside the framework's own cache. Two files meet here: the cache
 * handler, which learns what a page is made of, and the front door, which learns at which address it is
 * sent. Only the framework knows how one follows from the other (rewrites, languages), so the page's key
 * travels between them in a header that never leaves the process.
 */
export type FinishedPage = {
  html: string;
  /** Anything expiring one of these makes the page outdated. */
  tags: string[];
  /** Milliseconds; when the first read of the page's data may have happened, not when rendering ended. */
  readAt: number;
  /** Milliseconds; Infinity for a page that only a tag can outdate. */
  freshUntil: number;
};

/** The header that carries a page's key from the cache to the front door. */
export const pageKeyHeader = "x-belagt-page";

/** A page larger than the rest of the record together would be a bug; this bounds the number, not the bytes. */
const most = 5_000;

const pages = new Map<string, FinishedPage>();

export function keepPage(key: string, page: FinishedPage): void {
  pages.delete(key);
  pages.set(key, page);
  if (pages.size > most) for (const oldest of pages.keys()) return void pages.delete(oldest);
}

export function pageOf(key: string): FinishedPage | undefined {
  return pages.get(key);
}

/** Whether the page still says what the record says. Tags are expired when something is published. */
export function isCurrent(page: FinishedPage, now: number): boolean {
  return (
    now < page.freshUntil && !areTagsExpired(page.tags, page.readAt) && !areTagsStale(page.tags, page.readAt)
  );
}
