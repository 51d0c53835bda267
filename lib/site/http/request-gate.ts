/**
 * What is turned away before the application is asked: addresses that cannot be read, and sending to what can only be
 * read. Everything else is the application's to judge.
 */
import type { IncomingHttpHeaders } from "node:http";
import { LARGEST_BODY, LARGEST_UPLOAD } from "./whole-body.ts";

/**
 * Whether a path is well-formed: UTF-8 in percent-encoding, and no control character. The framework calls the first
 * its own fault, and the database refuses the second.
 */
export function isReadable(url = "/"): boolean {
  const path = url.split("?", 1)[0] ?? "";
  if (!path.includes("%")) return true;
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

export const isReading = (method = "GET"): boolean => method === "GET" || method === "HEAD";

/** Where something may be sent: only here does the framework get to see a body. */
const TAKING_POSTS = /^(?:\/en)?\/(?:desk|sign-in|api|reply|tip|claims\/[^/?]+\/objection)(?:[/?]|$)/;

export const takesPosts = (url = "/"): boolean => TAKING_POSTS.test(url);

/**
 * Whether something is sent from one of our own pages. A browser says where from; what does not is not our page, and
 * has nothing to send here.
 *
 * @param home - the origin of our pages; null: whatever host the request names
 */
export function comesFromHere(headers: IncomingHttpHeaders, home: string | null): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return headers["sec-fetch-site"] === "same-origin";
  if (origin === home) return true;
  // A newsroom trying Belagt reaches it under more than one name (localhost, 127.0.0.1): then the host must be the same.
  return home?.startsWith("http://") !== false && origin === `http://${host}`;
}

/**
 * The framework compares the origin with the host once more, and takes what `X-Forwarded-Host` says for the host: a
 * proxy that passes on another name would make every form fail, with an error of the framework's own. What the door has
 * let in came from our pages, whatever they are called on the way here.
 */
export function agreeOnHost(headers: IncomingHttpHeaders): void {
  delete headers["x-forwarded-host"];
  const { origin = "" } = headers;
  if (URL.canParse(origin)) headers.host = new URL(origin).host;
}

/** Where a file may be handed in: at the desk, beside evidence and at a source. */
const TAKING_FILES = /^(?:\/en)?\/desk\/(?:claims\/[^/?]+\/evidence\/new|sources\/[^/?]+)(?:\?|$)/;

/**
 * How large a body may be, in bytes. A file must say its size beforehand and come with a session's cookie; whether that
 * is any good the desk finds out.
 */
export const largestBody = (url: string | undefined, headers: IncomingHttpHeaders): number =>
  TAKING_FILES.test(url ?? "/") && headers["content-length"] !== undefined && headers.cookie !== undefined
    ? LARGEST_UPLOAD
    : LARGEST_BODY;

/** Whether a body says itself that it is too large; what one turns out to be, whole-body.ts finds. */
export const isTooLarge = (headers: IncomingHttpHeaders, largest: number = LARGEST_BODY): boolean =>
  Number(headers["content-length"] ?? 0) > largest;

/** The characters of an RFC 3339 moment; a `+` in a question reads as a space. */
const MOMENT = /^[0-9TtZz:.+ -]{10,40}$/;

/**
 * Whether `?asOf=` of an address, if it has one, could be a moment. Whether it is one the page finds out; but what is
 * rewritten into a path must be fit for one.
 */
export function asksForAMoment(url = "/"): boolean {
  const question = url.indexOf("?");
  if (question === -1) return true;
  return new URLSearchParams(url.slice(question)).getAll("asOf").every((moment) => MOMENT.test(moment));
}
