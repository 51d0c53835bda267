/** Timestamps and outside archives as jobs, beside an authority and an archive on this machine. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OutsideArchive, startOutsideArchive } from "../../../e2e/fixtures/outside-archive.ts";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import {
  startTimestampAuthority,
  type TimestampAuthority,
} from "../../../e2e/fixtures/timestamp-authority.ts";
import { journalist } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";

standAt(new Date("2026-11-23T12:00:00Z"));

const folder = mkdtempSync(path.join(tmpdir(), "belagt-attest-"));
const PAGE = "https://exempelby.example/svar";
const WORDS = "Exempelby kommun har svarat att ärendet är avslutat.";
let authority: TimestampAuthority;
let archive: OutsideArchive;

const load = async () => ({
  ...(await import("../../../e2e/fixtures/generated-dispute.ts")),
  ...(await import("../source/source-commands.ts")),
  ...(await import("../capture/capture-upload.ts")),
  ...(await import("../capture/capture-commands.ts")),
  ...(await import("./snapshot-attest-job.ts")),
  ...(await import("./snapshot-store.ts")),
  ...(await import("../../site/work/work-repeat-commands.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let disputeId = "";
let count = 0;

beforeAll(async () => {
  await ownDatabase();
  authority = await startTimestampAuthority();
  archive = await startOutsideArchive();
  writeFileSync(path.join(folder, "roots.pem"), authority.rootPem);
  process.env.BELAGT_DATA_DIR = folder;
  process.env.BELAGT_TIMESTAMP_ROOTS = path.join(folder, "roots.pem");
  process.env.BELAGT_TIMESTAMP_AUTHORITIES = `God=${authority.at("good")}, Dålig=${authority.at("wrong-imprint")}`;
  process.env.BELAGT_OUTSIDE_ARCHIVES = `Arkivet=${archive.at("good")}, Trasigt=${archive.at("error")}`;
  app = await load();
  await app.generateDispute({ slug: "exempel", parties: 1, claims: 1, events: 0 });
  disputeId = (await app.db().dispute.findFirstOrThrow()).id;
});
afterAll(() => {
  authority.close();
  archive.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A copy of a source with an address, with everything that was asked for it. */
async function copy() {
  const { id: sourceId } = orThrow(
    await app.addSource(journalist, {
      disputeId,
      kind: "article",
      title: { sv: "Svaret", en: "The answer" },
      note: { sv: "Påhittat.", en: "Made up." },
      producerId: null,
      language: "sv",
      url: PAGE,
      made: "2019",
      public: null,
    }),
  );
  const file = new File([`${WORDS} ${++count}`], "svar.txt", { type: "text/plain" });
  const { copy: kept } = orThrow(await app.readUpload(journalist, file));
  orThrow(await app.keepUpload(journalist, { sourceId, copy: kept, attachments: [] }));
  return app.db().snapshot.findFirstOrThrow({
    where: { sourceId },
    include: { timestamps: true, outsideCopies: true },
  });
}
const attempt = (isLast = false) => ({ signal: new AbortController().signal, number: 1, isLast });
const by = <T extends { id: string }>(rows: readonly T[], is: (row: T) => boolean): string =>
  rows.find(is)?.id ?? "";

describe("a timestamp", () => {
  test("is pending until the authority has answered with one that holds, and is kept as it came", async () => {
    const { timestamps } = await copy();
    expect(timestamps.map(({ state }) => state)).toEqual(["pending", "pending"]);
    const id = by(timestamps, ({ authority: name }) => name === "God");
    await app.askForTimestamp({ timestampId: id }, attempt());
    const row = await app.db().timestamp.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ state: "done", trusted: true, problem: null });
    expect((await app.copyStore.get(row.tokenSha256 ?? "")).length).toBeGreaterThan(500);
    const asked = authority.asked.length;
    await app.askForTimestamp({ timestampId: id }, attempt());
    expect(authority.asked.length).toBe(asked);
  });

  test("of other bytes is none: it is tried again, and then has failed", async () => {
    const { timestamps } = await copy();
    const id = by(timestamps, ({ authority: name }) => name === "Dålig");
    await expect(app.askForTimestamp({ timestampId: id }, attempt())).rejects.toThrow(/timestamp-/);
    expect(await app.db().timestamp.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "pending",
      problem: expect.stringMatching(/^timestamp-/),
    });
    await expect(app.askForTimestamp({ timestampId: id }, attempt(true))).rejects.toThrow();
    expect(await app.db().timestamp.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "failed",
      at: null,
    });
  });
});

describe("a job that is parked", () => {
  const jobs = (key: string) =>
    app.db().$queryRaw<{ id: string; state: string }[]>`
      SELECT "id"::text, "state"::text FROM "pgboss"."job" WHERE "name" = 'timestamp.ask' AND "singleton_key" = ${key}`;
  const park = async () => {
    const { timestamps } = await copy();
    const id = timestamps[0]?.id ?? "";
    await app
      .db()
      .timestamp.update({ where: { id }, data: { state: "failed", problem: "timestamp-refused" } });
    await app.db().$executeRaw`UPDATE "pgboss"."job" SET "state" = 'failed' WHERE "singleton_key" = ${id}`;
    return { id, job: (await jobs(id))[0]?.id ?? "" };
  };

  test("is begun anew together with the row that it is about", async () => {
    const { id, job } = await park();
    orThrow(await app.repeatJob(journalist, { kind: "timestamp.ask", id: job }));
    expect(await jobs(id)).toMatchObject([{ state: "retry" }]);
    expect(await app.db().timestamp.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "pending" });
  });

  test("stays parked, for every worker, until that is there to be read, and if it never is", async () => {
    const { id, job } = await park();
    const elsewhere = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await elsewhere.connect();
    const seen = () => elsewhere.query(`SELECT "state" FROM "pgboss"."job" WHERE "id" = $1`, [job]);
    const undone = app.transaction(async () => {
      orThrow(await app.repeatJob(journalist, { kind: "timestamp.ask", id: job }));
      expect((await seen()).rows).toEqual([{ state: "failed" }]);
      throw new Error("taken back");
    });
    await expect(undone).rejects.toThrow("taken back");
    await elsewhere.end();
    expect(await jobs(id)).toMatchObject([{ state: "failed" }]);
    expect(await app.db().timestamp.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "failed" });
  });
});

describe("a copy in an archive outside", () => {
  test("counts when it has our words, and not when it has others", async () => {
    for (const [body, sameText] of [
      [`<!doctype html><html lang="sv"><body><p>${WORDS} ${count + 1}</p></body></html>`, true],
      ["<!doctype html><html lang=sv><body><p>Kommunen har inte svarat.</p></body></html>", false],
    ] as const) {
      archive.put(PAGE, body, "text/html; charset=utf-8");
      const { outsideCopies } = await copy();
      const id = by(outsideCopies, ({ archive: name }) => name === "Arkivet");
      await app.askOutside({ outsideCopyId: id }, attempt());
      const row = await app.db().outsideCopy.findUniqueOrThrow({ where: { id } });
      expect(row).toMatchObject({ state: "done", sameText, problem: null });
      expect(row.at?.toISOString()).toMatch(/^2026-11-20T/);
    }
  });

  test("that an archive will not make is pending, then failed, and never shown as done", async () => {
    const { outsideCopies } = await copy();
    const id = by(outsideCopies, ({ archive: name }) => name === "Trasigt");
    await expect(app.askOutside({ outsideCopyId: id }, attempt())).rejects.toThrow(/service-fails/);
    expect(await app.db().outsideCopy.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "pending",
    });
    await expect(app.askOutside({ outsideCopyId: id }, attempt(true))).rejects.toThrow();
    expect(await app.db().outsideCopy.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "failed",
      url: null,
    });
  });
});
