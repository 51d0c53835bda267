import { type NextRequest, NextResponse } from "next/server";
import { developmentPolicy, noncePolicy } from "@/lib/site/http/csp";

/**
 * Gives pages that are rendered for one request their nonce. The framework finds it in the policy of the
 * request and puts it on its scripts. Finished pages are not sent through here: they need no nonce, and
 * passing a proxy would cost them a tenth of their speed.
 *
 * It guards nothing. Whoever may see or do something is decided where the data is read.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy =
    process.env.NODE_ENV === "development"
      ? developmentPolicy
      : noncePolicy(Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64url"));
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  // The framework would not let a file's own policy, which is stricter, take the place of this one.
  if (!FILE.test(request.nextUrl.pathname)) response.headers.set("content-security-policy", policy);
  if (PRIVATE.test(request.nextUrl.pathname)) {
    response.headers.set("cache-control", "private, no-store");
    response.headers.set("x-robots-tag", "noindex, nofollow");
    // Not no-referrer: under it browsers send forms with `Origin: null`, which the door refuses.
    response.headers.set("referrer-policy", "same-origin");
  }
  return response;
}

/** Whatever these answer, the way to the sign-in too, is for whoever asked: told to nobody else and kept nowhere. */
const PRIVATE = /^(?:\/(?:en|sv))?\/(?:desk|reply)(?:\/|$)/;

/** What is sent there is no page (lib/record/snapshot/snapshot-answer.ts). */
const FILE = /^(?:\/(?:en|sv))?\/desk\/copies\/[^/]+\/file$/;

/**
 * The addresses readers see, before rewriting; the framework wants them written out. A page rendered per
 * request that is missing here gets the policy of everything else, under which no script runs: it is then
 * visibly dead in the first test, never silently open.
 */
export const config = {
  matcher: [
    "/search",
    "/en/search",
    "/sign-in/:path*",
    "/en/sign-in/:path*",
    "/desk/:path*",
    "/en/desk/:path*",
    "/reply/:path*",
    "/en/reply/:path*",
    "/tip/:path*",
    "/en/tip/:path*",
    "/claims/:slug/objection/:path*",
    "/en/claims/:slug/objection/:path*",
  ],
};
