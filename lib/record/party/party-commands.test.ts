import { beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { contributor, journalist } from "../../core/actor.fixture.ts";
import { orThrow } from "../../core/result.ts";
import { parseFields } from "../../desk/form/form-schema.ts";
import { sourceEntry } from "../source/source-schema.ts";
import { newPartyRole, type PartyEntry, partyEntry, SIDES } from "./party-schema.ts";

const load = async () => ({
  ...(await import("./party-commands.ts")),
  ...(await import("../dispute/dispute-commands.ts")),
  ...(await import("../evidence/evidence-commands.ts")),
  ...(await import("../claim/claim-commands.ts")),
  ...(await import("../source/source-commands.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let disputeId: string;

const both = (text: string) => ({ sv: text, en: text });

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  const opened = await app.openDispute(journalist, {
    slug: null,
    demonstration: true,
    title: both("Parter"),
    short: both("Parter"),
    summary: both("Påhittat."),
  });
  disputeId = orThrow(opened).id;
});

const entry = (
  kind: NonNullable<PartyEntry["party"]>["kind"],
  identifiers: PartyEntry["identifiers"] = [],
) => ({
  partyId: null,
  party: { slug: null, kind, partOfId: null, name: both("Exempelby"), description: both("Påhittad.") },
  role: { disputeId, side: "other" as const, title: both("part"), says: both("Säger."), held: "2019" },
  identifiers,
});

test("a new party comes with its role, its place and what it is called elsewhere", async () => {
  const one = orThrow(
    await app.enterParty(journalist, entry("public_body", [{ scheme: "wikidata", value: "Q42" }])),
  );
  const two = orThrow(
    await app.enterParty(journalist, { ...entry("public_body"), party: null, partyId: one.partyId }),
  );
  const roles = await app.db().partyRole.findMany({ where: { disputeId }, orderBy: { position: "asc" } });
  expect(roles.map(({ id, position, held }) => [id, position, held])).toEqual([
    [one.id, 0, "2019"],
    [two.id, 1, "2019"],
  ]);
  expect(await app.db().partyIdentifier.count({ where: { partyId: one.partyId } })).toBe(1);
});

test("a private person is not identified, and nothing of the form is kept", async () => {
  const before = await app.db().party.count();
  expect(
    await app.enterParty(journalist, entry("private_person", [{ scheme: "wikidata", value: "Q42" }])),
  ).toMatchObject({ reason: "private-person-not-identified", field: "identifiers" });
  expect(await app.db().party.count()).toBe(before);
});

test("whoever made a source comes in with it, on no side, and says nothing; a name that is there already is that party", async () => {
  const before = await app.db().partyRole.count({ where: { disputeId } });
  const producer = { kind: "publication" as const, name: { sv: "Exempelbladet", en: "" } };
  const source = {
    ...{ disputeId, kind: "article" as const, title: both("Artikel"), note: both("Påhittad.") },
    ...{ producerId: null, producer, language: "sv", url: null, made: "2019", public: null },
  };
  const made = orThrow(await app.enterSource(journalist, source));
  const claim = orThrow(
    await app.addClaim(journalist, {
      ...{ disputeId, slug: null, number: null, kind: "fact" as const, interests: [] },
      ...{ text: both("Bron är röd."), short: both("Bron är röd"), restatedBy: both("Testperson") },
    }),
  );
  const entered = {
    ...{ claimId: claim.id, sourceId: null, originId: null, stance: "supports" as const, page: null },
    ...{ excerpt: "Bron är röd.", excerptLanguage: "sv", unchecked: null, note: both("Säger det.") },
    at: { paragraph: null, charStart: null, charEnd: null },
    about: { title: null, producerId: null, producer, made: null },
  };
  const link = "https://bladet.example/bron";
  const piece = orThrow(await app.enterEvidence(journalist, { ...entered, link }));
  const sources = await app.db().source.findMany({
    where: { OR: [{ id: made.id }, { evidence: { some: { id: piece.id } } }] },
    select: {
      producer: { select: { kind: true, roles: { select: { side: true, titleSv: true, saysSv: true } } } },
    },
  });
  const expected = { kind: "publication", roles: [{ side: "none", titleSv: "", saysSv: "" }] };
  expect(sources.map((each) => each.producer)).toEqual([expected, expected]);
  expect(await app.db().partyRole.count({ where: { disputeId } })).toBe(before + 1);

  // Who may add no party may enter the source without one.
  await app.db().dispute.update({ where: { id: disputeId }, data: { publishedAt: new Date() } });
  expect(await app.enterSource(contributor, source)).toMatchObject({ reason: "not-allowed" });
  expect(await app.enterSource(contributor, { ...source, producer: null })).toMatchObject({ ok: true });
});

test("a form chooses a producer or names a new one; only whoever is on no side may be without words", () => {
  const source = {
    ...{ disputeId: [disputeId], kind: ["article"], "title.sv": ["T"], "title.en": [""], "note.sv": ["N"] },
    ...{ "note.en": [""], language: ["sv"], url: [""], made: ["2019"], public: [""] },
  };
  const named = {
    "producer.name.sv": ["Bladet"],
    "producer.name.en": [""],
    "producer.kind": ["publication"],
  };
  expect(parseFields(sourceEntry, { ...source, ...named, producerId: [disputeId] })).toMatchObject({
    problems: [{ field: "producerId", reason: "producer-or-new" }],
  });
  expect(parseFields(sourceEntry, { ...source, ...named, producerId: [""] })).toMatchObject({ ok: true });

  const words = { title: { sv: "", en: "" }, says: { sv: "", en: "" }, held: null, position: null };
  for (const side of SIDES) {
    const problems =
      newPartyRole.safeParse({ partyId: disputeId, disputeId, side, ...words }).error?.issues ?? [];
    expect(problems.map(({ path }) => path.join("."))).toEqual(
      side === "none" ? [] : ["title.sv", "says.sv"],
    );
  }
});

test("a contributor enters no parties", async () => {
  expect(await app.enterParty(contributor, entry("public_body"))).toMatchObject({ reason: "not-allowed" });
});

test("the form takes a party that is there or a new one, not both and not neither", () => {
  const role = {
    "role.disputeId": [disputeId],
    "role.side": ["other"],
    "role.title.sv": ["part"],
    "role.title.en": [""],
    "role.says.sv": ["Säger."],
    "role.says.en": [""],
    "role.held": [""],
  };
  const blank = { "party.slug": [""], "party.kind": [""], "party.name.sv": [""], "party.name.en": [""] };
  expect(parseFields(partyEntry, { partyId: [""], ...blank, ...role })).toMatchObject({
    problems: [{ field: "partyId", reason: "party-or-new" }],
  });
  expect(parseFields(partyEntry, { partyId: [disputeId], ...blank, ...role })).toMatchObject({ ok: true });
});

test("a role revised from an old version is refused, and cannot be moved to another party", async () => {
  const { id, partyId } = orThrow(await app.enterParty(journalist, entry("organisation")));
  const role = { ...entry("organisation").role, partyId, position: null };
  expect(await app.revisePartyRole(journalist, { id, revision: 1, role })).toMatchObject({ ok: true });
  expect(await app.revisePartyRole(journalist, { id, revision: 1, role })).toMatchObject({ reason: "stale" });
  expect(
    await app.revisePartyRole(journalist, { id, revision: 2, role: { ...role, partyId: disputeId } }),
  ).toMatchObject({ ok: false });
});
