import { beforeAll, expect, test, vi } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";

const load = async () => ({
  ...(await import("../../record/reply/reply.fixture.ts")),
  ...(await import("../../record/claim/claim-queries.ts")),
  ...(await import("../../record/claim/claim-tags.ts")),
  ...(await import("../../record/dispute/dispute-tags.ts")),
  ...(await import("../../core/db.ts")),
  ...(await import("./outdated.ts")),
  ...(await import("./page-store.ts")),
  ...(await import("./publications.ts")),
});
let app: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  await ownDatabase();
  app = await load();
});

/** No command takes a deadline this near. */
async function askedUntil(claim: { claimId: string; partyId: string }, deadline: Date) {
  const publishedAt = new Date();
  const moment = new Date(publishedAt.getTime() - 60_000);
  const words = { inSourcesSv: "Inget svar.", inSourcesEn: "No answer.", createdBy: "test" };
  await app.db().replyRequest.create({
    data: {
      ...{ claimId: claim.claimId, partyId: claim.partyId, ...words, publishedAt },
      asking: {
        create: { askedAt: moment, deadline, channel: "brev", createdBy: "test", publishedAt },
      },
    },
  });
}

test("a page that says an answer is awaited is outdated once the deadline has passed, though nobody publishes", async () => {
  await app.listenForPublications(process.env.DATABASE_URL ?? "", { every: 50 });
  const claim = await app.madeUpClaim();
  const deadline = new Date(Date.now() + 4_000);
  await askedUntil(claim, deadline);
  const state = async () => (await app.readClaim(claim.claimSlug))?.requests[0]?.state;
  // News of the claim itself has been heard: what outdates the page from here on is the deadline.
  await vi.waitFor(() => expect(app.outdatedSince(0)).toContain(`claim:${claim.claimSlug}`));
  await new Promise((resolve) => setTimeout(resolve, 300));

  const made = {
    ...{ html: "", readAt: Date.now(), freshUntil: Number.POSITIVE_INFINITY },
    tags: [app.claimTags.claim(claim.claimSlug), app.disputeTags.everything()],
  };
  expect(await state()).toBe("waiting");
  expect(made.readAt).toBeLessThan(deadline.getTime());
  expect(app.isCurrent(made, Date.now())).toBe(true);

  await vi.waitFor(() => expect(app.isCurrent(made, Date.now())).toBe(false), { timeout: 10_000 });
  expect(Date.now()).toBeGreaterThanOrEqual(deadline.getTime());
  expect(await state()).toBe("no_answer");
  // Nothing more happens: the page made now stays.
  const again = { ...made, readAt: Date.now() + 1 };
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(app.isCurrent(again, Date.now())).toBe(true);
});

test("it is this server's clock that a deadline passes by, which pages are made by, not the database's", async () => {
  const claim = await app.madeUpClaim();
  await askedUntil(claim, new Date(Date.now() + 3_600_000));
  const page = {
    ...{ html: "", readAt: Date.now() + 1, freshUntil: Number.POSITIVE_INFINITY },
    tags: [app.disputeTags.everything()],
  };
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(app.isCurrent(page, Date.now())).toBe(true);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * 3_600_000 });
  try {
    await vi.waitFor(() => expect(app.isCurrent(page, Date.now())).toBe(false), { timeout: 10_000 });
  } finally {
    vi.useRealTimers();
  }
});
