import "server-only";
import { redirect } from "next/navigation";
import { isFresh } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import type { Locale } from "../../core/language/language.ts";
import { againPath } from "./secret-form-request.ts";
import { requireSession } from "./session-request.ts";

/** As `requireSession`, for pages on which somebody changes how they sign in: they prove it again first, and come back. */
export async function requireFresh(locale: Locale, path: string): ReturnType<typeof requireSession> {
  const signedIn = await requireSession(locale, path);
  if (!isFresh(signedIn.actor, clock.now())) redirect(againPath(locale, path));
  return signedIn;
}
