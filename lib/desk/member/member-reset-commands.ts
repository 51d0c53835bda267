import "server-only";
import { clock } from "../../core/clock.ts";
import { type Transaction, transaction } from "../../core/db.ts";
import { env } from "../../core/env.ts";
import { href, type Locale } from "../../core/language/language.ts";
import { translator } from "../../core/language/translator.ts";
import { done, type Result, refused } from "../../core/result.ts";
import { networkBucket } from "../auth/network.ts";
import { logSecurity } from "../auth/security-log.ts";
import { newToken, tokenHash } from "../auth/token.ts";
import type { Visitor } from "../auth/visitor-request.ts";
import { eraseLink, writeLetter } from "../letter/letter-commands.ts";
import { LIMITS, takeAttempt } from "../limit/limit-commands.ts";

const HOUR = 3_600_000;

/** For how long a reset link is good, ms. */
const RESET_LINK = HOUR;

/** The same where an administrator has to hand the letter over first: somebody is at the desk within a day. */
const HANDED_OVER_LINK = 24 * HOUR;

/**
 * How long the answer to a forgotten password takes, ms: longer than the work for a member, which is not waited for.
 * Whether there is such a member therefore shows in nothing.
 */
export const ANSWER_AFTER = 400;

/**
 * Ends the links of a member that have not been used.
 */
export async function dropResetLinks(tx: Transaction, memberId: string): Promise<void> {
  const where = { memberId, purpose: "reset_password", usedAt: null } as const;
  for (const { tokenHash: hash } of await tx.verification.findMany({ where })) await eraseLink(tx, hash);
  await tx.verification.deleteMany({ where });
}

interface ResetLetter {
  readonly member: { readonly id: string; readonly email: string; readonly name: string };
  readonly locale: Locale;
  /** Who asked for it: an administrator, or somebody who has forgotten their password. */
  readonly askedBy: { readonly id: string } | "visitor";
}

/** A link by which a member sets a new password, in a letter to them. */
export async function writeResetLink(
  tx: Transaction,
  { member, locale, askedBy }: ResetLetter,
  now: Date,
): Promise<{ letter: string; byHand: boolean }> {
  const forgotten = askedBy === "visitor";
  const token = newToken();
  const hash = tokenHash(token);
  const isHandedOver = forgotten && env.BELAGT_SMTP_URL === undefined;
  const goodFor = isHandedOver ? HANDED_OVER_LINK : RESET_LINK;
  const until = new Date(now.getTime() + goodFor);
  await tx.verification.create({
    data: { purpose: "reset_password", memberId: member.id, tokenHash: hash, expiresAt: until },
  });
  const t = translator(locale);
  const url = `${env.BELAGT_BASE_URL}${href(locale, `/sign-in/reset/${token}`)}`;
  const words = { name: member.name, link: "{link}" };
  const { id: letter, byHand } = await writeLetter(
    tx,
    forgotten ? { id: "visitor" } : askedBy,
    {
      to: member.email,
      subject: t("letters.reset.subject"),
      text: forgotten
        ? t("letters.reset.forgotten", { ...words, hours: goodFor / HOUR })
        : t("letters.reset.text", words),
      link: { url, hash, until },
    },
    now,
  );
  return { letter, byHand };
}

/**
 * Somebody says that they have forgotten the password of an account. The answer is the same whether there is one, and so
 * is the time it takes. Links made before stay good, so that a stranger who asks ends nobody's; and as long as a letter
 * with a good link has not gone, there is no second one, so that a stranger fills nobody's list of letters.
 */
export async function askForResetLink(
  { email, locale }: { readonly email: string; readonly locale: Locale },
  visitor: Visitor,
  now: Date = clock.now(),
): Promise<Result<null, "too-often">> {
  const taken = [
    await takeAttempt(LIMITS.forgottenAccount, email, now),
    await takeAttempt(LIMITS.forgottenNetwork, networkBucket(visitor.address), now),
  ];
  if (taken.includes("first-too-many"))
    logSecurity("locked", { result: "refused", how: "forgotten", address: visitor.address }, now);
  if (!taken.every((each) => each === "taken")) return refused("too-often");
  sendTo(email, locale, visitor, now).catch((error: unknown) => console.error(error));
  await new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER));
  return done(null);
}

function sendTo(email: string, locale: Locale, { address }: Visitor, now: Date): Promise<void> {
  return transaction(async (tx) => {
    const [member] = await tx.$queryRaw<{ id: string; email: string; name: string }[]>`
      SELECT "id", "email", "name" FROM "Member" WHERE "email" = ${email} AND "disabledAt" IS NULL FOR UPDATE`;
    if (!member) {
      logSecurity("reset-link-made", { result: "refused", how: "forgotten", address }, now);
      return;
    }
    const links = await tx.verification.findMany({
      where: { memberId: member.id, purpose: "reset_password", usedAt: null, expiresAt: { gt: now } },
      select: { tokenHash: true },
    });
    const unsent = await tx.letter.count({
      where: { linkHash: { in: links.map(({ tokenHash: hash }) => hash) }, state: { not: "sent" } },
    });
    if (unsent > 0) return;
    await writeResetLink(tx, { member, locale, askedBy: "visitor" }, now);
    logSecurity("reset-link-made", { result: "ok", how: "forgotten", member: member.id, address }, now);
  });
}
