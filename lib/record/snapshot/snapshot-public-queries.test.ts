import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { contributor, editor, journalist } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";
import type { CopyToKeep } from "./snapshot.ts";

standAt(new Date("2026-11-23T12:00:00Z"));

const folder = mkdtempSync(join(tmpdir(), "belagt-copies-"));
process.env.BELAGT_DATA_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const load = async () => ({
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../../../e2e/fixtures/generated-dispute.ts")),
  ...(await import("../source/source-commands.ts")),
  ...(await import("../source/source-queries.ts")),
  ...(await import("../evidence/evidence-commands.ts")),
  ...(await import("./snapshot-commands.ts")),
  ...(await import("./snapshot-desk-queries.ts")),
  ...(await import("./snapshot-public-queries.ts")),
  ...(await import("./snapshot-store.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let disputeId = "";
let claimId = "";
const both = (text: string) => ({ sv: text, en: text });

const FAR = "Ett stycke som ingen citerar och som ingen utanför redaktionen får läsa. ".repeat(20);
const NEAR = "Ring Anna på 070-174 06 05 eller skriv till anna.exempel@exempelby.example. ";
const QUOTE = "Exempelby kommun betalade ingenting";
const TEXT = `${FAR}${NEAR}${QUOTE}, står det i protokollet. ${FAR}`;

let made = 0;
const copyOf = (text: string, more: Partial<CopyToKeep> = {}): CopyToKeep => ({
  sha256: (++made).toString(16).padStart(64, "a"),
  byteLength: text.length,
  mediaType: "application/pdf",
  capturedAt: new Date("2026-10-01T08:00:00Z"),
  fileName: "Hemligt namn.pdf",
  publicSha256: made.toString(16).padStart(64, "b"),
  pages: [{ number: 1, text }],
  message: null,
  ...more,
});

/** A source with a copy, both drafts. */
async function sourceWithCopy(copy: CopyToKeep) {
  const { id: sourceId } = orThrow(
    await app.addSource(journalist, {
      disputeId,
      kind: "report",
      title: both("Påhittat protokoll"),
      note: both("Påhittat."),
      producerId: null,
      language: "sv",
      url: "https://exempelby.example/protokoll",
      made: "2026",
      public: null,
    }),
  );
  const id = await app.transaction((tx) => app.writeCopy(tx, journalist, { ...copy, sourceId }));
  return { sourceId, id };
}

const quote = async (sourceId: string, excerpt = QUOTE) =>
  orThrow(
    await app.addEvidence(journalist, {
      claimId,
      sourceId,
      originId: null,
      stance: "context",
      excerpt,
      excerptLanguage: "sv",
      at: { paragraph: null, charStart: null, charEnd: null },
      page: null,
      unchecked: null,
      note: both("Påhittat."),
    }),
  ).id;

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.madeUpImprint();
  await app.generateDispute({ slug: "exempel", parties: 2, claims: 2, events: 0 });
  const claim = await app.db().claim.findFirstOrThrow({ orderBy: { number: "asc" } });
  ({ id: claimId, disputeId } = claim);
});

describe("of a copy, the public", () => {
  test("sees nothing while it is a draft, and no draft passage when it is not", async () => {
    const { sourceId, id } = await sourceWithCopy(copyOf(TEXT));
    const first = await quote(sourceId);
    const draft = await quote(sourceId, "står det i protokollet");
    expect(await app.readCopy(sourceId, id)).toBeNull();
    expect(await app.publicFile(sourceId, id)).toBeNull();
    orThrow(await app.publishEvidence(editor, { ids: [first] }));
    const copy = await app.readCopy(sourceId, id);
    expect(copy?.passages.map((passage) => passage.id)).toEqual([first]);
    expect(JSON.stringify(copy)).not.toContain(draft);
  });

  test("sees a quotation with 300 characters around it, and nothing else of the text", async () => {
    const { sourceId, id } = await sourceWithCopy(copyOf(TEXT));
    const piece = await quote(sourceId);
    orThrow(await app.publishEvidence(editor, { ids: [piece] }));
    const copy = await app.readCopy(sourceId, id);
    const [passage] = copy?.passages ?? [];
    expect(copy?.text).toEqual([]);
    expect(passage?.excerpt.words).toBe(QUOTE);
    const { before = "", after = "" } = passage?.excerpt ?? {};
    expect(before.length + after.length).toBeLessThanOrEqual(300);
    expect(after).toMatch(/^, står det i protokollet\./);
    // Whatever else the answer holds, no line of the rest is in it twice over.
    expect(JSON.stringify(copy).split("ingen utanför redaktionen").length).toBeLessThanOrEqual(4);
    expect(await app.publicFile(sourceId, id)).toBeNull();
  });

  test("sees no telephone number and no private address, whichever side of a cut they stand", async () => {
    for (let shift = 0; shift < 60; shift += 20) {
      const { sourceId, id } = await sourceWithCopy(
        copyOf(`${FAR}${NEAR}${"x".repeat(shift)} ${"ord ".repeat(25)}${QUOTE}. ${NEAR}`),
      );
      orThrow(await app.publishEvidence(editor, { ids: [await quote(sourceId)] }));
      const all = JSON.stringify(await app.readCopy(sourceId, id));
      expect(all).not.toMatch(/anna\.exempel|174 06|06 05/);
    }
  });

  test.each([
    ["with its file where nothing in it is private", `${FAR}${QUOTE}. ${FAR}`, true],
    ["without its file where something is", TEXT, false],
  ])("sees all of it, masked, when there is a reason to show it whole: %s", async (_, words, hasFile) => {
    const { sourceId, id } = await sourceWithCopy(copyOf(words));
    expect(
      await app.showCopy(journalist, { id, handedOverById: null, showing: "whole", reason: null }),
    ).toMatchObject({
      reason: "no-reason-to-show",
    });
    orThrow(
      await app.showCopy(journalist, {
        id,
        handedOverById: null,
        showing: "whole",
        reason: both("Allmän handling."),
      }),
    );
    orThrow(await app.publishEvidence(editor, { ids: [await quote(sourceId)] }));
    const copy = await app.readCopy(sourceId, id);
    expect(copy).toMatchObject({ showingReason: both("Allmän handling."), hasFile, fileKept: !hasFile });
    expect(copy?.text[0]?.text).toHaveLength(words.length);
    expect(copy?.text[0]?.text).not.toContain("anna.exempel");
    const file = await app.publicFile(sourceId, id);
    if (!hasFile) return expect(file).toBeNull();
    expect(file).toMatchObject({ fileName: null });
    expect(file?.sha256).not.toBe(copy?.sha256);
  });

  test("never learns what its file was called, or who took it", async () => {
    const { sourceId, id } = await sourceWithCopy(copyOf(TEXT));
    orThrow(await app.publishEvidence(editor, { ids: [await quote(sourceId)] }));
    const all = JSON.stringify(await app.readCopy(sourceId, id));
    expect(all).not.toContain("Hemligt namn");
    expect(all).not.toContain(journalist.id);
  });

  test("is not led to it through another source", async () => {
    const { sourceId, id } = await sourceWithCopy(copyOf(TEXT));
    orThrow(await app.publishEvidence(editor, { ids: [await quote(sourceId)] }));
    const other = await sourceWithCopy(copyOf(TEXT));
    expect(await app.readCopy(other.sourceId, id)).toBeNull();
    expect(await app.readCopy("nonsense", id)).toBeNull();
    expect(await app.readCopy(sourceId, "nonsense")).toBeNull();
  });

  test("sees the headers of a letter masked", async () => {
    const { sourceId, id } = await sourceWithCopy(
      copyOf(`Hej. ${QUOTE}.`, {
        mediaType: "message/rfc822",
        publicSha256: null,
        message: {
          messageId: "ett@exempelby.example",
          inReplyTo: null,
          references: [],
          from: "Anna Exempel <anna.exempel@exempelby.example>",
          to: ["registrator@exempelby.example"],
          cc: [],
          subject: "Ring 070-174 06 05",
          sentAt: null,
          dkim: "not_signed",
          dkimDomain: null,
          dkimFound: {},
        },
      }),
    );
    orThrow(await app.publishEvidence(editor, { ids: [await quote(sourceId)] }));
    const { message } = (await app.readCopy(sourceId, id)) ?? {};
    expect(message?.from).toMatch(/^Anna Exempel <•+@exempelby\.example>$/);
    expect(message?.to).toEqual(["registrator@exempelby.example"]);
    expect(message?.subject).not.toContain("174");
  });

  test("is told no part of an address that a quotation begins in the middle of", async () => {
    const { sourceId, id } = await sourceWithCopy(
      copyOf(`Skriv till anna.dold@exempelby.example ja. ${QUOTE}.`),
    );
    orThrow(await app.publishEvidence(editor, { ids: [await quote(sourceId, "exempelby.example ja")] }));
    expect(JSON.stringify(await app.readCopy(sourceId, id))).not.toContain("dold");
    const half = await sourceWithCopy(copyOf(`Ring henne på 070-174 06 05 i kväll. ${QUOTE}.`));
    const ids = [await quote(half.sourceId, "Ring henne på 070-174")];
    expect(await app.publishEvidence(editor, { ids })).toMatchObject({ reason: "private-in-quote" });
  });

  test.each(["application/pdf", "text/html", "text/plain"])(
    "is told nothing that a quotation leaves out of a copy, here %s, nor by what stands around another",
    async (mediaType) => {
      const { sourceId, id } = await sourceWithCopy(
        copyOf(`${QUOTE} till Kajsa Hemlig, som är sjuk, enligt beslutet. Beslutet gäller. ${FAR}`, {
          mediaType,
        }),
      );
      const ids = [
        await quote(sourceId, `${QUOTE} […] enligt beslutet`),
        await quote(sourceId, "Beslutet gäller"),
        await quote(sourceId, "Exempelby kommun"),
        await quote(sourceId, "Exempelby (…) betalade"),
      ];
      orThrow(await app.publishEvidence(editor, { ids }));
      const copy = await app.readCopy(sourceId, id);
      const source = await app.readSource(sourceId);
      expect(JSON.stringify([copy, source])).not.toMatch(/Kajsa|Hemlig|sjuk/);
      const words = new Map(copy?.passages.map((passage) => [passage.id, passage.excerpt]));
      expect(ids.map((piece) => words.get(piece)?.words)).toEqual([
        `${QUOTE} […] enligt beslutet`,
        "Beslutet gäller",
        "Exempelby kommun",
        "Exempelby […] betalade",
      ]);
      expect(words.get(ids[1] ?? "")?.before).toBe("enligt beslutet. ");
      const annotation = (n: number) => source?.passages.find((one) => one.id === ids[n])?.annotation;
      expect(annotation(0)).toHaveLength(2);
      expect(JSON.stringify(annotation(0))).toMatch(/"exact":"enligt beslutet"/);
      expect(annotation(1)).toMatchObject({ type: "SpecificResource" });
    },
  );

  test("is led to the passage on the live page, but not by words that are masked", async () => {
    const { sourceId, id } = await sourceWithCopy(copyOf(`Ring 070-174 06 05 ja nej tack. ${QUOTE}.`));
    const ids = [await quote(sourceId), await quote(sourceId, "ja nej")];
    orThrow(await app.publishEvidence(editor, { ids }));
    const live = (await app.readCopy(sourceId, id))?.passages.map((passage) => passage.live);
    expect(live).toEqual([
      expect.stringMatching(/^https:\/\/exempelby\.example\/protokoll#page=1:~:text=ja%20nej,-tack/),
      expect.stringMatching(/:~:text=Exempelby%20kommun%20betalade%20ingenting$/),
    ]);
  });
});

describe("at the desk", () => {
  test("a passage that an address points at is read from the copy, on one line", async () => {
    const { id, sourceId } = await sourceWithCopy(copyOf("Nämnden  be-\nslutade\nnej."));
    const at = { copy: id, page: 1, start: 4, end: 12 };
    expect(await app.passageToQuote(journalist, disputeId, at)).toEqual({
      sourceId,
      excerpt: "Nämnden beslutade",
      page: 1,
      start: 0,
      end: 20,
    });
    for (const wrong of [{ page: 2 }, { end: 999 }, { start: 7, end: 9 }, { copy: sourceId }]) {
      expect(await app.passageToQuote(journalist, disputeId, { ...at, ...wrong })).toBeNull();
    }
    expect(await app.passageToQuote(journalist, claimId, at)).toBeNull();
    expect(await app.passageToQuote(contributor, disputeId, at)).toBeNull();
  });

  test("a file is the copy without metadata, for those within reach", async () => {
    const kept = copyOf(TEXT);
    const { id } = await sourceWithCopy(kept);
    expect(await app.fileForDesk(journalist, id)).toEqual({
      sha256: kept.publicSha256,
      mediaType: "application/pdf",
      fileName: "Hemligt namn.pdf",
    });
    expect(await app.fileForDesk(contributor, id)).toBeNull();
    expect(await app.fileForDesk(journalist, "nonsense")).toBeNull();
    const textOnly = await sourceWithCopy(copyOf(TEXT, { publicSha256: null }));
    expect(await app.fileForDesk(journalist, textOnly.id)).toBeNull();
  });

  test("letters that answer each other are found in one dispute", async () => {
    const letter = (messageId: string, inReplyTo: string | null) =>
      copyOf("Hej.", {
        mediaType: "message/rfc822",
        publicSha256: null,
        message: {
          ...{ messageId, inReplyTo, references: [], from: "a@exempelby.example", to: [], cc: [] },
          ...{ subject: messageId, sentAt: null, dkim: "not_signed", dkimDomain: null, dkimFound: {} },
        },
      });
    const answer = await sourceWithCopy(letter("svar@x.example", "fraga@x.example"));
    const question = await sourceWithCopy(letter("fraga@x.example", "borta@x.example"));
    const thread = await app.threadOf(journalist, answer.id);
    expect(thread?.order.map(({ message }) => message.copyId)).toEqual([question.id, answer.id]);
    expect(thread?.missing).toEqual(["borta@x.example"]);
    expect(await app.threadOf(contributor, answer.id)).toBeNull();
  });
});
