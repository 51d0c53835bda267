/** A file that had what nobody sees is shown whole only when somebody has looked at it, or as pictures. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { editor, journalist } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";
import { FLAGS_TO_LOOK_AT } from "../../intake/document/document.ts";
import { readPdf } from "../../intake/document/document-pdf.ts";
import { HIDING, SECRET, SHOWN } from "../../intake/document/document-pdf-seen.fixture.ts";
import { SHOWINGS } from "./snapshot.ts";

standAt(new Date("2026-11-23T12:00:00Z"));

const folder = mkdtempSync(join(tmpdir(), "belagt-look-"));
process.env.BELAGT_DATA_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const load = async () => ({
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../../../e2e/fixtures/generated-dispute.ts")),
  ...(await import("../source/source-commands.ts")),
  ...(await import("../capture/capture-commands.ts")),
  ...(await import("../capture/capture-file.ts")),
  ...(await import("../evidence/evidence-commands.ts")),
  ...(await import("./snapshot-commands.ts")),
  ...(await import("./snapshot-desk-queries.ts")),
  ...(await import("./snapshot-public-queries.ts")),
  ...(await import("./snapshot-remake.ts")),
  ...(await import("./snapshot-store.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let claim = { id: "", disputeId: "" };
const both = (text: string) => ({ sv: text, en: text });

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.madeUpImprint();
  await app.generateDispute({ slug: "exempel", parties: 1, claims: 1, events: 0 });
  claim = await app.db().claim.findFirstOrThrow({ select: { id: true, disputeId: true } });
});

const newSource = async () =>
  orThrow(
    await app.addSource(journalist, {
      ...{ disputeId: claim.disputeId, kind: "report", title: both("Beslutet"), note: both("Påhittat.") },
      ...{ producerId: null, language: "sv", url: null, made: "2026", public: null },
    }),
  ).id;

let made = 0;
async function copyWith(lookAt: readonly (typeof FLAGS_TO_LOOK_AT)[number][], mediaType = "application/pdf") {
  const sourceId = await newSource();
  const sha256 = (++made).toString(16).padStart(64, "d");
  const copy = {
    ...{ sha256, byteLength: 10, mediaType, capturedAt: new Date("2026-10-01T08:00:00Z"), fileName: null },
    ...{ publicSha256: made.toString(16).padStart(64, "e"), message: null, lookAt },
    pages: [{ number: 1, text: "Nämnden beslutade i saken." }],
  };
  return app.transaction((tx) => app.writeCopy(tx, journalist, { ...copy, sourceId }));
}

/** Every showing, of a file with and without something to look at, by somebody who has looked or not. */
const CHOICES = SHOWINGS.flatMap((showing) =>
  [[], ...FLAGS_TO_LOOK_AT.map((flag) => [flag])].flatMap((lookAt) =>
    [true, false].map((looked) => ({ showing, lookAt, looked })),
  ),
);

describe("how much is shown of a file", () => {
  test.each(CHOICES)("$showing, with $lookAt, looked at: $looked", async ({ showing, lookAt, looked }) => {
    const id = await copyWith(lookAt);
    const remade = showing === "pictures" ? "f".repeat(64) : null;
    const choice = { id, handedOverById: null, showing, reason: both("Allmän handling."), looked, remade };
    const isRefused = showing === "whole" && lookAt.length > 0 && !looked;
    expect(await app.showCopy(journalist, choice)).toMatchObject(
      isRefused ? { ok: false, reason: "look-first", field: "looked" } : { ok: true },
    );
    const now = await app.copyForDesk(journalist, id);
    expect(now).toMatchObject({
      lookAt,
      showing: isRefused ? "excerpts" : showing,
      looked: looked && !isRefused,
    });
    if (!isRefused) return;
    await expect(app.db().snapshot.update({ where: { id }, data: { showing: "whole" } })).rejects.toThrow(
      "Snapshot_looked_at",
    );
  });

  test("is never pictures of what is no PDF, nor pictures that nobody has made", async () => {
    const choice = { handedOverById: null, showing: "pictures" as const, reason: both("Allmän handling.") };
    const text = await copyWith([], "text/plain");
    const remade = "f".repeat(64);
    expect(await app.showCopy(journalist, { id: text, ...choice, remade })).toMatchObject({
      reason: "no-pictures",
    });
    const pdf = await copyWith([]);
    expect(await app.showCopy(journalist, { id: pdf, ...choice })).toMatchObject({ reason: "no-pictures" });
    // Nor does the file stay pictures when its text is shown again.
    orThrow(await app.showCopy(journalist, { id: pdf, ...choice, remade }));
    expect(await app.showCopy(journalist, { id: pdf, ...choice, showing: "whole" })).toMatchObject({
      ok: false,
    });
  });
});

test("a file with a hidden word is shown as pictures, without its text, and can be quoted", async () => {
  const [hiding] = HIDING;
  if (!hiding) throw new Error("No such file");
  const file = { fileName: "beslut.pdf", mediaType: "application/pdf", bytes: hiding.make() };
  const read = orThrow(await app.keepFile(file, new Date("2026-11-20T10:00:00Z")));
  expect(read.copy.lookAt?.length).toBeGreaterThan(0);
  const sourceId = await newSource();
  const upload = { sourceId, copy: read.copy, attachments: [], turnedAway: [], flags: read.flags };
  const { snapshotId: id } = orThrow(await app.keepUpload(journalist, upload));
  const { id: evidence } = orThrow(
    await app.addEvidence(journalist, {
      ...{ claimId: claim.id, sourceId, originId: null, stance: "context", excerpt: SHOWN[0] },
      ...{ excerptLanguage: null, at: { paragraph: null, charStart: null, charEnd: null }, page: 1 },
      ...{ unchecked: null, note: both("Påhittat.") },
    }),
  );
  const draft = await app.copyToRemake(journalist, id);
  const remade = orThrow(await app.remakeFile(draft?.sha256 ?? "", { asPictures: true }));
  const choice = { handedOverById: null, showing: "pictures" as const, reason: both("Allmän handling.") };
  orThrow(await app.showCopy(journalist, { id, ...choice, remade }));
  orThrow(await app.publishEvidence(editor, { ids: [evidence] }));
  const copy = await app.readCopy(sourceId, id);
  expect(copy).toMatchObject({ showing: "pictures", hasFile: true, text: [], passages: [{ id: evidence }] });
  const given = await app.publicFile(sourceId, id);
  expect(given?.sha256).toBe(remade);
  const bytes = await app.copyStore.get(remade);
  expect(bytes.toString("latin1")).not.toContain(SECRET);
  const again = orThrow(await readPdf(bytes));
  expect(again.pages.map(({ text }) => text.trim()).join("")).toBe("");
  // What is public stays as it was published.
  expect(await app.copyToRemake(journalist, id)).toBeNull();
});
