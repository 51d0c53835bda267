import "server-only";
import { cookies } from "next/headers";
import { env } from "../../core/env.ts";
import { cookiesOf } from "../auth/cookies.ts";

const { attributes } = cookiesOf(env.BELAGT_BASE_URL);

/** Not secret, and for the page that the form leads to: it is sent to no other address, and not for long. */
const NAME = "belagt-saved";
const SECONDS = 15;
/** A word of messages (`saved.<note>`). */
const NOTE = /^[a-z-]{1,40}$/;

/** Says on the page that a form leads to that it was taken. @param where - with its language */
export async function noteSaved(where: string, note: string): Promise<void> {
  const [path = "/"] = where.split(/[?#]/);
  (await cookies()).set(NAME, note, { ...attributes, path, maxAge: SECONDS });
}

/** What was just done, for the page that is drawn after it. */
export async function savedNote(): Promise<string | null> {
  const note = (await cookies()).get(NAME)?.value ?? "";
  return NOTE.test(note) ? note : null;
}
