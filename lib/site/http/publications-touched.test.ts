import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";

const SEEDED = new Date("2026-11-23T10:00:00Z");
standAt(new Date("2026-11-23T11:00:00Z"));

const load = async () => ({
  ...(await import("../../../prisma/seed/seed.ts")),
  ...(await import("../../record/dispute/dispute-commands.ts")),
  ...(await import("../../record/dispute/dispute-queries.ts")),
  ...(await import("../../record/party/party-commands.ts")),
  ...(await import("../../record/record-log/record-log-commands.ts")),
  ...(await import("../../core/db.ts")),
  ...(await import("./outdated.ts")),
  ...(await import("./publications.ts")),
});
let app: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.seed(SEEDED);
  const words = { sv: "Exempelby", en: "Exempelby" };
  const dispute = await app.openDispute(app.demonstrationAuthor, {
    slug: "exempelby",
    demonstration: true,
    title: words,
    short: words,
    summary: words,
  });
  if (dispute.ok) await app.publishDispute(app.demonstrationEditor, { disputeId: dispute.value.id });
  await app.listenForPublications(process.env.DATABASE_URL ?? "");
});
/** The tags outdated in this test. */
let began = 0;
const outdated = () => app.outdatedSince(began);
beforeEach(async () => {
  began = Date.now();
  // Not within the millisecond of what the test before has outdated.
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(began));
});

/** Tells of what stands in the first dispute already: the pages cannot know. */
const publish = (type: "verdict.published" | "imprint.published", subject: string) =>
  app.transaction(async (tx) => {
    const at = await app.beginPublishing(new Date());
    const said = { subject, version: 1 };
    if (type === "imprint.published") {
      const words = { name: "x", responsiblePublisher: "x", complaints: "x", appealSv: "x", appealEn: "x" };
      const imprint = { id: "x", version: 1, ...words, ratingNames: {}, publishedAt: at };
      return app.appendToLog({ type, ...said, about: {}, rows: { imprint: [imprint] } }, at);
    }
    const { frozen } = await tx.verdict.findFirstOrThrow({ where: { claim: { slug: subject } } });
    const then = { ...Object(frozen), publishedAt: at.toISOString() };
    return app.appendToLog({ type, ...said, frozen: then }, at);
  });
const heard = (tag: string) => vi.waitFor(() => expect(outdated()).toContain(tag));

test("a verdict outdates the pages of its dispute and the lists, and no page of another dispute", async () => {
  await publish("verdict.published", "huddinge-social-dumpning");
  await heard("party:kramfors-kommun");
  const tags = outdated();
  expect(tags).toEqual(
    expect.arrayContaining([
      "record",
      "dispute:kramfors-huddinge",
      "claim:huddinge-social-dumpning",
      "claim:kramfors-och-sahlen-ljog",
      "party:08-nytt",
    ]),
  );
  expect(tags.some((tag) => tag.startsWith("source:"))).toBe(true);
  expect(tags).not.toContain("dispute:exempelby");
  expect(tags).not.toContain("everything");
});

test("a new imprint outdates every page: all of them say who answers", async () => {
  await publish("imprint.published", "");
  await heard("everything");
});

test("a party that is called otherwise outdates every dispute that it is in, and all of them have changed", async () => {
  const party = await app.db().party.findFirstOrThrow({ where: { slug: "kramfors-kommun" } });
  const other = await app.db().dispute.findFirstOrThrow({ where: { slug: "exempelby" } });
  const none = { sv: "", en: "" };
  const role = { disputeId: other.id, partyId: party.id, side: "none" as const, position: null, held: null };
  orThrow(await app.givePartyRole(app.demonstrationAuthor, { ...role, title: none, says: none }));
  orThrow(await app.publishDispute(app.demonstrationEditor, { disputeId: other.id }));
  vi.setSystemTime(new Date("2026-11-23T12:00:00Z"));
  const { version } = await app.db().partyWording.findFirstOrThrow({ where: { partyId: party.id } });
  const wording = {
    name: { sv: "Kramfors", en: "Kramfors" },
    description: { sv: "En kommun.", en: "A municipality." },
  };
  orThrow(await app.rewordParty(app.demonstrationAuthor, { id: party.id, revision: version, wording }));
  began = Date.now();
  const first = await app.db().dispute.findFirstOrThrow({ where: { slug: "kramfors-huddinge" } });
  orThrow(await app.publishDispute(app.demonstrationEditor, { disputeId: first.id }));
  await heard("dispute:exempelby");
  const moments = await Promise.all(
    ["exempelby", "kramfors-huddinge"].map(async (slug) => (await app.readDispute(slug))?.changedAt),
  );
  expect(moments).toEqual(Array(2).fill("2026-11-23T12:00:00.000Z"));
});

test("news that nobody can read may be about anything", async () => {
  await app.db().$executeRaw`SELECT pg_notify('record_published', 'nonsense')`;
  await heard("everything");
});

test("pages that are named are outdated and no others: the log says nothing of them", async () => {
  await app.outdatePages(["claim:exempelby-1", "source:01"]);
  await heard("source:01");
  expect(outdated().sort()).toEqual(["claim:exempelby-1", "source:01"]);
});

test("more pages than one piece of news can name are every page", async () => {
  await app.outdatePages(Array.from({ length: 500 }, (_, n) => `claim:exempelby-${n}`));
  await heard("everything");
  expect(outdated()).toEqual(["everything"]);
});
