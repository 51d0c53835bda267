import { z } from "zod";
import { visible } from "../../core/language/invisible.ts";
import { slug } from "../../core/language/language-schema.ts";
import { RATINGS, ratingSlug } from "../../core/rating/rating.ts";

/** The longest search taken whole; a longer one is cut here and the reader is told. */
export const LONGEST_QUERY = 200;
/** The most words of a search that are looked for; of more, the first. */
export const MOST_WORDS = 12;

/** How far what is found is counted; beyond that there is more. */
export const MOST_COUNTED = 1000;

/** What may be found, in the order in which it is shown. */
export const SEARCH_KINDS = ["party", "dispute", "claim", "passage", "event", "source"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export const PAGE_SIZE = 20;

/** What was wrong with an address, as the reader is told it. The search goes on without that part. */
export type SearchNote =
  | "page"
  | "rating"
  | "party"
  | "from"
  | "to"
  | "long"
  | "words"
  | "characters"
  | "order"
  | "common"
  | "slow";

export interface Search {
  readonly q: string;
  readonly rating: (typeof RATINGS)[number] | null;
  readonly party: string | null;
  /** YYYY-MM-DD. */
  readonly from: string | null;
  readonly to: string | null;
  readonly page: number;
  readonly notes: readonly SearchNote[];
}

type Params = Record<string, string | string[] | undefined>;

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";
/** The calendar of the database has no year 0. */
const day = z.iso.date().refine((text) => !text.startsWith("0000"));

/** Reads a search from an address. Whatever cannot be read is left out and named in `notes`; nothing is refused. */
export function parseSearch(params: Params): Search {
  const notes: SearchNote[] = [];
  const note = (what: SearchNote) => {
    notes.push(what);
    return null;
  };

  const typed = first(params.q);
  // U+FFFD is what a lone surrogate has become.
  const clean = visible(typed.toWellFormed()).replaceAll("\uFFFD", " ");
  if (clean !== typed) note("characters");
  const words = clean.replace(/\s+/g, " ").trim();
  if (words.length > LONGEST_QUERY) note("long");
  const cut = [...words].slice(0, LONGEST_QUERY).join("");
  // What a search is divided by is neither letter nor number; quotation marks and minuses stay where they are.
  const parts = [...cut.matchAll(/[\p{L}\p{N}]+/gu)];
  const end = parts[MOST_WORDS]?.index;
  if (end !== undefined) note("words");

  const ratingText = first(params.rating);
  const rating =
    RATINGS.find((each) => ratingSlug(each) === ratingText) ?? (ratingText ? note("rating") : null);
  const partyText = first(params.party);
  const party = slug.safeParse(partyText).data ?? (partyText ? note("party") : null);
  const date = (name: "from" | "to") =>
    day.safeParse(first(params[name])).data ?? (first(params[name]) ? note(name) : null);
  const [from, to] = [date("from"), date("to")];
  const ordered = !(from && to && from > to);
  if (!ordered) note("order");
  const pageText = first(params.page);
  const page = /^[1-9]\d{0,5}$/.test(pageText || "1") ? Number(pageText || "1") : note("page");

  return {
    q: cut.slice(0, end).trimEnd(),
    rating,
    party,
    from: ordered ? from : null,
    to: ordered ? to : null,
    page: page ?? 1,
    notes,
  };
}

/** The address of a search, without what is empty. */
export function searchPath({ q, rating, party, from, to, page }: Omit<Search, "notes">): string {
  const params = new URLSearchParams();
  if (q) params.set("q", q);
  if (rating) params.set("rating", ratingSlug(rating));
  if (party) params.set("party", party);
  if (from) params.set("from", from);
  if (to) params.set("to", to);
  if (page > 1) params.set("page", String(page));
  const query = params.toString();
  return query ? `/search?${query}` : "/search";
}

/**
 * The years that something was said in, as filters (search_years in the database), one of which it has: by the year at the
 * ends, by the decade between. Nothing for a stretch that would name too many.
 */
export function yearsAsked(from: string | null, to: string | null): string[][] {
  if (!from || !to) return [];
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (last - first > 300) return [];
  const years: string[] = ["y:any"];
  for (let year = first; year <= last; ) {
    const isDecade = year % 10 === 0 && year + 9 <= last;
    years.push(isDecade ? `y:${year / 10}x` : `y:${year}`);
    year += isDecade ? 10 : 1;
  }
  return [years];
}
