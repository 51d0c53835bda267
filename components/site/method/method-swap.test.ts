import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Evidence } from "@/components/record/claim/evidence";
import { HowSure } from "@/components/record/claim/how-sure";
import { Replies } from "@/components/record/claim/replies";
import { Ruling } from "@/components/record/claim/ruling";
import { LOCALES, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { isOnScale, RATINGS } from "@/lib/core/rating/rating";
import { type ClaimView, claimants, relaters } from "@/lib/record/claim/claim";
import { appearance, socialDumping, withVerdict } from "@/lib/record/claim/claim.fixture";
import { concernedIn } from "@/lib/record/claim/claim-concerned";
import type { DisputeView } from "@/lib/record/dispute/dispute";
import { matrix } from "@/lib/record/dispute/dispute-matrix";
import { type ReplyState, replyState } from "@/lib/record/reply/reply";
import { requestFacts } from "@/lib/record/reply/reply-facts";
import { drawProvenance, provenanceOf } from "@/lib/record/source/source-graph";
import { sameSources } from "@/lib/record/source/source-same";
import { NO_FILTER } from "@/lib/record/timeline/timeline-filter";
import { layout } from "@/lib/record/timeline/timeline-layout";
import { timelineOf } from "@/lib/record/timeline/timeline-posts";
import { prepare } from "@/lib/record/timeline/timeline-prepare";
import { fitAll } from "@/lib/record/timeline/timeline-window";
import { criticised, ratingsFor } from "@/lib/record/verdict/verdict";
import { checklist } from "@/lib/record/verdict/verdict-checklist";
import { freeze } from "@/lib/record/verdict/verdict-freeze";
import type { KnownGround } from "@/lib/record/verdict/verdict-ground";
import { mayBeJudged } from "@/lib/record/verdict/verdict-judge";
import type { VerdictContext } from "@/lib/record/verdict/verdict-queries";
import { withoutEach } from "@/lib/record/verdict/verdict-sensitivity";
import { claimReview } from "@/lib/site/interop/claim-review";
import {
  exchanged,
  NOW,
  REPLY_STATES,
  type SwapClaim,
  type SwapDispute,
  swapDispute,
} from "./method-swap.fixture";
import { afterScale, SWAP_TEST } from "./method-text";

const both = (text: string) => ({ sv: text, en: text });

function groundOfClaim({ parties, sources, edges }: SwapDispute, claim: SwapClaim): KnownGround {
  const same = sameSources(
    sources.map(({ id, url }) => ({
      id,
      addresses: url === null ? [] : [url],
      canonical: [],
      bytes: [],
      texts: [],
    })),
  );
  const bodies = new Map(parties.map(({ id, partOf }) => [id, partOf]));
  const dated = { publishedAt: new Date(NOW) };
  return {
    kind: claim.kind,
    concerns: concernedIn({
      ...claim,
      parties: parties.map(({ id, kind, name }) => ({ id, kind, names: [name] })),
    }),
    graph: { sources, edges, same: same.map(({ ids }) => ids) },
    bodyOf: (id) => bodies.get(id) ?? null,
    same,
    parties: new Map(parties.map(({ id, slug, name }) => [id, { slug, name }])),
    sources: new Map(
      sources.map(({ id, title, held }) => [id, { title, held: held ? new Date(NOW) : null, ...dated }]),
    ),
    edges: edges.map((edge) => ({ ...edge, ...dated })),
    concerning: [],
    notConcerned: claim.notConcerned,
  };
}

const [ASKED, ANSWERED] = [new Date("2026-11-01T12:00:00Z"), new Date("2026-11-10T12:00:00Z")];

/** The rows of a request that became so, and what follows from them. */
function factsOf(became: ReplyState) {
  const deadline = new Date(became === "waiting" ? "2026-12-01T12:00:00Z" : "2026-11-20T12:00:00Z");
  const answer = { receivedAt: ANSWERED };
  const declining = {
    ...{ reasonSv: "Skäl.", reasonEn: "Reason.", publishedAt: ANSWERED, submitted: answer, reply: null },
  };
  return requestFacts(
    {
      asking: became === "not_asked" ? null : { askedAt: ASKED, deadline, publishedAt: ASKED },
      links:
        became === "not_asked"
          ? []
          : [{ createdAt: ASKED, sentAt: became === "not_sent" ? null : ASKED, revokedAt: null }],
      declinings: became === "declined" ? [declining] : [],
      _count: { replies: 0, submitted: became === "undecided" ? 1 : 0 },
    },
    became === "answered" ? 1 : 0,
    null,
  );
}

/** The rows of one claim, as a verdict is frozen from them. */
function contextOf(dispute: SwapDispute, claim: SwapClaim): VerdictContext {
  const party = (id: string | null) => {
    const found = dispute.parties.find((each) => each.id === id);
    return found ? { slug: found.slug, wordings: [{ nameSv: found.name.sv, nameEn: found.name.en }] } : null;
  };
  const source = (id: string) => {
    const found = dispute.sources.find((each) => each.id === id);
    return {
      ...{
        id,
        titleSv: found?.title.sv,
        titleEn: found?.title.en,
        producer: party(found?.producerId ?? null),
      },
      snapshots: found?.held ? [{ publishedAt: new Date(NOW), sha256: id }] : [],
    };
  };
  const rows = {
    ...claim,
    slug: `claim-${claim.number}`,
    wordings: [{ version: 1, textSv: claim.words.sv, textEn: claim.words.en }],
    verdicts: [],
    falsifiers: [],
    evidence: claim.evidence.map((piece) => ({
      ...piece,
      ...{ excerpt: "ord", excerptLanguage: "sv", paragraph: null, charStart: null, charEnd: null },
      ...{ noteSv: "Not.", noteEn: "Note." },
      source: source(piece.sourceId),
      origin: piece.originId === null ? null : source(piece.originId),
    })),
    requests: claim.requests.map(({ partyId, became, reasonNotAsked }) => ({
      party: party(partyId),
      facts: factsOf(became),
      replies: became === "answered" ? [{ text: "Svar.", language: "sv", receivedAt: ANSWERED }] : [],
      ...{ reasonNotAskedSv: reasonNotAsked?.sv ?? null, reasonNotAskedEn: reasonNotAsked?.en ?? null },
      ...{ inSourcesSv: "Inget.", inSourcesEn: "Nothing." },
    })),
  };
  return { claim: rows, ground: groundOfClaim(dispute, claim) } as unknown as VerdictContext;
}

function viewOf(
  { parties, sources }: SwapDispute,
  claim: SwapClaim,
  frozen: ReturnType<typeof freeze>,
): ClaimView {
  const named = (id: string | null) => {
    const found = parties.find((each) => each.id === id);
    return found ? { slug: found.slug, name: found.name, kind: found.kind } : null;
  };
  const appearances = claim.appearances.flatMap(({ id, partyId, mode, sourceId, happened }) => {
    const [party, source] = [named(partyId), sources.find((each) => each.id === sourceId)];
    if (!party || !source) return [];
    return [
      appearance(party, {
        ...{ id, mode, happened, known: happened, role: both(`roll i ${party.slug}`) },
        source: {
          id: sourceId,
          title: source.title,
          language: "sv",
          url: source.url,
          producer: named(source.producerId),
        },
      }),
    ];
  });
  return { ...withVerdict({ ...socialDumping, text: claim.words }, frozen), appearances };
}

const disputeView = (dispute: SwapDispute): DisputeView => {
  const slugs = new Map(dispute.parties.map(({ id, slug }) => [id, slug]));
  const slug = (id: string | null) => (id === null ? null : (slugs.get(id) ?? null));
  return {
    ...{ slug: "tvist", title: both("Tvist"), short: both("Tvist"), summary: both("Tvist.") },
    ...{ status: "open", timeZone: "Europe/Stockholm" },
    ...{
      demonstration: false,
      changedAt: NOW,
      publishedAt: NOW,
      falsifiers: [],
      sources: [],
      independentRoots: 0,
    },
    ...{ corrections: [], amendments: [], moments: [], asOf: null },
    parties: dispute.parties.map(({ partOf, name, kind, side, ...party }) => ({
      ...{ slug: party.slug, name, kind, side, role: both("roll"), says: both("säger"), body: slug(partOf) },
    })),
    claims: dispute.claims.map((claim) => ({
      ...{
        slug: `claim-${claim.number}`,
        number: claim.number,
        kind: claim.kind,
        text: claim.words,
        short: claim.words,
      },
      ...{ rating: claim.rating, withdrawn: false, conclusion: claim.conclusion, version: 1, verdictAt: NOW },
      versions: [{ version: 1, rating: claim.rating, publishedAt: NOW, withdrawal: null }],
      withdrawal: null,
      appearances: claim.appearances.map(({ id, partyId, mode, happened, sourceId }) => {
        const producer = slug(dispute.sources.find((each) => each.id === sourceId)?.producerId ?? null);
        return {
          ...{
            id,
            party: slug(partyId) ?? "",
            mode,
            happened,
            known: happened,
            dateNote: null,
            paragraph: 1,
          },
          relatedBy: producer === slug(partyId) ? null : producer,
        };
      }),
      requests: claim.requests.map(({ id, partyId, became, reasonNotAsked }) => {
        const { askedAt, sentAt, deadline, declined } = factsOf(became);
        return {
          ...{ id, party: slug(partyId) ?? "", state: replyState(factsOf(became), NOW), reasonNotAsked },
          ...{ askedAt, sentAt, deadline, declined, inSources: both("Inget.") },
          answeredAt: became === "answered" ? ANSWERED.toISOString() : null,
        };
      }),
      relations: claim.relations,
    })),
    events: dispute.events.map(({ id, actor, target, happened, words }) => ({
      ...{
        id,
        text: words,
        short: words,
        actor: slug(actor) ?? "",
        target: slug(target),
        happened,
        known: happened,
      },
      ...{ dateNote: null, before: null, after: null, answers: null },
    })),
  };
};

const site = { baseUrl: "https://belagt.example", name: "Belagt" };
const byline = { author: both("Skribent"), approver: both("Redaktör") };

function verdictOf(dispute: SwapDispute, claim: SwapClaim) {
  const words = both("Ord.");
  const input = {
    ...{ claimId: claim.id, rating: claim.rating, conclusion: claim.conclusion, minute: [words], shown: [] },
    ...{ notShown: [], unknown: [words], steps: [], evidenceIds: claim.evidence.map(({ id }) => id) },
    ...{ nothingForeseeable: words, conflictOfInterest: words, changeReason: null, wordingReason: null },
  };
  const context = contextOf(dispute, claim);
  return { context, frozen: freeze(context, input, byline, new Date(NOW)) };
}

/** Everything that is computed of a dispute, besides what is drawn of it. */
function computed(dispute: SwapDispute) {
  const view = disputeView(dispute);
  const claims = dispute.claims.map((claim) => {
    const { context, frozen } = verdictOf(dispute, claim);
    const { concerns, parties } = context.ground;
    const requests = new Map(
      claim.requests.map(({ partyId }, at) => [partyId, context.claim.requests[at]] as const),
    );
    const shut = ratingsFor(claim.kind, frozen.evidence);
    const against = criticised(claim.rating, concerns);
    const own = viewOf(dispute, claim, frozen);
    const edges = dispute.edges.map(({ fromId, toId, kind }) => {
      const [from, to] = [fromId, toId].map((id) => dispute.sources.find((each) => each.id === id));
      return from && to ? [{ from, to, kind }] : [];
    });
    const provenance = provenanceOf(frozen.evidence, edges.flat());
    return {
      // Flags, independence, which ratings are open and why, in the order in which they stand.
      ...{ frozen, shut, sensitivity: withoutEach(frozen) },
      // Whom each rating goes against, and whether it may be published.
      gate: RATINGS.map((rating) =>
        criticised(rating, concerns).map((id) => {
          const request = requests.get(id);
          return [id, mayBeJudged(request, new Date(NOW))];
        }),
      ),
      checks: inBoth((locale) =>
        checklist({
          ...{
            locale,
            hasRating: true,
            shut: shut.find(({ rating }) => rating === claim.rating)?.reasons ?? [],
          },
          ...{
            roots: frozen.independence.roots.length,
            links: frozen.independence.links,
            evidence: claim.evidence.length,
          },
          ownCase: frozen.evidence.filter(({ ownCase }) => ownCase === "own_case").length,
          againstOwnCase: frozen.evidence.filter(({ ownCase }) => ownCase === "against_own_case").length,
          unknownMakers: frozen.evidence.filter(({ ownCase }) => ownCase === "unknown").length,
          ...{
            maybeSame: [],
            isOnScale: isOnScale(claim.rating),
            stray: 0,
            private: 0,
            along: 0,
            half: 0,
            written: 0,
            unchecked: 0,
            open: 0,
            excused: 0,
            withdrawn: 0,
            lost: 0,
            named: concerns.length,
            undecided: [],
          },
          against: against.map((id) => ({
            name: parties.get(id)?.name ?? both(""),
            state: replyState(requests.get(id)?.facts ?? factsOf("not_asked"), NOW),
            mayBeJudged: mayBeJudged(requests.get(id), new Date(NOW)),
          })),
          ...{
            unknown: 1,
            falsifiers: 0,
            nothingForeseeable: true,
            missing: [],
            flags: [],
            hasWordingReason: false,
          },
          ...{ change: null, isSecondPerson: true, hasPublisher: true, provesItself: true },
        }),
      ),
      // Order and prominence.
      claimants: claimants(own.appearances),
      relaters: relaters(own.appearances),
      drawn: drawProvenance(provenance, frozen.evidence),
      review: inBoth((locale, t) =>
        claimReview(own, locale, { rating: (rating) => t(`ratings.${rating}`) }, site),
      ),
    };
  });
  return {
    claims,
    parties: view.parties,
    matrix: matrix(
      view.claims.map((claim) => ({
        ...claim,
        answeredBy: view.claims.flatMap(({ number, relations }) =>
          relations.filter(({ to }) => to === claim.number).map(({ kind }) => ({ number, kind })),
        ),
      })),
      view.parties,
    ),
    // Where everything stands in the picture, in which lane, with which mark.
    timeline: inBoth((locale, t) => {
      const prepared = prepare(timelineOf(view, locale, t));
      return layout(prepared, {
        ...{ clock: "happened", filter: NO_FILTER, selected: null },
        ...{ window: fitAll(prepared), width: 1000, locale },
      });
    }),
  };
}

/** What is said in words, in both languages. */
const inBoth = <T>(say: (locale: Locale, t: ReturnType<typeof translator>) => T): T[] =>
  LOCALES.map((locale) => say(locale, translator(locale)));

/** The parts of a claim's page that name parties, as HTML: with classes, and so with colours. */
function drawn(dispute: SwapDispute): string {
  const pages = dispute.claims.flatMap((claim) => LOCALES.map((locale) => ({ claim, locale })));
  return pages
    .flatMap(({ claim, locale }) => {
      const { frozen: verdict } = verdictOf(dispute, claim);
      const { requests } = viewOf(dispute, claim, verdict);
      const shared = { n: 1, locale };
      return [
        createElement(Ruling, { ...shared, verdict, versions: 1, withdrawn: false }),
        createElement(Replies, {
          ...shared,
          requests: requests.length > 0 ? requests : verdict.replies,
          verdict,
        }),
        createElement(Evidence, {
          ...{ ...shared, evidence: verdict.evidence, unweighed: [], quotes: {} },
          ...{ objectTo: (id: string) => `#${id}`, since: () => null },
        }),
        createElement(HowSure, { ...shared, verdict, edges: [], now: null }),
      ];
    })
    .map((part) => renderToStaticMarkup(part))
    .join("\n");
}

/** Those of some disputes in which the outcome is not the exchange of the outcome when the two parties are exchanged. */
function differences(seeds: readonly number[], outcome: (dispute: SwapDispute) => string): number[] {
  return seeds.filter((seed) => {
    const dispute = swapDispute(seed);
    const other = JSON.parse(exchanged(JSON.stringify(dispute))) as SwapDispute;
    return outcome(other) !== exchanged(outcome(dispute));
  });
}
const json = (dispute: SwapDispute) => JSON.stringify(computed(dispute));
const seedsOf = (count: number) => Array.from({ length: count }, (_, seed) => seed + 1);

describe("when the two parties of a dispute are exchanged", () => {
  test("everything that is computed is exchanged with them, and nothing else, as often as the method says", () => {
    expect(differences(seedsOf(SWAP_TEST.disputes), json)).toHaveLength(SWAP_TEST.differences);
  });

  test("so is what is drawn: order, marks, colours and size", () => {
    expect(differences(seedsOf(SWAP_TEST.drawn), drawn)).toEqual([]);
  });

  test("which would be seen if the order hung on a name, or a party were treated by what it is called", () => {
    const byName = (dispute: SwapDispute) =>
      JSON.stringify([...dispute.parties].sort((a, b) => (a.slug < b.slug ? -1 : 1)).map(({ slug }) => slug));
    const byId = (dispute: SwapDispute) =>
      JSON.stringify(dispute.parties.filter(({ id }) => id < "0191d").map(({ slug }) => slug));
    for (const unfair of [byName, byId]) expect(differences(seedsOf(20), unfair).length).toBeGreaterThan(10);
  });

  test("and the disputes are of every kind: each rating, flag and state comes in them, and each gate both ways", () => {
    const said = seedsOf(200)
      .map((seed) => json(swapDispute(seed)))
      .join("");
    for (const word of [
      ...RATINGS.map((rating) => `"rating":"${rating}"`),
      ...["own_case", "against_own_case", "unknown", "none"].map((flag) => `"ownCase":"${flag}"`),
      ...["listed", "made", "named"].map((by) => `"by":"${by}"`),
      ...["no-root", "one-root", "own-case-only", "unknown-producer", "counter-evidence"].map(
        (reason) => `"${reason}"`,
      ),
      ...REPLY_STATES.map((state) => `"state":"${state}"`),
      ...[
        '"same":[{"by":["address"]',
        '"uncounted":["',
        '"reasons":[]}',
        '",true]',
        '",false]',
        '"@type":"ClaimReview"',
      ],
    ])
      expect(said, word).toContain(word);
  });
});

test("the page of the method gives the figure in both languages", () => {
  const text = afterScale.find(({ id }) => id === "swap")?.paragraphs ?? [];
  for (const locale of LOCALES) {
    const words = text.map((paragraph) => paragraph[locale]).join(" ");
    for (const figure of [SWAP_TEST.disputes, SWAP_TEST.differences, SWAP_TEST.drawn])
      expect(words).toContain(new Intl.NumberFormat(locale).format(figure));
  }
});
