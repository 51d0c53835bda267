/**
 * Which addresses are one page. The same page is met under many spellings: with and without www, with what a link says of
 * its reader, in an archive. Told apart here so that it is never counted twice.
 */
import sites from "tidy-url/data/rules.js";

/** What the kept list (tidy-url) calls the rules that hold for every site. */
const EVERYWHERE = "Global";

/** Names that say where a reader came from, whatever the site, and that the kept list lacks. */
const OF_THE_READER =
  /^(utm_.*|itm_.*|at_(medium|campaign|link_.*|format|ptr_name|bbc_team)|dclid|msclkid|gbraid|wbraid|yclid|twclid|ttclid|igsh|igshid|mibextid|xtor|_ga|_gl)$/i;

/** The same of one site, by its domain. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  "twitter.com": ["t"],
  "youtube.com": ["si", "pp", "ab_channel", "t"],
};

/** Ways in to the same pages: the usual one, and those for small screens. */
const FRONT_DOOR = /^(?:(?:www\d?|m|mobil|mobile|amp)\.)+(?=[^.]+\.)/;

/** Domains that are one site under two names. */
const SAME_SITE: Readonly<Record<string, string>> = {
  "x.com": "twitter.com",
  "youtube-nocookie.com": "youtube.com",
  "old.reddit.com": "reddit.com",
  "new.reddit.com": "reddit.com",
};

export const webAddress = (url: string): URL | null => {
  const parsed = URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed : null;
};

/** A host without the way in and without a final dot. */
export const plainHost = ({ hostname }: URL): string => hostname.replace(/\.+$/, "").replace(FRONT_DOOR, "");

/** A fragment that names a page and no place on one: `#!/x`, `#/x`. Whoever draws the page reads it there. */
const ROUTE = /^#!?\/./;

/** The part of a fragment that names a page; empty where it only names a place on one. */
const routeOf = ({ hash }: URL): string => {
  const [route = ""] = hash.split(":~:");
  return ROUTE.test(route) ? route : "";
};

/** An address as it is kept: without the place on the page, which is not the page. What names a page by its fragment keeps it. */
export function withoutPlace(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return url;
  parsed.hash = routeOf(parsed);
  return parsed.href;
}

/** Addresses within addresses that archives of others make: when it was copied, and what. */
const WITH_A_MOMENT = /\/(?:\d{4,14}|newest|oldest|latest)(?:[a-z]{2}_)?\/+(https?:\/{0,2}[^/].*)$/i;
const ARCHIVE_TODAY = /^archive\.(today|ph|is|li|vn|fo|md)$/;
const IN_ARCHIVE_TODAY = /^\/(?:o\/[^/]+|timegate|timemap)\/+(https?:\/{0,2}[^/].*)$/i;
/** Pages made light for phones, kept by others: `/c/s/` before an address under https, `/c/` before one under http. */
const AMP = /^\/(?:amp|[acv])\/(?:s\/)?([^/]+\.[^/]+.*)$/;

/** The address that an archive's address is a copy of; null: it is none of an archive's. */
function copiedFrom(parsed: URL): string | null {
  const host = plainHost(parsed);
  const whole = `${parsed.pathname}${parsed.search}${parsed.hash}`;
  const [, copied] =
    WITH_A_MOMENT.exec(whole) ?? (ARCHIVE_TODAY.test(host) ? IN_ARCHIVE_TODAY.exec(whole) : null) ?? [];
  if (copied !== undefined) return copied.replace(/^(https?:)\/*/i, "$1//");
  if (host === "webcache.googleusercontent.com") {
    const [, cached] = /^cache:(?:[^:]{8,16}:)?(.+)$/.exec(parsed.searchParams.get("q") ?? "") ?? [];
    return cached === undefined ? null : /^https?:/i.test(cached) ? cached : `https://${cached}`;
  }
  const light =
    /^(google\.[a-z.]+)$/.test(host) || host === "cdn.ampproject.org" || host.endsWith(".cdn.ampproject.org");
  const [, behind] = light ? (AMP.exec(whole) ?? []) : [];
  return behind === undefined ? null : `https://${behind}`;
}

/** One spelling of a path: letters written as themselves, percent signs only where they are needed. */
function plainPath(path: string): string {
  const parts = path.replace(/;jsessionid=[^/]*/i, "").split("/");
  return parts
    .map((part) => {
      try {
        return encodeURIComponent(decodeURIComponent(part).normalize("NFC"));
      } catch {
        return part;
      }
    })
    .join("/")
    .replace(/\/(index|default)\.(html?|php|aspx?|jsp)$/i, "/")
    .replace(/\/+$/, "");
}

const NAMED_FOR_ALL = sites.flatMap(({ name, rules = [] }) => (name === EVERYWHERE ? rules : []));
const NAMED_FOR_SITE: readonly (readonly [domain: string, names: readonly string[]])[] = [
  ...sites.flatMap(({ name, rules = [], match_href }) =>
    match_href !== true && name.includes(".") ? [[name, rules] as const] : [],
  ),
  ...Object.entries(ALSO),
];

/** Names in the addresses of one host that concern the reader. */
function readersOwn(host: string): ReadonlySet<string> {
  const isHere = (domain: string) => host === domain || host.endsWith(`.${domain}`);
  return new Set([
    ...NAMED_FOR_ALL,
    ...NAMED_FOR_SITE.flatMap(([domain, names]) => (isHere(domain) ? names : [])),
  ]);
}

/** How many archives deep an address is followed: somebody may archive an archive's page. */
const DEEPEST = 4;

/**
 * One spelling for the addresses of one page: without scheme, way in, place on the page, final slash and what only concerns
 * the reader, with what is asked for in order, and as the page itself where an archive's copy of it is named.
 * @returns null for what is not an address on the web
 */
export function pageKey(url: string, depth = 0): string | null {
  const parsed = webAddress(url);
  if (!parsed) return null;
  const copied = depth < DEEPEST ? copiedFrom(parsed) : null;
  const original = copied === null ? null : pageKey(copied, depth + 1);
  if (original !== null) return original;

  const usual = plainHost(parsed);
  const host = SAME_SITE[usual] ?? usual;
  const short = shortened(host, parsed);
  if (short !== null) return short;
  const port = /^(80|443)?$/.test(parsed.port) ? "" : `:${parsed.port}`;
  const [route = "", ...askedThere] = routeOf(parsed).split("?");
  const there = plainQuery(new URLSearchParams(askedThere.join("?")), host);
  const query = plainQuery(parsed.searchParams, host);
  return `${host}${port}${plainPath(parsed.pathname)}${query}${plainPath(route)}${there}`;
}

/** What is asked for, in order, without what concerns the reader. */
function plainQuery(asked: URLSearchParams, host: string): string {
  if (asked.size === 0) return "";
  const left = readersOwn(host);
  const kept = [...asked].filter(([name]) => !OF_THE_READER.test(name) && !left.has(name));
  kept.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  const query = new URLSearchParams(kept.map(([name, value]) => [name, value.normalize("NFC")])).toString();
  return query && `?${query}`;
}

/** A film has many short addresses; its name is in all of them. */
function shortened(host: string, { pathname }: URL): string | null {
  const [, id] =
    (host === "youtu.be"
      ? /^\/([\w-]{6,})/.exec(pathname)
      : host === "youtube.com"
        ? /^\/(?:embed|shorts|live|v)\/([\w-]{6,})/.exec(pathname)
        : null) ?? [];
  return id === undefined ? null : `youtube.com/watch?v=${id}`;
}

/** Whether two addresses are one page, as far as addresses can tell. */
export function samePage(a: string, b: string): boolean {
  const key = pageKey(a);
  return key !== null && key === pageKey(b);
}

/** Whether an address is of a site's front page, which says nothing of which page was meant. */
export const isFrontPage = (url: string): boolean => {
  const parsed = webAddress(url);
  return (
    parsed !== null && plainPath(parsed.pathname) === "" && parsed.search === "" && routeOf(parsed) === ""
  );
};
