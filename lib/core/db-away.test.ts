/**
 * A database that is locked, stands still, has no connection left, or is gone and comes back: a real one of this file's own,
 * as no other test could go on beside it.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import type { Database } from "../../bin/database.ts";
import { openEmbedded } from "../../bin/embedded-database.ts";
import { type Asking, type StatusNote, statusNotes } from "./status.ts";

const disk = vi.hoisted(() => ({ hasRoom: true }));
vi.mock("./disk-store.ts", async (original) => ({
  ...(await original<typeof import("./disk-store.ts")>()),
  hasRoom: async () => disk.hasRoom,
}));

let folder: string;
let database: Database;
let beside: pg.Client;
let app: typeof import("./db.ts");
let record: import("../site/http/record-at-door.ts").RecordAtDoor;

const start = () =>
  openEmbedded(folder, new AbortController().signal, [
    "fsync=off",
    "max_connections=12",
    "superuser_reserved_connections=1",
  ]);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "belagt-away-"));
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  database = await start();
  process.env.DATABASE_URL = database.url;
  process.env.BELAGT_DATA_DIR = folder;
  app = await import("./db.ts");
  const { RecordAtDoor } = await import("../site/http/record-at-door.ts");
  record = new RecordAtDoor(database.url, "https://belagt.example", 500);
  beside = new pg.Client({ connectionString: database.url });
  beside.on("error", () => undefined);
  await beside.connect();
  await beside.query("CREATE TABLE thing (id int)");
});

afterAll(async () => {
  await app.closeDatabase();
  await record.end();
  await beside.end().catch(() => undefined);
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What a reader's or the desk's page comes to hear: the rows, or why there are none. */
async function reads(asking: Asking, from = "thing") {
  const note: StatusNote = { asking };
  const answer = await statusNotes().run(note, async () => {
    try {
      return await app.db().$queryRawUnsafe<object[]>(`SELECT * FROM ${from}`);
    } catch (error) {
      return { isAway: app.isAway(error), tookTooLong: app.tookTooLong(error) };
    }
  });
  return { answer, noted: note.databaseAway ?? false };
}
const AWAY = { answer: expect.objectContaining({ isAway: true }), noted: true };
const THERE = { answer: [], noted: false };

test("a table that is locked is not waited for, by readers least of all", async () => {
  expect(await reads("public")).toEqual(THERE);
  await beside.query("BEGIN; LOCK TABLE thing IN ACCESS EXCLUSIVE MODE");
  try {
    expect(await Promise.all([reads("public"), reads("form"), reads("desk")])).toEqual([AWAY, AWAY, AWAY]);
    // It answers all the same.
    await record.answers();
  } finally {
    await beside.query("ROLLBACK");
  }
  expect(await Promise.all([reads("public"), reads("desk")])).toEqual([THERE, THERE]);
});

test("a read of readers' that takes too long is given up, and one of nobody's is not", async () => {
  const { answer, noted } = await reads("public", "pg_sleep(30)");
  expect([answer, noted]).toEqual([{ isAway: true, tookTooLong: true }, true]);
  expect(await app.db().$queryRaw`SELECT count(*)::int AS there FROM pg_sleep(0)`).toEqual([{ there: 1 }]);
  const [limit] = await app.db().$queryRaw<{ statement_timeout: string }[]>`SHOW statement_timeout`;
  expect(limit?.statement_timeout).toBe("0");
});

test("however many addresses are invented, whoever is signed in is known all the same", async () => {
  await beside.query('CREATE TABLE "Session" (id int); CREATE TABLE "Member" (id int)');
  const slow = Array.from({ length: 12 }, (_, at) =>
    record.has("SELECT FROM pg_sleep(0.4) WHERE $1 = $1::text", [String(at)]).catch(() => null),
  );
  // There is no such column here: it was asked, which is what matters.
  await expect(record.member(`__Host-belagt=${"A".repeat(43)}`)).rejects.toThrow(/column/);
  await Promise.all(slow);
  await beside.query('DROP TABLE "Session", "Member"');
});

test("what is wrong with a question is not the database's being away", async () => {
  expect(await reads("public", "nothing")).toEqual({
    answer: { isAway: false, tookTooLong: false },
    noted: false,
  });
});

test("with all connections taken the desk and readers are told, and both go on after that", async () => {
  await app.closeDatabase();
  const taken: pg.Client[] = [];
  try {
    for (;;) {
      const client = new pg.Client({ connectionString: database.url });
      client.on("error", () => undefined);
      if (
        !(await client.connect().then(
          () => true,
          () => false,
        ))
      )
        break;
      taken.push(client);
    }
    expect(taken.length).toBeGreaterThan(3);
    expect(await Promise.all([reads("public"), reads("desk")])).toEqual([AWAY, AWAY]);
  } finally {
    await Promise.all(taken.map((client) => client.end()));
  }
  expect(await Promise.all([reads("public"), reads("desk")])).toEqual([THERE, THERE]);
});

/** The server and every process of its that serves somebody. */
function signalAll(signal: "STOP" | "CONT"): void {
  const pid = readFileSync(path.join(folder, "postgres", "postmaster.pid"), "utf8").split("\n", 1)[0] ?? "";
  const children = execFileSync("ps", ["-o", "pid=", "--ppid", pid], { encoding: "utf8" })
    .trim()
    .split(/\s+/);
  // Children first, so that none is made meanwhile.
  for (const one of [...children, pid]) process.kill(Number(one), `SIG${signal}`);
}

test("one that stands still is found out, by the door first; it is well when it goes on", async () => {
  signalAll("STOP");
  try {
    const door = new (await import("../site/http/record-at-door.ts")).RecordAtDoor(database.url, "", 500);
    await expect(door.answers()).rejects.toThrow(/timeout/);
    await expect(record.has("SELECT FROM thing WHERE id::text = $1", ["1"])).rejects.toThrow(/timeout/i);
    expect(await reads("public")).toEqual(AWAY);
    void door.end();
  } finally {
    signalAll("CONT");
  }
  expect(await reads("public")).toEqual(THERE);
  expect(await record.has("SELECT FROM thing WHERE id::text = $1", ["1"])).toBe(false);
});

test("one that has ended is away, and there again when it is started", async () => {
  await database.stop();
  expect(await Promise.all([reads("public"), reads("desk")])).toEqual([AWAY, AWAY]);
  await expect(record.has("SELECT FROM thing WHERE id::text = $1", ["1"])).rejects.toThrow();
  const { url } = database;
  database = await start();
  expect(database.url).toBe(url);
  expect(await Promise.all([reads("public"), reads("desk")])).toEqual([THERE, THERE]);
  expect(await record.has("SELECT FROM thing WHERE id::text = $1", ["1"])).toBe(false);
});

test("without room on the disk nothing is written, in a sentence, and everything is read", async () => {
  const { command } = await import("./command.ts");
  const { journalist } = await import("./actor.fixture.ts");
  const { copyStore } = await import("../record/snapshot/snapshot-store.ts");
  const { readUpload } = await import("../record/capture/capture-upload.ts");
  const write = command({ name: "thing.add", role: "contributor" }, async (tx) => {
    await tx.$executeRaw`INSERT INTO thing VALUES (1)`;
    return { ok: true, value: null };
  });
  const file = new File(["Exempelby kommun svarade."], "svar.txt", { type: "text/plain" });
  disk.hasRoom = false;
  try {
    const asked = statusNotes().run({ asking: "desk" }, () => write(journalist, {}));
    expect(await asked).toMatchObject({ ok: false, reason: "disk-full" });
    await expect(write(journalist, {})).rejects.toThrow("disk");
    const { once } = await import("../desk/form/form-commands.ts");
    const { submitSecret } = await import("../desk/auth/secret-form-request.ts");
    const work = vi.fn();
    const key = "0198c0de-0000-7000-8000-000000000000";
    expect(await once({ key, sender: "x", sent: {} }, work)).toMatchObject({
      ok: false,
      reason: "disk-full",
    });
    expect(
      await submitSecret(new FormData(), { schema: z.object({}), give: work, next: work }),
    ).toMatchObject({ status: "refused", reason: "disk-full" });
    expect(work).not.toHaveBeenCalled();
    await expect(copyStore.put(Buffer.from("x"))).rejects.toMatchObject({ reason: "blob-store-full" });
    expect(await readUpload(journalist, file)).toMatchObject({ ok: false, reason: "disk-full" });
    expect(await reads("public")).toEqual(THERE);
  } finally {
    disk.hasRoom = true;
  }
});

test("a command says to whoever waits for it that nothing was saved, and to nobody that it was", async () => {
  const { command } = await import("./command.ts");
  const { journalist } = await import("./actor.fixture.ts");
  const write = command({ name: "thing.add", role: "contributor" }, async (tx) => {
    await tx.$executeRaw`INSERT INTO thing VALUES (1)`;
    return { ok: true, value: null };
  });
  await beside.end().catch(() => undefined);
  await database.stop();
  try {
    const asked = statusNotes().run({ asking: "desk" }, () => write(journalist, {}));
    expect(await asked).toMatchObject({ ok: false, reason: "database-away" });
    const { once } = await import("../desk/form/form-commands.ts");
    const sent = { key: "0198c0de-0000-7000-8000-000000000000", sender: "x", sent: {} };
    expect(await statusNotes().run({ asking: "public" }, () => once(sent, vi.fn()))).toMatchObject({
      reason: "database-away",
    });
    await expect(write(journalist, {})).rejects.toThrow();
  } finally {
    database = await start();
  }
});
