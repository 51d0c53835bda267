import "server-only";
import { cookies } from "next/headers";
import { env } from "../../core/env.ts";
import { href, type Locale } from "../../core/language/language.ts";
import { cookiesOf } from "../auth/cookies.ts";

const { attributes } = cookiesOf(env.BELAGT_BASE_URL);

/** Not secret, for the page that the form leads to and no other, and not for long. */
const NAME = "belagt-saved";
const SECONDS = 15;
/** A word of messages (`saved.<note>`), and the address of the page. */
const NOTE = /^([a-z-]{1,40}) (\/.*)$/;

/** An address without what stands behind it. */
const pathOf = (address: string): string => address.split(/[?#]/)[0] ?? "";

/** Sent to the desk alone: pages of the record are the same for everybody. */
const cookie = (locale: Locale, maxAge: number) => ({ ...attributes, path: href(locale, "/desk"), maxAge });

/** Says on the page that a form leads to that it was taken. @param where - without language */
export async function noteSaved(locale: Locale, where: string, note: string): Promise<void> {
  (await cookies()).set(NAME, `${note} ${pathOf(href(locale, where))}`, cookie(locale, SECONDS));
}

/** Whatever is sent next has an answer of its own. */
export async function dropSaved(locale: Locale): Promise<void> {
  (await cookies()).set(NAME, "", cookie(locale, 0));
}

/** What was just done, for the page that is drawn after it. @param where - the page's address, without language */
export async function savedNote(locale: Locale, where: string): Promise<string | null> {
  const [, note, path] = NOTE.exec((await cookies()).get(NAME)?.value ?? "") ?? [];
  return note !== undefined && path === pathOf(href(locale, where)) ? note : null;
}
