import { createHash } from "node:crypto";
import { isFrameworkScript } from "./next-internals.ts";

/**
 * Content Security Policies (CSP level 3). Three of them, because a page can prove its inline scripts in
 * one of two ways and everything else needs none:
 *
 * - `pagePolicy`: a finished page, kept and sent to everybody. Its inline scripts are known, so they are
 *   named by hash. A nonce would have to be the same for all readers, which makes it worthless.
 * - `noncePolicy`: a page rendered for one request. Its scripts carry that request's nonce.
 * - `floorPolicy`: every other answer. Nothing in it may run.
 */

/** What holds for every page. Scripts are added by the two policies below. */
const pageDirectives = [
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
];

/** For answers that say nothing themselves: files, data, redirects, refusals. An embed sends its own. */
export const floorPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Development rewrites modules in place and reports errors through eval and inline styles. Everything
 * else stays as in production, so that a font from elsewhere fails on the day it is added.
 */
export const developmentPolicy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self' ws: wss:",
  ...pageDirectives.filter((it) => !/^(style|connect)-src/.test(it)),
].join("; ");

/**
 * Only scripts whose text the framework is known to write are named. Naming whatever stands in the page would
 * also bless a script that got in through a hole in our own rendering, and that is what a policy is for.
 *
 * @param html the finished page, as it will be sent
 */
export function pagePolicy(html: string): string {
  const hashes = new Set(inlineScripts(html).filter(isFrameworkScript).map(hashSource));
  return ["default-src 'none'", ["script-src 'self'", ...hashes].join(" "), ...pageDirectives].join("; ");
}

/**
 * `'strict-dynamic'` lets the framework's own script fetch its chunks, and makes browsers ignore `'self'`:
 * a file that somebody managed to upload here is then no script either.
 *
 * @param nonce base64, at least 128 bits, never used twice
 */
export function noncePolicy(nonce: string): string {
  return ["default-src 'none'", `script-src 'nonce-${nonce}' 'strict-dynamic'`, ...pageDirectives].join("; ");
}

/** @param text exactly what stands between the tags: the browser hashes those bytes as UTF-8 */
export function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}

const scriptElement = /<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/script\s*>/gi;
const quoted = /"[^"]*"|'[^']*'/g;
const hasSource = /\ssrc\s*=/i;
const typeOf = /\stype\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;

/**
 * The scripts that a browser would run from the page itself. Data blocks (JSON-LD) never run and are not
 * asked about.
 *
 * A regular expression is enough here, and only here, because the input is our own renderer's output:
 * should it ever miss a script, the browser refuses that script.
 */
export function inlineScripts(html: string): string[] {
  const found: string[] = [];
  for (const [, attributes = "", text = ""] of html.matchAll(scriptElement)) {
    if (!hasSource.test(attributes.replace(quoted, '""')) && isScriptType(attributes)) found.push(text);
  }
  return found;
}

function isScriptType(attributes: string): boolean {
  const [, double, single, bare] = typeOf.exec(attributes) ?? [];
  const type = double ?? single ?? bare ?? "";
  return type === "" || type === "module" || /^(text|application)\/javascript$/i.test(type);
}
