import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";
import type { NewVerdict } from "./verdict-schema.ts";

const SEEDED = new Date("2026-11-23T10:00:00Z");
standAt(new Date("2026-11-23T11:00:00Z"));

const load = async () => ({
  ...(await import("../../../prisma/seed/seed.ts")),
  ...(await import("./verdict-commands.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("./verdict-version-queries.ts")),
  ...(await import("./verdict-ground-queries.ts")),
  ...(await import("../claim/claim-commands.ts")),
  ...(await import("../taint/taint-commands.ts")),
  ...(await import("../../site/queue/queue-queries.ts")),
  ...(await import("../evidence/evidence-commands.ts")),
  ...(await import("../source/source-commands.ts")),
  ...(await import("../dispute/dispute-commands.ts")),
  ...(await import("../dispute/dispute-queries.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let next: NewVerdict;
const SLUG = "huddinge-social-dumpning";

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.seed(SEEDED);
});

beforeEach(async () => {
  const claim = await app
    .db()
    .claim.findUniqueOrThrow({ where: { slug: SLUG }, include: { evidence: { orderBy: { id: "asc" } } } });
  const ids = claim.evidence.filter(({ publishedAt }) => publishedAt !== null).map(({ id }) => id);
  const words = { sv: "Ny slutsats.", en: "A new conclusion." };
  next = {
    claimId: claim.id,
    rating: "unproven",
    conclusion: words,
    minute: [words],
    shown: [],
    notShown: [],
    unknown: [words],
    steps: [{ text: words, evidenceIds: ids.slice(0, 1) }],
    evidenceIds: ids,
    nothingForeseeable: null,
    conflictOfInterest: words,
    changeReason: { sv: "Prövat på nytt.", en: "Judged anew." },
    wordingReason: null,
  };
});

const publish = (input: NewVerdict, author = app.demonstrationAuthor, editor = app.demonstrationEditor) =>
  app.publishVerdict(editor, { author, verdict: input });

describe("publishing is refused", () => {
  test("to an author alone, and to a journalist as approver", async () => {
    expect(await publish(next, app.demonstrationEditor, app.demonstrationEditor)).toMatchObject({
      reason: "author-cannot-approve",
    });
    expect(await publish(next, app.demonstrationEditor, app.demonstrationAuthor)).toMatchObject({
      reason: "not-allowed",
    });
  });

  test("when the evidence cannot carry the rating", async () => {
    expect(await publish({ ...next, rating: "contradicted" })).toMatchObject({
      reason: "one-root",
      field: "rating",
    });
    expect(await publish({ ...next, rating: "supported" })).toMatchObject({ reason: "own-case-only" });
  });

  test("when a criticised party has no reply request", async () => {
    // The accused is the one an open verdict goes against, and nobody has recorded whether it was asked.
    expect(await publish(next)).toMatchObject({ reason: "party-not-asked" });
  });

  test("when it names evidence of another claim", async () => {
    const other = await app.db().evidence.findFirstOrThrow({ where: { claimId: { not: next.claimId } } });
    expect(await publish({ ...next, evidenceIds: [...next.evidenceIds, other.id] })).toMatchObject({
      reason: "unknown-evidence",
    });
  });

  test("without a reason for the change, or without a change", async () => {
    const again = { ...next, rating: "mostly_contradicted" as const };
    expect(await publish({ ...again, changeReason: null })).toMatchObject({ reason: "no-reason-for-change" });
  });

  test("and nothing of a refused verdict stays", async () => {
    const count = await app.db().verdict.count();
    await publish({ ...next, rating: "contradicted" });
    expect(await app.db().verdict.count()).toBe(count);
    expect(await app.db().logEntry.count()).toBe(9);
  });
});

describe("a second version", () => {
  test("follows the first by hash, says why, and leaves the first readable", async () => {
    const first = await app.readVersion(SLUG, 1);
    const result = await publish({ ...next, rating: "mostly_contradicted" });
    expect(result).toMatchObject({ ok: true, value: { version: 2 } });
    const claim = await app.readClaim(SLUG);
    expect(claim?.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(claim?.verdict?.frozen.previous).toBe(first?.hash);
    expect(claim?.versions[0]?.changeReason?.en).toBe("Judged anew.");
    expect(await app.readVersion(SLUG, 1)).toEqual(first);
  });

  test("is not seen by a reader of the record as it stood before", async () => {
    const then = await app.readClaim(SLUG, SEEDED);
    expect(then?.versions.map(({ version }) => version)).toEqual([1]);
  });

  test("says nothing new twice", async () => {
    expect(await publish({ ...next, rating: "mostly_contradicted" })).toMatchObject({
      reason: "nothing-changed",
    });
  });

  test("ten at once become ten versions, densely numbered and linked", async () => {
    const words = (n: number) => ({ sv: `Slutsats ${n}.`, en: `Conclusion ${n}.` });
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        publish({ ...next, rating: "mostly_contradicted", conclusion: words(n) }),
      ),
    );
    const versions = (await app.readClaim(SLUG))?.versions.map(({ version }) => version) ?? [];
    expect(versions).toEqual(Array.from({ length: versions.length }, (_, index) => versions.length - index));
    expect(versions.length).toBe(12);
  });
});

describe("new evidence", () => {
  test("is public after publication, and stands as not yet weighed", async () => {
    const claim = await app.db().claim.findUniqueOrThrow({
      where: { slug: SLUG },
      include: { dispute: { include: { sources: true } } },
    });
    const added = await app.addEvidence(app.demonstrationAuthor, {
      claimId: claim.id,
      sourceId: claim.dispute.sources[0]?.id ?? "",
      originId: null,
      stance: "context",
      excerpt: "social dumpning",
      excerptLanguage: "sv",
      at: { paragraph: 1, charStart: null, charEnd: null },
      page: null,
      unchecked: { sv: "Påhittat för ett prov.", en: "Made up for a test." },
      note: { sv: "Ordet som tvisten gäller.", en: "The word the dispute is about." },
    });
    expect(added.ok).toBe(true);
    expect((await app.readClaim(SLUG))?.unweighed).toEqual([]);
    expect(await app.publishDispute(app.demonstrationEditor, { disputeId: claim.disputeId })).toMatchObject({
      ok: true,
      value: { rows: 1 },
    });
    expect((await app.readClaim(SLUG))?.unweighed.map(({ excerpt }) => excerpt)).toEqual(["social dumpning"]);
  });

  test("cannot be published by a journalist, and an empty publication is refused", async () => {
    const { id } = await app.db().dispute.findFirstOrThrow();
    expect(await app.publishDispute(app.demonstrationAuthor, { disputeId: id })).toMatchObject({
      reason: "not-allowed",
    });
    expect(await app.publishDispute(app.demonstrationEditor, { disputeId: id })).toMatchObject({
      reason: "nothing-to-publish",
    });
  });
});

describe("independence, through everything that publishing computes", () => {
  let made = 0;
  /** Another article, held, that contradicts claim 1. */
  const addArticle = async (
    producerSlug: string | null,
    { url = null, sha256 }: { url?: string | null; sha256?: string } = {},
  ) => {
    made += 1;
    const claim = await app.db().claim.findUniqueOrThrow({ where: { slug: SLUG } });
    const producer =
      producerSlug && (await app.db().party.findUniqueOrThrow({ where: { slug: producerSlug } }));
    const both = { sv: "En artikel till.", en: "One more article." };
    const { id: sourceId } = orThrow(
      await app.addSource(app.demonstrationAuthor, {
        disputeId: claim.disputeId,
        kind: "article",
        title: both,
        note: both,
        producerId: producer ? producer.id : null,
        language: "sv",
        url,
        made: "2019-12",
        public: "2019-12",
      }),
    );
    orThrow(
      await app.addSnapshot(app.demonstrationAuthor, {
        sourceId,
        sha256: sha256 ?? `${made}`.padStart(64, "0"),
        byteLength: 1,
        mediaType: "text/plain",
        custody: "kept_by_desk",
        capturedAt: new Date(),
      }),
    );
    const { id } = orThrow(
      await app.addEvidence(app.demonstrationAuthor, {
        claimId: claim.id,
        sourceId,
        originId: null,
        stance: "contradicts",
        excerpt: "nej",
        excerptLanguage: "sv",
        at: { paragraph: null, charStart: null, charEnd: null },
        page: null,
        unchecked: { sv: "Påhittat för ett prov.", en: "Made up for a test." },
        note: both,
      }),
    );
    orThrow(await app.publishDispute(app.demonstrationEditor, { disputeId: claim.disputeId }));
    return { id, sourceId };
  };
  /** Nothing becomes public from before it. */
  const lastEntry = async () =>
    (await app.db().logEntry.findFirstOrThrow({ orderBy: { seq: "desc" }, select: { at: true } })).at;
  /** A paper that the dispute does not touch. */
  const addPaper = async (slug: string) => {
    const { disputeId } = await app.db().claim.findUniqueOrThrow({ where: { slug: SLUG } });
    const shared = { createdBy: "test", publishedAt: await lastEntry() };
    await app.db().party.create({
      data: {
        ...{ slug, kind: "publication", ...shared },
        wordings: {
          create: {
            version: 1,
            nameSv: slug,
            nameEn: slug,
            descriptionSv: "x",
            descriptionEn: "x",
            ...shared,
          },
        },
        roles: {
          create: {
            ...{ disputeId, side: "reports", position: 90, ...shared },
            titleSv: "x",
            titleEn: "x",
            saysSv: "x",
            saysEn: "x",
          },
        },
      },
    });
  };
  const contradicted = (...more: string[]): NewVerdict => ({
    ...next,
    rating: "contradicted",
    // The five of the first dispute, and these.
    evidenceIds: [...next.evidenceIds.slice(0, 5), ...more],
  });

  test("a second article by the same paper is no second root, nor is one that nobody is known to have made", async () => {
    const again = await addArticle("08-nytt");
    expect(await publish(contradicted(again.id))).toMatchObject({ reason: "one-root" });
    const unknown = await addArticle(null);
    expect(await publish(contradicted(again.id, unknown.id))).toMatchObject({ reason: "one-root" });
  });

  test("one page under two addresses and one file in two sources are one root, whoever is said to have made them", async () => {
    await addPaper("bladet");
    await addPaper("kuriren");
    const { id: article } = await addArticle("08-nytt", { url: "https://bladet.example/nyhet?id=1" });
    const spelled = await addArticle("bladet", {
      url: "http://www.bladet.example/nyhet/?utm_source=x&id=1",
    });
    expect(await publish(contradicted(article, spelled.id))).toMatchObject({ reason: "one-root" });
    const archived = await addArticle("kuriren", {
      url: "https://web.archive.org/web/2020/https://bladet.example/nyhet?id=1",
    });
    expect(await publish(contradicted(article, archived.id))).toMatchObject({ reason: "one-root" });
    const sameBytes = await addArticle("bladet", { sha256: "1".padStart(64, "0") });
    expect(await publish(contradicted(sameBytes.id))).toMatchObject({ reason: "one-root" });
  });

  test("a second root is one by somebody else; and what comes to be known of it afterwards taints the verdict", async () => {
    await addPaper("posten");
    const other = await addArticle("posten", { url: "https://posten.example/1" });
    expect(await publish(contradicted(other.id))).toMatchObject({ ok: true });
    const before = await app.readClaim(SLUG);
    expect(before?.verdict?.frozen.independence.roots).toHaveLength(2);
    expect([before?.taints, before?.independenceNow]).toEqual([[], null]);

    const { sourceId: toId } = await app
      .db()
      .evidence.findUniqueOrThrow({ where: { id: next.evidenceIds[0] } });
    orThrow(
      await app.linkSources(app.demonstrationAuthor, { fromId: other.sourceId, toId, kind: "based_on" }),
    );
    // A draft tells readers nothing.
    expect((await app.readClaim(SLUG))?.taints).toEqual([]);
    const { disputeId } = await app.db().claim.findUniqueOrThrow({ where: { slug: SLUG } });
    const later = new Date("2026-11-23T12:00:00Z");
    const moment = new Date(Number(later) - 1);
    orThrow(await app.publishDispute(app.demonstrationEditor, { disputeId }, later));
    const after = await app.readClaim(SLUG);
    expect(after?.taints).toMatchObject([
      {
        cause: "ground_changed",
        ground: {
          ...{ rootsThen: 2, rootsNow: 1, shut: ["one-root"] },
          causes: [{ kind: "rests-on", from: { id: other.sourceId }, to: { id: toId } }],
        },
        pieces: [{ id: other.id }],
      },
    ]);
    expect(after?.independenceNow).toMatchObject({ roots: 1 });
    expect((await app.readClaim(SLUG, moment))?.taints).toEqual([]);
    expect(await app.queueOf(app.demonstrationAuthor)).toContainEqual(
      expect.objectContaining({ kind: "reReview", why: "ground_changed" }),
    );

    // That it stands is said of what is so now; when that becomes another, it is asked again.
    const cause = { cause: "ground_changed" as const, causeId: after?.taints[0]?.causeId ?? "" };
    const reason = { sv: "Det ändrar inget.", en: "It changes nothing." };
    const { claimId } = next;
    const { ids } = orThrow(
      await app.proposeClearance(app.demonstrationAuthor, { claimId, causes: [cause], reason }),
    );
    orThrow(await app.clearTaint(app.demonstrationEditor, { claimId, ids }));
    const cleared = await app.readClaim(SLUG);
    expect(cleared?.taints).toEqual([]);
    expect(cleared?.independenceNow).toMatchObject({ roots: 1 });
    const { sourceId: third } = await addArticle("posten", { url: "https://posten.example/2" });
    orThrow(await app.linkSources(app.demonstrationAuthor, { fromId: toId, toId: third, kind: "based_on" }));
    orThrow(await app.publishDispute(app.demonstrationEditor, { disputeId }));
    expect((await app.readClaim(SLUG))?.taints).toMatchObject([{ cause: "ground_changed" }]);
  });

  test("whoever made the claim is asked, though nobody has listed it, unless a published reason says otherwise", async () => {
    const { id: disputeId } = await app.db().dispute.findFirstOrThrow();
    const company = await app.db().party.findUniqueOrThrow({ where: { slug: "posten" } });
    const source = await app.db().source.findFirstOrThrow({ where: { disputeId } });
    const words = (text: string) => ({ sv: text, en: text });
    const { id: claimId } = orThrow(
      await app.addClaim(app.demonstrationAuthor, {
        ...{ disputeId, slug: "ingen-listad", number: null, kind: "fact" as const, interests: [] },
        ...{ text: words("Pengar är borta."), short: words("Borta"), restatedBy: words("Prov") },
      }),
    );
    await app.db().appearance.create({
      data: {
        ...{ claimId, partyId: company.id, sourceId: source.id, mode: "asserts", createdBy: "test" },
        ...{ happened: "2019", known: "2019" },
      },
    });
    orThrow(await app.publishDispute(app.demonstrationEditor, { disputeId }));
    const verdict = { ...next, claimId, evidenceIds: [], steps: [], nothingForeseeable: words("Inget.") };
    const about = await app.readGrounds([claimId]);
    expect(about.get(claimId)?.concerns).toEqual([
      { partyId: company.id, about: false, gainsIf: "claim_true", by: "made" },
    ]);
    const { id: sourceId } = await app
      .db()
      .source.findFirstOrThrow({ where: { disputeId, producer: { slug: "08-nytt" } } });
    const { id: evidenceId } = await app.db().evidence.create({
      data: {
        ...{
          claimId,
          sourceId,
          stance: "contradicts",
          excerpt: "x",
          excerptLanguage: "sv",
          createdBy: "test",
        },
        ...{ noteSv: "x", noteEn: "x", uncheckedSv: "x", uncheckedEn: "x" },
        publishedAt: await lastEntry(),
      },
    });
    const against: NewVerdict = {
      ...verdict,
      ...{
        rating: "mostly_contradicted",
        evidenceIds: [evidenceId],
        steps: next.steps.map((step) => ({ ...step, evidenceIds: [] })),
      },
    };
    expect(await publish(against)).toMatchObject({ reason: "party-not-asked" });

    const reason = words("Parten återger bara vad andra sagt.");
    const { id } = orThrow(
      await app.sayNotConcerned(app.demonstrationAuthor, { claimId, partyId: company.id, reason }),
    );
    // A reason that nobody else has published is none.
    expect(await publish(against)).toMatchObject({ reason: "party-not-asked" });
    orThrow(await app.publishDispute(app.demonstrationEditor, { disputeId }));
    expect(await app.db().notConcerned.findUniqueOrThrow({ where: { id } })).toMatchObject({
      reasonSv: reason.sv,
    });
    expect(await publish(against)).toMatchObject({ ok: true });
    expect((await app.readClaim("ingen-listad"))?.verdict?.frozen).toMatchObject({
      interests: [],
      notConcerned: [{ party: { slug: "posten" }, reason }],
    });
  });
});

describe("wording that says more than a check can", () => {
  const strong = { sv: "Det är bevisat.", en: "This is proven." };

  test("is refused without a reason, and published with it", async () => {
    const input = { ...next, rating: "mostly_contradicted" as const, conclusion: strong };
    expect(await publish(input)).toMatchObject({ reason: "wording-needs-reason", field: "wordingReason" });
    const reason = { sv: "Domstolens ord.", en: "The words of the court." };
    expect(await publish({ ...input, wordingReason: reason })).toMatchObject({ ok: true });
    const claim = await app.readClaim(SLUG);
    expect(claim?.verdict?.frozen.wording?.reason).toEqual(reason);
    expect(claim?.verdict?.frozen.wording?.flags.map(({ word }) => word)).toEqual(["bevisat", "proven"]);
  });
});
