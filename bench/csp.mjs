/**
 * Asks for every kind of answer twice (a page made now, then a page remembered), by GET and HEAD, checks
 * its headers, and loads the pages in a browser that reports what the policy refuses.
 */
import { createHash } from "node:crypto";
import { openChromium } from "./shared/chromium.mjs";
import { bench } from "./shared/processes.mjs";
import { openProduct, pages } from "./shared/sites.mjs";
import { printTable, promise } from "./shared/table.mjs";

const asOf = "?asOf=2099-01-01T00:00:00Z";
const tooEarly = "?asOf=2001-01-01T00:00:00Z";

/** Path, the status it must have, and what kind of policy: hash, nonce, plain (a page without scripts), floor. */
const answers = [
  ["/", 200, "hash"],
  ["/en", 200, "hash"],
  [pages.claim, 200, "hash"],
  [`/en${pages.claim}`, 200, "hash"],
  [`${pages.claim}/v/1`, 200, "hash"],
  [pages.dispute, 200, "hash"],
  ["/method", 200, "hash"],
  ["/corrections", 200, "hash"],
  ["/log", 200, "hash"],
  ["/parties/huddinge-kommun", 200, "hash"],
  ["/search?q=social", 200, "nonce"],
  ["/en/search?q=social", 200, "nonce"],
  [`${pages.dispute}${asOf}`, 200, "hash"],
  [`/en${pages.dispute}${asOf}`, 200, "hash"],
  [`${pages.dispute}${tooEarly}`, 404, "hash"],
  [`${pages.dispute}?asOf=yesterday`, 400, "plain"],
  ["/claims/there-is-none", 404, "hash"],
  ["/en/claims/there-is-none", 404, "hash"],
  ["/there/is/none", 404, "hash"],
  ["/api/there-is-none", 404, "any"],
  [`/disputes/there-is-none${asOf}`, 404, "hash"],
  ["/%E0%A4%A", 400, "plain"],
  [`/sv${pages.claim}`, 308, "floor"],
  [`${pages.claim}/`, 308, "floor"],
  [`${pages.claim}.json`, 200, "floor"],
  [`/en${pages.dispute}.json`, 200, "floor"],
  ["/_next/static/there-is-none.js", 404, "any"],
  ["/_next/image?url=%2Fa.png&w=64&q=75", 404, "any"],
  ["/sitemap.xml", 200, "floor"],
  ["/robots.txt", 200, "floor"],
  ["/healthz", 200, "floor"],
  ["/readyz", 200, "floor"],
];

await bench(async () => {
  const product = await openProduct();
  const faults = [];
  const rows = [];
  const nonces = new Map();
  const css = /href="(\/_next\/static\/[^"]+\.css)"/.exec(await (await fetch(product.url)).text())?.[1];
  if (css) answers.push([css, 200, "floor"]);
  for (const [path, expected, kind] of answers) {
    const found = [];
    for (const [method, turn] of [
      ["GET", "first"],
      ["GET", "second"],
      ["HEAD", "head"],
    ]) {
      const response = await fetch(product.url + path, { method, redirect: "manual" });
      const body = await response.text();
      const wrong = faultsOf(response, body, { path, expected, kind, method, nonces });
      found.push(...wrong.map((fault) => `${turn}: ${fault}`));
    }
    rows.push([path, kind, found.length === 0 ? "✓" : `✗ ${found.length}`]);
    faults.push(...found.map((fault) => `${path}: ${fault}`));
  }
  faults.push(...(await conditional(product.url)), ...(await refusedInBrowser(product.url)));
  printTable(["address", "policy", "headers"], rows);
  for (const fault of faults) console.log(`  ${fault}`);
  promise(`${answers.length} kinds of answer, each thrice: no fault`, faults.length === 0);
  await product.close();
});

function faultsOf(response, body, { path, expected, kind, method, nonces }) {
  const faults = [];
  const header = (name) => response.headers.get(name);
  const must = (condition, fault) => condition || faults.push(fault);
  if (response.status !== expected) faults.push(`status ${response.status}, not ${expected}`);
  // A failure has a policy of its own kind; judging it as the page it should have been would only add noise.
  const is = response.status >= 500 ? "plain" : kind;
  must(/max-age=31536000; includeSubDomains/.test(header("strict-transport-security") ?? ""), "no HSTS");
  must(header("x-content-type-options") === "nosniff", "no nosniff");
  for (const name of [
    "referrer-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
  ])
    must(header(name) !== null, `no ${name}`);
  must(header("x-powered-by") === null, "says what it is powered by");
  must(header("x-belagt-page") === null, "lets an inner header out");
  const policy = header("content-security-policy");
  if (policy === null) return [...faults, "no policy"];
  // fetch joins several headers of one name with a comma, which no policy of ours holds.
  must(!policy.includes(","), "several policies");
  must(!/unsafe-|(^|\s)\*|https?:/.test(policy), "lax");
  must(policy.includes("default-src 'none'"), "default-src is not 'none'");
  must(policy.includes("frame-ancestors 'none'"), "can be framed");
  must(policy.includes("base-uri 'none'"), "base-uri is open");
  must(policy.length < 3000, `a policy of ${policy.length} bytes`);
  const caching = header("cache-control") ?? "";
  if (is === "hash") {
    must(caching === "public, max-age=0, must-revalidate", `cache-control ${caching}`);
    must(header("etag") !== null, "no etag");
    if (method === "GET") faults.push(...unnamedScripts(body, policy), ...inlineStyles(body));
    if (method === "GET") must(/<h1[\s>]/.test(body), "empty without scripts");
  }
  if (is === "nonce") {
    must(/private/.test(caching) && /no-store/.test(caching), `cache-control ${caching}`);
    const nonce = /'nonce-([^']{22,})'/.exec(policy)?.[1];
    must(nonce !== undefined && !nonces.has(nonce), "no nonce of its own");
    nonces.set(nonce, path);
    if (method === "GET") {
      for (const [tag] of body.matchAll(/<script\b[^>]*>/g))
        must(/application\/ld\+json/.test(tag) || tag.includes(`nonce="${nonce}"`), `without nonce: ${tag}`);
      faults.push(...inlineStyles(body));
    }
  }
  if (is === "plain" && method === "GET") must(!/<script/.test(body) && /<h1/.test(body), "not a plain page");
  if (path.startsWith("/_next/static/") && expected === 200)
    must(caching === "public, max-age=31536000, immutable", `cache-control ${caching}`);
  return faults;
}

/** Worked out here by themselves, not by the code under test. */
function unnamedScripts(body, policy) {
  const inline = [...body.matchAll(/<script(?![^>]*\ssrc=)(?![^>]*json)[^>]*>([\s\S]*?)<\/script>/g)];
  return inline
    .filter(([, text]) => !policy.includes(`'sha256-${createHash("sha256").update(text).digest("base64")}'`))
    .map(([, text]) => `a script that will not run: ${text.slice(0, 60)}`);
}

function inlineStyles(body) {
  const outsideScripts = body.replace(/<script[\s\S]*?<\/script>/g, "");
  const found = [...outsideScripts.matchAll(/<[^>]*\sstyle="[^"]*"|<style[\s>]|<[^>]*\son[a-z]+="/g)];
  return found.slice(0, 3).map(([tag]) => `inline style or handler: ${tag.slice(-80)}`);
}

/** A page that has not changed is not sent again. */
async function conditional(url) {
  const etag = (await fetch(url + pages.claim)).headers.get("etag") ?? "";
  const again = await fetch(url + pages.claim, { headers: { "if-none-match": etag } });
  return again.status === 304 ? [] : [`${pages.claim}: asked with its etag: ${again.status}, not 304`];
}

async function refusedInBrowser(url) {
  const browser = await openChromium();
  const faults = [];
  const paths = [
    ...new Set(answers.filter(([, , kind]) => /hash|nonce|plain/.test(kind)).map(([path]) => path)),
  ];
  try {
    for (const path of paths) {
      const page = await browser.newPage();
      page.on("console", (message) => {
        if (/Content.Security.Policy|violates/i.test(message.text()))
          faults.push(`${path}: ${message.text().slice(0, 200)}`);
      });
      page.on("pageerror", (error) => faults.push(`${path}: ${error.message.slice(0, 200)}`));
      await page.goto(url + path, { waitUntil: "networkidle" });
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return faults;
}
