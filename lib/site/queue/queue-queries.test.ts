import { beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { administrator, editor } from "../../core/actor.fixture.ts";
import type { Actor } from "../../core/actor.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { db, transaction } from "../../core/db.ts";
import { orThrow } from "../../core/result.ts";
import { invite, revokeInvitation } from "../../desk/invitation/invitation-commands.ts";
import { invitationsFor } from "../../desk/invitation/invitation-queries.ts";
import { markLetterSent, writeLetter } from "../../desk/letter/letter-commands.ts";
import { queueOf } from "./queue-queries.ts";

const START = new Date("2026-11-23T12:00:00Z");
standAt(START);
const plus = (days: number) => new Date(START.getTime() + days * 24 * 3_600_000);

beforeAll(ownDatabase);

const kinds = async (actor: Actor, kind: string, now = START) =>
  (await queueOf(actor, now)).filter((item) => item.kind === kind);

test("a letter that somebody has to send waits for administrators, until it is sent", async () => {
  const letter = { to: "anna@belagt.example", subject: "En fråga", text: "Hej!" };
  const { id } = await transaction((tx) => writeLetter(tx, administrator, letter, START));
  expect(await kinds(editor, "letter")).toEqual([]);
  const waiting = {
    ...{ id, href: `/desk/letters/${id}`, at: START.toISOString() },
    title: { sv: "anna@belagt.example: En fråga", en: "anna@belagt.example: En fråga" },
  };
  expect(await kinds(administrator, "letter")).toMatchObject([waiting]);
  await db().letter.update({ where: { id }, data: { state: "failed", attempts: 5 } });
  expect(await kinds(administrator, "letter")).toMatchObject([waiting]);
  // On its way is the server's to do.
  await db().letter.update({ where: { id }, data: { state: "waiting" } });
  expect(await kinds(administrator, "letter")).toEqual([]);
  orThrow(await markLetterSent(administrator, { id }));
  expect(await kinds(administrator, "letter")).toEqual([]);
});

test("who was invited and has not come is named when the link has run out, until invited anew or taken back", async () => {
  const email = "eva@belagt.example";
  orThrow(await invite(administrator, { email, role: "editor", locale: "sv" }, START));
  expect(await kinds(administrator, "invitation", plus(6))).toEqual([]);
  const [late] = await kinds(administrator, "invitation", plus(7));
  expect(late).toMatchObject({ href: "/desk/people", title: { sv: email }, at: plus(7).toISOString() });
  expect(await kinds(editor, "invitation", plus(7))).toEqual([]);
  expect(await invitationsFor(administrator, plus(7))).toMatchObject([{ email, hasRunOut: true }]);
  orThrow(await invite(administrator, { email, role: "editor", locale: "sv" }, plus(8)));
  expect(await kinds(administrator, "invitation", plus(9))).toEqual([]);
  expect(await invitationsFor(administrator, plus(9))).toMatchObject([{ email, hasRunOut: false }]);
  const [again] = await kinds(administrator, "invitation", plus(16));
  orThrow(await revokeInvitation(administrator, { id: again?.id ?? "" }, plus(16)));
  expect(await kinds(administrator, "invitation", plus(16))).toEqual([]);
});
