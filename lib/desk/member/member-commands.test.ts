import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { actorFor, administrator, editor } from "../../core/actor.fixture.ts";
import { isFresh } from "../../core/actor.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { db } from "../../core/db.ts";
import { orThrow } from "../../core/result.ts";
import { sessionByToken } from "../auth/session-queries.ts";
import { actorOf } from "../auth/session-request.ts";
import { signIn } from "../auth/sign-in-commands.ts";
import { newToken } from "../auth/token.ts";
import { actingAs, aMember, PASSWORD, visitor } from "./member.fixture.ts";
import {
  changeEmail,
  changePassword,
  changeProfile,
  changeRole,
  disableMember,
  enableMember,
  makeResetLink,
  removeSecondFactor,
} from "./member-commands.ts";
import { becomeFirstAdministrator, renewFirstLink, resetPassword } from "./member-entry-commands.ts";
import { memberFor, memberNames, membersFor } from "./member-queries.ts";
import { firstMember, newMember } from "./member-schema.ts";

vi.mock("node:crypto", async (original) =>
  (await import("../auth/password.fixture.ts")).cheaply(await original<typeof import("node:crypto")>()),
);

vi.hoisted(() => {
  process.env.BELAGT_SECRET = "a secret for tests, long enough for them";
});

const MINUTE = 60_000;
const START = new Date("2026-11-23T12:00:00Z");
standAt(START);
const plus = (ms: number) => new Date(START.getTime() + ms);
const NEW = "åtta röda kajaker i Huddinge";

beforeAll(ownDatabase);
beforeEach(async () => {
  await db().attempt.deleteMany();
});

describe("the first administrator", () => {
  const person = (n: number) => ({
    email: `first-${n}@belagt.example`,
    name: "Först",
    byline: { sv: "Först", en: "First" },
    password: NEW,
  });

  test("is one, however many open the link at once; and each start makes the link before it worthless", async () => {
    const old = await renewFirstLink(START);
    const token = await renewFirstLink(START);
    expect(await becomeFirstAdministrator(old ?? "", person(0), visitor(), START)).toMatchObject({
      reason: "link-not-good",
    });
    const late = plus(25 * 60 * MINUTE);
    expect(await becomeFirstAdministrator(token ?? "", person(0), visitor(), late)).toMatchObject({
      reason: "link-not-good",
    });
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, n) => becomeFirstAdministrator(token ?? "", person(n), visitor(), START)),
    );
    const inside = results.flatMap((each) => (each.ok ? [each.value] : []));
    expect(inside).toHaveLength(1);
    expect(await db().member.count()).toBe(1);
    expect((await sessionByToken(inside[0]?.token, START))?.member.role).toBe("administrator");
    expect(await renewFirstLink(START)).toBeNull();
  });

  test("cannot bring a role or an id along", () => {
    expect(firstMember.safeParse({ ...person(1), role: "administrator" }).success).toBe(false);
    expect(newMember.safeParse({ ...person(1), id: "x" }).success).toBe(false);
  });
});

describe("changing how one signs in", () => {
  test("asks for a fresh sign-in", async () => {
    const { actor } = await actingAs(await aMember(), START);
    const late = plus(6 * MINUTE);
    expect(isFresh(actor, late)).toBe(false);
    for (const result of [
      await changePassword(actor, { password: NEW }, late),
      await changeEmail(actor, { email: "new@belagt.example" }, late),
      await changePassword(actorFor("nobody", "editor"), { password: "kort" }, new Date(8.64e15)),
    ])
      expect(result).toMatchObject({ ok: false, reason: "prove-again" });
  });

  test("a new password ends every other session, and this one goes on under a new token", async () => {
    const member = await aMember();
    const other = await actingAs(member, START);
    const { actor, token } = await actingAs(member, START);
    const { token: renewed } = orThrow(await changePassword(actor, { password: NEW }, START));
    for (const old of [other.token, token]) expect(await sessionByToken(old, START)).toBeNull();
    expect(await sessionByToken(renewed, START)).not.toBeNull();
    const by = (password: string) => signIn({ email: member.email, password }, visitor(), undefined, START);
    expect((await by(PASSWORD)).ok).toBe(false);
    expect((await by(NEW)).ok).toBe(true);
  });

  test("a refused password changes nothing, and says why", async () => {
    const { actor, token } = await actingAs(await aMember(), START);
    expect(await changePassword(actor, { password: "password1234" }, START)).toEqual({
      ok: false,
      reason: "password-common",
      field: "password",
    });
    expect(await sessionByToken(token, START)).not.toBeNull();
  });

  test("an e-mail address belongs to one member, whatever its capitals", async () => {
    const [one, two] = [await aMember(), await aMember()];
    const { actor } = await actingAs(one, START);
    expect(await changeEmail(actor, { email: two.email }, START)).toMatchObject({ reason: "already-there" });
    await expect(
      db().member.update({ where: { id: one.id }, data: { email: two.email.toUpperCase() } }),
    ).rejects.toThrow();
  });

  test("names need no fresh sign-in", async () => {
    const member = await aMember();
    const { actor } = await actingAs(member, START);
    orThrow(await changeProfile(actor, { name: "Ny", byline: { sv: "Ny", en: "New" } }, plus(60 * MINUTE)));
    expect((await memberNames([member.id, "no id"])).get(member.id)).toBe("Ny");
  });
});

describe("administrators", () => {
  test("only they see and manage accounts", async () => {
    const { id } = await aMember();
    const locale = "sv" as const;
    for (const command of [
      changeRole(editor, { id, role: "editor" }),
      disableMember(editor, { id }),
      enableMember(editor, { id }),
      makeResetLink(editor, { id, locale }),
    ])
      expect(await command).toMatchObject({ reason: "not-allowed" });
    expect(await membersFor(editor)).toEqual([]);
    expect(await memberFor(editor, id)).toBeNull();
  });

  test("a changed role ends the member's sessions; signing in again gives the new one", async () => {
    const member = await aMember("editor");
    const { token } = await actingAs(member, START);
    orThrow(await changeRole(administrator, { id: member.id, role: "contributor" }, START));
    expect(await sessionByToken(token, START)).toBeNull();
    expect((await actingAs(member, START)).actor.role).toBe("contributor");
  });

  test("a role changed behind our back counts at the next request", async () => {
    const member = await aMember("editor");
    const { token } = await actingAs(member, START);
    await db().member.update({ where: { id: member.id }, data: { role: "contributor" } });
    const session = await sessionByToken(token, START);
    expect(session && actorOf(session).role).toBe("contributor");
  });

  test("a disabled member is out at once, and in again only by signing in once enabled", async () => {
    const member = await aMember();
    const { token } = await actingAs(member, START);
    orThrow(await disableMember(administrator, { id: member.id }, START));
    const given = { email: member.email, password: PASSWORD };
    expect(await sessionByToken(token, START)).toBeNull();
    expect((await signIn(given, visitor(), undefined, START)).ok).toBe(false);
    orThrow(await enableMember(administrator, { id: member.id }, START));
    expect(await sessionByToken(token, START)).toBeNull();
    expect((await signIn(given, visitor(), undefined, START)).ok).toBe(true);
  });

  test("prove who they are before they change how others sign in; shutting somebody out waits for nothing", async () => {
    const { actor } = await actingAs(await aMember("administrator"), START);
    const { id } = await aMember();
    const later = plus(6 * MINUTE);
    for (const command of [
      changeRole(actor, { id, role: "administrator" }, later),
      removeSecondFactor(actor, { id }, later),
      makeResetLink(actor, { id, locale: "sv" }, later),
    ])
      expect(await command).toMatchObject({ reason: "prove-again" });
    orThrow(await disableMember(actor, { id }, later));
  });

  test("the last who can sign in stays administrator, also when two demote each other at once", async () => {
    await db().member.updateMany({ where: { role: "administrator" }, data: { disabledAt: START } });
    const [one, two] = [await aMember("administrator"), await aMember("administrator")];
    const [{ actor: first }, { actor: second }] = [await actingAs(one, START), await actingAs(two, START)];
    const results = await Promise.all([
      changeRole(first, { id: two.id, role: "editor" }, START),
      changeRole(second, { id: one.id, role: "editor" }, START),
    ]);
    expect(results.filter((each) => each.ok)).toHaveLength(1);
    expect(results.find((each) => !each.ok)).toMatchObject({ reason: "last-administrator" });
    const left = await db().member.findFirstOrThrow({ where: { role: "administrator", disabledAt: null } });
    expect(await disableMember(administrator, { id: left.id }, START)).toMatchObject({
      reason: "last-administrator",
    });
  });
});

describe("a reset link", () => {
  const linkFor = async (id: string, now = START) => {
    const { letter } = orThrow(await makeResetLink(administrator, { id, locale: "sv" }, now));
    const row = await db().letter.findUniqueOrThrow({ where: { id: letter } });
    expect(row.link).toMatch(/^https:\/\/belagt\.example\/sign-in\/reset\/[\w-]{43}$/);
    return { letter, token: row.link?.split("/").at(-1) ?? "" };
  };

  test("is kept as a hash, works once of five times at once, ends all sessions and leaves the letter", async () => {
    const member = await aMember();
    const { token: cookie } = await actingAs(member, START);
    const { letter, token } = await linkFor(member.id);
    const kept = await db().$queryRaw<
      { row: string }[]
    >`SELECT to_jsonb(v)::text AS row FROM "Verification" v`;
    expect(kept.some(({ row }) => row.includes(token))).toBe(false);
    const results = await Promise.all(
      Array.from({ length: 5 }, () => resetPassword(token, NEW, visitor(), START)),
    );
    expect(results.filter((each) => each.ok)).toHaveLength(1);
    expect(await sessionByToken(cookie, START)).toBeNull();
    expect((await signIn({ email: member.email, password: NEW }, visitor(), undefined, START)).ok).toBe(true);
    expect(await db().letter.findUnique({ where: { id: letter } })).toMatchObject({ link: null });
  });

  test("is refused when it is too old, replaced, made up, or the member is disabled", async () => {
    const [one, two, three] = [await aMember(), await aMember(), await aMember()];
    const old = await linkFor(one.id);
    const replaced = await linkFor(two.id);
    await linkFor(two.id);
    const shut = await linkFor(three.id);
    orThrow(await disableMember(administrator, { id: three.id }, START));
    for (const [token, now] of [
      [old.token, plus(61 * MINUTE)],
      [replaced.token, START],
      [shut.token, START],
      [newToken(), START],
      ["", START],
    ] as const)
      expect(await resetPassword(token, NEW, visitor(), now)).toMatchObject({ reason: "link-not-good" });
  });

  test("survives a password that is refused", async () => {
    const { id } = await aMember();
    const { token } = await linkFor(id);
    expect(await resetPassword(token, "kort", visitor(), START)).toMatchObject({
      reason: "password-too-short",
    });
    expect((await resetPassword(token, NEW, visitor(), START)).ok).toBe(true);
  });
});
