import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { contributor, editor, journalist, otherEditor } from "../../core/actor.fixture.ts";
import { standingVerdict } from "../claim/claim.ts";

const load = async () => ({
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../../../e2e/fixtures/judged-dispute.ts")),
  ...(await import("./withdrawal-commands.ts")),
  ...(await import("./withdrawal-desk-queries.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("../verdict/verdict-version-queries.ts")),
  ...(await import("../dispute/dispute-queries.ts")),
  ...(await import("../party/party-queries.ts")),
  ...(await import("../../site/search/search-queries.ts")),
  ...(await import("../../site/search/search-schema.ts")),
  ...(await import("../../site/interop/claim-review.ts")),
  ...(await import("../../site/interop/sitemap-queries.ts")),
  ...(await import("../../../components/site/share/share-words.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
const CLAIM = "exempel-claim-1";
let claimId = "";
const reason = { sv: "Källan visade sig vara en annan.", en: "The source turned out to be another." };

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.judgedDispute("exempel");
  claimId = (await app.db().claim.findUniqueOrThrow({ where: { slug: CLAIM } })).id;
  await app.madeUpImprint();
});

const ask = async (by = journalist) => {
  const result = await app.requestWithdrawal(by, { claimId, reason });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};
const site = { baseUrl: "https://belagt.example", name: "Belagt" };
const words = { rating: (rating: string) => rating };
const found = async () =>
  (await app.searchClaims(app.parseSearch({ rating: "unproven" }))).hits.map(({ slug }) => slug);

describe("asking for a verdict to be withdrawn", () => {
  test("is a journalist's, of a published claim that has a verdict, once at a time; it changes nothing public", async () => {
    expect(await app.requestWithdrawal(contributor, { claimId, reason })).toMatchObject({
      reason: "not-allowed",
    });
    expect(await app.requestWithdrawal(journalist, { claimId: randomUUID(), reason })).toMatchObject({
      reason: "unknown-claim",
    });
    const { disputeId } = await app.db().claim.findUniqueOrThrow({ where: { id: claimId } });
    const bare = await app.db().claim.create({
      data: { disputeId, slug: "obedomt", number: 90, kind: "fact", createdBy: "x", publishedAt: new Date() },
    });
    expect(await app.requestWithdrawal(journalist, { claimId: bare.id, reason })).toMatchObject({
      reason: "no-verdict",
    });
    const before = JSON.stringify(await app.readClaim(CLAIM));
    const all = await Promise.all(
      Array.from({ length: 20 }, () => app.requestWithdrawal(journalist, { claimId, reason })),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(JSON.stringify(await app.readClaim(CLAIM))).toBe(before);
    const [waiting] = await app.withdrawalsWaiting(editor);
    expect(waiting?.href).toBe(`/desk/claims/${claimId}/withdraw`);
    expect(await app.withdrawalsWaiting(contributor)).toEqual([]);
    expect(await app.discardWithdrawal(journalist, { id: waiting?.id ?? "" })).toMatchObject({ ok: true });
    expect(await app.discardWithdrawal(journalist, { id: waiting?.id ?? "" })).toMatchObject({
      reason: "unknown-draft",
    });
  });

  test("is not published by whoever asked, nor by a journalist", async () => {
    const { id } = await ask(editor);
    expect(await app.publishWithdrawal(editor, { id })).toMatchObject({ reason: "author-cannot-approve" });
    expect(await app.publishWithdrawal(journalist, { id })).toMatchObject({ reason: "not-allowed" });
    expect((await app.withdrawalFor(editor, claimId))?.withdrawal).toMatchObject({
      own: true,
      publishedAt: null,
    });
    await app.discardWithdrawal(editor, { id });
  });
});

describe("a withdrawn verdict", () => {
  test("is nobody's rating any more, in any list, search, image or ClaimReview; its page keeps it with the reason", async () => {
    expect(await found()).toContain(CLAIM);
    const before = await app.readClaim(CLAIM);
    expect(before && app.claimReview(before, "sv", words, site)).not.toBeNull();
    const then = new Date();
    const { id } = await ask();
    const two = await Promise.all([editor, otherEditor].map((by) => app.publishWithdrawal(by, { id })));
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
    expect(two.find(({ ok }) => !ok)).toMatchObject({ reason: "already-published" });

    const claim = await app.readClaim(CLAIM);
    if (!claim) throw new Error("The claim is gone");
    expect(claim).toMatchObject({ rating: null, withdrawn: true, verdict: { withdrawn: { reason } } });
    expect(claim.verdict?.frozen.conclusion.sv).toBe("Ingen handling visar det.");
    expect(claim.changedAt).toBe(claim.verdict?.withdrawn?.publishedAt);
    expect(standingVerdict(claim)).toBeNull();
    expect(claim.versions[0]?.withdrawn?.reason).toEqual(reason);
    expect((await app.readVersion(CLAIM, 1))?.withdrawn?.reason).toEqual(reason);
    expect(app.claimReview(claim, "sv", words, site)).toBeNull();
    expect(app.shareCard(claim, claim.verdict, "sv")).toMatchObject({
      rating: null,
      ratingWord: "Bedömningen återkallad",
    });
    expect(app.claimShareAlt(claim, claim.verdict, "sv")).not.toContain("obelagt");
    expect(app.claimSharePath(claim, "sv")).toBe(`/share/claims/${CLAIM}/sv.png`);
    expect(await found()).not.toContain(CLAIM);
    expect(await found()).toContain("exempel-claim-2");
    expect(await app.readLatestVerdicts(5)).toEqual(["exempel-claim-2"]);

    const dispute = await app.readDispute("exempel");
    expect(dispute?.claims.find(({ slug }) => slug === CLAIM)).toMatchObject({
      rating: null,
      withdrawn: true,
      conclusion: null,
      withdrawal: { publishedAt: claim.changedAt, reason },
    });
    const party = await app.readParty(dispute?.claims[0]?.appearances[0]?.party ?? "");
    expect(party?.made.find(({ slug }) => slug === CLAIM)).toMatchObject({ rating: null, withdrawn: true });
    const page = (await app.readRecordPages()).find(({ path }) => path === `/claims/${CLAIM}`);
    expect(page?.changedAt).toBe(claim.changedAt);
    expect(await app.db().logEntry.findFirst({ orderBy: { seq: "desc" } })).toMatchObject({
      type: "withdrawal.published",
      subject: CLAIM,
      version: 1,
    });

    // As the record stood before, the verdict was still ours.
    expect(await app.readClaim(CLAIM, then)).toMatchObject({ rating: "unproven", withdrawn: false });
    expect(await app.requestWithdrawal(journalist, { claimId, reason })).toMatchObject({
      reason: "already-withdrawn",
    });
    await expect(app.db().withdrawal.delete({ where: { id } })).rejects.toThrow();
  });

  test("is followed by a version that stands; the old one stays withdrawn, and a late request for it is refused", async () => {
    await app.judge(CLAIM, "Nu har vi läst rätt källa.");
    const claim = await app.readClaim(CLAIM);
    expect(claim).toMatchObject({ rating: "unproven", withdrawn: false, verdict: { withdrawn: null } });
    expect(claim?.versions.map((version) => version.withdrawn !== null)).toEqual([false, true]);
    expect(await found()).toContain(CLAIM);
    expect(await app.readLatestVerdicts(1)).toEqual([CLAIM]);

    const { id } = await ask();
    await app.judge(CLAIM, "Och nu ännu en.");
    expect(await app.publishWithdrawal(editor, { id })).toMatchObject({ reason: "newer-version" });
    expect(await app.withdrawalsWaiting(editor)).toEqual([]);
    // The draft of the version before does not stand in the way of a new one.
    expect((await app.withdrawalFor(editor, claimId))?.withdrawal).toBeNull();
  });
});

describe("the words of a withdrawn verdict", () => {
  test("may be published again, with a reason; while the verdict stands they may not", async () => {
    const words = "Samma ord, före och efter.";
    const latest = async () => {
      const rows = await app.db().verdict.findMany({ where: { claimId }, orderBy: { version: "asc" } });
      return { versions: rows.length, last: rows.at(-1) };
    };
    await app.judge(CLAIM, words);
    await expect(app.judge(CLAIM, words)).rejects.toThrow("nothing-changed");
    const before = await latest();
    const { id } = await ask();
    // Asked for is not withdrawn.
    await expect(app.judge(CLAIM, words)).rejects.toThrow("nothing-changed");
    expect(await app.publishWithdrawal(editor, { id })).toMatchObject({ ok: true });
    await app.judge(CLAIM, words);
    const after = await latest();
    expect(after.versions).toBe(before.versions + 1);
    expect(after.last?.previousHash).toBe(before.last?.hash);
    expect(await app.readClaim(CLAIM)).toMatchObject({ rating: "unproven", withdrawn: false });
    // It stands again: the same words once more say nothing new.
    await expect(app.judge(CLAIM, words)).rejects.toThrow("nothing-changed");
  });
});
