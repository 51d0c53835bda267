/**
 * What speaks against a copy being one of what was asked for. It is found once, when the copy is taken, kept with it, and
 * said wherever the copy is used; a quotation is taken from such a copy only with a reason that readers see. Pure.
 */
import { PAGE_DOUBTS, type PageDoubt } from "../../intake/web-page/web-page.ts";

/**
 * - `login`, `consent`, `gone`: the page asks who wants to read it, asks about cookies, or says that there is nothing
 *   here; or the address of the answer says so
 * - `robot`, `failed`, `beginning`: the page asks whether a person reads it, says that it could not be shown, or shows
 *   perhaps only how it begins
 * - `elsewhere`: the address led to another site
 * - `front-page`: the address led to the front page, as sites do with what they no longer have
 */
export const COPY_CONCERNS = [...PAGE_DOUBTS, "elsewhere", "front-page"] as const;
export type CopyConcern = (typeof COPY_CONCERNS)[number];

export interface HowItCame {
  /** The address that was asked for. */
  readonly asked: string;
  /** The address that answered, after redirects. */
  readonly answered: string;
  /** Of what was read; none of what is no page. */
  readonly doubts: readonly PageDoubt[];
}

export function copyConcerns({ asked, answered, doubts }: HowItCame): readonly CopyConcern[] {
  const [from, to] = [new URL(asked), new URL(answered)];
  const ledTo = (names: RegExp) => names.test(pathAndHost(to)) && !names.test(pathAndHost(from));
  const found: Readonly<Record<CopyConcern, boolean>> = {
    login: doubts.includes("login") || ledTo(SIGN_IN),
    consent: doubts.includes("consent") || ledTo(CONSENT),
    gone: doubts.includes("gone") || ledTo(NOT_THERE),
    robot: doubts.includes("robot"),
    failed: doubts.includes("failed"),
    beginning: doubts.includes("beginning"),
    elsewhere: siteOf(from) !== siteOf(to),
    "front-page": isFrontPage(to) && !isFrontPage(from),
  };
  return COPY_CONCERNS.filter((concern) => found[concern]);
}

/** What the column of a copy holds; what this version of the application does not know is left out. */
export const readConcerns = (stored: readonly string[]): readonly CopyConcern[] =>
  COPY_CONCERNS.filter((concern) => stored.includes(concern));

/** A name is known at its beginning, in the host's name as in the path: what a page is about stands behind hyphens. */
const pathAndHost = ({ hostname, pathname }: URL) => `/${hostname.split(".")[0] ?? ""}${pathname}`;
const named = (names: string) => new RegExp(`/(?:${names})(?:[/.]|$)`, "i");
const SIGN_IN = named(
  "log-?in|sign-?in|logga-?in|inloggning|users/sign_in|session/new|authwall|auth|oauth2?|sso|saml2?|passport",
);
const CONSENT = named("consent|collectconsent|cookie-?(?:wall|consent)|samtycke|privacy-?(?:gate|wall)");
const NOT_THERE = named("404|(?:page-?|sidan-?)?not-?found|sidan-(?:finns-inte|saknas)|error");

/** Parameters that say where somebody came from, and nothing of what they came for. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|msclkid|ref|referrer|source|src|from|cmpid|mc_\w+|_ga)$/i;
const FRONT =
  /^(?:\/(?:sv|en|fi|no|nb|nn|da|de|fr|es|se|dk|eu|us|gb|uk)(?:[-_][a-z]{2})?)?(?:\/(?:index|default|home|start|startsida|hem|main)(?:\.\w{2,5})?)?\/?$/i;

/** A page by number alone (`/?p=12`, `/#!/12`) is no front page. */
const isFrontPage = ({ pathname, searchParams }: URL): boolean =>
  FRONT.test(pathname) && [...searchParams.keys()].every((name) => TRACKING.test(name));

/** Names under a country that stand before the name of somebody. */
const SECOND_LEVEL = /^(?:ac|co|com|edu|gob|gouv|gov|gv|ltd|mil|ne|net|nhs|nom|or|org|plc|press|tm)$/;
/** Where each name below is somebody else's. */
const OF_MANY =
  /^(?:blogspot\.\w+|github\.io|gitlab\.io|herokuapp\.com|netlify\.app|pages\.dev|substack\.com|tumblr\.com|vercel\.app|web\.app|webflow\.io|wixsite\.com|wordpress\.com|workers\.dev)$/;

/** Whose a page is, by its address: without the list of all public suffixes, so that what it does not know is elsewhere. */
function siteOf({ hostname, port }: URL): string {
  const labels = hostname.replace(/\.$/, "").split(".");
  if (hostname.startsWith("[") || /^[\d.]+$/.test(hostname)) return `${hostname}:${port}`;
  const last = (count: number) => labels.slice(-count).join(".");
  const [second = "", first = ""] = labels.slice(-2);
  const isBelow = OF_MANY.test(last(2)) || (first.length === 2 && SECOND_LEVEL.test(second));
  return last(isBelow ? 3 : 2);
}
