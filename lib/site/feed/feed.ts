/**
 * What has been published, newest first, for whoever follows it: of everything, of one thing, or of a search. Every entry is
 * an entry of the log, which is what makes its identity permanent.
 */
import type { Bilingual, Locale } from "../../core/language/language.ts";
import type { Rating } from "../../core/rating/rating.ts";
import type { SaidBy } from "../../record/claim/claim.ts";
import type { EntryType } from "../../record/record-log/record-log.ts";

/** How many entries a page of a feed has at most. */
export const FEED_PAGE = 50;

/** The feeds of the whole record, by the name in their address (`/feeds/<name>.atom`), and the kinds of entries in each. */
export const RECORD_FEEDS = {
  all: null,
  verdicts: ["verdict.published", "withdrawal.published", "taint.cleared"],
  corrections: [
    ...(["correction.published", "fact.corrected", "withdrawal.published", "source.withdrawn"] as const),
    ...(["removal.published", "removal.decided"] as const),
  ],
} as const satisfies Readonly<Record<string, readonly EntryType[] | null>>;
export type RecordFeed = keyof typeof RECORD_FEEDS;

export const isRecordFeed = (name: string): name is RecordFeed => Object.hasOwn(RECORD_FEEDS, name);

export type FeedFormat = "atom" | "json";

/** What a feed is of. Of a search: the claims that match it now. */
export type FeedScope =
  | { readonly of: RecordFeed }
  | { readonly of: "dispute" | "claim" | "party"; readonly slug: string }
  | { readonly of: "search"; readonly claimIds: readonly string[] };

/** One publication, with as much of what it said as is told in a feed. */
export interface FeedEntry {
  /** Of the log. */
  readonly seq: number;
  /** RFC 3339 in UTC. */
  readonly at: string;
  readonly type: EntryType;
  readonly version: number | null;
  readonly contentHash: string;
  /** Of the entry of the log. */
  readonly hash: string;
  /** Null: the publication itself, or something that has been taken down. */
  readonly about: {
    readonly title: Bilingual;
    /** Of its page, without language. */
    readonly path: string;
    /** Of a claim: who makes it, by what it was made in. */
    readonly appearances: readonly SaidBy[];
    /** Of a claim: its dispute. */
    readonly dispute: { readonly path: string; readonly short: Bilingual } | null;
  } | null;
  readonly takenDown: boolean;
  /** Of a verdict: what it is, and what the version before was. */
  readonly verdict: {
    readonly rating: Rating;
    readonly previous: Rating | null;
    readonly hash: string;
  } | null;
  /** What it said, paragraph by paragraph; words of others in their own language. */
  readonly told: readonly Told[];
}

export type Told = Bilingual | { readonly quoted: string; readonly language: string };

export interface FeedPage {
  readonly entries: readonly FeedEntry[];
  /** The entry after which the next page goes on; null: there is none. */
  readonly next: number | null;
  /** When the record last changed in any way: nothing of this can have changed since. */
  readonly changedAt: string;
}

/** What a feed is called, and where it and its page are. */
export interface FeedSite {
  readonly locale: Locale;
  /** The address readers use, without a slash at the end. */
  readonly baseUrl: string;
  readonly publication: string;
  readonly title: string;
  readonly subtitle: string;
  /** Of the page it is the feed of, without language. */
  readonly page: string;
  /** Of the feed in each form, without language and cursor. */
  readonly addresses: Readonly<Record<FeedFormat, string>>;
  /** The cursor this page was asked for with. */
  readonly before: number | null;
}

/**
 * The permanent identity of an entry (RFC 4151): by who published it, on which day, and its number in the log. It is the
 * same in both languages and forms, and never another's.
 */
export const entryId = (baseUrl: string, { seq, at }: Pick<FeedEntry, "seq" | "at">): string =>
  `tag:${new URL(baseUrl).hostname},${at.slice(0, 10)}:log/${seq}`;

/** Where a feed of the whole record is, in each form, without language. */
export const recordFeedAddresses = (of: RecordFeed): Readonly<Record<FeedFormat, string>> => ({
  atom: `/feeds/${of}.atom`,
  json: `/feeds/${of}.json`,
});

/** The same of a dispute, claim, party or search, by the path of its page: `/claims/x`, `/search?q=x`. */
export function feedAddresses(page: string): Readonly<Record<FeedFormat, string>> {
  const [path = "", question] = page.split("?", 2);
  const at = (ending: string) => `${path}${ending}${question ? `?${question}` : ""}`;
  return { atom: at(".atom"), json: at(".feed.json") };
}

/** An address with the cursor of a page. */
export function withCursor(address: string, before: number | null): string {
  if (before === null) return address;
  return `${address}${address.includes("?") ? "&" : "?"}before=${before}`;
}

/** The cursor in an address: an entry of the log; anything else is none, and the feed begins with the newest. */
export const cursorIn = (text: string | null): number | null =>
  text !== null && /^(?:0|[1-9]\d{0,8})$/.test(text) ? Number(text) : null;
