import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { heardUpTo, NEWS_CHANNEL } from "../../core/heard.ts";

const load = async () => ({
  ...(await import("../../record/record-log/record-log-commands.ts")),
  ...(await import("../../core/db.ts")),
  ...(await import("../../core/heard.ts")),
  ...(await import("./outdated.ts")),
  ...(await import("./publications.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
const address = () => process.env.DATABASE_URL ?? "";

beforeAll(async () => {
  await ownDatabase();
  app = await load();
});

/** A web server of another process, that hears what it is told to hear. */
let other: pg.Client;
beforeAll(async () => {
  other = new pg.Client({ connectionString: address() });
  await other.connect();
});
afterAll(() => other.end());

test("what is published is heard before the answer: three hundred times, never afterwards", async () => {
  await app.listenForPublications(address());
  const late: number[] = [];
  for (let n = 0; n < 300; n++) {
    await app.outdatePages([`claim:told-${n}`]);
    if (!app.isOutdated([`claim:told-${n}`], 0)) late.push(n);
  }
  expect(late).toEqual([]);
});

test("of many at one time each is heard before its own answer", async () => {
  const late: string[] = [];
  await Promise.all(
    Array.from({ length: 40 }, async (_, n) => {
      await app.outdatePages([`claim:crowd-${n}`]);
      if (!app.isOutdated([`claim:crowd-${n}`], 0)) late.push(`claim:crowd-${n}`);
    }),
  );
  expect(late).toEqual([]);
});

test("a server that does not hear is waited for, and no longer than is bearable; one that is gone is not", async () => {
  await other.query(`LISTEN ${NEWS_CHANNEL}`);
  await other.query(heardUpTo(0));
  expect(await app.everyServerHasHeard(app.tables(), 50)).toBe(false);
  const answer = new Promise<void>((resolve) =>
    other.once("notification", ({ payload = "" }) => {
      void other.query(heardUpTo(JSON.parse(payload).heard)).then(() => resolve());
    }),
  );
  expect(await app.everyServerHasHeard(app.tables())).toBe(true);
  await answer;
  await other.query("RESET application_name");
  expect(await app.everyServerHasHeard(app.tables())).toBe(true);
});

test("what is taken back is told to nobody, and nobody is waited for", async () => {
  await other.query(heardUpTo(0));
  const refused = app.transaction(async () => {
    await app.outdatePages(["claim:taken-back"]);
    throw new Error("no");
  });
  await expect(refused).rejects.toThrow("no");
  await other.query("RESET application_name");
  await app.outdatePages(["claim:after"]);
  expect(app.isOutdated(["claim:taken-back"], 0)).toBe(false);
});
