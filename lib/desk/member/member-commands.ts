import "server-only";
import { type Actor, isFresh, type Role } from "../../core/actor.ts";
import { command } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import type { Locale } from "../../core/language/language.ts";
import { done, type Result, refused } from "../../core/result.ts";
import type { PasswordFault } from "../auth/password-rules.ts";
import { forgetSecondFactor } from "../auth/second-factor-commands.ts";
import { logSecurity } from "../auth/security-log.ts";
import { endSessionsOf, renewSession } from "../auth/session-commands.ts";
import { passwordToKeep } from "./member-entry-commands.ts";
import { dropResetLinks, writeResetLink } from "./member-reset-commands.ts";
import type { MemberProfile } from "./member-schema.ts";

/** The member's own name and bylines. What is published keeps the byline it was published under. */
export const changeProfile = command<MemberProfile, null>(
  { name: "member.change-profile", role: "contributor" },
  async (tx, actor, { name, byline }) => {
    await tx.member.update({
      where: { id: actor.id },
      data: { name, bylineSv: byline.sv, bylineEn: byline.en },
    });
    return done(null);
  },
);

/** A change of how one signs in: this session goes on under a new token, the others end. */
async function afterChange(actor: Actor): Promise<Result<{ token: string }, "prove-again">> {
  if (!actor.session) return refused("prove-again");
  await endSessionsOf(actor.id, actor.session.id);
  return done({ token: await renewSession(actor.session.id, {}) });
}

export const changePassword = command<
  { password: string },
  { token: string },
  "prove-again" | "too-many-at-once" | PasswordFault
>({ name: "member.change-password", role: "contributor" }, async (tx, actor, { password }, now) => {
  if (!isFresh(actor, now)) return refused("prove-again");
  const about = await tx.member.findUniqueOrThrow({ where: { id: actor.id } });
  const kept = await passwordToKeep(password, about);
  if (!kept.ok) return kept;
  await tx.credential.update({
    where: { memberId: actor.id },
    data: { passwordHash: kept.value, changedAt: now },
  });
  await dropResetLinks(tx, actor.id);
  logSecurity("password-changed", { result: "ok", member: actor.id }, now);
  return afterChange(actor);
});

export const changeEmail = command<{ email: string }, { token: string }, "prove-again">(
  { name: "member.change-email", role: "contributor" },
  async (tx, actor, { email }, now) => {
    if (!isFresh(actor, now)) return refused("prove-again");
    await tx.member.update({ where: { id: actor.id }, data: { email } });
    // What went to the old address opens nothing any more.
    await dropResetLinks(tx, actor.id);
    logSecurity("e-mail-changed", { result: "ok", member: actor.id }, now);
    return afterChange(actor);
  },
);

/**
 * Whether there would still be an administrator who can sign in without this member. Locks them all, so that two who
 * take each other's rights away at once cannot both succeed.
 */
async function isLastAdministrator(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "Member" WHERE "role" = 'administrator' AND "disabledAt" IS NULL ORDER BY "id" FOR UPDATE`;
  return rows.length === 1 && rows[0]?.id === id;
}

/** Gives a member another role. Their sessions end: what they may do is settled anew when they sign in. */
export const changeRole = command<
  { id: string; role: Role },
  null,
  "prove-again" | "unknown-member" | "last-administrator"
>({ name: "member.change-role", role: "administrator" }, async (tx, actor, { id, role }, now) => {
  if (!isFresh(actor, now)) return refused("prove-again");
  if (role !== "administrator" && (await isLastAdministrator(tx, id)))
    return refused("last-administrator", "role");
  const { count } = await tx.member.updateMany({ where: { id, NOT: { role } }, data: { role } });
  if (count === 0)
    return (await tx.member.count({ where: { id } })) > 0 ? done(null) : refused("unknown-member");
  await endSessionsOf(id);
  logSecurity("role-changed", { result: "ok", how: role, member: id, by: actor.id }, now);
  return done(null);
});

/** Shuts a member out, at once and everywhere. Their reset links are worth nothing from then on. */
export const disableMember = command<{ id: string }, null, "unknown-member" | "last-administrator">(
  { name: "member.disable", role: "administrator" },
  async (tx, actor, { id }, now) => {
    if (await isLastAdministrator(tx, id)) return refused("last-administrator");
    const { count } = await tx.member.updateMany({
      where: { id, disabledAt: null },
      data: { disabledAt: now },
    });
    if (count === 0) return refused("unknown-member");
    await endSessionsOf(id);
    await dropResetLinks(tx, id);
    logSecurity("member-disabled", { result: "ok", member: id, by: actor.id }, now);
    return done(null);
  },
);

export const enableMember = command<{ id: string }, null, "unknown-member">(
  { name: "member.enable", role: "administrator" },
  async (tx, actor, { id }, now) => {
    const { count } = await tx.member.updateMany({
      where: { id, disabledAt: { not: null } },
      data: { disabledAt: null },
    });
    if (count === 0) return refused("unknown-member");
    logSecurity("member-enabled", { result: "ok", member: id, by: actor.id }, now);
    return done(null);
  },
);

/** For a member who has lost the phone and the backup codes. Their sessions end. */
export const removeSecondFactor = command<{ id: string }, null, "prove-again" | "unknown-member">(
  { name: "member.remove-second-factor", role: "administrator" },
  async (tx, actor, { id }, now) => {
    if (!isFresh(actor, now)) return refused("prove-again");
    if ((await tx.member.count({ where: { id } })) === 0) return refused("unknown-member");
    await forgetSecondFactor(tx, id);
    await endSessionsOf(id);
    logSecurity("second-factor-off", { result: "ok", member: id, by: actor.id }, now);
    return done(null);
  },
);

/** A link by which a member sets a new password, in a letter to them. The ones before it are worth nothing. */
export const makeResetLink = command<
  { id: string; locale: Locale },
  { letter: string; byHand: boolean },
  "prove-again" | "unknown-member"
>({ name: "member.make-reset-link", role: "administrator" }, async (tx, actor, { id, locale }, now) => {
  if (!isFresh(actor, now)) return refused("prove-again");
  const member = await tx.member.findFirst({ where: { id, disabledAt: null } });
  if (!member) return refused("unknown-member");
  await dropResetLinks(tx, id);
  const { letter, byHand } = await writeResetLink(tx, { member, locale, askedBy: actor }, now);
  logSecurity("reset-link-made", { result: "ok", member: id, by: actor.id }, now);
  return done({ letter, byHand });
});
