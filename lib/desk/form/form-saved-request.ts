import "server-only";
import { cookies } from "next/headers";
import { env } from "../../core/env.ts";
import { cookiesOf } from "../auth/cookies.ts";

const { attributes } = cookiesOf(env.BELAGT_BASE_URL);

/** Not secret, for the page that the form leads to and no other, and not for long. */
const NAME = "belagt-saved";
const SECONDS = 15;
/** A word of messages (`saved.<note>`), and the address of the page. */
const NOTE = /^([a-z-]{1,40}) (\/.*)$/;

/** An address without what stands behind it. */
const pathOf = (address: string): string => address.split(/[?#]/)[0] ?? "";

/** Says on the page that a form leads to that it was taken. @param where - with its language */
export async function noteSaved(where: string, note: string): Promise<void> {
  const path = pathOf(where);
  (await cookies()).set(NAME, `${note} ${path}`, { ...attributes, path, maxAge: SECONDS });
}

/** What was just done, for the page that is drawn after it. @param where - the page's address, with its language */
export async function savedNote(where: string): Promise<string | null> {
  const [, note, path] = NOTE.exec((await cookies()).get(NAME)?.value ?? "") ?? [];
  return note !== undefined && path === pathOf(where) ? note : null;
}
