import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { journalist } from "../../core/actor.fixture.ts";
import { orThrow } from "../../core/result.ts";
import { blobPath } from "../../intake/blob/blob.ts";

const folder = mkdtempSync(path.join(tmpdir(), "belagt-scrub-"));
const load = async () => ({
  ...(await import("../../../e2e/fixtures/generated-dispute.ts")),
  ...(await import("../capture/capture-upload.ts")),
  ...(await import("../capture/capture-commands.ts")),
  ...(await import("./snapshot-scrub-job.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let sha256 = "";

beforeAll(async () => {
  await ownDatabase();
  process.env.BELAGT_DATA_DIR = folder;
  app = await load();
  await app.generateDispute({ slug: "exempel", parties: 1, claims: 1, events: 0 });
  const source = await app.db().source.findFirstOrThrow();
  const file = new File(["Exempelby kommun har svarat."], "svar.txt", { type: "text/plain" });
  const { copy } = orThrow(await app.readUpload(journalist, file));
  orThrow(await app.keepUpload(journalist, { sourceId: source.id, copy, attachments: [] }));
  sha256 = copy.sha256;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const round = () => app.scrubCopies({}, { signal: new AbortController().signal, number: 1, isLast: false });
const faults = () => app.db().blobFault.findMany();

test("the nightly round finds a flipped bit and names the copy, once, until it is mended", async () => {
  await round();
  expect(await faults()).toEqual([]);
  const file = path.join(folder, "blobs", blobPath(sha256));
  const sound = readFileSync(file);
  const flipped = Buffer.from(sound);
  flipped[3] = (flipped[3] ?? 0) ^ 1;
  chmodSync(file, 0o600);
  writeFileSync(file, flipped);
  await round();
  expect(await faults()).toMatchObject([{ sha256, kind: "changed", mendedAt: null }]);
  const [first] = await faults();
  await round();
  expect(await faults()).toEqual([first]);
  writeFileSync(file, sound);
  await round();
  expect(await faults()).toMatchObject([{ sha256, mendedAt: expect.any(Date) }]);
  rmSync(file);
  await round();
  expect(await faults()).toMatchObject([{ sha256, kind: "missing", mendedAt: null }]);
});
