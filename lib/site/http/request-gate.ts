/**
 * What is turned away before the application is asked: requests that no browser sends, addresses that cannot be read, and
 * sending to what can only be read. Everything else is the application's to judge.
 */
import type { IncomingHttpHeaders } from "node:http";
import { isIP } from "node:net";
import type { RefusalKind } from "./plain-pages.ts";
import { LARGEST_BODY, LARGEST_UPLOAD } from "./whole-body.ts";

/** A request that is not let in: its status, and what the reader is told. */
export interface TurnedAway {
  readonly status: 400 | 403 | 404 | 405 | 413;
  readonly kind: RefusalKind;
  /** The methods of the address, with 405. */
  readonly allow?: string;
}

/** What the gate says of a request; `url`: it is to be answered, as the request for that address. */
export type Judged =
  | { readonly what: "let-in"; readonly url: string }
  | { readonly what: "led"; readonly to: string }
  | ({ readonly what: "turned-away" } & TurnedAway);

interface Asked {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
}

const away = (status: TurnedAway["status"], kind: RefusalKind, allow?: string): Judged => ({
  ...{ what: "turned-away", status, kind },
  ...(allow !== undefined && { allow }),
});

/**
 * Judges the head of a request, without its body.
 *
 * @param home - the origin of our pages; null: whatever host the request names
 */
export function judge(asked: Asked, home: string | null): Judged {
  if (!isWellSent(asked)) return away(400, "request");
  const url = inOurHouse(asked.url ?? "/", home);
  if (asked.url === "*" && asked.method === "OPTIONS") return away(405, "method", READING);
  if (url === null) return away(400, "request");
  if (!isReadable(url)) return away(400, "unreadable");
  const methods = methodsAt(url);
  if (!methods.includes(asked.method ?? "GET")) return away(405, "method", methods.join(", "));
  if (isOfTheFramework(url)) return away(404, "missing");
  if (!asksForAMoment(url)) return away(400, "moment");
  if (!isReading(asked.method) && !comesFromHere(asked.headers, home)) return away(403, "origin");
  const plain = plainAddress(url);
  return plain === url ? { what: "let-in", url } : { what: "led", to: plain };
}

/**
 * One host (RFC 9112 §3.2), in the characters of one, and a body that is sent in no other way than HTTP/1.1 knows today:
 * whoever stands before us must not have understood another request than we do.
 */
function isWellSent({ headers, rawHeaders }: Asked): boolean {
  const named = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "host");
  if (named.length > 1) return false;
  if (!/^(?:(?:[\w.-]+|\[[\da-f:.]+\])(?::\d*)?)?$/i.test(headers.host ?? "")) return false;
  const coding = headers["transfer-encoding"];
  return coding === undefined || coding.toLowerCase() === "chunked";
}

/** The path of what is asked for. A whole address (RFC 9112 §3.2.2) must be one of ours; null: it is not. */
function inOurHouse(url: string, home: string | null): string | null {
  if (url.startsWith("/")) return url;
  const [, origin, path] = /^(https?:\/\/[^/?#]+)(.*)$/i.exec(url) ?? [];
  if (origin === undefined || path === undefined || !URL.canParse(origin)) return null;
  const { host } = new URL(origin);
  if (home !== null && host !== new URL(home).host) return null;
  return path.startsWith("/") ? path : `/${path}`;
}

const pathOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? "";

/**
 * Whether a path is well-formed: UTF-8 in percent-encoding, and no control character. The framework calls the first
 * its own fault, and the database refuses the second.
 */
export function isReadable(url = "/"): boolean {
  const path = pathOf(url);
  if (!path.includes("%")) return true;
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/** A file that the framework names itself, in its own spelling. One with a step in it leads who knows where. */
const isFileOfTheFramework = (path: string): boolean =>
  path.startsWith("/_next/") && !/(?:^|[/\\])(?:\.|%2e){1,2}(?:[/\\]|$)/i.test(path);

/**
 * The same address as it is kept: no letter in code that need not be (RFC 3986 §2.3), no step that is
 * empty, leads upwards or is the last without a name. */
export function plainAddress(url: string): string {
  const path = pathOf(url);
  if (isFileOfTheFramework(path)) return url;
  const plain = path
    .replace(/%[\da-f]{2}/gi, (code) => {
      const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[\w.~-]/.test(letter) ? letter : code;
    })
    .replaceAll("\\", "/")
    .replace(/\/{2,}/g, "/");
  // Steps upwards are taken here, or what follows would be judged by where it does not lead.
  const flat = /\/\.{1,2}(?:\/|$)/.test(plain) ? new URL(plain, "http://x").pathname : plain;
  return flat.replace(/(?<=.)\/$/, "") + url.slice(path.length);
}

export const isReading = (method = "GET"): boolean => method === "GET" || method === "HEAD";

const READING = "GET, HEAD";

/** Where something may be sent: only here does the framework get to see a body. */
const TAKING_POSTS = /^(?:\/en)?\/(?:desk|sign-in|reply|tip|claims\/[^/?]+\/objection)(?:[/?]|$)/;

/** What the desk's pages send in the background. */
const IN_THE_BACKGROUND = /^\/api(?:[/?]|$)/;

export const takesPosts = (url = "/"): boolean => TAKING_POSTS.test(url);

/** The methods of an address, whether there is anything at it or not. */
function methodsAt(url: string): readonly string[] {
  const plain = plainAddress(url);
  if (IN_THE_BACKGROUND.test(plain)) return ["GET", "HEAD", "PUT", "DELETE"];
  return takesPosts(plain) ? ["GET", "HEAD", "POST"] : ["GET", "HEAD"];
}

/** What only the framework's own navigation would ask for; ours asks for the page itself. */
const isOfTheFramework = (url: string): boolean =>
  /\.rsc$|\.segments(?:\/|$)|^\/_next\/(?:data|image)(?:\/|$)/.test(pathOf(plainAddress(url)));

/** What is answered there is for whoever asked, the way to another address too: told to nobody else, kept nowhere. */
const PRIVATE = /^(?:\/(?:en|sv))?\/(?:desk|reply|sign-in|api|tip|claims\/[^/]+\/objection)(?:[/.]|$)/;

/** @param url - as it was asked for, however it is written */
export const isPrivate = (url = "/"): boolean => PRIVATE.test(pathOf(plainAddress(url)));

/** Of those, what has a secret in its address or is the desk's: no search engine is to know it, no other site to be told. */
const SECRET = /^(?:\/(?:en|sv))?\/(?:desk|reply|sign-in|api)(?:[/.]|$)/;

export const isSecret = (url = "/"): boolean => SECRET.test(pathOf(plainAddress(url)));

/** Whose work a request is, by where it goes. */
export const isOfTheDesk = (url = "/"): boolean =>
  /^(?:\/(?:en|sv))?\/(?:desk|api)(?:[/?]|$)/.test(plainAddress(url));

/** Whether it is a read of the record: a page or data that is made for it, unless it is kept. */
export const isOfTheRecord = (url = "/"): boolean =>
  !isPrivate(url) && !/^\/(?:_next\/|healthz$|readyz$)/.test(url);

/**
 * Whether something is sent from one of our own pages. A browser says where from; what does not is not our page, and
 * has nothing to send here.
 *
 * @param home - the origin of our pages; null: whatever host the request names
 */
export function comesFromHere(headers: IncomingHttpHeaders, home: string | null): boolean {
  const { origin, host = "" } = headers;
  if (origin === undefined) return headers["sec-fetch-site"] === "same-origin";
  if (origin === home) return true;
  // A newsroom trying Belagt reaches it under more than one name (localhost, 127.0.0.1): then the host must be the same.
  return home?.startsWith("http://") !== false && origin === `http://${host}` && isNear(host);
}

/** A number, or a name that no stranger can own: one of theirs could be made to lead to us. */
function isNear(host: string): boolean {
  const name = host.replace(/:\d*$/, "").replace(/^\[|\]$/g, "");
  return (
    isIP(name) !== 0 || !name.includes(".") || /\.(?:localhost|local|lan|internal|home\.arpa)$/i.test(name)
  );
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

/** How large a body says it is, in bytes: that of a form, of a file, or larger than anything that is taken here. */
export function sizeOf(url: string | undefined, headers: IncomingHttpHeaders): "form" | "file" | "too-large" {
  const said = Number(headers["content-length"] ?? 0);
  if (said <= LARGEST_BODY) return "form";
  return TAKING_FILES.test(url ?? "/") && said <= LARGEST_UPLOAD ? "file" : "too-large";
}

/** The characters of an RFC 3339 moment; a `+` in a question reads as a space. */
const MOMENT = /^[0-9TtZz:.+ -]{10,40}$/;

/**
 * Whether `?asOf=` of an address, if it has one, could be a moment, and is one. Which state of the record it leads to the
 * record knows (record-at-door.ts); but what is rewritten into a path must be fit for one.
 */
export function asksForAMoment(url = "/"): boolean {
  const question = url.indexOf("?");
  if (question === -1) return true;
  const asked = new URLSearchParams(url.slice(question)).getAll("asOf");
  return asked.length < 2 && asked.every((moment) => MOMENT.test(moment));
}
