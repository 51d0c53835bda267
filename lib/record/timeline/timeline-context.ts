/** What posts are made with: the dispute that is told, and its names, lanes and dates in the reader's words. Pure. */
import { dateWords, dayWords as wordsOfDay } from "../../core/date-words/date-words.ts";
import type { Locale } from "../../core/language/language.ts";
import type { Translator } from "../../core/language/translator.ts";
import { dayIn, edtfIn } from "../../core/zone.ts";
import type { DisputeClaim, DisputeView } from "../dispute/dispute.ts";
import { OWN_LANE, type Post, type PostDate } from "./timeline.ts";

/** Ids in the record are UUIDs of version 7: their tail is random, and enough to name a post within one dispute. */
export const tail = (id: string) => id.slice(-12);

export interface Context {
  readonly dispute: DisputeView;
  readonly locale: Locale;
  readonly t: Translator;
  readonly byNumber: ReadonlyMap<number, DisputeClaim>;
  readonly name: (slug: string) => string;
  /** The outermost body a party belongs to: its lane. */
  readonly lane: (slug: string) => string;
  readonly date: (text: string | null, note: { sv: string; en: string } | null) => PostDate;
  /** The day that a moment was of, where the dispute is. */
  readonly dayOf: (moment: string) => string;
  readonly dayWords: (moment: string) => string;
}

export function contextOf(dispute: DisputeView, locale: Locale, t: Translator): Context {
  const parties = new Map(dispute.parties.map((party) => [party.slug, party]));
  const lane = (slug: string) => {
    const seen = new Set<string>();
    let here = slug;
    for (
      let body = parties.get(here)?.body;
      body && parties.has(body) && !seen.has(body);
      body = parties.get(here)?.body
    ) {
      seen.add(body);
      here = body;
    }
    return here;
  };
  return {
    dispute,
    locale,
    t,
    byNumber: new Map(dispute.claims.map((claim) => [claim.number, claim])),
    name: (slug) => parties.get(slug)?.name[locale] ?? slug,
    dayOf: (moment) => dayIn(moment, dispute.timeZone),
    dayWords: (moment) => wordsOfDay(moment, locale, dispute.timeZone),
    lane,
    date: (text, note) => {
      if (text === null) return { edtf: null, words: note?.[locale] ?? t("timeline.undated") };
      const words = dateWords(text, locale, dispute.timeZone);
      return { edtf: edtfIn(text, dispute.timeZone), words: note ? `${words}, ${note[locale]}` : words };
    },
  };
}

/** A post of what we did, with the moment it was done: those of one day stand in that order. */
export type DatedPost = Post & { readonly at: string };

/** What we do ourselves, in our own lane: known when it happens. */
export const ownPost = (when: PostDate, t: Translator) => ({
  ...{ kind: "act" as const, lane: OWN_LANE, by: null, parties: [], claim: null },
  ...{ happened: when, known: when, beforePost: null, afterPost: null, relations: [] },
  ...{ attribution: t("site.name"), conclusion: null },
});

/** Claims by their numbers, in words. */
export const aboutClaims = (claims: readonly number[], locale: Locale, t: Translator) =>
  t("replyPosts.claims", {
    count: claims.length,
    list: new Intl.ListFormat(locale, { type: "conjunction" }).format(claims.map(String)),
  });
