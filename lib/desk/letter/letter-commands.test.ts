import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { actorFor, administrator, editor } from "../../core/actor.fixture.ts";
import { db, transaction } from "../../core/db.ts";
import { env } from "../../core/env.ts";
import { orThrow } from "../../core/result.ts";
import { tasks } from "../../site/work/work-tasks.ts";
import { MOST_TRIES, TryAgain } from "../job/job.ts";
import { worker } from "../job/job-actor.ts";
import { startWorker } from "../job/job-worker.ts";
import {
  markLetterSent,
  sendLetterNow,
  showLetterLink,
  tryLetterAgain,
  writeLetter,
} from "./letter-commands.ts";
import { letterFor, lettersFor } from "./letter-queries.ts";
import { type Mail, queueLetters, type SendMail, sendLetter } from "./letter-send-commands.ts";
import { parkWaitingLetter, sendWaitingLetter } from "./letter-send-job.ts";

beforeAll(ownDatabase);

const LETTER = { to: "anna@belagt.example", subject: "En fråga", text: "Hej!\n\n{link}" };
const LINK = {
  url: "https://belagt.example/sign-in/reset/secret",
  hash: "a".repeat(64),
  until: new Date(Date.now() + 3_600_000),
};
const write = (letter = {}) =>
  transaction((tx) => writeLetter(tx, administrator, { ...LETTER, link: LINK, ...letter }, new Date()));
/** One try of the job, at a mail server that is a function. */
const send = async (id: string, by: SendMail, tries = 1) =>
  orThrow(await sendLetter(worker, { id, tries, host: "belagt.example", send: by })).problem;
/** The jobs there are for a letter, oldest first. */
const jobsOf = (id: string) =>
  db().$queryRawUnsafe<{ state: string; problem: string | null; start: Date }[]>(
    `SELECT "state"::text, "output" ->> 'message' AS "problem", "start_after" AS "start" FROM "pgboss"."job"
      WHERE "name" = 'letter.send' AND "singleton_key" = $1 ORDER BY "created_on"`,
    id,
  );
const until = async (isSo: () => Promise<boolean>) => {
  for (let looks = 0; !(await isSo()); looks++) {
    if (looks === 400) throw new Error("It did not come to that");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const waiting = async () => {
  const { id } = await write();
  await db().letter.update({ where: { id }, data: { state: "waiting" } });
  return id;
};

test("a letter is written with its reason or not at all", async () => {
  const before = await db().letter.count();
  await expect(
    transaction(async (tx) => {
      await writeLetter(tx, administrator, LETTER, new Date());
      throw new Error("the reason is gone");
    }),
  ).rejects.toThrow("the reason is gone");
  expect(await db().letter.count()).toBe(before);
});

test.each([
  { to: "anna@belagt.example\r\nBcc: all@belagt.example" },
  { to: "anna@belagt.example, eva@belagt.example" },
  { subject: "Hej\r\nBcc: all@belagt.example" },
  { subject: "Hej\nContent-Type: text/html" },
])("%j cannot become a further header", async (letter) => {
  await expect(write(letter)).rejects.toThrow();
});

test("nor can it past our own code", async () => {
  const { id } = await write();
  await expect(db().letter.update({ where: { id }, data: { subject: "Hej\nBcc: x" } })).rejects.toThrow();
});

test("without a mail server somebody sends it by hand, and its secret is then forgotten", async () => {
  const { id, byHand } = await write();
  expect(byHand).toBe(true);
  expect(await letterFor(administrator, id)).toMatchObject({ link: LINK.url, state: "by_hand" });
  expect(await letterFor(editor, id)).toBeNull();
  expect(await lettersFor(editor)).toEqual([]);
  expect(await markLetterSent(editor, { id })).toMatchObject({ reason: "not-allowed" });
  orThrow(await markLetterSent(administrator, { id }));
  expect(await letterFor(administrator, id)).toMatchObject({
    state: "sent",
    link: null,
    linkGone: true,
    sentByHand: true,
  });
  expect(await markLetterSent(administrator, { id })).toMatchObject({ reason: "unknown-letter" });
});

test("a guarded link is shown to nobody before it is remembered that they have seen it, and in no list", async () => {
  const hash = "b".repeat(64);
  const { id } = await write({ link: { ...LINK, hash, guarded: true } });
  const other = actorFor("admin2", "administrator");
  expect(await letterFor(administrator, id)).toMatchObject({ link: null, guarded: true, linkGone: false });
  expect(await showLetterLink(editor, { id })).toMatchObject({ reason: "not-allowed" });
  orThrow(await showLetterLink(administrator, { id }));
  orThrow(await showLetterLink(administrator, { id }));
  expect(await db().linkShown.findMany({ where: { linkHash: hash } })).toMatchObject([
    { memberId: administrator.id },
  ]);
  expect(await letterFor(administrator, id)).toMatchObject({ link: LINK.url });
  expect(JSON.stringify([await letterFor(other, id), await lettersFor(administrator)])).not.toContain(
    LINK.url,
  );
  orThrow(await markLetterSent(administrator, { id }));
  expect(await showLetterLink(other, { id })).toMatchObject({ reason: "letter-link-gone" });
  expect(await letterFor(administrator, id)).toMatchObject({ link: null, guarded: false });
});

test("a link that is no longer good is not shown", async () => {
  const { id } = await write({ link: { ...LINK, until: new Date(Date.now() - 1) } });
  expect(await letterFor(administrator, id)).toMatchObject({ link: null, linkGone: true });
});

test("a letter is sent whole, once, by one of four senders at once", async () => {
  const id = await waiting();
  const sent: Mail[] = [];
  let goOn = () => {};
  const mayEnd = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const slow = async (mail: Mail) => {
    sent.push(mail);
    await mayEnd;
  };
  const others = Array.from({ length: 3 }, async () => {
    await until(async () => sent.length > 0);
    return send(id, slow);
  });
  const first = send(id, slow);
  // Whoever finds it held says so, and its job is tried again.
  expect(await Promise.all(others)).toEqual(["held", "held", "held"]);
  goOn();
  expect(await first).toBeNull();
  expect(await send(id, slow)).toBeNull();
  expect(sent).toEqual([
    {
      to: { name: "", address: LETTER.to },
      subject: LETTER.subject,
      text: `Hej!\n\n${LINK.url}`,
      messageId: `<${id}@belagt.example>`,
    },
  ]);
  expect(await letterFor(administrator, id)).toMatchObject({ state: "sent", link: null, sentByHand: false });
});

test("a worker that dies before it could note that a letter has gone has it repeated under the same id, never lost", async () => {
  const id = await waiting();
  const sent: Mail[] = [];
  const by = async (mail: Mail) => void sent.push(mail);
  const death = transaction(async () => {
    await send(id, by);
    throw new Error("killed");
  });
  await expect(death).rejects.toThrow("killed");
  expect(await letterFor(administrator, id)).toMatchObject({ state: "waiting", attempts: 0 });
  expect(await send(id, by, 2)).toBeNull();
  expect(sent.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`<${id}@belagt.example>`));
  expect(await letterFor(administrator, id)).toMatchObject({ state: "sent", attempts: 2 });
});

test("a letter that waits and has no job is given one, once, whenever the worker starts", async () => {
  const id = await waiting();
  expect(await jobsOf(id)).toEqual([]);
  orThrow(await queueLetters(worker, {}));
  orThrow(await queueLetters(worker, {}));
  expect(await jobsOf(id)).toMatchObject([{ state: "created" }]);
});

test("what waits for a mail server that has been taken away is then sent by hand", async () => {
  const id = await waiting();
  await sendWaitingLetter({ letterId: id }, { number: 1 });
  expect(await letterFor(administrator, id)).toMatchObject({ state: "by_hand", attempts: 0, link: LINK.url });
});

describe("once a mail server has been set up", () => {
  const settings = env as { BELAGT_SMTP_URL?: string };
  const setUp = () => {
    settings.BELAGT_SMTP_URL = "smtp://mail.example";
  };
  afterEach(() => {
    delete settings.BELAGT_SMTP_URL;
  });

  test("what cannot be sent is tried five times, further and further apart, then waits for somebody; nothing is lost", async () => {
    setUp();
    const refuse = async () => {
      throw new Error(`550 no such user\r\n${LINK.url}`);
    };
    const tried: string[] = [];
    const work = async ({ letterId }: { letterId: string }, { number }: { number: number }) => {
      const problem = await send(letterId, refuse, number);
      tried.push(letterId);
      if (problem) throw new TryAgain("recipient");
    };
    const { id } = await write();
    const working = await startWorker(process.env.DATABASE_URL ?? "", {
      ...tasks,
      "letter.send": { work, park: parkWaitingLetter },
    });
    const row = () => db().letter.findUniqueOrThrow({ where: { id } });
    const waits: number[] = [];
    for (let tries = 1; tries < MOST_TRIES; tries++) {
      await until(async () => (await row()).attempts === tries && (await jobsOf(id))[0]?.state === "retry");
      expect(tried.filter((each) => each === id)).toHaveLength(tries);
      expect(await row()).toMatchObject({ attempts: tries, state: "waiting", link: LINK.url });
      expect((await row()).lastError).toBe("550 no such user …");
      waits.push(((await jobsOf(id))[0]?.start.getTime() ?? 0) - Date.now());
      await db().$executeRawUnsafe(
        `UPDATE "pgboss"."job" SET "start_after" = now() WHERE "singleton_key" = $1`,
        id,
      );
    }
    await until(async () => (await row()).state === "failed");
    await working.stop();
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(await row()).toMatchObject({
      attempts: MOST_TRIES,
      lastError: "550 no such user …",
      link: LINK.url,
    });
    // Journalists see the jobs: what the mail server said of an address is not theirs.
    expect((await jobsOf(id)).map(({ state, problem }) => [state, problem])).toEqual([
      ["failed", "recipient"],
    ]);
    orThrow(await tryLetterAgain(administrator, { id }));
    expect(await letterFor(administrator, id)).toMatchObject({
      state: "waiting",
      attempts: 0,
      link: LINK.url,
    });
    expect((await jobsOf(id)).map(({ state }) => state)).toEqual(["failed", "created"]);
  }, 60_000);

  test("a letter is written with the job that sends it, or neither is", async () => {
    setUp();
    let lost = "";
    const undone = transaction(async (tx) => {
      lost = (await writeLetter(tx, administrator, LETTER, new Date())).id;
      throw new Error("the reason is gone");
    });
    await expect(undone).rejects.toThrow("the reason is gone");
    expect(await jobsOf(lost)).toEqual([]);
    const { id } = await write();
    expect(await jobsOf(id)).toMatchObject([{ state: "created" }]);
  });

  test("one that failed is tried again by hand when the mail server has been taken away", async () => {
    const { id } = await write();
    await db().letter.update({ where: { id }, data: { state: "failed", attempts: 5 } });
    orThrow(await tryLetterAgain(administrator, { id }));
    expect(await letterFor(administrator, id)).toMatchObject({ state: "by_hand", attempts: 0 });
    expect(await jobsOf(id)).toEqual([]);
  });

  test("a letter that was to be sent by hand is sent by it, once, when an administrator says so", async () => {
    const { id } = await write();
    expect(await sendLetterNow(administrator, { id })).toMatchObject({ reason: "no-mail-server" });
    setUp();
    expect(await sendLetterNow(editor, { id })).toMatchObject({ reason: "not-allowed" });
    const two = await Promise.all([1, 2].map(() => sendLetterNow(administrator, { id })));
    expect(two.map((each) => (each.ok ? "done" : each.reason)).sort()).toEqual(["done", "unknown-letter"]);
    expect(await letterFor(administrator, id)).toMatchObject({ state: "waiting", link: LINK.url });
    expect(await jobsOf(id)).toMatchObject([{ state: "created" }]);
    expect(await send(id, async () => undefined)).toBeNull();
    expect(await letterFor(administrator, id)).toMatchObject({ state: "sent", link: null });
    expect(await sendLetterNow(administrator, { id })).toMatchObject({ reason: "unknown-letter" });
  });

  test("neither that nor trying again sends a letter whose link is no longer good", async () => {
    const { id } = await write({ link: { ...LINK, until: new Date(Date.now() - 1) } });
    setUp();
    expect(await sendLetterNow(administrator, { id })).toMatchObject({ reason: "letter-link-gone" });
    expect(await letterFor(administrator, id)).toMatchObject({ state: "by_hand" });
    await db().letter.update({ where: { id }, data: { state: "failed", attempts: 5 } });
    expect(await tryLetterAgain(administrator, { id })).toMatchObject({ reason: "letter-link-gone" });
    expect(await letterFor(administrator, id)).toMatchObject({ state: "failed", attempts: 5 });
    // One that has no link is sent however old it is.
    const plain = await transaction((tx) => writeLetter(tx, administrator, { ...LETTER, text: "Hej!" }));
    await db().letter.update({ where: { id: plain.id }, data: { state: "failed", attempts: 5 } });
    orThrow(await tryLetterAgain(administrator, { id: plain.id }));
    expect(await letterFor(administrator, plain.id)).toMatchObject({ state: "waiting", attempts: 0 });
  });
});
