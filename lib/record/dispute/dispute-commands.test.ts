import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import {
  administrator,
  contributor,
  editor,
  journalist,
  otherEditor,
  otherJournalist,
} from "../../core/actor.fixture.ts";
import { orThrow } from "../../core/result.ts";

const load = async () => ({
  ...(await import("./dispute-commands.ts")),
  ...(await import("./dispute-desk-queries.ts")),
  ...(await import("./dispute-queries.ts")),
  ...(await import("./dispute-unpublished-queries.ts")),
  ...(await import("../appearance/appearance-commands.ts")),
  ...(await import("../claim/claim-commands.ts")),
  ...(await import("../event/event-commands.ts")),
  ...(await import("../falsifier/falsifier-commands.ts")),
  ...(await import("../imprint/imprint-commands.ts")),
  ...(await import("../party/party-commands.ts")),
  ...(await import("../source/source-commands.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  await ownDatabase();
  app = await load();
});

const both = (text: string) => ({ sv: text, en: `${text} (en)` });
const dispute = (title: string) => ({
  slug: null,
  demonstration: true,
  title: both(title),
  short: both(title),
  summary: both("Två påhittade kommuner är oense."),
});
const party = (name: string) => ({
  slug: null,
  kind: "public_body" as const,
  partOfId: null,
  name: both(name),
  description: both("En påhittad kommun."),
});
const role = (disputeId: string) => ({
  disputeId,
  side: "accuses" as const,
  title: both("kommun"),
  says: both("Säger det ena."),
  held: null,
});
const source = (disputeId: string, title = "En skrivelse") => ({
  disputeId,
  kind: "statement" as const,
  title: both(title),
  note: both("En påhittad skrivelse."),
  producerId: null,
  language: "sv",
  url: null,
  made: "2019-11",
  public: null,
});
const claim = (disputeId: string) => ({
  disputeId,
  slug: null,
  number: null,
  kind: "fact" as const,
  text: both("Exempelby kommun betalade hyran."),
  short: both("Exempelby betalade hyran"),
  restatedBy: both("Testperson"),
  interests: [],
});

/** A dispute with one of most things, drafted by the journalist. */
async function drafted(title: string) {
  const { id: disputeId } = orThrow(await app.openDispute(journalist, dispute(title)));
  const entered = orThrow(
    await app.enterParty(journalist, {
      partyId: null,
      party: party(`Exempelby kommun ${title}`),
      role: role(disputeId),
      identifiers: [{ scheme: "organisation_number", value: "212000-0000" }],
    }),
  );
  const { id: sourceId } = orThrow(await app.addSource(journalist, source(disputeId)));
  const { id: claimId } = orThrow(
    await app.addClaim(journalist, {
      ...claim(disputeId),
      interests: [{ partyId: entered.partyId, about: true, gainsIf: "claim_true" }],
    }),
  );
  const { id: appearanceId } = orThrow(
    await app.addAppearance(journalist, {
      claimId,
      partyId: entered.partyId,
      mode: "asserts",
      sourceId,
      quote: "Vi betalade hyran.",
      quoteLanguage: "sv",
      verbatim: true,
      at: { paragraph: 1, charStart: null, charEnd: null },
      happened: "2019-11-21~/2019-11-30",
      known: "2019-12",
      dateNote: null,
    }),
  );
  const { id: eventId } = orThrow(
    await app.addEvent(journalist, {
      disputeId,
      text: both("Skrivelsen kom."),
      short: both("Skrivelsen"),
      actorId: entered.partyId,
      targetId: null,
      sourceId,
      paragraph: null,
      happened: "2019-11",
      known: null,
      dateNote: null,
      beforeId: null,
      afterId: null,
      answersId: null,
    }),
  );
  const { id: falsifierId } = orThrow(
    await app.addFalsifier(journalist, {
      disputeId,
      position: null,
      text: both("Hyresavtalet."),
      heldBy: both("Exempelby kommun"),
      holderId: entered.partyId,
      claimIds: [claimId],
    }),
  );
  return { disputeId, ...entered, sourceId, claimId, appearanceId, eventId, falsifierId };
}

/** What nothing can be published without. */
async function imprint() {
  if ((await app.db().imprint.count()) > 0) return;
  orThrow(
    await app.publishImprint(administrator, {
      begunFrom: 0,
      imprint: {
        name: "Exempelposten",
        responsiblePublisher: "Testperson Ansvarig",
        complaints: "klagomal@exempelposten.example",
        appeal: both("Vänd dig till nämnden."),
        ratingNames: {
          supported: null,
          mostly_supported: null,
          partly_supported: null,
          mostly_contradicted: null,
          contradicted: null,
          unproven: null,
          not_checkable: null,
          under_review: null,
          outdated: null,
        },
      },
    }),
  );
}

describe("a dispute", () => {
  test("gets an address from its title, and the next one when that is taken", async () => {
    const slug = async (title: string) => {
      const { id } = orThrow(await app.openDispute(journalist, dispute(title)));
      return (await app.db().dispute.findUniqueOrThrow({ where: { id } })).slug;
    };
    expect(await slug("Hyran på Ängsvägen")).toBe("hyran-pa-angsvagen");
    expect(await slug("Hyran på Ängsvägen")).toBe("hyran-pa-angsvagen-2");
    expect(await slug("日本")).toBe("tvist");
  });

  test("is not opened by a contributor, who sees only what is public and what is their own", async () => {
    expect(await app.openDispute(contributor, dispute("Nej"))).toMatchObject({ reason: "not-allowed" });
    const { disputeId } = await drafted("Dold");
    expect(await app.disputeDesk(contributor, disputeId)).toBeNull();
    expect(await app.addSource(contributor, source(disputeId))).toMatchObject({ reason: "unknown-dispute" });
    expect(await app.unpublishedOf(contributor, disputeId)).toBeNull();
    expect((await app.disputesFor(contributor)).map(({ id }) => id)).not.toContain(disputeId);
  });

  test("reworded a hundred times at once from one version: one is taken, and the others are told", async () => {
    const { id } = orThrow(await app.openDispute(journalist, dispute("Hundra händer")));
    const wording = (n: number) => ({
      status: "open" as const,
      title: both(`Hundra händer ${n}`),
      short: both("Hundra"),
      summary: both("Sammanfattning."),
    });
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        app.rewordDispute(journalist, { id, revision: 1, wording: wording(n) }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "stale")).toHaveLength(99);
    expect((await app.disputeWording(journalist, id))?.revision).toBe(2);
  });
});

test("claims added at once are numbered one by one", async () => {
  const { id: disputeId } = orThrow(await app.openDispute(journalist, dispute("Numrering")));
  const results = await Promise.all(
    Array.from({ length: 8 }, () => app.addClaim(journalist, claim(disputeId))),
  );
  const done = results.filter(({ ok }) => ok).length;
  const rows = await app.db().claim.findMany({ where: { disputeId }, orderBy: { number: "asc" } });
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: done }, (_, n) => n + 1));
  expect(done).toBe(8);
});

test("a draft source revised a hundred times at once keeps one of the changes", async () => {
  const { disputeId, sourceId: id } = await drafted("Källan");
  const results = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      app.reviseSource(journalist, { id, revision: 1, source: source(disputeId, `Titel ${n}`) }),
    ),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter((result) => !result.ok && result.reason === "stale")).toHaveLength(99);
});

describe("what is of another dispute", () => {
  test("is not named by an event, a falsifier, an appearance or a source edge", async () => {
    const [one, other] = [await drafted("Den ena"), await drafted("Den andra")];
    const event = {
      disputeId: one.disputeId,
      text: both("Något."),
      short: both("Något"),
      actorId: one.partyId,
      targetId: null,
      sourceId: one.sourceId,
      paragraph: null,
      happened: null,
      known: null,
      dateNote: null,
      beforeId: null,
      afterId: other.eventId,
      answersId: null,
    };
    expect(await app.addEvent(journalist, event)).toMatchObject({
      reason: "unknown-reference",
      field: "afterId",
    });
    expect(
      await app.reviseEvent(journalist, {
        id: one.eventId,
        revision: 1,
        event: { ...event, afterId: one.eventId },
      }),
    ).toMatchObject({ reason: "placed-by-itself" });
    expect(
      await app.linkSources(journalist, { fromId: one.sourceId, toId: other.sourceId, kind: "quotes" }),
    ).toMatchObject({ reason: "unknown-reference" });
    expect(
      await app.addFalsifier(journalist, {
        disputeId: one.disputeId,
        position: null,
        text: both("x"),
        heldBy: both("y"),
        holderId: null,
        claimIds: [other.claimId],
      }),
    ).toMatchObject({ reason: "unknown-reference" });
    expect(
      await app.relateClaims(journalist, { fromId: one.claimId, toId: other.claimId, kind: "denies" }),
    ).toMatchObject({ reason: "unknown-reference" });
  });
});

test("an appearance behind a link makes one source, however often the page is named", async () => {
  const { disputeId, claimId, partyId } = await drafted("Länken");
  const entry = {
    claimId,
    partyId,
    mode: "asserts" as const,
    sourceId: null,
    link: { url: "https://exempelposten.example/artikel#stycke-2", title: null, producerId: null },
    quote: null,
    quoteLanguage: null,
    verbatim: false,
    at: { paragraph: null, charStart: null, charEnd: null },
    happened: "2019-11",
    known: "2019-11",
    dateNote: null,
  };
  orThrow(await app.enterAppearance(journalist, entry));
  orThrow(await app.enterAppearance(journalist, entry));
  const sources = await app.db().source.findMany({ where: { disputeId, url: { not: null } } });
  expect(sources.map(({ url, titleSv }) => [url, titleSv])).toEqual([
    ["https://exempelposten.example/artikel", "exempelposten.example/artikel"],
  ]);
});

describe("publishing", () => {
  test("waits for a responsible publisher", async () => {
    const { disputeId } = await drafted("Väntar");
    if ((await app.db().imprint.count()) === 0) {
      expect(await app.publishDispute(editor, { disputeId })).toMatchObject({
        reason: "no-responsible-publisher",
      });
    }
    await imprint();
    expect(await app.publishDispute(editor, { disputeId })).toMatchObject({ ok: true });
  });

  test("is refused to a journalist, and leaves what the editor wrote for another", async () => {
    await imprint();
    const { disputeId } = await drafted("Egna rader");
    expect(await app.publishDispute(journalist, { disputeId })).toMatchObject({ reason: "not-allowed" });
    orThrow(await app.addSource(editor, source(disputeId, "Redaktörens egen")));
    expect(await app.publishDispute(editor, { disputeId })).toMatchObject({ ok: true });
    const mine = await app.unpublishedOf(editor, disputeId);
    expect(mine?.map(({ words, why }) => [words.sv, why])).toEqual([
      ["Redaktörens egen", [{ reason: "own" }]],
    ]);
    expect(await app.publishDispute(editor, { disputeId })).toMatchObject({
      reason: "author-cannot-approve",
    });
    expect(await app.publishDispute(otherEditor, { disputeId })).toMatchObject({ ok: true });
  });

  test("leaves what stands in one language only, and says so beforehand", async () => {
    await imprint();
    const { disputeId } = await drafted("Halva språk");
    const half = { ...source(disputeId), title: { sv: "Bara på svenska", en: "" } };
    const { id } = orThrow(await app.addSource(journalist, half));
    expect(await app.publishDispute(editor, { disputeId })).toMatchObject({ ok: true });
    const hindrances = [{ reason: "half-translated", field: "title", language: "en" }];
    const shown = await app.unpublishedOf(editor, disputeId);
    expect(shown?.map((row) => [row.id, row.why])).toEqual([[id, [{ reason: "hindered", hindrances }]]]);
    expect(await app.publishDispute(editor, { disputeId })).toMatchObject({ reason: "half-translated" });
    orThrow(
      await app.reviseSource(otherJournalist, { id, revision: 1, source: source(disputeId, "På båda") }),
    );
    expect(await app.publishDispute(editor, { disputeId })).toMatchObject({ ok: true });
  });

  test("leaves a row that names a draft party without a role", async () => {
    await imprint();
    const { disputeId } = await drafted("Utan roll");
    const { id: producerId } = orThrow(await app.addParty(journalist, party("Rollösa kommun")));
    orThrow(await app.addSource(journalist, { ...source(disputeId), producerId }));
    expect(await app.publishDispute(editor, { disputeId })).toMatchObject({ ok: true });
    expect(await app.publishDispute(editor, { disputeId })).toMatchObject({ reason: "party-without-role" });
  });

  test("publishes exactly the rows that were shown beforehand, and nothing is left", async () => {
    await imprint();
    const { disputeId } = await drafted("Det visade");
    const shown = (await app.unpublishedOf(editor, disputeId)) ?? [];
    expect(await app.publishDispute(editor, { disputeId })).toMatchObject({
      value: { rows: shown.reduce((sum, { rows }) => sum + rows, 0) },
    });
    expect(await app.unpublishedOf(editor, disputeId)).toEqual([]);
    expect((await app.readDispute("det-visade"))?.claims.map(({ text }) => text.sv)).toEqual([
      "Exempelby kommun betalade hyran.",
    ]);
    expect(await app.publishDispute(editor, { disputeId })).toMatchObject({ reason: "nothing-to-publish" });
  });
});

test("a dispute has its own days and hours, which another wording keeps unless it says other ones", async () => {
  const { id } = orThrow(
    await app.openDispute(journalist, { ...dispute("Över havet"), timeZone: "America/New_York" }),
  );
  const { slug: _, demonstration: __, ...words } = dispute("Över havet igen");
  await app.db().disputeWording.updateMany({ where: { disputeId: id }, data: { publishedAt: new Date() } });
  orThrow(await app.rewordDispute(journalist, { id, revision: 1, wording: { ...words, status: "open" } }));
  const wordings = await app.db().disputeWording.findMany({ where: { disputeId: id } });
  expect(wordings.map(({ timeZone }) => timeZone)).toEqual(["America/New_York", "America/New_York"]);
  expect((await app.frameOf(journalist, id)).zone).toBe("America/New_York");
});
