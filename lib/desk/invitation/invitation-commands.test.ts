import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { administrator, editor } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { db } from "../../core/db.ts";
import { orThrow } from "../../core/result.ts";
import { sessionByToken } from "../auth/session-queries.ts";
import { newToken } from "../auth/token.ts";
import { actingAs, aMember, visitor } from "../member/member.fixture.ts";
import { newMember } from "../member/member-schema.ts";
import { acceptInvitation, invite, revokeInvitation } from "./invitation-commands.ts";
import { invitationsFor } from "./invitation-queries.ts";

vi.mock("node:crypto", async (original) =>
  (await import("../auth/password.fixture.ts")).cheaply(await original<typeof import("node:crypto")>()),
);

const DAY = 24 * 3_600_000;
const START = new Date("2026-11-23T12:00:00Z");
standAt(START);
const plus = (ms: number) => new Date(START.getTime() + ms);
const PERSON = {
  name: "Ny Person",
  byline: { sv: "Ny Person", en: "Ny Person" },
  password: "åtta röda kajaker i sjön",
};

beforeAll(ownDatabase);
beforeEach(async () => {
  await db().attempt.deleteMany();
});

let made = 0;
const anAddress = () => `invited-${++made}@belagt.example`;

async function invited(email: string, role: "editor" | "contributor" = "contributor") {
  const { letter, byHand } = orThrow(await invite(administrator, { email, role, locale: "sv" }, START));
  const row = await db().letter.findUniqueOrThrow({ where: { id: letter } });
  return { letter: row, byHand, token: row.link?.split("/").at(-1) ?? "" };
}

test("an invitation is a letter with a link, and the database keeps the link's hash only", async () => {
  const { letter, byHand, token } = await invited(anAddress());
  expect(byHand).toBe(true);
  expect(letter).toMatchObject({ state: "by_hand", createdBy: administrator.id });
  expect(letter.text).toContain("{link}");
  expect(letter.text).not.toContain(token);
  const rows = await db().$queryRaw<{ row: string }[]>`SELECT to_jsonb(i)::text AS row FROM "Invitation" i`;
  expect(rows.some(({ row }) => row.includes(token))).toBe(false);
});

test("only an administrator invites, sees invitations and takes them back", async () => {
  expect(await invite(editor, { email: anAddress(), role: "editor", locale: "sv" }, START)).toMatchObject({
    reason: "not-allowed",
  });
  expect(await invitationsFor(editor)).toEqual([]);
});

test("an administrator's browser left open invites nobody", async () => {
  const { actor } = await actingAs(await aMember("administrator"), START);
  const offer = { email: anAddress(), role: "editor", locale: "sv" } as const;
  expect(await invite(actor, offer, plus(6 * 60_000))).toMatchObject({ reason: "prove-again" });
  expect((await invite(actor, offer, START)).ok).toBe(true);
});

test("accepting makes the member that the invitation names, of ten at once one", async () => {
  const email = anAddress();
  const { token, letter } = await invited(email, "editor");
  const results = await Promise.all(
    Array.from({ length: 10 }, () => acceptInvitation(token, PERSON, visitor(), START)),
  );
  const inside = results.flatMap((each) => (each.ok ? [each.value.token] : []));
  expect(inside).toHaveLength(1);
  expect((await sessionByToken(inside[0], START))?.member).toMatchObject({ email, role: "editor" });
  expect(await acceptInvitation(token, PERSON, visitor(), START)).toMatchObject({ reason: "link-not-good" });
  expect(await db().letter.findUnique({ where: { id: letter.id } })).toMatchObject({ link: null });
});

test("a role or an e-mail sent along is refused, and one slipped past changes nothing", async () => {
  expect(newMember.safeParse({ ...PERSON, role: "administrator" }).success).toBe(false);
  expect(newMember.safeParse({ ...PERSON, email: "evil@belagt.example" }).success).toBe(false);
  const email = anAddress();
  const { token } = await invited(email);
  const slipped = { ...PERSON, role: "administrator", email: "evil@belagt.example" };
  orThrow(await acceptInvitation(token, slipped, visitor(), START));
  expect(await db().member.findUniqueOrThrow({ where: { email } })).toMatchObject({ role: "contributor" });
  expect(await db().member.count({ where: { email: "evil@belagt.example" } })).toBe(0);
});

test("an invitation that is too old, replaced, taken back or made up is refused", async () => {
  const old = await invited(anAddress());
  const email = anAddress();
  const replaced = await invited(email);
  await invited(email);
  const back = await invited(anAddress());
  const row = await db().invitation.findFirstOrThrow({ where: { email: back.letter.to } });
  orThrow(await revokeInvitation(administrator, { id: row.id }, START));
  expect(await revokeInvitation(administrator, { id: row.id }, START)).toMatchObject({
    reason: "unknown-invitation",
  });
  for (const [token, now] of [
    [old.token, plus(7 * DAY)],
    [replaced.token, START],
    [back.token, START],
    [newToken(), START],
  ] as const)
    expect(await acceptInvitation(token, PERSON, visitor(), now)).toMatchObject({ reason: "link-not-good" });
  expect(await db().letter.findUnique({ where: { id: back.letter.id } })).toMatchObject({ link: null });
});

test("somebody who is a member already is not invited", async () => {
  const { email } = await aMember();
  expect(await invite(administrator, { email, role: "editor", locale: "sv" }, START)).toMatchObject({
    reason: "already-a-member",
  });
});
