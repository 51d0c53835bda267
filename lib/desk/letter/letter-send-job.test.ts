import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { libFlags } from "../../../bin/seed.ts";
import { type MailServer, startMailServer } from "../../../e2e/fixtures/mail-server.ts";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { administrator } from "../../core/actor.fixture.ts";
import { db, transaction } from "../../core/db.ts";
import { env } from "../../core/env.ts";
import { writeLetter } from "./letter-commands.ts";
import { sendWaitingLetter } from "./letter-send-job.ts";

let mail: MailServer;

beforeAll(async () => {
  await ownDatabase();
  mail = await startMailServer();
  Object.assign(env, { BELAGT_SMTP_URL: mail.url, BELAGT_MAIL_FROM: "Belagt <desk@belagt.example>" });
});
afterAll(() => mail.close());

test("a letter reaches a mail server with its words, its sender and its one recipient", async () => {
  const letter = {
    to: "anna@belagt.example",
    subject: "Inbjudan till redaktionen åt dig",
    text: "Hej!\n\n.Bcc: all@belagt.example\n{link}",
    link: {
      url: "https://belagt.example/sign-in/reset/x",
      hash: "a".repeat(64),
      until: new Date(Date.now() + 3_600_000),
    },
  };
  const { id } = await transaction((tx) => writeLetter(tx, administrator, letter));
  await sendWaitingLetter({ letterId: id }, { number: 1 });
  const told = mail.told();
  expect(told).toContain("MAIL FROM:<desk@belagt.example>");
  expect(told.match(/RCPT TO:<[^>]*>/g)).toEqual(["RCPT TO:<anna@belagt.example>"]);
  expect(told).toMatch(/^From: Belagt <desk@belagt\.example>\r$/m);
  expect(told).toMatch(/^To: anna@belagt\.example\r$/m);
  expect(told).toContain(`Message-ID: <${id}@belagt.example>`);
  expect(told).not.toMatch(/^Bcc:/m);
  expect(told).toContain("https://belagt.example/sign-in/reset/x");
  expect(await db().letter.findUnique({ where: { id } })).toMatchObject({ state: "sent", link: null });
});

test("a letter that waits in a database of before, with no job, is sent when the worker starts", async () => {
  const { id } = await db().letter.create({
    data: {
      to: "lena@belagt.example",
      subject: "Ett gammalt brev",
      text: "Hej!",
      state: "waiting",
      createdBy: "x",
    },
  });
  const worker = spawn(process.execPath, [...libFlags, "bin/worker-child.ts"], {
    env: { ...process.env, BELAGT_SMTP_URL: mail.url, BELAGT_MAIL_FROM: "desk@belagt.example" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const gone = once(worker, "exit");
  for (let looks = 0; looks < 600 && !mail.told().includes("RCPT TO:<lena@belagt.example>"); looks++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const state = async () => (await db().letter.findUniqueOrThrow({ where: { id } })).state;
  for (let looks = 0; looks < 100 && (await state()) !== "sent"; looks++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  worker.kill("SIGTERM");
  await gone;
  expect(mail.told().split("RCPT TO:<lena@belagt.example>")).toHaveLength(2);
  expect(await state()).toBe("sent");
  // What it forgets when it starts it has asked for too.
  const swept = await db().$queryRaw`SELECT FROM "pgboss"."job" WHERE "name" = 'retention.sweep'`;
  expect(swept).toHaveLength(1);
}, 60_000);
