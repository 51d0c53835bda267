import { beforeAll, describe, expect, test, vi } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { actorFor, contributor, editor, journalist, otherEditor } from "../../core/actor.fixture.ts";
import type { Actor } from "../../core/actor.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";
import type { VerdictDraftContent } from "./verdict-draft-schema.ts";

const SEEDED = new Date("2026-11-23T10:00:00Z");
standAt(new Date("2026-11-23T11:00:00Z"));

const load = async () => ({
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../../../prisma/seed/seed.ts")),
  ...(await import("./verdict-draft-commands.ts")),
  ...(await import("./verdict-desk-queries.ts")),
  ...(await import("./verdict-queries.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("../evidence/evidence-commands.ts")),
  ...(await import("../../site/queue/queue-queries.ts")),
  ...(await import("../../desk/history/history-desk-queries.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let claimId: string;
const SLUG = "huddinge-social-dumpning";
const words = (text: string) => ({ sv: text, en: text });

/** Authors are members: their byline is published. */
const join = (actor: Actor) =>
  app.db().member.create({
    data: {
      id: actor.id,
      email: `${actor.id}@belagt.example`,
      name: actor.byline.sv,
      role: actor.role,
      bylineSv: actor.byline.sv,
      bylineEn: actor.byline.en,
    },
  });

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.seed(SEEDED);
  for (const actor of [journalist, editor, otherEditor]) await join(actor);
  claimId = (await app.db().claim.findUniqueOrThrow({ where: { slug: SLUG } })).id;
});

const open = async (actor = journalist) => orThrow(await app.openVerdictDraft(actor, { claimId })).id;

async function save(id: string, change: Partial<VerdictDraftContent>, actor = journalist) {
  const draft = await app.verdictDraftForDesk(actor, id);
  if (!draft) throw new Error("No such draft");
  return app.saveVerdictDraft(actor, {
    id,
    revision: draft.revision,
    content: { ...draft.content, ...change },
  });
}

const ref = async (id: string) => {
  const draft = await app.verdictDraftForDesk(editor, id);
  return { id, revision: draft?.revision ?? 0, note: "" };
};

describe("a verdict on its way", () => {
  test("begins from the version that is published, and there is one of a claim", async () => {
    const [id, again] = [await open(), await open(editor)];
    expect(again).toBe(id);
    const draft = await app.verdictDraftForDesk(journalist, id);
    expect(draft?.content.rating).toBe("mostly_contradicted");
    expect(draft?.content.changeReason).toEqual({ sv: "", en: "" });
    expect(draft?.state).toBe("draft");
  });

  test("is nobody's to see or change below a journalist", async () => {
    const id = await open();
    expect(await app.verdictDraftForDesk(contributor, id)).toBeNull();
    expect(await app.openVerdictDraft(contributor, { claimId })).toMatchObject({ reason: "not-allowed" });
  });

  test("saved by a hundred at once is saved by one; the others are told, and nothing is lost", async () => {
    const id = await open();
    const before = await app.verdictDraftForDesk(journalist, id);
    if (!before) throw new Error("No such draft");
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        app.saveVerdictDraft(actorFor(`r${n}`, "editor"), {
          id,
          revision: before.revision,
          content: { ...before.content, conclusion: words(`Slutsats ${n}.`) },
        }),
      ),
    );
    const taken = answers.flatMap((answer, n) => (answer.ok ? [n] : []));
    expect(taken).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "stale")).toHaveLength(99);
    const after = await app.verdictDraftForDesk(journalist, id);
    expect(after?.revision).toBe(before.revision + 1);
    expect(after?.content.conclusion.sv).toBe(`Slutsats ${taken[0]}.`);
    await app.dropVerdictDraft(journalist, { ...(await ref(id)), note: "Prov." });
  });

  test("is published by nobody while no one answers for what is published", async () => {
    expect(await app.approveVerdictDraft(editor, await ref(await open()))).toMatchObject({
      reason: "no-responsible-publisher",
    });
    await app.madeUpImprint();
  });

  test("is asked of its parties by the name each has in public now, not by an old one or one that is a draft", async () => {
    const { id: partyId } = await app.db().party.create({
      data: { slug: "bytt-namn", kind: "organisation", createdBy: "x", publishedAt: new Date() },
    });
    const name = (version: number, text: string, publishedAt: Date | null) =>
      app.db().partyWording.create({
        data: {
          ...{ partyId, version, publishedAt, createdBy: "x", descriptionSv: "", descriptionEn: "" },
          ...{ nameSv: text, nameEn: text },
        },
      });
    // Not in the order of their versions: the order rows come in is nobody's promise.
    await name(2, "Nya namnet", new Date());
    await name(1, "Gamla namnet", new Date());
    await name(3, "Utkastet", null);
    const interest = { claimId, partyId, about: true, gainsIf: "claim_true" as const, createdBy: "x" };
    const { id: interestId } = await app.db().interest.create({ data: interest });
    const claimOf = async () => (await app.verdictContext(claimId))?.ground.concerns ?? [];
    expect((await claimOf()).map((each) => each.partyId)).not.toContain(partyId);
    const undone = app.transaction(async (tx) => {
      await tx.interest.update({ where: { id: interestId }, data: { publishedAt: new Date() } });
      const { checks } = await app.verdictChecks(editor, await draftOf(await open()), "sv");
      throw new Error(JSON.stringify(checks.find(({ key }) => key === "replies")));
    });
    await expect(undone).rejects.toThrow('"parties":"Nya namnet"');
    await app.db().interest.delete({ where: { id: interestId } });
  });

  test("goes to review, comes back with a word, and a saved change takes it out of review", async () => {
    const id = await open();
    orThrow(await save(id, { changeReason: words("Prövat på nytt."), conclusion: words("Ny slutsats.") }));
    expect(await app.approveVerdictDraft(editor, await ref(id))).toMatchObject({ reason: "not-in-review" });
    orThrow(await app.submitVerdictDraft(journalist, await ref(id)));
    expect(await app.submitVerdictDraft(journalist, await ref(id))).toMatchObject({
      reason: "already-in-review",
    });
    expect((await app.queueOf(editor)).map(({ kind }) => kind)).toContain("review");
    expect((await app.queueOf(journalist)).map(({ kind }) => kind)).toContain("submitted");
    expect(await app.requestVerdictChanges(editor, await ref(id))).toMatchObject({ reason: "say-what" });
    orThrow(await app.requestVerdictChanges(editor, { ...(await ref(id)), note: "Stryk andra steget." }));
    expect((await app.queueOf(journalist)).map(({ kind }) => kind)).toContain("changes");
    orThrow(await app.submitVerdictDraft(journalist, await ref(id)));
    orThrow(await save(id, { minute: [words("Kort.")] }));
    expect(await app.approveVerdictDraft(editor, await ref(id))).toMatchObject({ reason: "not-in-review" });
    orThrow(await app.submitVerdictDraft(journalist, await ref(id)));
  });

  test("is not published by anybody who has written in it, nor without a second factor, nor by a journalist", async () => {
    const id = await open();
    expect(await app.approveVerdictDraft(journalist, await ref(id))).toMatchObject({ reason: "not-allowed" });
    expect(await app.approveVerdictDraft(actorFor("en", "editor", false), await ref(id))).toMatchObject({
      reason: "second-factor-needed",
    });
    orThrow(await save(id, { minute: [words("Kort igen.")] }, editor));
    orThrow(await app.submitVerdictDraft(journalist, await ref(id)));
    expect(await app.approveVerdictDraft(editor, await ref(id))).toMatchObject({
      reason: "author-cannot-approve",
    });
    const { checks } = await app.verdictChecks(editor, await draftOf(id), "sv");
    expect(checks.find(({ key }) => key === "secondPerson")?.state).toBe("stop");
  });

  test("is published by another, with the draft evidence it names, under the name of who submitted it", async () => {
    const id = await open();
    const source = await app.db().source.findFirstOrThrow();
    const evidence = orThrow(
      await app.enterEvidence(journalist, {
        claimId,
        sourceId: null,
        link: "https://exempelby.example/protokoll#s3",
        about: { title: "Protokoll", producerId: null, made: null },
        originId: null,
        stance: "contradicts",
        excerpt: "ingen flytt har ordnats av kommunen",
        excerptLanguage: "sv",
        at: { paragraph: null, charStart: null, charEnd: null },
        page: null,
        unchecked: { sv: "Påhittat för ett prov.", en: "Made up for a test." },
        note: { sv: "Exempelby uppger det.", en: "Exempelby says so." },
      }),
    );
    const draft = await draftOf(id);
    orThrow(await save(id, { evidence: [{ id: evidence.id }, ...draft.content.evidence] }));
    orThrow(await app.submitVerdictDraft(journalist, await ref(id)));
    expect(await app.approveVerdictDraft(otherEditor, await ref(id))).toMatchObject({
      ok: true,
      value: { slug: SLUG, version: 2 },
    });
    const claim = await app.readClaim(SLUG);
    expect(claim?.verdict?.frozen.byline.author.sv).toBe(journalist.byline.sv);
    expect(claim?.verdict?.frozen.byline.approver.sv).toBe(otherEditor.byline.sv);
    expect(claim?.verdict?.frozen.evidence[0]?.id).toBe(evidence.id);
    expect(
      await app
        .db()
        .source.count({ where: { url: "https://exempelby.example/protokoll", publishedAt: { not: null } } }),
    ).toBe(1);
    expect(source.id).toBeTruthy();
    expect(await app.verdictDraftForDesk(journalist, id)).toBeNull();
  });

  test("approved by several at once is published once; the others are told", async () => {
    const id = await open();
    const evidence = orThrow(
      await app.enterEvidence(journalist, {
        claimId,
        sourceId: (await app.db().source.findFirstOrThrow({ where: { evidence: { some: { claimId } } } })).id,
        link: null,
        about: { title: null, producerId: null, made: null },
        originId: null,
        stance: "context",
        excerpt: "ännu ett påhittat ställe",
        excerptLanguage: "sv",
        at: { paragraph: null, charStart: null, charEnd: null },
        page: null,
        unchecked: { sv: "Påhittat för ett prov.", en: "Made up for a test." },
        note: words("Exempelby uppger det."),
      }),
    );
    const { content } = await draftOf(id);
    const change = { changeReason: words("Ett ställe till."), conclusion: words("Slutsatsen står sig.") };
    orThrow(await save(id, { ...change, evidence: [...content.evidence, { id: evidence.id }] }));
    orThrow(await app.submitVerdictDraft(journalist, await ref(id)));
    const draft = await ref(id);
    const before = await app.db().verdict.count({ where: { claimId } });
    const answers = await Promise.all(
      [otherEditor, actorFor("redak3", "editor"), actorFor("redak4", "editor")].map((actor) =>
        app.approveVerdictDraft(actor, draft),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "unknown-draft")).toHaveLength(2);
    expect(await app.db().verdict.count({ where: { claimId } })).toBe(before + 1);
  });

  test("and every step stands in the history, by whom and word by word", async () => {
    const { lines } = await app.historyForDesk(journalist, { claimId });
    const saved = lines.find(
      ({ table, kind, fields }) =>
        table === "VerdictDraft" &&
        kind === "changed" &&
        fields.some(({ field }) => field.includes("minute")),
    );
    expect([journalist.byline.sv, editor.byline.sv]).toContain(saved?.by);
    expect((await app.historyForDesk(contributor, {})).lines).toEqual([]);
  });
});

const draftOf = async (id: string) => {
  const draft = await app.verdictDraftForDesk(editor, id);
  if (!draft) throw new Error("No such draft");
  return draft;
};

describe("evidence", () => {
  const link = "https://exempelby.example/artikel";
  const about = { title: null, producerId: null, made: null };
  const entry = () => ({
    claimId,
    sourceId: null,
    link,
    about,
    originId: null,
    stance: "supports" as const,
    excerpt: "det stämmer",
    excerptLanguage: "sv",
    at: { paragraph: 2, charStart: null, charEnd: null },
    page: null,
    unchecked: { sv: "Påhittat för ett prov.", en: "Made up for a test." },
    note: { sv: "Exempelby uppger det.", en: "" },
  });

  test("of a link that is known becomes that source, and a contributor changes only their own", async () => {
    const mine = orThrow(await app.enterEvidence(contributor, entry()));
    const another = orThrow(await app.enterEvidence(journalist, { ...entry(), link: `${link}#stycke-2` }));
    const rows = await app.db().evidence.findMany({ where: { id: { in: [mine.id, another.id] } } });
    expect(new Set(rows.map(({ sourceId }) => sourceId)).size).toBe(1);
    const { claimId: _, link: __, about: ___, ...fields } = entry();
    const evidence = { ...fields, claimId, sourceId: rows[0]?.sourceId ?? "" };
    expect(await app.reviseEvidence(contributor, { id: another.id, revision: 1, evidence })).toMatchObject({
      reason: "unknown-draft",
    });
    expect(await app.reviseEvidence(contributor, { id: mine.id, revision: 1, evidence })).toMatchObject({
      ok: true,
    });
    expect(await app.reviseEvidence(contributor, { id: mine.id, revision: 1, evidence })).toMatchObject({
      reason: "stale",
    });
  });

  test("in one language is not published, and by its writer neither", async () => {
    // Later than the verdict: evidence of the same moment would have been weighed.
    vi.setSystemTime(Date.now() + 1);
    const { id } = orThrow(await app.enterEvidence(editor, entry()));
    expect(await app.publishEvidence(otherEditor, { ids: [id] })).toMatchObject({
      reason: "half-translated",
    });
    const both = orThrow(
      await app.enterEvidence(editor, { ...entry(), note: words("Exempelby uppger det.") }),
    );
    expect(await app.publishEvidence(editor, { ids: [both.id] })).toMatchObject({
      reason: "author-cannot-approve",
    });
    expect(await app.publishEvidence(otherEditor, { ids: [both.id] })).toMatchObject({ ok: true });
    expect(await app.publishEvidence(otherEditor, { ids: [both.id] })).toMatchObject({
      reason: "unknown-draft",
    });
    const claim = await app.readClaim(SLUG);
    expect(claim?.unweighed.map((piece) => piece.id)).toContain(both.id);
    expect(
      (await app.queueOf(journalist)).some(({ kind, why }) => kind === "reReview" && why === "evidence"),
    ).toBe(true);
  });

  test("of another dispute, another claim's source or none at all is refused", async () => {
    const nobody = "00000000-0000-7000-8000-0000000000ff";
    expect(await app.enterEvidence(journalist, { ...entry(), claimId: nobody })).toMatchObject({
      reason: "unknown-claim",
    });
    expect(await app.enterEvidence(journalist, { ...entry(), link: null, sourceId: nobody })).toMatchObject({
      reason: "unknown-reference",
    });
    expect(await app.enterEvidence(journalist, { ...entry(), originId: nobody })).toMatchObject({
      reason: "unknown-reference",
    });
    expect(await app.publishEvidence(otherEditor, { ids: [nobody] })).toMatchObject({
      reason: "unknown-draft",
    });
  });
});
