/** The worker as it runs beside the web server, killed in the middle of what it does. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { journalist } from "../../core/actor.fixture.ts";
import { orThrow } from "../../core/result.ts";
import { MOST_TRIES } from "./job.ts";
import { QUEUE_SETTINGS } from "./job-queue.ts";

const HOST = "sidor.exempelby.example";
/** Where nobody answers. */
const CLOSED = "stangd.exempelby.example:1";
/** How often the worker is killed in the middle of a job; fifty times in `npm run bench -- corpora`. */
const KILLS = process.env.BELAGT_TEST_CORPORA === "full" ? 50 : 8;
/** The worker is killed before a page has answered, and up to so long after, ms: while it is read, stored or entered. */
const AFTERWARDS = 900;
const FLAGS = [
  "--disable-warning=ExperimentalWarning",
  "--conditions=react-server",
  "--import=./bin/ts-alias.mjs",
];
const folder = mkdtempSync(path.join(tmpdir(), "belagt-worker-"));
const page = (number: string) => `Exempelby kommun svarade på fråga ${number}. `.repeat(20);

const load = async () => ({
  ...(await import("../../../e2e/fixtures/generated-dispute.ts")),
  ...(await import("../../record/source/source-commands.ts")),
  ...(await import("../../record/capture/capture-commands.ts")),
  ...(await import("../../site/work/work-queries.ts")),
  ...(await import("../../site/work/work-repeat-commands.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let server: Server;
let port = 0;
let disputeId = "";
/** Called with each question; what it does not answer stays open. */
let onAsked: (number: string, answer: () => void) => void = (_, answer) => answer();

beforeAll(async () => {
  await ownDatabase();
  server = createServer((request, response: ServerResponse) => {
    const number = (request.url ?? "").slice(1);
    onAsked(number, () =>
      response.writeHead(200, { "content-type": "text/plain; charset=utf-8" }).end(page(number)),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
  process.env.BELAGT_DATA_DIR = folder;
  process.env.BELAGT_FETCH_ALLOW = `${HOST}:${port}=127.0.0.1,${CLOSED}=127.0.0.1`;
  app = await load();
  await app.generateDispute({ slug: "exempel", parties: 1, claims: 1, events: 0 });
  disputeId = (await app.db().dispute.findFirstOrThrow()).id;
});
afterAll(async () => {
  for (const worker of workers) await kill(worker);
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const workers = new Set<ChildProcess>();

/** A worker that has loaded its program and waits to be told. What it has compiled the next one need not. */
function loadWorker(): ChildProcess {
  const worker = spawn(process.execPath, [...FLAGS, "lib/desk/job/job-worker-child.fixture.ts"], {
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(folder, "compiled") },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  workers.add(worker);
  return worker;
}

function startWorker(worker = loadWorker()): ChildProcess {
  worker.send("begin");
  return worker;
}

async function kill(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, "exit");
  worker.kill("SIGKILL");
  await gone;
}

const askFor = async (number: number) => {
  const { id: sourceId } = orThrow(
    await app.addSource(journalist, {
      disputeId,
      kind: "article",
      title: { sv: `Sida ${number}`, en: `Page ${number}` },
      note: { sv: "Påhittad.", en: "Made up." },
      producerId: null,
      language: "sv",
      url: `http://${HOST}:${port}/${number}`,
      made: "2019",
      public: null,
    }),
  );
  const { id } = orThrow(await app.requestCapture(journalist, { sourceId }));
  return { sourceId, id };
};

/** What a quarter of a minute does by itself: the dead are found, and what they held is to be tried again. */
async function laterOn(boss: PgBoss): Promise<void> {
  await app
    .db()
    .$executeRawUnsafe(
      `UPDATE "pgboss"."job" SET "heartbeat_on" = now() - interval '1 hour' WHERE "state" = 'active'`,
    );
  await boss.supervise();
}

/** What the waits between tries come to. */
const soon = () =>
  app.db().$executeRawUnsafe(`UPDATE "pgboss"."job" SET "start_after" = now() WHERE "state" = 'retry'`);

/** How long that may take is the test's own limit. */
const until = async (isSo: () => Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
};

test(`a worker killed ${KILLS} times in the middle of its jobs does each of them once`, async () => {
  const captures = await Promise.all(Array.from({ length: KILLS }, (_, number) => askFor(number)));
  const boss = await new PgBoss({
    ...QUEUE_SETTINGS,
    connectionString: process.env.DATABASE_URL ?? "",
    max: 2,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
  }).start();
  const killedIn = new Set<string>();
  let kills = 0;
  let next = loadWorker();
  while (kills < KILLS) {
    const worker = startWorker(next);
    next = loadWorker();
    // Half of them before the page has answered, half a moment after, each a little later than the last.
    const inTheMiddle = new Promise<void>((resolve) => {
      let isOn = true;
      onAsked = (number, answer) => {
        if (killedIn.has(number)) return answer();
        // One in each round: whatever the worker goes on to stays as it is until it is dead.
        if (!isOn) return;
        isOn = false;
        killedIn.add(number);
        if (kills % 2 === 0) return resolve();
        answer();
        setTimeout(resolve, (kills / KILLS) * AFTERWARDS);
      };
    });
    await inTheMiddle;
    onAsked = () => undefined;
    await kill(worker);
    kills += 1;
    await laterOn(boss);
    await soon();
  }
  onAsked = (_, answer) => answer();
  const last = startWorker(next);
  const ids = captures.map(({ id }) => id);
  const done = () => app.db().capture.count({ where: { id: { in: ids }, state: "done" } });
  await until(async () => (await done()) === KILLS);
  await kill(last);
  await boss.stop({ graceful: false });

  expect(killedIn.size).toBe(KILLS);
  const copies = await app.db().snapshot.groupBy({ by: ["sourceId"], _count: true });
  expect(copies.map(({ _count }) => _count)).toEqual(Array(KILLS).fill(1));
  const texts = await app.db().snapshotPage.findMany({ where: { number: 1 } });
  expect(texts).toHaveLength(KILLS);
  expect(await app.db().capture.count()).toBe(KILLS);
}, 600_000);

test("what fails as often as it may is parked, told, and begun anew when somebody says so", async () => {
  onAsked = (_, answer) => answer();
  const { id, sourceId } = await askFor(999);
  // As after four tries in vain.
  await app
    .db()
    .$executeRawUnsafe(
      `UPDATE "pgboss"."job" SET "retry_count" = ${MOST_TRIES - 2}, "state" = 'retry', "started_on" = now(), "start_after" = now() WHERE "singleton_key" = '${id}'`,
    );
  await app.db().source.update({ where: { id: sourceId }, data: { url: null } });
  await app.db().capture.update({ where: { id }, data: { url: `http://${CLOSED}/` } });
  const worker = startWorker();
  await until(async () => (await app.jobsFor(journalist)).some(({ state }) => state === "parked"));
  await until(async () => (await app.db().capture.findUniqueOrThrow({ where: { id } })).state === "failed");
  await kill(worker);
  const [parked] = (await app.jobsFor(journalist)).filter(({ state }) => state === "parked");
  expect(parked).toMatchObject({ kind: "capture.fetch", about: { href: `/desk/sources/${sourceId}` } });
  expect(await app.repeatJob(journalist, { kind: "capture.fetch", id: parked?.id ?? "" })).toMatchObject({
    reason: "no-address",
  });
  await app.db().source.update({ where: { id: sourceId }, data: { url: `http://${HOST}:${port}/999` } });
  orThrow(await app.repeatJob(journalist, { kind: "capture.fetch", id: parked?.id ?? "" }));
  expect(await app.db().capture.count({ where: { sourceId, state: "waiting" } })).toBe(1);
}, 60_000);
