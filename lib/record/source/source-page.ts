/**
 * Which addresses are one page. The same page is met under many spellings: with and without www, with what a link says of
 * its reader, in an archive. Told apart here so that it is never counted twice.
 */
import sites from "tidy-url/data/rules.js";

/** What the kept list (tidy-url) calls the rules that hold for every site. */
const EVERYWHERE = "Global";

/** Names that say where a reader came from, or which visit it is, whatever the site, and that the kept list lacks. */
const OF_THE_READER =
  /^(utm_.*|itm_.*|at_(medium|campaign|link_.*|format|ptr_name|bbc_team)|dclid|msclkid|gad_(source|campaignid)|srsltid|li_fat_id|rdt_cid|epik|mkt_tok|gbraid|wbraid|yclid|twclid|ttclid|igsh|igshid|mibextid|xtor|_ga|_gl|jsessionid|phpsessid|aspsessionid[a-z]*)$/i;

/** The same of one site, by its domain. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  "twitter.com": ["t"],
  "youtube.com": ["si", "pp", "ab_channel", "t"],
};

/** Ways in to the same pages: the usual one, and those for small screens. */
const FRONT_DOOR = /^(?:(?:www\d?|m|mobil|mobile|amp)\.)+(?=[^.]+\.)/;

/** Domains that are one site under several names. */
const SAME_SITE: readonly (readonly [RegExp, string])[] = [
  [/^x\.com$/, "twitter.com"],
  [/^(music\.youtube|youtube-nocookie)\.com$/, "youtube.com"],
  [/^(old|new)\.reddit\.com$/, "reddit.com"],
  // By language too: sv-se.facebook.com.
  [/^((web|mbasic|touch|[a-z]{2}-[a-z]{2})\.facebook|fb)\.com$/, "facebook.com"],
  [/^player\.vimeo\.com$/, "vimeo.com"],
];
const WIKIPEDIA_FOR_PHONES = /^([a-z-]+)\.m\.(wikipedia\.org)$/;

const siteOf = (host: string): string =>
  SAME_SITE.find(([names]) => names.test(host))?.[1] ?? host.replace(WIKIPEDIA_FOR_PHONES, "$1.$2");

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

/**
 * Archives of others whose addresses say which page was copied. A list: that an address has another within it does not make
 * it a copy of that, since whoever judges, translates or shares a page has such addresses too.
 */
const ARCHIVES: readonly RegExp[] = [
  /^(web\.|wayback\.)?archive\.org$/,
  /^archive\.(today|ph|is|li|vn|fo|md)$/,
  /^wayback\.archive-it\.org$/,
  /^(preprod\.)?arquivo\.pt$/,
  /^(wayback\.)?vefsafn\.is$/,
  /^webarchive\.(org\.uk|loc\.gov|nla\.gov\.au|nationalarchives\.gov\.uk|parliament\.uk|nrscotland\.gov\.uk)$/,
  /^(wayback\.)?webarchiv\.cz$/,
  /^swap\.stanford\.edu$/,
  /^(wayback\.|rejouer\.)?perma(-archives)?\.(org|cc)$/,
  /^megalodon\.jp$/,
];
/** When it was copied (`20200101120000if_`, `2020.01.01-120000`, `2020-0101-1200-00`, `newest`), or that it is to be. */
const MOMENT =
  /^\d{1,14}(?:[a-z]{2}_)*$|^\d{4}\.\d{2}\.\d{2}-\d{6}$|^\d{4}-\d{4}-\d{4}(?:-\d{2})?$|^(?:newest|oldest|latest|timegate|timemap|web|save)$/i;
const ADDRESS = /^https?:\/{0,2}[^/]/i;
/** An address whose scheme is left out: it begins with a host. */
const BARE = /^(?:[^/?#.\s]+\.)+\p{L}[\p{L}\d-]*\.?(?::\d+)?(?:[/?#]|$)/u;

/** What stands behind the moment in an archive's address, or behind the name of a copy: the address that was copied. */
function behindMoment(whole: string): string | null {
  const parts = whole.split("/");
  for (const at of parts.keys()) {
    const rest = parts.slice(at).join("/").replace(/^\/+/, "");
    const plain = /^(?:https?%3a|[^/?#]*%2f)/i.test(rest) ? decoded(rest) : rest;
    if (ADDRESS.test(plain)) return plain.replace(/^(https?:)\/*/i, "$1//");
    if (MOMENT.test(parts[at - 1] ?? "") && BARE.test(plain)) return `https://${plain}`;
  }
  return null;
}

/** Pages made light for phones, kept by others: `/c/s/` before an address under https, `/c/` before one under http. */
const AMP = /^\/(?:amp|[acv])\/(?:s\/)?([^/]+\.[^/]+.*)$/;

/** Doors that count who goes through them, and lead to one page alone: where they are, and what names the page. */
const DOORS: readonly { readonly at: RegExp; readonly names: readonly string[] }[] = [
  { at: /^google\.[a-z.]+\/url$/, names: ["q", "url"] },
  { at: /^(?:l|lm)\.(?:facebook|instagram|messenger)\.com\/(?:l\.php)?$/, names: ["u"] },
  { at: /^youtube\.com\/redirect$/, names: ["q"] },
  { at: /^out\.reddit\.com\//, names: ["url"] },
];

/** The address that an archive's address is a copy of, or a door leads to; null: it is neither. */
function copiedFrom(parsed: URL): string | null {
  const host = plainHost(parsed);
  const door = DOORS.find(({ at }) => at.test(`${host}${parsed.pathname}`));
  const behindDoor = door?.names
    .map((key) => parsed.searchParams.get(key) ?? "")
    .find((to) => webAddress(to));
  if (behindDoor !== undefined) return behindDoor;
  const whole = `${parsed.pathname}${parsed.search}${parsed.hash}`;
  if (ARCHIVES.some((archive) => archive.test(host))) return behindMoment(whole);
  if (host === "webcache.googleusercontent.com") {
    const [, cached] = /^cache:(?:[^:]{8,16}:)?(.+)$/.exec(parsed.searchParams.get("q") ?? "") ?? [];
    return cached === undefined ? null : /^https?:/i.test(cached) ? cached : `https://${cached}`;
  }
  const light =
    /^(google\.[a-z.]+)$/.test(host) || host === "cdn.ampproject.org" || host.endsWith(".cdn.ampproject.org");
  const [, behind] = light ? (AMP.exec(whole) ?? []) : [];
  return behind === undefined ? null : `https://${behind}`;
}

/** Letters written as percent signs, read: as UTF-8, or as older pages have them (`%E5` for å). */
const decoded = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split("%"), (each) => Number.parseInt(each, 16));
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return new TextDecoder("windows-1252").decode(bytes);
    }
  });

const plainPart = (part: string): string => encodeURIComponent(decoded(part).normalize("NFC"));

/** One spelling of a path: letters written as themselves, percent signs only where they are needed, one slash at a time. */
function plainPath(path: string): string {
  return path
    .replace(/(?:;|%3b)(?:jsessionid|phpsessid|aspsessionid[a-z]*)=[^/;]*/gi, "")
    .replace(/\/{2,}/g, "/")
    .split("/")
    .map(plainPart)
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

/** Names in the addresses of one host that concern the reader, in small letters. */
function readersOwn(host: string): ReadonlySet<string> {
  const isHere = (domain: string) => host === domain || host.endsWith(`.${domain}`);
  return new Set(
    [...NAMED_FOR_ALL, ...NAMED_FOR_SITE.flatMap(([domain, names]) => (isHere(domain) ? names : []))].map(
      (name) => name.toLowerCase(),
    ),
  );
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

  const host = siteOf(plainHost(parsed));
  const known = knownById(host, parsed);
  if (known !== null) return known;
  const port = /^(80|443)?$/.test(parsed.port) ? "" : `:${parsed.port}`;
  const [route = "", ...askedThere] = routeOf(parsed).split("?");
  const there = plainQuery(askedThere.join("?"), host);
  const query = plainQuery(parsed.search.slice(1), host);
  return `${host}${port}${plainPath(parsed.pathname)}${query}${plainPath(route)}${there}`;
}

/** What is asked for, in order, without what concerns the reader. */
function plainQuery(asked: string, host: string): string {
  const left = readersOwn(host);
  const kept = asked.split("&").flatMap((each) => {
    const [name = "", ...value] = each.split("=");
    const pair = [name, value.join("=")].map((text) => plainPart(text.replaceAll("+", " "))) as [
      string,
      string,
    ];
    const isKept = each !== "" && !OF_THE_READER.test(pair[0]) && !left.has(pair[0].toLowerCase());
    return isKept ? [pair] : [];
  });
  kept.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  const query = kept.map(([name, value]) => `${name}=${value}`).join("&");
  return query && `?${query}`;
}

/**
 * Pages that one name of theirs tells from all others, in whatever address it stands: films, and what people have posted.
 * What else such an address says is where on it somebody is, in which list it was met, or how it is drawn.
 */
const BY_ID: readonly { readonly site: RegExp; readonly id: RegExp; readonly page: string }[] = [
  { site: /^youtu\.be$/, id: /^\/([\w-]{6,})/, page: "youtube.com/watch?v=" },
  {
    site: /^youtube\.com$/,
    id: /^\/(?:embed|shorts|live|v|e)\/(?!videoseries)([\w-]{6,})|^\/watch\/?\?(?:.*&)?v=([\w-]{6,})/,
    page: "youtube.com/watch?v=",
  },
  {
    site: /^twitter\.com$/,
    id: /^\/(?:i\/web|[^/]+)\/status(?:es)?\/(\d+)(?![^/?])/i,
    page: "twitter.com/i/status/",
  },
  {
    site: /^vimeo\.com$/,
    id: /^\/(?:(?:video|channels\/[^/]+|groups\/[^/]+\/videos|(?:showcase|album)\/\d+\/video)\/)?(\d+)(?![^/?])/i,
    page: "vimeo.com/",
  },
  {
    site: /^instagram\.com$/,
    id: /^\/(?:[^/]+\/)?(?:p|reels?|tv)\/([\w-]{3,})(?![^/?])/,
    page: "instagram.com/p/",
  },
  { site: /^tiktok\.com$/, id: /^\/@[^/]+\/video\/(\d+)(?![^/?])/i, page: "tiktok.com/video/" },
];

function knownById(host: string, { pathname, search }: URL): string | null {
  const whole = `${pathname.replace(/\/{2,}/g, "/")}${search}`;
  for (const { site, id, page } of BY_ID) {
    const found = site.test(host) ? id.exec(whole)?.slice(1).find(Boolean) : undefined;
    if (found !== undefined) return `${page}${found}`;
  }
  return null;
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
