/**
 * The schema.org ClaimReview of a claim, for the Fact Check Explorer, open feeds and other trackers.
 * https://developers.google.com/search/docs/appearance/structured-data/factcheck (page of 2025-12-10) and
 * https://schema.org/ClaimReview (release 30.0).
 */

import { htmlDate } from "../../core/date-words/date-words.ts";
import { bounds, compareEdtf, edtf } from "../../core/edtf/edtf.ts";
import { DEFAULT_LOCALE, href, type Locale } from "../../core/language/language.ts";
import { type Rating, ratingNumber, SCALE } from "../../core/rating/rating.ts";
import { type AppearanceView, type ClaimView, claimants, standingVerdict } from "../../record/claim/claim.ts";
import type { Claimant } from "../../record/party/party.ts";
import type { ClaimAuthorJson, ClaimReviewJson, CreativeWorkJson, RatingJson } from "./claim-review-json.ts";

/** Who publishes the check. Null: nobody does, so there is none. */
export interface Site {
  /** The address readers use, without a slash at the end. */
  readonly baseUrl: string;
  readonly name: string;
}

export interface ClaimReviewWords {
  /** The word of a rating as the page shows it, in the language asked for. */
  rating(rating: Rating): string;
}

/** Our own text and data; quotations belong to those who wrote them. */
const LICENCE = "https://creativecommons.org/licenses/by/4.0/";

/**
 * The one ClaimReview of a claim, or null where there must be none: nothing published or all of it withdrawn, a check
 * still going on, nobody who publishes it, a wording that holds the very word of the rating (Google: claimReviewed must not contain it), or another language.
 *
 * **Only the Swedish page carries it.** Google wants the same ClaimReview on one page of the site, and the languages
 * are two pages with an address each; the Swedish one is the default and what `x-default` points at. Version pages,
 * embeds, disputes and lists carry none either: do not call this there.
 *
 * What is reviewed is the wording the verdict froze, not a later one that nobody has judged yet.
 */
export function claimReview(
  claim: ClaimView,
  locale: Locale,
  words: ClaimReviewWords,
  site: Site | null,
): ClaimReviewJson | null {
  const verdict = standingVerdict(claim);
  if (!site || locale !== DEFAULT_LOCALE || !verdict || verdict.rating === "under_review") return null;
  const word = words.rating(verdict.rating);
  const wording = verdict.claim.wording[locale];
  if (holdsWord(wording, word)) return null;
  const at = (path: string) => `${site.baseUrl}${href(locale, path)}`;
  const first = claim.versions.at(-1)?.publishedAt ?? verdict.publishedAt;
  const authors = authorsOf(claim.appearances, locale);
  const appearances = appearancesOf(claim.appearances, locale);
  const entered = enteredDiscourse(claim.appearances);

  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: at(`/claims/${claim.slug}`),
    claimReviewed: wording,
    inLanguage: locale,
    datePublished: first,
    dateModified: verdict.publishedAt,
    version: verdict.version,
    license: LICENCE,
    author: {
      "@type": "Organization",
      name: site.name,
      url: at("/"),
      publishingPrinciples: at("/method"),
      correctionsPolicy: at("/corrections"),
    },
    reviewRating: reviewRating(verdict.rating, word, verdict.conclusion[locale]),
    itemReviewed: {
      "@type": "Claim",
      ...(authors.length > 0 && { author: authors }),
      ...(entered !== null && { datePublished: entered }),
      ...(appearances.length > 0 && { appearance: appearances }),
    },
    ...(claim.corrections.length > 0 && {
      correction: claim.corrections.map((correction) => ({
        "@type": "CorrectionComment",
        text: `${correction.wrong[locale]} ${correction.found[locale]}`,
        datePublished: correction.publishedAt,
      })),
    }),
  };
}

/**
 * The word is what counts and is what Google shows. The three numbers are given for the five steps of the
 * true–false axis only: "unproven" as 3 of 5, or 0, would say something about the claim that nobody has found out.
 */
function reviewRating(rating: Rating, word: string, conclusion: string): RatingJson {
  const number = ratingNumber(rating);
  return {
    "@type": "Rating",
    alternateName: word,
    ...(number !== null && { ratingValue: number, worstRating: 1, bestRating: SCALE.length }),
    ratingExplanation: conclusion,
  };
}

/** All who made the claim, each once. Without a known role a private person is left out altogether. */
function authorsOf(appearances: readonly AppearanceView[], locale: Locale): ClaimAuthorJson[] {
  return claimants(appearances).flatMap((party): ClaimAuthorJson[] => {
    const role = appearances.find((each) => each.party.slug === party.slug && each.role)?.role?.[locale];
    const name = party.kind === "private_person" ? role : party.name[locale];
    if (!name) return [];
    return isPerson(party)
      ? [{ "@type": "Person", name: withoutParty(name) }]
      : [{ "@type": "Organization", name }];
  });
}

/** "Anna Exempel (S)" is called Anna Exempel: the letters of a party are no part of a person's name. */
const withoutParty = (name: string): string => name.replace(/\s*\(\p{L}{1,4}\)$/u, "");

/** The name of a private person stays on our page: this data is made to be copied where we cannot take it back. */
const isPerson = ({ kind }: Claimant): boolean =>
  kind === "public_official" || kind === "public_employee" || kind === "private_person";

/**
 * Where the claim is made, each source once. `appearance`, not `firstAppearance`: we know where we read it, not that
 * nobody said it before.
 */
function appearancesOf(appearances: readonly AppearanceView[], locale: Locale): CreativeWorkJson[] {
  const sources = new Map(appearances.map(({ source }) => [source.id, source]));
  return [...sources.values()].map(({ title, language, url, producer }) => ({
    "@type": "CreativeWork",
    name: title[locale],
    inLanguage: language,
    ...(url !== null && { url }),
    ...(producer && { publisher: { "@type": "Organization", name: producer.name[locale] } }),
  }));
}

/**
 * When the claim entered public discourse: its earliest appearance, if that is a date ISO 8601 can write with the
 * precision the source gives. "Late November 2019 or later" is no date, and none is made up for it.
 */
function enteredDiscourse(appearances: readonly AppearanceView[]): string | null {
  const dates = appearances.map(({ known }) => edtf(known)).sort(compareEdtf);
  // One without a known beginning may have been before all the others.
  if (dates.some((date) => bounds(date).earliest === null)) return null;
  const [earliest] = dates;
  return earliest ? htmlDate(earliest.text) : null;
}

/** Whether a text holds the word as a word: "obelagt" does not hold "belagt". */
function holdsWord(text: string, word: string): boolean {
  const between = (letter: string | undefined) => letter === undefined || !/[\p{L}\p{N}]/u.test(letter);
  const [where, what] = [text.toLocaleLowerCase("sv"), word.toLocaleLowerCase("sv")];
  for (let at = where.indexOf(what); at !== -1; at = where.indexOf(what, at + 1)) {
    if (between(where[at - 1]) && between(where[at + what.length])) return true;
  }
  return false;
}
