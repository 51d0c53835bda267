/**
 * Claims for tests of what is made from a ClaimView. Two of the first dispute, shortened: one rated on the scale, with
 * two claimants and no known day; one off it, by a body about itself. Change what a test is about with `with…`.
 */
import type { Bilingual } from "../../core/language/language.ts";
import type { Rating } from "../../core/rating/rating.ts";
import type { Claimant } from "../party/party.ts";
import type { FrozenVerdict } from "../verdict/verdict-schema.ts";
import type { AppearanceView, ClaimView } from "./claim.ts";

const both = (sv: string, en = sv): Bilingual => ({ sv, en });
const PUBLISHED = "2026-11-23T12:00:00.000Z";

const paper = { slug: "08-nytt", name: both("08-nytt") };
const kramfors: Claimant = {
  slug: "kramfors-kommun",
  name: both("Kramfors kommun", "Kramfors municipality"),
  kind: "public_body",
};
const sahlen: Claimant = { slug: "jan-sahlen", name: both("Jan Sahlén (S)"), kind: "public_official" };
const huddinge: Claimant = {
  slug: "huddinge-kommun",
  name: both("Huddinge kommun", "Huddinge municipality"),
  kind: "public_body",
};

/** In the article, undated: late November 2019 or later. */
export function appearance(party: Claimant, changes: Partial<AppearanceView> = {}): AppearanceView {
  return {
    id: `appearance-${party.slug}`,
    party,
    role: null,
    mode: "asserts",
    quote: null,
    quoteLanguage: null,
    verbatim: false,
    paragraph: 2,
    charStart: null,
    charEnd: null,
    source: {
      id: "01a20894-0000-7000-8000-000000000001",
      title: both("08-nytts artikel om Kramfors och Huddinge", "08-nytt's article on Kramfors and Huddinge"),
      language: "sv",
      url: null,
      producer: paper,
    },
    happened: "2019-23/..",
    known: "2019-11-21~/..",
    dateNote: null,
    ...changes,
  };
}

interface Ruled {
  readonly rating: Rating;
  readonly conclusion: Bilingual;
}

function frozen(
  claim: Pick<ClaimView, "slug" | "number" | "kind" | "text">,
  { rating, conclusion }: Ruled,
): FrozenVerdict {
  const { slug, number, kind, text } = claim;
  return {
    v: 1,
    claim: { id: `claim-${slug}`, slug, number, kind, wording: { version: 1, ...text } },
    ...{ version: 1, publishedAt: PUBLISHED, previous: null, method: 1, rating, conclusion },
    ...{ minute: [conclusion], shown: [], notShown: [], unknown: [], steps: [], evidence: [], scale: [] },
    interests: [],
    independence: { links: 0, documents: 0, roots: [] },
    ...{ falsifiers: [], nothingForeseeable: null, replies: [], changeReason: null },
    conflictOfInterest: both("Ingen.", "None."),
    byline: { author: both("Demoskribenten"), approver: both("Demoredaktören") },
  };
}

function view(
  line: Pick<ClaimView, "slug" | "number" | "text" | "short">,
  appearances: readonly AppearanceView[],
  ruled: Ruled,
): ClaimView {
  const verdict = frozen({ ...line, kind: "fact" }, ruled);
  return {
    ...line,
    kind: "fact",
    rating: verdict.rating,
    withdrawn: false,
    restatedBy: { sv: "Demoredaktionen", en: "Demoredaktionen" },
    wordingVersion: 1,
    publishedAt: PUBLISHED,
    changedAt: PUBLISHED,
    claimsInDispute: 8,
    dispute: {
      slug: "kramfors-huddinge",
      title: both("Kramfors, Huddinge och frågan om social dumpning"),
      short: both("Kramfors–Huddinge"),
      demonstration: true,
      timeZone: "Europe/Stockholm",
    },
    sourceEdges: [],
    quotes: {},
    appearances,
    verdict: { frozen: verdict, hash: "a".repeat(64), withdrawn: null },
    today: { evidence: [], parties: [] },
    versions: [
      {
        version: 1,
        rating: verdict.rating,
        publishedAt: PUBLISHED,
        hash: "a".repeat(64),
        changeReason: null,
        withdrawn: null,
        clearances: [],
      },
    ],
    ...{ rechecks: [], withdrawnSources: [], taints: [], independenceNow: null },
    ...{
      unweighed: [],
      requests: [],
      related: [],
      falsifiers: [],
      corrections: [],
      amendments: [],
      objections: [],
    },
  };
}

/** Claim 1: mostly contradicted. */
export const socialDumping = view(
  {
    slug: "huddinge-social-dumpning",
    number: 1,
    text: both(
      "Huddinge kommun har bedrivit systematisk social dumpning.",
      "Huddinge municipality has engaged in systematic social dumping.",
    ),
    short: both("Huddinge bedrev social dumpning", "Huddinge engaged in social dumping"),
  },
  [appearance(kramfors), appearance(sahlen)],
  {
    rating: "mostly_contradicted",
    conclusion: both(
      "Beläggen talar emot påståendet, men allt når oss genom en enda artikel.",
      "The evidence speaks against the claim, but all of it reaches us through a single article.",
    ),
  },
);

/** Claim 3: unproven. */
export const threeHouseholds = view(
  {
    slug: "tre-hushall-lamnade-huddinge",
    number: 3,
    text: both(
      "Tre hushåll lämnade Huddinge för andra kommuner, inget av dem för Kramfors.",
      "Three households left Huddinge for other municipalities, none of them for Kramfors.",
    ),
    short: both("Tre hushåll lämnade Huddinge", "Three households left Huddinge"),
  },
  [appearance(huddinge)],
  {
    rating: "unproven",
    conclusion: both(
      "Uppgiften finns bara i Huddinges egen utredning.",
      "It stands only in Huddinge's own report.",
    ),
  },
);

/** The same claim with its verdict changed. */
export function withVerdict(claim: ClaimView, changes: Partial<FrozenVerdict>): ClaimView {
  if (!claim.verdict) return claim;
  return { ...claim, verdict: { ...claim.verdict, frozen: { ...claim.verdict.frozen, ...changes } } };
}
