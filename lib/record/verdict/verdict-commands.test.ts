import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { standAt } from "../../core/clock.fixture.ts";
import type { NewVerdict } from "./verdict-schema.ts";

const SEEDED = new Date("2026-11-23T10:00:00Z");
standAt(new Date("2026-11-23T11:00:00Z"));

const load = async () => ({
  ...(await import("../../../prisma/seed/seed.ts")),
  ...(await import("./verdict-commands.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("./verdict-version-queries.ts")),
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
  /** Another article, held, that contradicts claim 1. */
  const addArticle = async (producerSlug: string | null) => {
    const claim = await app.db().claim.findUniqueOrThrow({ where: { slug: SLUG } });
    const producer =
      producerSlug && (await app.db().party.findUniqueOrThrow({ where: { slug: producerSlug } }));
    const both = { sv: "En artikel till.", en: "One more article." };
    const source = await app.addSource(app.demonstrationAuthor, {
      disputeId: claim.disputeId,
      kind: "article",
      title: both,
      note: both,
      producerId: producer ? producer.id : null,
      language: "sv",
      url: null,
      made: "2019-12",
      public: "2019-12",
    });
    if (!source.ok) throw new Error(source.reason);
    await app.addSnapshot(app.demonstrationAuthor, {
      sourceId: source.value.id,
      sha256: "0".repeat(64),
      byteLength: 1,
      mediaType: "text/plain",
      custody: "kept_by_desk",
      capturedAt: new Date(),
    });
    const evidence = await app.addEvidence(app.demonstrationAuthor, {
      claimId: claim.id,
      sourceId: source.value.id,
      originId: null,
      stance: "contradicts",
      excerpt: "nej",
      excerptLanguage: "sv",
      at: { paragraph: null, charStart: null, charEnd: null },
      page: null,
      unchecked: { sv: "Påhittat för ett prov.", en: "Made up for a test." },
      note: both,
    });
    if (!evidence.ok) throw new Error(evidence.reason);
    await app.publishDispute(app.demonstrationEditor, { disputeId: claim.disputeId });
    return evidence.value.id;
  };

  test("a second article by the same paper is no second root, one by somebody else is", async () => {
    const again = await addArticle("08-nytt");
    const contradicted = { ...next, rating: "contradicted" as const };
    const withSame = { ...contradicted, evidenceIds: [...next.evidenceIds, again] };
    expect(await publish(withSame)).toMatchObject({ reason: "one-root" });

    const other = await addArticle(null);
    const withOther = { ...contradicted, evidenceIds: [...withSame.evidenceIds, other] };
    expect(await publish(withOther)).toMatchObject({ ok: true });
    expect((await app.readClaim(SLUG))?.verdict?.frozen.independence.roots).toHaveLength(2);
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
