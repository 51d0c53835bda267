import "server-only";
import { isFresh, type Role } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { command } from "../../core/command.ts";
import { type Transaction, transaction } from "../../core/db.ts";
import { env } from "../../core/env.ts";
import { href, type Locale } from "../../core/language/language.ts";
import { translator } from "../../core/language/translator.ts";
import { done, type Result, refused } from "../../core/result.ts";
import { logSecurity } from "../auth/security-log.ts";
import { startSession } from "../auth/session-commands.ts";
import { isToken, newToken, tokenHash } from "../auth/token.ts";
import type { Visitor } from "../auth/visitor-request.ts";
import { eraseLink, writeLetter } from "../letter/letter-commands.ts";
import {
  createMember,
  type EntryRefusal,
  mayTryLink,
  passwordToKeep,
} from "../member/member-entry-commands.ts";
import type { NewMember } from "../member/member-schema.ts";
import { invitationByToken } from "./invitation-queries.ts";

/** For how long an invitation is good, ms. */
const GOOD_FOR = 7 * 24 * 3_600_000;

async function takeBack(tx: Transaction, where: { id: string } | { email: string }, now: Date) {
  const still = { ...where, usedAt: null, revokedAt: null };
  const rows = await tx.invitation.findMany({ where: still, select: { tokenHash: true } });
  for (const row of rows) await eraseLink(tx, row.tokenHash);
  return tx.invitation.updateMany({ where: still, data: { revokedAt: now } });
}

/** Offers somebody a role by a letter with a link. An earlier offer to the same address is taken back. */
export const invite = command<
  { email: string; role: Role; locale: Locale },
  { letter: string; byHand: boolean },
  "prove-again" | "already-a-member"
>({ name: "invitation.make", role: "administrator" }, async (tx, actor, { email, role, locale }, now) => {
  // Whoever finds the browser of an administrator open could otherwise invite themselves.
  if (!isFresh(actor, now)) return refused("prove-again");
  if ((await tx.member.count({ where: { email } })) > 0) return refused("already-a-member", "email");
  await takeBack(tx, { email }, now);
  const token = newToken();
  const hash = tokenHash(token);
  const until = new Date(now.getTime() + GOOD_FOR);
  await tx.invitation.create({
    data: { email, role, tokenHash: hash, expiresAt: until, createdAt: now, createdBy: actor.id },
  });
  const t = translator(locale);
  const url = `${env.BELAGT_BASE_URL}${href(locale, `/sign-in/invitation/${token}`)}`;
  const { id: letter, byHand } = await writeLetter(
    tx,
    actor,
    {
      to: email,
      subject: t("letters.invitation.subject"),
      text: t("letters.invitation.text", { role: t(`people.roles.${role}`), link: "{link}" }),
      link: { url, hash, until },
    },
    now,
  );
  logSecurity("invited", { result: "ok", how: role, by: actor.id }, now);
  return done({ letter, byHand });
});

export const revokeInvitation = command<{ id: string }, null, "unknown-invitation">(
  { name: "invitation.revoke", role: "administrator" },
  async (tx, actor, { id }, now) => {
    const { count } = await takeBack(tx, { id }, now);
    if (count === 0) return refused("unknown-invitation");
    logSecurity("invitation-taken-back", { result: "ok", by: actor.id }, now);
    return done(null);
  },
);

/**
 * Whoever calls it has a link and is nobody yet.
 *
 * Makes the member the invitation names: e-mail and role are the invitation's, whatever was sent. Once, also of several
 * at once.
 */
export async function acceptInvitation(
  token: string | undefined,
  { password, ...member }: NewMember,
  visitor: Visitor,
  now: Date = clock.now(),
): Promise<Result<{ token: string }, EntryRefusal | "already-a-member">> {
  if (!(await mayTryLink(visitor, now))) return refused("too-often");
  const offer = await invitationByToken(token, now);
  if (!offer || !isToken(token)) return refused("link-not-good");
  const kept = await passwordToKeep(password, { email: offer.email, name: member.name });
  if (!kept.ok) return kept;
  return transaction(async (tx) => {
    const hash = tokenHash(token);
    const { count } = await tx.invitation.updateMany({
      where: { tokenHash: hash, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) return refused("link-not-good");
    if ((await tx.member.count({ where: { email: offer.email } })) > 0) return refused("already-a-member");
    const { email, role } = offer;
    const id = await createMember(tx, { ...member, email, role }, kept.value, now);
    await eraseLink(tx, hash);
    logSecurity(
      "invitation-accepted",
      { result: "ok", how: role, member: id, address: visitor.address },
      now,
    );
    return done({ token: await startSession({ memberId: id, browser: visitor.browser }, now) });
  });
}
