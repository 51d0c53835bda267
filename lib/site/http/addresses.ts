/**
 * Where an address leads. The contract names what readers see (`/claims/x`, `/en/claims/x`); app/ has one
 * tree for both languages, under `[locale]`. The table below is the whole difference.
 *
 * Rewrites rather than a proxy, because a proxy runs before every page and costs a tenth of a static one.
 */

type Condition = { type: "query"; key: string; value: string };
type Rewrite = { source: string; destination: string; has?: Condition[] };

/**
 * Not pages: routes of app/ outside `[locale]`. Fixed routes (`/sitemap.xml`, `/healthz`, `/log/entries`) need
 * no line, as they are looked up before these rewrites; only folders with a changing part do.
 */
const outsideLocale = ["_next", "api", "embed", "feeds", "json", "share", "oembed"];

/** Every record's page answers as data too, at its own address with this ending. */
const records = [
  ["disputes/:slug", "disputes/:slug"],
  ["claims/:slug", "claims/:slug"],
  ["claims/:slug/v/:version", "claims/:slug/v/:version"],
  ["parties/:slug", "parties/:slug"],
  ["sources/:slug", "sources/:slug"],
  ["log", "log"],
  ["log/:seq", "log/:seq"],
] as const;

/** What can be followed: at its own address with the ending of a feed. */
const followed = ["disputes/:slug", "claims/:slug", "parties/:slug", "search"] as const;

/**
 * What is answered besides its page, by an ending of the address: a page's own data, and its feed. `.json` of a record is
 * the record, so its JSON Feed is `.feed.json`; a search has no record, and is its feed in both.
 */
export const FORMS: readonly { readonly address: string; readonly ending: string; readonly to: string }[] = [
  ...followed.map((address) => ({ address, ending: ".atom", to: `/feeds/:locale/${address}/atom` })),
  ...followed.map((address) => ({ address, ending: ".feed.json", to: `/feeds/:locale/${address}/json` })),
  { address: "disputes/:slug", ending: ".ics", to: "/feeds/:locale/disputes/:slug/ics" },
  { address: "search", ending: ".json", to: "/feeds/:locale/search/json" },
  ...records.map(([address, route]) => ({ address, ending: ".json", to: `/json/${route}` })),
];

/** Without the prefix (Swedish) and with it; `/sv/…` never arrives, being redirected first. */
const prefixes = [
  { inAddress: "", locale: "sv" },
  { inAddress: "/en", locale: "en" },
] as const;

/** Tried before files: these addresses would otherwise reach a page whose slug ends as they do. */
export const exactRewrites: Rewrite[] = prefixes.flatMap(({ inAddress, locale }) => [
  ...FORMS.map(({ address, ending, to }) => ({
    source: `${inAddress}/${address}${ending}`,
    destination: to.replace(":locale", locale),
  })),
  { source: `${inAddress}/feeds/:file`, destination: `/feeds/${locale}/record/:file` },
  {
    source: `${inAddress}/disputes/:slug`,
    has: [{ type: "query" as const, key: "asOf", value: "(?<asOf>[^/]{1,64})" }],
    destination: `/${locale}/disputes/:slug/as-of/:asOf`,
  },
]);

/** Tried after files and fixed routes, so `public/` needs no line here. */
export const localeRewrites: Rewrite[] = [
  { source: "/", destination: "/sv" },
  {
    source: `/:path((?!(?:${[...outsideLocale, "sv", "en"].join("|")})(?:/|$)).+)`,
    destination: "/sv/:path",
  },
];

/** One address per page: the default language has no prefix. */
export const localeRedirects = [
  { source: "/sv", destination: "/", permanent: true },
  { source: "/sv/:path+", destination: "/:path+", permanent: true },
];
