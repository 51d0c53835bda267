/** How the words of draft passages are known, on a real database. */
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { contributor, journalist } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";
import { quotable } from "./evidence-quote-state.ts";
import type { NewEvidence } from "./evidence-schema.ts";

standAt(new Date("2026-11-23T12:00:00Z"));

const load = async () => ({
  ...(await import("../../../e2e/fixtures/generated-dispute.ts")),
  ...(await import("../capture/capture-commands.ts")),
  ...(await import("../capture/capture-desk-queries.ts")),
  ...(await import("../../desk/job/job-actor.ts")),
  ...(await import("../source/source-commands.ts")),
  ...(await import("./evidence-commands.ts")),
  ...(await import("./evidence-desk-queries.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let claim = { id: "", disputeId: "" };

const TEXT = "Exempelby kommun har i dag svarat att ärendet är avslutat.";
const WORDS = "svarat att ärendet är avslutat";
const SLIP = "svarat att arendet är avslutat";
const copy = (sha256: string, text: string | null) => ({
  ...{ sha256, byteLength: 10, mediaType: "text/plain", capturedAt: new Date("2026-11-20T10:00:00Z") },
  ...{ fileName: "svar.txt", publicSha256: null, message: null },
  pages: text === null ? [] : [{ number: 1, text }],
});

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.generateDispute({ slug: "exempel", parties: 1, claims: 1, events: 0 });
  claim = await app.db().claim.findFirstOrThrow({ select: { id: true, disputeId: true } });
});

async function newSource(actor = journalist, url: string | null = null, language = "sv") {
  const { id } = orThrow(
    await app.addSource(actor, {
      disputeId: claim.disputeId,
      kind: "other",
      title: { sv: "Svaret", en: "The answer" },
      note: { sv: "Påhittat.", en: "Made up." },
      producerId: null,
      language,
      url,
      made: "2026-11-20",
      public: null,
    }),
  );
  return id;
}

async function quoted(
  sourceId: string,
  excerpt: string,
  more: Partial<NewEvidence> = {},
  actor = journalist,
) {
  const { id } = orThrow(
    await app.addEvidence(actor, {
      ...{ claimId: claim.id, sourceId, originId: null, stance: "context", excerpt, excerptLanguage: "sv" },
      at: { paragraph: null, charStart: null, charEnd: null },
      page: null,
      unchecked: null,
      note: { sv: "Exempelby uppger det.", en: "Exempelby says so." },
      ...more,
    }),
  );
  return id;
}

describe("the words of a draft passage", () => {
  test("wait for the copy, and are in it when it has come", async () => {
    const sourceId = await newSource(journalist, "https://exempelby.example/svar");
    const id = await quoted(sourceId, WORDS);
    expect(await app.quoteStateOf(journalist, id)).toEqual({ kind: "no-copy" });
    const capture = orThrow(await app.requestCapture(journalist, { sourceId }));
    expect(await app.quoteStateOf(journalist, id)).toEqual({ kind: "waiting" });
    orThrow(await app.failCapture(app.worker, { id: capture.id, problem: "paywall", detail: "HTTP 200" }));
    expect(await app.quoteStateOf(journalist, id)).toEqual({ kind: "failed", problem: "paywall" });
    const upload = { sourceId, copy: copy("a".repeat(64), TEXT), attachments: [] };
    const { snapshotId } = orThrow(await app.keepUpload(journalist, upload));
    expect(await app.quoteStateOf(journalist, id)).toEqual({
      kind: "in-copy",
      copy: { id: snapshotId, mediaType: "text/plain", page: 1, pages: 1 },
      concerns: [],
    });
  });

  test("with a slip of the pen are shown beside the copy's, which can be saved in their place", async () => {
    const sourceId = await newSource();
    orThrow(
      await app.keepUpload(journalist, { sourceId, copy: copy("b".repeat(64), TEXT), attachments: [] }),
    );
    const id = await quoted(sourceId, SLIP);
    const state = (await app.quoteStates(journalist, claim.id)).get(id);
    if (state?.kind !== "not-in-copy" || !state.nearest) throw new Error(`It is ${state?.kind}`);
    expect(state.nearest.passage.text).toBe(WORDS);
    const draft = await app.evidenceDraft(journalist, id);
    if (!draft) throw new Error("No such draft");
    const evidence = { ...draft.evidence, excerpt: quotable(state.nearest.passage.text) };
    orThrow(await app.reviseEvidence(journalist, { id, revision: draft.revision, evidence }));
    expect(await app.quoteStateOf(journalist, id)).toMatchObject({ kind: "in-copy" });
  });

  test("are excused by a reason, and cannot be compared with a picture", async () => {
    const sourceId = await newSource();
    const unchecked = { sv: "Ur den tryckta tidningen.", en: "From the printed paper." };
    const id = await quoted(sourceId, WORDS, { unchecked });
    expect(await app.quoteStateOf(journalist, id)).toEqual({ kind: "reason", reason: unchecked });
    const picture = { ...copy("c".repeat(64), null), mediaType: "image/png" };
    orThrow(await app.keepUpload(journalist, { sourceId, copy: picture, attachments: [] }));
    const other = await quoted(sourceId, WORDS);
    expect(await app.quoteStateOf(journalist, other)).toEqual({ kind: "no-text" });
  });

  test("show a contributor nothing of what the desk holds, nor of others' drafts", async () => {
    const link = "https://exempelby.example/hemligt";
    const sourceId = await newSource(journalist, link);
    orThrow(
      await app.keepUpload(journalist, { sourceId, copy: copy("d".repeat(64), TEXT), attachments: [] }),
    );
    const { id } = orThrow(
      await app.enterEvidence(contributor, {
        ...{ claimId: claim.id, sourceId: null, link, originId: null, stance: "context" },
        about: { title: null, producerId: null, made: null },
        ...{ excerpt: SLIP, excerptLanguage: "sv", page: null, unchecked: null },
        at: { paragraph: null, charStart: null, charEnd: null },
        note: { sv: "Exempelby uppger det.", en: "" },
      }),
    );
    expect(await app.db().evidence.findUniqueOrThrow({ where: { id } })).toMatchObject({ sourceId });
    expect([...(await app.quoteStates(contributor, claim.id))]).toEqual([[id, { kind: "no-copy" }]]);
    expect((await app.quoteStateOf(journalist, id))?.kind).toBe("not-in-copy");
    expect(await app.quoteStateOf(contributor, "1")).toBeNull();
  });
});

describe("a contributor who guesses what stands in a copy they may not read", () => {
  const unchecked = { sv: "Ur tidningen.", en: "From the paper." };
  const guesses = [WORDS, SLIP, "Exempelby kommun", "något helt annat", "ärendet […] avslutat"];
  /** All that the desk tells of a guess but its own words. */
  async function told(
    sourceId: string,
    excerpt: string,
    more: Partial<NewEvidence>,
    arrives?: () => Promise<unknown>,
  ) {
    const id = await quoted(sourceId, excerpt, more, contributor);
    await arrives?.();
    const state = await app.quoteStateOf(contributor, id);
    const draft = await app.evidenceDraft(contributor, id);
    return {
      id,
      told: {
        state,
        draft: draft && { ...draft, id: "", evidence: { ...draft.evidence, sourceId: "", excerpt: "" } },
      },
    };
  }
  const paragraph = { at: { paragraph: 3, charStart: null, charEnd: null } };

  test.each([
    ["with nothing more", {}],
    ["with a reason", { unchecked }],
    ["with a paragraph", paragraph],
  ])("is told the same of every guess, %s, before the copy and after", async (name, more) => {
    const member = {
      id: contributor.id,
      email: "bidrag@exempelby.example",
      name: "Bidrag",
      role: "contributor" as const,
    };
    const row = { ...member, bylineSv: "Bidrag", bylineEn: "Bidrag" };
    await app.db().member.upsert({ where: { id: contributor.id }, create: row, update: {} });
    const link = `https://exempelby.example/gissat/${encodeURIComponent(name)}`;
    const sourceId = await newSource(contributor, link);
    const sha = (n: number) => `${name.length}${n}`.padStart(64, "9");
    let copies = 0;
    const arrives = () =>
      app.keepUpload(journalist, {
        sourceId,
        copy: copy(sha(++copies), `${TEXT} ${copies}`),
        attachments: [],
      });
    const answers: unknown[] = [];
    for (const excerpt of guesses) {
      answers.push((await told(sourceId, excerpt, more, arrives)).told);
      answers.push((await told(sourceId, excerpt, more)).told);
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    // Who may read it is told, and says so.
    const { id } = await told(sourceId, WORDS, {});
    expect(await app.quoteStateOf(journalist, id)).toMatchObject({
      kind: "which-place",
      places: [{ page: 1 }],
    });
    const draft = await app.evidenceDraft(journalist, id);
    if (!draft) throw new Error("No such draft");
    orThrow(await app.reviseEvidence(journalist, { id, revision: draft.revision, evidence: draft.evidence }));
    expect(await app.quoteStateOf(journalist, id)).toMatchObject({ kind: "in-copy" });
    // Nor does it show where, then.
    expect(await app.quoteStateOf(contributor, id)).toEqual({ kind: "no-copy" });
    expect(await app.evidenceDraft(contributor, id)).toMatchObject({
      ...{ snapshotId: null, evidence: { page: null, at: { charStart: null, charEnd: null } } },
    });
  });
});

describe("words that a copy has in several places", () => {
  const TWICE = `I mars: ${TEXT}\n\nI juni, efter ett nytt brev: ${TEXT}`;
  const places = [TWICE.indexOf(WORDS), TWICE.lastIndexOf(WORDS)] as const;
  const at = (start: number) => ({ paragraph: null, charStart: start, charEnd: start + WORDS.length });
  const rowOf = (id: string) => app.db().evidence.findUniqueOrThrow({ where: { id } });

  async function kept(sha256: string) {
    const sourceId = await newSource();
    orThrow(await app.keepUpload(journalist, { sourceId, copy: copy(sha256, TWICE), attachments: [] }));
    return sourceId;
  }

  test("ask which is meant, and a reason is no answer", async () => {
    const unchecked = { sv: "Det står där.", en: "It stands there." };
    const id = await quoted(await kept("1".repeat(64)), WORDS, { unchecked });
    expect(await rowOf(id)).toMatchObject({
      snapshotId: null,
      charStart: null,
      otherPlaces: 1,
      uncheckedSv: "",
    });
    const state = await app.quoteStateOf(journalist, id);
    expect(state).toMatchObject({ kind: "which-place", more: 0, places: [{ others: 1 }, { others: 1 }] });
    if (state?.kind !== "which-place") throw new Error("It asks nothing");
    expect(state.places.map(({ start }) => start)).toEqual(places);
    expect(state.places.map(({ prefix }) => prefix.includes("nytt brev"))).toEqual([false, true]);
  });

  test.each([0, 1] as const)(
    "are a quotation from place %i when somebody says so, and stay it",
    async (n) => {
      const id = await quoted(await kept(String(n + 2).repeat(64)), WORDS);
      const draft = await app.evidenceDraft(journalist, id);
      if (!draft) throw new Error("No such draft");
      const evidence = { ...draft.evidence, page: 1, at: at(places[n]) };
      orThrow(await app.reviseEvidence(journalist, { id, revision: draft.revision, evidence }));
      const chosen = await rowOf(id);
      expect(chosen).toMatchObject({ charStart: places[n], otherPlaces: 1 });
      expect(TWICE).toContain(`${chosen.prefix}${WORDS}${chosen.suffix}`);
      // Another save, of the note alone, points at the same place; other words do not.
      const again = await app.evidenceDraft(journalist, id);
      if (!again) throw new Error("No such draft");
      const ref = { id, revision: again.revision };
      orThrow(
        await app.reviseEvidence(journalist, { ...ref, evidence: { ...again.evidence, stance: "supports" } }),
      );
      expect(await rowOf(id)).toMatchObject({ charStart: places[n], stance: "supports" });
      const other = { ...again.evidence, excerpt: "har i dag svarat att ärendet är" };
      const now = { id, revision: again.revision + 1 };
      orThrow(await app.reviseEvidence(journalist, { ...now, evidence: other }));
      expect(await rowOf(id)).toMatchObject({ snapshotId: null, charStart: null, otherPlaces: 1 });
    },
  );

  test("are not published before somebody has said it, whatever comes past the form", async () => {
    const id = await quoted(await kept("4".repeat(64)), WORDS);
    await expect(
      app.db().evidence.update({ where: { id }, data: { publishedAt: new Date("2026-11-23T12:00:00Z") } }),
    ).rejects.toThrow();
    await expect(
      app.db().evidence.update({ where: { id }, data: { uncheckedSv: "Skäl.", uncheckedEn: "Why." } }),
    ).rejects.toThrow("Evidence_place_meant");
  });
});

describe("the language of a quotation", () => {
  const enter = (more: object) =>
    app.enterEvidence(journalist, {
      ...{ claimId: claim.id, sourceId: null, link: null, originId: null, stance: "context" },
      about: { title: null, producerId: null, made: null },
      ...{ excerpt: WORDS, excerptLanguage: null, page: null, unchecked: null },
      at: { paragraph: null, charStart: null, charEnd: null },
      note: { sv: "Exempelby uppger det.", en: "" },
      ...more,
    });
  const languagesOf = async (id: string) => {
    const { excerptLanguage, source } = await app
      .db()
      .evidence.findUniqueOrThrow({ where: { id }, include: { source: true } });
    return [excerptLanguage, source.language];
  };

  test.each(["en", "fi", "sv"])("is its source's, %s, unless another is said", async (language) => {
    const sourceId = await newSource(journalist, null, language);
    const { id } = orThrow(await enter({ sourceId }));
    expect(await languagesOf(id)).toEqual([language, language]);
    const other = orThrow(await enter({ sourceId, excerptLanguage: "de" }));
    expect(await languagesOf(other.id)).toEqual(["de", language]);
  });

  test("of a new link is that of the sentence, when it is plain; else it is asked for", async () => {
    const link = (n: number) => `https://exempelby.example/nytt/${n}`;
    const english = orThrow(
      await enter({ link: link(1), excerpt: "The matter is closed, with no more to do." }),
    );
    expect(await languagesOf(english.id)).toEqual(["en", "en"]);
    const swedish = orThrow(await enter({ link: link(2) }));
    expect(await languagesOf(swedish.id)).toEqual(["sv", "sv"]);
    for (const [n, excerpt] of ["Taket hade läckt i sju år.", "ett annat citat bakom väggen"].entries())
      expect(await languagesOf(orThrow(await enter({ link: link(20 + n), excerpt })).id)).toEqual([
        "sv",
        "sv",
      ]);
    const foreign = [
      ...["Kaikki on valmista.", "Hän ei ole täällä.", "Das war alles.", "Er hält den Bären für müde."],
      ...["Alt er over.", "Hun har været på rådhuset i går.", "Kommunen betalade."],
    ];
    for (const [n, excerpt] of foreign.entries())
      expect(await enter({ link: link(3 + n), excerpt })).toEqual({
        ok: false,
        reason: "which-language",
        field: "excerptLanguage",
      });
  });
});

test("what was not kept of an upload, and what is to be known of it, can be read again", async () => {
  const sourceId = await newSource();
  const turnedAway = [{ fileName: "bild.svg", reason: "file-kind-not-taken" }];
  const upload = { sourceId, copy: copy("e".repeat(64), TEXT), attachments: [copy("f".repeat(64), TEXT)] };
  orThrow(await app.keepUpload(journalist, { ...upload, turnedAway, flags: ["html-only"] }));
  expect(await app.capturesOf(journalist, sourceId)).toMatchObject([
    { method: "upload", state: "done", found: null, upload: { turnedAway, flags: ["html-only"] } },
  ]);
  expect(await app.capturesOf(contributor, sourceId)).toEqual([]);
});
