import { expect, test } from "vitest";
import sv from "../../../messages/sv.json" with { type: "json" };
import { isOnScale, RATINGS, type Rating, ratingNumber } from "../../core/rating/rating.ts";
import { appearance, socialDumping, threeHouseholds, withVerdict } from "../../record/claim/claim.fixture.ts";
import type { Claimant } from "../../record/party/party.ts";
import { claimReview } from "./claim-review.ts";
import { schemaOrgFaults } from "./schema-org.fixture.ts";

const words = { rating: (rating: Rating) => sv.ratings[rating] };
const site = { baseUrl: "https://belagt.example", name: "Belagt" };
const review = (claim = socialDumping) => claimReview(claim, "sv", words, site);
const correction = {
  id: "correction-1",
  version: null,
  publishedAt: "2026-11-24T08:00:00.000Z",
  wrongSince: "2026-11-23T12:00:00.000Z",
  wrong: { sv: "Fel år angavs.", en: "The wrong year was given." },
  found: { sv: "En läsare såg det.", en: "A reader saw it." },
  changesVerdict: false,
  claim: null,
  about: null,
  dispute: { slug: "kramfors-huddinge", short: { sv: "K–H", en: "K–H" } },
};
const neighbour: Claimant = { slug: "n", name: { sv: "Nina Namn", en: "Nina Namn" }, kind: "private_person" };

test("every type, property and value is schema.org's", () => {
  for (const rating of RATINGS.filter((each) => each !== "under_review"))
    expect(schemaOrgFaults(review(withVerdict(socialDumping, { rating })))).toEqual([]);
  expect(schemaOrgFaults(review(threeHouseholds))).toEqual([]);
  expect(schemaOrgFaults(review({ ...socialDumping, corrections: [correction] }))).toEqual([]);
});

test("the check itself finds an unknown property, a wrong place, a wrong value and an address that is none", () => {
  const good = { "@context": "https://schema.org", "@type": "ClaimReview", claimReviewed: "x" };
  expect(schemaOrgFaults(good)).toEqual([]);
  for (const bad of [
    { claimReveiwed: "x" },
    { ratingValue: 1 },
    { reviewRating: "belagt" },
    { url: "/claims/x" },
  ])
    expect(schemaOrgFaults({ ...good, ...bad })).toHaveLength(1);
});

test("everything that Google requires and recommends is there", () => {
  expect(review()).toMatchObject({
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    claimReviewed: "Huddinge kommun har bedrivit systematisk social dumpning.",
    url: "https://belagt.example/claims/huddinge-social-dumpning",
    inLanguage: "sv",
    author: { "@type": "Organization", name: "Belagt", url: "https://belagt.example/" },
    reviewRating: {
      "@type": "Rating",
      alternateName: "i huvudsak motbevisat",
      ratingValue: 2,
      worstRating: 1,
      bestRating: 5,
      ratingExplanation: "Beläggen talar emot påståendet, men allt når oss genom en enda artikel.",
    },
    itemReviewed: {
      "@type": "Claim",
      author: [
        { "@type": "Organization", name: "Kramfors kommun" },
        { "@type": "Person", name: "Jan Sahlén" },
      ],
      appearance: [{ "@type": "CreativeWork", inLanguage: "sv", publisher: { name: "08-nytt" } }],
    },
  });
});

test("a rating off the true–false axis is a word and has none of the three numbers", () => {
  for (const rating of RATINGS.filter((each) => each !== "under_review")) {
    const given = review(withVerdict(socialDumping, { rating }))?.reviewRating;
    expect(given?.alternateName).toBe(sv.ratings[rating]);
    const numbers = [given?.ratingValue, given?.worstRating, given?.bestRating];
    if (isOnScale(rating)) expect(numbers).toEqual([ratingNumber(rating), 1, 5]);
    else expect(Object.keys(given ?? {})).toEqual(["@type", "alternateName", "ratingExplanation"]);
  }
});

test("nothing published, or a check still going on: no ClaimReview", () => {
  expect(review({ ...socialDumping, verdict: null, versions: [] })).toBeNull();
  expect(review(withVerdict(socialDumping, { rating: "under_review" }))).toBeNull();
});

test("only the Swedish page of a claim carries it", () => {
  expect(claimReview(socialDumping, "en", { rating: (rating) => rating }, site)).toBeNull();
});

test("the address is absolute, the claim page's own, without language, version or fragment", () => {
  for (const claim of [socialDumping, threeHouseholds])
    expect(review(claim)?.url).toBe(`${site.baseUrl}/claims/${claim.slug}`);
});

test("the reviewed claim is the wording that was judged, not a later one", () => {
  const reworded = {
    ...socialDumping,
    text: { sv: "Något annat.", en: "Something else." },
    wordingVersion: 2,
  };
  expect(review(reworded)?.claimReviewed).toBe("Huddinge kommun har bedrivit systematisk social dumpning.");
});

test("a wording that holds its own rating is not given out as a claim; a longer word is no matter", () => {
  const worded = (text: string, rating: Rating) => {
    const { claim } = socialDumping.verdict?.frozen ?? {};
    return (
      claim &&
      review(
        withVerdict(socialDumping, {
          rating,
          claim: { ...claim, wording: { version: 1, sv: text, en: text } },
        }),
      )
    );
  };
  expect(worded("Att det hände är Obelagt.", "unproven")).toBeNull();
  expect(worded("Att det hände är obelagt.", "supported")).not.toBeNull();
});

test("a claim said at no known day has no date; a known one keeps its precision", () => {
  const [made] = socialDumping.appearances;
  const dated = (...dates: string[]) =>
    review({
      ...socialDumping,
      appearances: dates.flatMap((known) => (made ? [appearance(made.party, { known })] : [])),
    })?.itemReviewed.datePublished;
  for (const vague of [
    "2019-11-21~/..",
    "2019-23",
    "2019-11~",
    "201X",
    "2019-11-21/2019-11-30",
    "../2019-11-30",
  ])
    expect(dated(vague)).toBeUndefined();
  for (const known of ["2019", "2019-11", "2019-11-23", "2019-11-23T10:00:00+01:00"])
    expect(dated(known)).toBe(known);
  expect(dated("2020-01-02", "2019-11-23")).toBe("2019-11-23");
  expect(dated("2019-11-23", "2019-11-21~/..")).toBeUndefined();
  expect(dated("2019-11-23", "../2020")).toBeUndefined();
});

test("a private person is given by role, never by name, and left out without one", () => {
  const said = (role: { sv: string; en: string } | null) =>
    review({ ...socialDumping, appearances: [appearance(neighbour, { role })] });
  expect(said({ sv: "granne", en: "neighbour" })?.itemReviewed.author).toEqual([
    { "@type": "Person", name: "granne" },
  ]);
  expect(said(null)?.itemReviewed).not.toHaveProperty("author");
  expect(JSON.stringify(said(null))).not.toContain("Nina");
});

test("a claim said by several, or twice in one source, names each claimant and each source once", () => {
  const twice = {
    ...socialDumping,
    appearances: [...socialDumping.appearances, ...socialDumping.appearances],
  };
  expect(review(twice)?.itemReviewed).toEqual(review()?.itemReviewed);
  expect(review()?.itemReviewed.appearance).toHaveLength(1);
});

test("a correction says what was wrong and when", () => {
  expect(review({ ...socialDumping, corrections: [correction] })?.correction).toEqual([
    {
      "@type": "CorrectionComment",
      text: "Fel år angavs. En läsare såg det.",
      datePublished: correction.publishedAt,
    },
  ]);
  expect(review()).not.toHaveProperty("correction");
});

test("published is the first version, modified the one that stands", () => {
  const [first] = socialDumping.versions;
  const second = { version: 2, publishedAt: "2027-01-02T03:04:05.000Z" };
  const claim = withVerdict(socialDumping, second);
  const changed = first ? { ...claim, versions: [{ ...first, ...second }, first] } : claim;
  expect(review(changed)).toMatchObject({
    version: 2,
    datePublished: "2026-11-23T12:00:00.000Z",
    dateModified: "2027-01-02T03:04:05.000Z",
  });
});

test("where nobody publishes there is none", () => {
  expect(claimReview(socialDumping, "sv", words, null)).toBeNull();
});

test.each([
  ["Anna Exempel (S)", "Anna Exempel"],
  ["Anna Exempel (SD)", "Anna Exempel"],
  ["Anna Exempel (mp)", "Anna Exempel"],
  ["Anna Exempel", "Anna Exempel"],
  ["Anna (Annie) Exempel", "Anna (Annie) Exempel"],
])("a person called %s in the record is %s in data, and an organisation keeps its name", (name, told) => {
  const said = (kind: "public_official" | "organisation") =>
    claimReview(
      {
        ...socialDumping,
        appearances: socialDumping.appearances.slice(0, 1).map((each) => ({
          ...each,
          party: { ...each.party, kind, name: { sv: name, en: name } },
        })),
      },
      ...(["sv", words, site] as const),
    )?.itemReviewed.author;
  expect(said("public_official")).toEqual([{ "@type": "Person", name: told }]);
  expect(said("organisation")).toEqual([{ "@type": "Organization", name }]);
});
