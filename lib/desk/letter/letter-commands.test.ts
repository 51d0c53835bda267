import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { administrator, editor } from "../../core/actor.fixture.ts";
import { db, transaction } from "../../core/db.ts";
import { env } from "../../core/env.ts";
import { orThrow } from "../../core/result.ts";
import { markLetterSent, sendLetterNow, tryLetterAgain, writeLetter } from "./letter-commands.ts";
import { letterFor, lettersFor } from "./letter-queries.ts";
import { type Mail, sendNextLetter } from "./letter-sender.ts";

const clients: pg.Client[] = [];
const connected = async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  clients.push(client);
  await client.connect();
  return client;
};

beforeAll(ownDatabase);
afterAll(() => Promise.all(clients.map((client) => client.end())));

const LETTER = { to: "anna@belagt.example", subject: "En fråga", text: "Hej!\n\n{link}" };
const LINK = {
  url: "https://belagt.example/sign-in/reset/secret",
  hash: "a".repeat(64),
  until: new Date(Date.now() + 3_600_000),
};
const write = (letter = {}) =>
  transaction((tx) => writeLetter(tx, administrator, { ...LETTER, link: LINK, ...letter }, new Date()));
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

test("a link that is no longer good is not shown", async () => {
  const { id } = await write({ link: { ...LINK, until: new Date(Date.now() - 1) } });
  expect(await letterFor(administrator, id)).toMatchObject({ link: null, linkGone: true });
});

test("a letter is sent whole, once, by one of four senders at once", async () => {
  const id = await waiting();
  const sent: Mail[] = [];
  const send = async (mail: Mail) => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    sent.push(mail);
  };
  const found = await Promise.all(
    [await connected(), await connected(), await connected(), await connected()].map((client) =>
      sendNextLetter(client, send, "belagt.example"),
    ),
  );
  expect(found.filter(Boolean)).toHaveLength(1);
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

test("what cannot be sent is tried five times, further and further apart, then waits for somebody; nothing is lost", async () => {
  const id = await waiting();
  const client = await connected();
  const refuse = async () => {
    throw new Error(`550 no such user\r\n${LINK.url}`);
  };
  const waits: number[] = [];
  for (let tries = 1; tries <= 5; tries++) {
    expect(await sendNextLetter(client, refuse, "belagt.example")).toBe(true);
    expect(await sendNextLetter(client, refuse, "belagt.example")).toBe(false);
    const row = await db().letter.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ attempts: tries, state: tries === 5 ? "failed" : "waiting", link: LINK.url });
    expect(row.lastError).toBe("550 no such user …");
    waits.push(row.tryAt.getTime() - Date.now());
    await db().letter.update({ where: { id }, data: { tryAt: new Date() } });
  }
  expect(waits.slice(0, 4)).toEqual(waits.slice(0, 4).toSorted((a, b) => a - b));
  expect(await letterFor(administrator, id)).toMatchObject({ state: "failed", link: LINK.url });
  orThrow(await tryLetterAgain(administrator, { id }));
  expect(await letterFor(administrator, id)).toMatchObject({ state: "by_hand", attempts: 0 });
});

describe("once a mail server has been set up", () => {
  const settings = env as { BELAGT_SMTP_URL?: string };
  const setUp = () => {
    settings.BELAGT_SMTP_URL = "smtp://mail.example";
  };
  afterEach(() => {
    delete settings.BELAGT_SMTP_URL;
  });

  test("a letter that was to be sent by hand is sent by it, once, when an administrator says so", async () => {
    const { id } = await write();
    expect(await sendLetterNow(administrator, { id })).toMatchObject({ reason: "no-mail-server" });
    setUp();
    expect(await sendLetterNow(editor, { id })).toMatchObject({ reason: "not-allowed" });
    const two = await Promise.all([1, 2].map(() => sendLetterNow(administrator, { id })));
    expect(two.map((each) => (each.ok ? "done" : each.reason)).sort()).toEqual(["done", "unknown-letter"]);
    expect(await letterFor(administrator, id)).toMatchObject({ state: "waiting", link: LINK.url });
    const sent: Mail[] = [];
    const client = await connected();
    const send = async (mail: Mail) => void sent.push(mail);
    while (await sendNextLetter(client, send, "belagt.example"));
    expect(sent.filter(({ messageId }) => messageId.includes(id))).toHaveLength(1);
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
