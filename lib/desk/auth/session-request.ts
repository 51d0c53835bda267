import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { type Actor, mintActor } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { href, type Locale } from "../../core/language/language.ts";
import { markSeen } from "./session-commands.ts";
import { sessionToken } from "./session-cookie-request.ts";
import { halfSessionByToken, type SessionView, sessionByToken } from "./session-queries.ts";

/** The sign-in this request comes with, looked up once for a request. Null: nobody we know. */
export const currentSession = cache(async (): Promise<SessionView | null> => {
  const now = clock.now();
  const session = await sessionByToken(await sessionToken(), now);
  if (session) await markSeen(session.id, now);
  return session;
});

export const actorOf = ({ id, secondFactor, freshUntil, member }: SessionView): Actor =>
  mintActor({
    id: member.id,
    role: member.role,
    byline: member.byline,
    secondFactor: secondFactor !== null,
    session: { id, freshUntil },
    readsPages: true,
  });

/** Who asks, or null. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await currentSession();
  return session && actorOf(session);
});

/** Whether the password was right and the second step is to come. */
export const hasHalfSession = async (): Promise<boolean> =>
  (await halfSessionByToken(await sessionToken(), clock.now())) !== null;

/** Who asks, for a page of the desk: whoever is not signed in is sent to do so, and comes back to `path`. */
export async function requireSession(
  locale: Locale,
  path: string,
): Promise<{ session: SessionView; actor: Actor }> {
  const session = await currentSession();
  if (!session) redirect(`${href(locale, "/sign-in")}?next=${encodeURIComponent(href(locale, path))}`);
  return { session, actor: actorOf(session) };
}
