import "server-only";
import { href, type Locale } from "../../core/language/language.ts";
import { setLinkCookie } from "./session-cookie-request.ts";
import { isToken } from "./token.ts";

/**
 * Answers an address that has a secret in it: the secret goes into a cookie for our own pages, and the reader on to the
 * same address without it. Nothing they then open or send can tell where they came from. (A page with the secret in its
 * address could say `no-referrer`, but then browsers hide the origin of its form, and we take nothing of hidden origin.)
 */
export async function linkAnswer(locale: Locale, path: string, token: string): Promise<Response> {
  if (isToken(token)) await setLinkCookie(token);
  return new Response(null, {
    status: 303,
    headers: {
      location: href(locale, path),
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
    },
  });
}
