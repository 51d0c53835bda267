/**
 * One truth for the checklist, the command and the page: in whatever state of drafts a verdict is, it can be published
 * exactly when its checklist has no obstacle, and what is then public has the roots and the ratings that were shown.
 */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { editor, journalist } from "../../core/actor.fixture.ts";
import { RATINGS } from "../../core/rating/rating.ts";
import type { VerdictDraftContent } from "./verdict-draft-schema.ts";

const load = async () => ({
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("../dispute/dispute-parts-queries.ts")),
  ...(await import("../seen/seen-desk-queries.ts")),
  ...(await import("./verdict.ts")),
  ...(await import("./verdict-checklist.ts")),
  ...(await import("./verdict-commands.ts")),
  ...(await import("./verdict-desk-queries.ts")),
  ...(await import("./verdict-draft-commands.ts")),
  ...(await import("./verdict-draft-schema.ts")),
  ...(await import("./verdict-ground.ts")),
  ...(await import("./verdict-queries.ts")),
  ...(await import("./verdict-version-queries.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let disputeId = "";

const MADE = { createdBy: "somebody" };
const PUBLISHED = new Date(Date.now() - 60_000);
const made = (isPublic: boolean) => ({ ...MADE, publishedAt: isPublic ? PUBLISHED : null });
const both = <N extends string>(name: N, text: string) =>
  ({ [`${name}Sv`]: text, [`${name}En`]: `${text} (en)` }) as Record<`${N}Sv` | `${N}En`, string>;

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.madeUpImprint();
  const dispute = await app.db().dispute.create({ data: { slug: "exempel", ...made(true) } });
  disputeId = dispute.id;
  await app.db().disputeWording.create({
    data: {
      ...{ disputeId, version: 1, status: "open", ...both("title", "Tvist"), ...both("short", "Tvist") },
      ...{ ...both("summary", "Påhittad."), ...made(true) },
    },
  });
  const { id, byline } = journalist;
  for (const [member, email] of [
    [id, "skribent"],
    [editor.id, "redaktor"],
  ] as const)
    await app.db().member.create({
      data: {
        ...{ id: member, email: `${email}@exempel.example`, name: "Testperson", role: "editor" },
        ...{ bylineSv: byline.sv, bylineEn: byline.en },
      },
    });
});

/** Mostly the first, so that not every state has every fault. */
const mostly = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
const PARTIES = 4;
const SOURCES = 4;
const party = fc.nat(PARTIES - 1);
const sourceAt = fc.nat(SOURCES - 1);

const state = fc.record({
  kind: mostly<"fact" | "intent" | "opinion">("fact", "intent", "opinion"),
  /** The first two parties are public; each belongs to the next. */
  bodies: fc.array(fc.boolean(), { minLength: PARTIES, maxLength: PARTIES }),
  sources: fc.array(
    fc.record({
      isPublic: fc.boolean(),
      copy: fc.constantFrom("none", "draft", "public"),
      producer: fc.option(party),
      isHalf: mostly(false, true),
      /** Entered under another spelling of one page's address. */
      isThePage: mostly(false, true),
    }),
    { minLength: SOURCES, maxLength: SOURCES },
  ),
  edges: fc.uniqueArray(
    fc.record({
      from: sourceAt,
      to: sourceAt,
      kind: fc.constantFrom("based_on", "quotes", "attached_to", "same_producer"),
      isPublic: fc.boolean(),
    }),
    { maxLength: 5, selector: ({ from, to, kind }) => `${from} ${to} ${kind}` },
  ),
  evidence: fc.array(
    fc.record({
      source: sourceAt,
      origin: fc.option(sourceAt),
      stance: fc.constantFrom("supports", "contradicts", "context"),
      isPublic: fc.boolean(),
      fault: mostly<string | null>(null, "unchecked", "half", "private", "own", "gone", "not chosen"),
    }),
    { minLength: 0, maxLength: 4 },
  ),
  appearances: fc.uniqueArray(fc.record({ party, source: sourceAt, isPublic: fc.boolean() }), {
    maxLength: 2,
    selector: (appearance) => appearance.party,
  }),
  notConcerned: mostly<number | null>(null, 0, 1),
  interests: fc.uniqueArray(
    fc.record({
      party,
      about: fc.boolean(),
      gainsIf: fc.constantFrom("claim_true", "claim_false", "neither"),
      isPublic: fc.boolean(),
    }),
    { maxLength: 3, selector: (interest) => interest.party },
  ),
  requests: fc.uniqueArray(
    fc.record({
      party,
      isPublic: mostly(true, false),
      asking: fc.constantFrom("none", "draft", "waiting", "over"),
      hasReason: fc.boolean(),
      reply: mostly("public", "none", "draft"),
      sent: mostly("none", "undecided", "declined"),
    }),
    { maxLength: PARTIES, selector: (request) => request.party },
  ),
  falsifier: fc.constantFrom("none", "draft", "draft link", "public"),
  previous: fc.constantFrom("none", "other", "same", "withdrawn"),
  rating: fc.constantFrom(null, ...RATINGS, ...RATINGS, ...RATINGS),
  missing: mostly<string | null>(null, "conclusion", "minute", "unknown", "steps"),
  wording: mostly("plain", "flagged", "excused"),
  isForeseeable: fc.boolean(),
  hasChangeReason: mostly(true, false),
  strayStep: mostly(false, true),
  second: mostly("other", "author", "submitter"),
});
type State = typeof state extends fc.Arbitrary<infer S> ? S : never;

/** Writes a state as rows. What the product never lets be public is a draft. */
async function written(tx: ReturnType<typeof app.db>, given: State) {
  const parties: string[] = Array.from({ length: PARTIES }, () => randomUUID());
  for (const [n, id] of parties.entries()) {
    const isPublic = n < 2;
    await tx.party.create({ data: { id, slug: `part-${id}`, kind: "organisation", ...made(isPublic) } });
    await tx.partyWording.create({
      data: {
        ...{ partyId: id, version: 1, ...both("name", `Part ${n}`), ...both("description", "Påhittad.") },
        ...made(isPublic),
      },
    });
    await tx.partyRole.create({
      data: {
        ...{ partyId: id, disputeId, side: "other", position: n, ...both("title", "part") },
        ...{ ...both("says", "Inget."), ...made(isPublic) },
      },
    });
  }
  // A body is said of a party while it is a draft, and stays.
  for (const n of [2, 3]) {
    const partOfId = parties[n === 2 ? 3 : 1];
    if (given.bodies[n]) await tx.party.update({ where: { id: parties[n] }, data: { partOfId } });
  }
  const claim = await tx.claim.create({
    data: {
      ...{ slug: `pastaende-${randomUUID()}`, disputeId, number: 1, kind: given.kind, ...made(true) },
      wordings: {
        create: {
          ...{ version: 1, ...both("text", "Något hände."), ...both("short", "Något") },
          ...{ ...both("restatedBy", "testet"), ...made(true) },
        },
      },
    },
  });
  const claimId = claim.id;
  const sources: { id: string; isPublic: boolean }[] = [];
  for (const [n, { isPublic, copy, producer, isHalf, isThePage }] of given.sources.entries()) {
    const source = await tx.source.create({
      data: {
        ...{ disputeId, kind: "report", language: "sv", made: "2020", ...made(isPublic) },
        // What is public names nobody who is not.
        producerId: producer === null || (isPublic && producer > 1) ? null : parties[producer],
        ...both("title", `Rapport ${n}`),
        url: isThePage ? `https://sida.example/a?utm_source=${n}` : null,
        ...{ noteSv: "Påhittad.", noteEn: isHalf && !isPublic ? "" : "Made up." },
      },
    });
    sources.push({ id: source.id, isPublic });
    if (copy === "none") continue;
    await tx.snapshot.create({
      data: {
        ...{ sourceId: source.id, sha256: randomUUID().replaceAll("-", "").repeat(2), byteLength: 1 },
        ...{ mediaType: "text/html", custody: "stored", capturedAt: PUBLISHED },
        ...made(isPublic && copy === "public"),
      },
    });
  }
  for (const { from, to, kind, isPublic } of given.edges) {
    const [one, two] = [sources[from], sources[to]];
    if (!one || !two || one === two) continue;
    await tx.sourceEdge.create({
      data: { fromId: one.id, toId: two.id, kind, ...made(isPublic && one.isPublic && two.isPublic) },
    });
  }
  const evidence: { id: string; fault: string | null }[] = [];
  for (const [n, { source, origin, stance, isPublic, fault }] of given.evidence.entries()) {
    const [from, reported] = [sources[source], origin === null ? null : sources[origin]];
    if (!from) continue;
    const may = isPublic && from.isPublic && reported?.isPublic !== false;
    const isWhole = fault === null || fault === "not chosen";
    if (fault === "own") await tx.$executeRaw`SELECT set_config('belagt.actor', ${editor.id}, true)`;
    const { id } = await tx.evidence.create({
      data: {
        ...{ claimId, sourceId: from.id, originId: reported?.id ?? null, stance, excerptLanguage: "sv" },
        excerpt: fault === "private" ? "ring 070-174 06 05" : `påhittade ord ${n}`,
        ...(fault === "unchecked" ? {} : both("unchecked", "Påhittat för ett prov.")),
        ...{ noteSv: "Ett påhittat ställe.", noteEn: fault === "half" ? "" : "A made-up passage." },
        ...made(may && isWhole),
      },
    });
    await tx.$executeRaw`SELECT set_config('belagt.actor', '', true)`;
    if (fault === "gone") await tx.evidence.delete({ where: { id } });
    evidence.push({ id, fault });
  }
  for (const { party: n, source, isPublic } of given.appearances) {
    const [partyId = "", from] = [parties[n], sources[source]];
    if (!from) continue;
    await tx.appearance.create({
      data: {
        ...{ claimId, partyId, sourceId: from.id, mode: "asserts", happened: "2020", known: "2020" },
        ...made(isPublic && n < 2 && from.isPublic),
      },
    });
  }
  if (given.notConcerned !== null) {
    const partyId = parties[given.notConcerned] ?? "";
    await tx.notConcerned.create({
      data: { claimId, partyId, ...both("reason", "Den återger bara andra."), ...made(true) },
    });
  }
  for (const { party: n, about, gainsIf, isPublic } of given.interests)
    await tx.interest.create({
      data: { claimId, partyId: parties[n] ?? "", about, gainsIf, ...made(isPublic && n < 2) },
    });
  for (const { party: n, isPublic, asking, hasReason, reply, sent } of given.requests) {
    const may = isPublic && n < 2;
    const { id: requestId } = await tx.replyRequest.create({
      data: {
        ...{ claimId, partyId: parties[n] ?? "", ...both("inSources", "Inget."), ...made(may) },
        ...(hasReason ? both("reasonNotAsked", "Ett skäl.") : {}),
      },
    });
    const hours = asking === "over" ? -1 : 24;
    if (asking !== "none")
      await tx.asking.create({
        data: {
          ...{ requestId, channel: "brev", question: "Stämmer det?", ...made(may && asking !== "draft") },
          askedAt: new Date(Date.now() - 100 * 3_600_000),
          deadline: new Date(Date.now() + hours * 3_600_000),
        },
      });
    const answer = { requestId, text: "Nej.", language: "sv", receivedAt: PUBLISHED };
    if (reply !== "none") await tx.reply.create({ data: { ...answer, ...made(may && reply === "public") } });
    if (sent === "none") continue;
    const link = await tx.replyLink.create({
      data: {
        ...{ requestId, tokenHash: randomUUID().replaceAll("-", "").repeat(2), ...MADE },
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    });
    const { id: submittedId } = await tx.submittedReply.create({
      data: {
        ...{ ...answer, linkId: link.id, signedBy: "Testperson" },
        ...(sent === "declined" && may ? { accepted: false, decidedBy: "x", decidedAt: PUBLISHED } : {}),
      },
    });
    if (sent === "declined")
      await tx.declining.create({
        data: { requestId, submittedId, ...both("reason", "Ett skäl."), ...made(may) },
      });
  }
  if (given.falsifier !== "none") {
    const isThere = given.falsifier !== "draft";
    const { id: falsifierId } = await tx.falsifier.create({
      data: {
        ...{ disputeId, position: 1, ...both("text", "Avtalet."), ...both("heldBy", "Part 0") },
        ...made(isThere),
      },
    });
    await tx.claimFalsifier.create({ data: { claimId, falsifierId, ...made(given.falsifier === "public") } });
  }
  return { claimId, slug: claim.slug, evidence };
}

const words = (sv: string) => ({ sv, en: `${sv} (en)` });
const NONE = { sv: "", en: "" };

/** What is written in the draft verdict. */
function contentOf(
  given: State,
  evidence: readonly { id: string; fault: string | null }[],
): VerdictDraftContent {
  const chosen = evidence.filter(({ fault }) => fault !== "not chosen").map(({ id }) => ({ id }));
  const stray = given.strayStep ? [randomUUID()] : [];
  const content: VerdictDraftContent = {
    rating: given.rating,
    conclusion: words(given.wording === "plain" ? "Ingen handling visar det." : "Kommunen ljög om det."),
    minute: [words("Vi har läst en påhittad rapport.")],
    shown: [],
    notShown: [],
    unknown: [words("Vem som skrev rapporten.")],
    steps: [{ text: words("Rapporten säger det."), evidenceIds: [...chosen.map(({ id }) => id), ...stray] }],
    evidence: chosen,
    nothingForeseeable: given.isForeseeable ? NONE : words("Rapporten är påhittad."),
    conflictOfInterest: words("Ingen jävsituation."),
    changeReason: given.hasChangeReason ? words("Prövat på nytt.") : NONE,
    wordingReason: given.wording === "excused" ? words("Så står det i domen.") : NONE,
  };
  if (given.missing === "conclusion") return { ...content, conclusion: { sv: "Bara svenska.", en: "" } };
  return given.missing === null ? content : { ...content, [given.missing]: [] };
}

class TakenBack extends Error {}

/** What came of the states that were tried. */
const came = { free: 0, shut: 0, withDrafts: 0, last: { said: "", along: [] as string[] } };

async function holdsFor(given: State): Promise<void> {
  const undone = app.transaction(async (tx) => {
    const { claimId, slug, evidence } = await written(tx, given);
    const content = contentOf(given, evidence);
    if (given.previous !== "none") {
      const parsed = app.asNewVerdict(claimId, content) as Parameters<
        typeof app.publishVerdict
      >[1]["verdict"];
      const known = await tx.evidence.findMany({
        where: { claimId, publishedAt: { not: null }, id: { in: content.evidence.map(({ id }) => id) } },
      });
      const before = {
        ...{
          ...parsed,
          rating: "under_review" as const,
          nothingForeseeable: words("Rapporten är påhittad."),
        },
        ...{ conclusion: given.previous === "other" ? words("Det är oklart.") : content.conclusion },
        ...{ wordingReason: words("Så står det i domen."), changeReason: null },
        evidenceIds: content.evidence.map(({ id }) => id).filter((id) => known.some((row) => row.id === id)),
      };
      const steps = before.steps.map((step) => ({
        ...step,
        evidenceIds: step.evidenceIds.filter((id) => before.evidenceIds.includes(id)),
      }));
      // Some states let no version stand before: then this is the first.
      await tx.$executeRaw`SAVEPOINT first`;
      const first = await app.publishVerdict(editor, { author: journalist, verdict: { ...before, steps } });
      if (!first.ok) await tx.$executeRaw`ROLLBACK TO SAVEPOINT first`;
      const row = await tx.verdict.findFirst({ where: { claimId } });
      if (given.previous === "withdrawn" && row)
        await tx.withdrawal.create({
          data: {
            ...{ claimId, verdictId: row.id, ...both("reason", "Fel."), ...MADE },
            publishedAt: row.publishedAt,
          },
        });
    }
    const { id } = await tx.verdictDraft.create({
      data: {
        ...{ claimId, content, createdBy: journalist.id },
        authors: [given.second === "author" ? editor.id : journalist.id],
        reviews: {
          create: {
            ...{ kind: "submitted", revision: 1, note: "" },
            by: given.second === "submitter" ? editor.id : journalist.id,
          },
        },
      },
    });
    const shown = await app.verdictForDesk(editor, id, "sv");
    if (!shown) throw new Error("No such draft");
    const stops = app
      .obstacles(shown.checks)
      .map(({ key, why, detail }) => `${key}.${why} ${JSON.stringify(detail)}`);
    const result = await app.approveVerdictDraft(editor, { id, revision: 1, note: "", seen: shown.seen });
    const said = result.ok ? "published" : result.reason;
    expect(`${said} with ${stops.length === 0 ? "no obstacle" : "obstacles"}`, stops.join("; ")).toMatch(
      stops.length === 0 ? /^published with no obstacle/ : /^(?!published).* with obstacles/,
    );
    came[result.ok ? "free" : "shut"] += 1;
    came.last = { said, along: shown.along.map(({ table }) => table) };
    if (!result.ok) throw new TakenBack();
    if (shown.along.length > 0) came.withDrafts += 1;

    // What was shown, what the verdict froze, and what can be counted from what is public now: one and the same.
    const page = await app.readClaim(slug);
    const frozen = page?.verdict?.frozen;
    const context = await app.verdictContext(claimId);
    if (!frozen || !context) throw new Error("The verdict is not there");
    const chosen = frozen.evidence.flatMap((piece) =>
      context.claim.evidence.filter((each) => each.id === piece.id),
    );
    expect(chosen).toHaveLength(frozen.evidence.length);
    const { same: _, ...counted } = frozen.independence;
    expect(app.groundOf(context.ground, chosen).independence).toEqual(counted);
    // The page of the dispute counts on the same graph.
    const { independence } = app.groundOf(context.ground, context.claim.evidence);
    const { roots, sources } = await app.readSources(disputeId, null);
    expect(roots).toBe(independence.roots.length);
    expect(sources.flatMap(({ id, isRoot }) => (isRoot ? [id] : [])).sort()).toEqual(
      independence.roots.flat().sort(),
    );
    const { detail } = shown.checks.find(({ key }) => key === "independence") ?? {};
    expect(detail).toEqual({ links: frozen.independence.links, roots: frozen.independence.roots.length });
    expect(page.rating).toBe(given.rating);
    const open = (reasons: Readonly<Record<string, unknown>>) =>
      RATINGS.filter((rating) => reasons[rating] === undefined);
    const weighed = frozen.evidence;
    const now = Object.fromEntries(
      app.ratingsFor(given.kind, weighed).map(({ rating, reasons }) => [rating, reasons[0]]),
    );
    expect(open(now)).toEqual(open(shown.shut));
    throw new TakenBack();
  });
  try {
    await undone;
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
}

/** Two documents that contradict the claim, both public, and nothing else to say of it. */
const plain: State = {
  kind: "fact",
  bodies: [false, false, false, false],
  sources: [0, 1, 2, 3].map((source) => ({
    ...{ isPublic: true, copy: "public" as const, producer: source % 2, isHalf: false, isThePage: false },
  })),
  edges: [],
  evidence: [0, 1].map((source) => ({
    ...{ source, origin: null, stance: "contradicts" as const, isPublic: true, fault: null },
  })),
  appearances: [],
  notConcerned: null,
  interests: [],
  requests: [],
  falsifier: "none",
  previous: "none",
  rating: "contradicted",
  missing: null,
  wording: "plain",
  isForeseeable: false,
  hasChangeReason: true,
  strayStep: false,
  second: "other",
};
/** Somebody has said that the one leans on the other, and nobody has published it. */
const leaning: State = { ...plain, edges: [{ from: 1, to: 0, kind: "based_on", isPublic: false }] };
const KNOWN: readonly State[] = [
  plain,
  { ...plain, evidence: plain.evidence.map((piece) => ({ ...piece, isPublic: false })) },
  leaning,
  { ...leaning, rating: "mostly_contradicted" },
];

test("a verdict can be published exactly when its checklist is free, and its page counts as the checklist did", async () => {
  const examples = KNOWN.map((given): [State] => [given]);
  await fc.assert(fc.asyncProperty(state, holdsFor), { numRuns: 25, endOnFailure: true, examples });
  // A law that is never tried holds of everything.
  expect(Math.min(came.free, came.shut, came.withDrafts), JSON.stringify(came)).toBeGreaterThan(0);
}, 60_000);

test("a dependence that the desk knows of counts, and is published with what it counts for", async () => {
  await holdsFor(leaning);
  expect(came.last).toEqual({ said: "one-root", along: ["SourceEdge"] });
  await holdsFor({ ...leaning, rating: "mostly_contradicted" });
  expect(came.last).toEqual({ said: "published", along: ["SourceEdge"] });
});

test("a passage that reports a document adds no root to it, be it chosen or only public", async () => {
  const [first, second] = plain.evidence as [State["evidence"][number], State["evidence"][number]];
  const reports = { ...second, origin: 0 };
  const unchosen = { ...reports, fault: "not chosen" };
  for (const evidence of [
    [first, reports],
    [first, second, unchosen],
  ]) {
    await holdsFor({ ...plain, evidence });
    expect(came.last.said).toBe("one-root");
    await holdsFor({ ...plain, evidence, rating: "mostly_contradicted" });
    expect(came.last.said).toBe("published");
  }
});

test("one page under two addresses is one root, in the verdict and on the page of the dispute", async () => {
  const sources = plain.sources.map((source, n) => ({ ...source, isThePage: n < 2 }));
  await holdsFor({ ...plain, sources });
  expect(came.last.said).toBe("one-root");
  await holdsFor({ ...plain, sources, rating: "mostly_contradicted" });
  expect(came.last.said).toBe("published");
});

type Written = {
  readonly tx: ReturnType<typeof app.db>;
  readonly claimId: string;
  readonly sources: readonly string[];
};

const copyOf = (sourceId: string, sha256: string) => ({
  ...{ sourceId, sha256, byteLength: 1, mediaType: "text/html" },
  ...{ custody: "stored" as const, capturedAt: PUBLISHED, ...made(true) },
});
const PAGE = "https://sida.example/a";
const BYTES = "ab".repeat(32);
/** A public source of the dispute that is under no passage. */
const beside = async (tx: Written["tx"], url: string | null) =>
  (
    await tx.source.create({
      data: {
        ...{ disputeId, kind: "article", language: "sv", made: "2020", url, ...made(true) },
        ...{ ...both("title", "Bredvid"), ...both("note", "Påhittad.") },
      },
    })
  ).id;

/** What becomes public while an editor reads, none of it a row that the page shows; with what it changes, as it is told. */
const MEANWHILE: Readonly<
  Record<
    string,
    { before?: (at: Written) => Promise<unknown>; comes: (at: Written) => Promise<unknown>; tells: RegExp }
  >
> = {
  "a source that is the same page as one and the same bytes as another": {
    before: async ({ tx, sources: [a = ""] }) => {
      await tx.snapshot.create({ data: copyOf(a, BYTES) });
    },
    comes: async ({ tx }) =>
      tx.snapshot.create({ data: copyOf(await beside(tx, `${PAGE}?fbclid=1`), BYTES) }),
    tells: /^Oberoende rötter: 21$/m,
  },
  "a copy of one that was public already": {
    before: async ({ tx, sources: [a = ""] }) => {
      await tx.snapshot.create({ data: copyOf(a, BYTES) });
      await beside(tx, "http://www.sida.example/a");
    },
    comes: async ({ tx }) => {
      const { id } = await tx.source.findFirstOrThrow({
        where: { disputeId, url: "http://www.sida.example/a" },
      });
      return tx.snapshot.create({ data: copyOf(id, BYTES) });
    },
    tells: /^Oberoende rötter: 21$/m,
  },
  "an edge from the other address of one of them": {
    before: async ({ tx }) => {
      await beside(tx, `${PAGE}?fbclid=1`);
    },
    comes: async ({ tx, sources: [a = ""] }) => {
      const { id } = await tx.source.findFirstOrThrow({ where: { disputeId, url: `${PAGE}?fbclid=1` } });
      return tx.sourceEdge.create({ data: { fromId: id, toId: a, kind: "based_on", ...made(true) } });
    },
    tells: /^Oberoende rötter: 21$/m,
  },
  "a passage, of another claim's perhaps, by which the one reports the other": {
    comes: async ({ tx, claimId, sources: [a = "", b = ""] }) =>
      tx.evidence.create({
        data: {
          ...{ claimId, sourceId: b, originId: a, stance: "context", excerpt: "ord", excerptLanguage: "sv" },
          ...{ ...both("unchecked", "Prov."), ...both("note", "Påhittad."), ...made(true) },
        },
      }),
    tells: /^Oberoende rötter: 21$/m,
  },
  "the role of somebody whom the claim's words name": {
    comes: async ({ tx }) => {
      const party = await tx.party.create({
        data: {
          ...{ slug: `part-${randomUUID()}`, kind: "organisation", ...made(true) },
          wordings: {
            create: {
              version: 1,
              ...both("name", "Något"),
              ...both("description", "Påhittad."),
              ...made(true),
            },
          },
        },
      });
      await tx.partyRole.create({
        data: {
          ...{ partyId: party.id, disputeId, side: "accused", position: 9, ...both("title", "part") },
          ...{ ...both("says", "Inget."), ...made(true) },
        },
      });
    },
    tells: /^Parter som påståendet rör: /m,
  },
};

/** The second of the two documents is the page. */
const onThePage: State = {
  ...plain,
  sources: plain.sources.map((source, n) => ({ ...source, isThePage: n === 1 })),
};

test.each(Object.keys(MEANWHILE))(
  "%s is not published unread with a verdict that it changes",
  async (name) => {
    const { before, comes, tells } = MEANWHILE[name] ?? {};
    const undone = app.transaction(async (tx) => {
      const { claimId, evidence } = await written(tx, onThePage);
      const pieces = await tx.evidence.findMany({ where: { id: { in: evidence.map(({ id }) => id) } } });
      const at = {
        tx,
        claimId,
        sources: evidence.flatMap(({ id }) => pieces.find((one) => one.id === id)?.sourceId ?? []),
      };
      await before?.(at);
      const { id } = await tx.verdictDraft.create({
        data: {
          ...{
            claimId,
            content: contentOf(plain, evidence),
            createdBy: journalist.id,
            authors: [journalist.id],
          },
          reviews: { create: { kind: "submitted", revision: 1, note: "", by: journalist.id } },
        },
      });
      const shown = await app.verdictForDesk(editor, id, "sv");
      const approve = (seen = "") => app.approveVerdictDraft(editor, { id, revision: 1, note: "", seen });
      await comes?.(at);
      expect(await approve(shown?.seen)).toMatchObject({ ok: false, reason: "changed-since-read" });
      const since = await app.changesFor(
        editor,
        { seen: shown?.seen ?? "" },
        () => app.verdictShown(id),
        "sv",
      );
      expect(since.changes.map(({ what }) => what)).toContainEqual(expect.stringContaining("räknas fram"));
      const told = since.changes.flatMap(({ fields }) =>
        fields.map(({ label, parts }) => `${label}: ${parts.map(({ text }) => text).join("")}`),
      );
      expect(told.join("\n")).toMatch(tells ?? /never/);
      // Once that is read, it is judged as it is.
      expect(await approve(since.seen)).not.toMatchObject({ reason: "changed-since-read" });
      throw new TakenBack();
    });
    await expect(undone).rejects.toThrow(TakenBack);
  },
);
