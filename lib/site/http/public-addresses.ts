/**
 * Which addresses there are, and what a stranger may vary in each. A page that is kept must not be kept once for every
 * invention of a visitor, so whatever stands in the address of one is looked up before it is made (record-at-door.ts): there
 * are as many pages as the record has rows. All other addresses are one page, that of what is missing.
 */
import { isSlug } from "../../core/language/slug.ts";
import { FORMS } from "./addresses.ts";

/** How the part of an address is written that names a row of the record; another spelling names none. */
const PARTS: Readonly<Record<string, (text: string) => boolean>> = {
  slug: isSlug,
  // One spelling: the database would take capitals for the same.
  id: (text) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text),
  version: (text) => /^[1-9]\d{0,5}$/.test(text),
  // Entries of the log are counted from 0.
  seq: (text) => /^(?:0|[1-9]\d{0,8})$/.test(text),
  picture: (text) => /^(?:sv|en)\.png$/.test(text),
  feed: (text) => /^(?:all|verdicts|corrections)\.(?:atom|json)$/.test(text),
};

/**
 * The addresses with a changing part behind which something is kept, without their language: each names the rows that make
 * it an address, of what is published.
 */
export interface RecordAddress {
  /** As app/ writes it. */
  readonly address: string;
  readonly parts: readonly (keyof typeof PARTS & string)[];
  /** Asks for the row by the parts of the address in turn, but for pictures; null: the parts say it themselves. */
  readonly by: string | null;
  /** It is made each time, by what is asked of it. */
  readonly madeEachTime?: true;
  /** Asks by which removal readers no longer see it; absent: it cannot be taken down. */
  readonly down?: string;
  /** There is no page of it. */
  readonly only?: "data";
}

const CLAIM = `SELECT FROM "Claim" WHERE "slug" = $1 AND "publishedAt" IS NOT NULL`;
const VERSION = `SELECT FROM "Verdict" v JOIN "Claim" c ON c."id" = v."claimId" WHERE c."slug" = $1 AND v."version" = $2::int`;
const DISPUTE = `SELECT FROM "Dispute" WHERE "slug" = $1 AND "publishedAt" IS NOT NULL`;
const PARTY = `SELECT FROM "Party" WHERE "slug" = $1 AND "publishedAt" IS NOT NULL`;
const SOURCE = `SELECT FROM "Source" WHERE "id" = $1::uuid AND "publishedAt" IS NOT NULL`;
const ENTRY = `SELECT FROM "LogEntry" WHERE "seq" = $1::int`;
const COPY = `SELECT FROM "Snapshot" WHERE "sourceId" = $1::uuid AND "id" = $2::uuid AND "publishedAt" IS NOT NULL`;

const REMOVAL = `SELECT FROM "Removal" WHERE "id" = $1::uuid AND "publishedAt" IS NOT NULL`;

/** The removal by which a row is down: of the tables themselves, since what is asked for is not among what is shown. */
const down = (from: string) =>
  `SELECT h."removalId" AS id FROM ${from} JOIN public."HiddenRow" h ON h."rowId" = t."id" AND h."removalId" IS NOT NULL ORDER BY h."since" LIMIT 1`;
const bySlug = (table: string) =>
  down(`(SELECT "id" FROM public."${table}" WHERE "slug" = $1
    UNION SELECT "rowId" FROM public."Address" WHERE "table" = '${table}' AND "previous" = $1 AND "publishedAt" IS NOT NULL) t`);
const VERSION_DOWN =
  down(`(SELECT v."id" FROM public."Verdict" v JOIN public."Claim" c ON c."id" = v."claimId"
  WHERE c."slug" = $1 AND v."version" = $2::int) t`);
const SOURCE_DOWN = down(`(SELECT $1::uuid AS "id") t`);
const COPY_DOWN = down(
  `(SELECT "id" FROM public."Snapshot" WHERE "sourceId" = $1::uuid AND "id" = $2::uuid) t`,
);

export const RECORD_ADDRESSES: readonly RecordAddress[] = [
  { address: "/claims/[slug]", parts: ["slug"], by: CLAIM, down: bySlug("Claim") },
  { address: "/claims/[slug]/v/[version]", parts: ["slug", "version"], by: VERSION, down: VERSION_DOWN },
  { address: "/disputes/[slug]", parts: ["slug"], by: DISPUTE, down: bySlug("Dispute") },
  { address: "/parties/[slug]", parts: ["slug"], by: PARTY, down: bySlug("Party") },
  { address: "/sources/[id]", parts: ["id"], by: SOURCE, down: SOURCE_DOWN },
  { address: "/sources/[id]/copies/[copyId]", parts: ["id", "id"], by: COPY, down: COPY_DOWN },
  { address: "/sources/[id]/copies/[copyId]/file", parts: ["id", "id"], by: COPY, down: COPY_DOWN },
  { address: "/taken-down/[id]", parts: ["id"], by: REMOVAL },
  { address: "/log/[seq]", parts: ["seq"], by: ENTRY, only: "data" },
  { address: "/feeds/[file]", parts: ["feed"], by: null, madeEachTime: true },
  { address: "/share/[file]", parts: ["picture"], by: null },
  { address: "/share/claims/[slug]/[file]", parts: ["slug", "picture"], by: CLAIM, down: bySlug("Claim") },
  {
    ...{ address: "/share/claims/[slug]/v/[version]/[file]", parts: ["slug", "version", "picture"] },
    ...{ by: VERSION, down: VERSION_DOWN },
  },
];

/** Routes of app/ that no address of a reader leads to by itself: rewrites do. */
const INSIDE = /^\/(?:json|feeds)\/|^\/disputes\/\[slug\]\/as-of\/|\[\.\.\.|^\/_/;

const withoutLocale = (route: string): string => route.replace(/^\/\[locale\]/, "") || "/";

const pattern = (address: string): RegExp =>
  new RegExp(`^${address.replaceAll(".", "\\.").replaceAll(/\[\w+\]/g, "([^/]+)")}$`);

export interface PublicAddresses {
  /** Those in both languages, and those in none. */
  readonly routes: readonly {
    readonly inLocales: boolean;
    readonly isKept: boolean;
    readonly pattern: RegExp;
  }[];
}

/**
 * @param routes - of the application, as the build names them: `/[locale]/claims/[slug]`
 * @param keptRoutes - those of them whose pages are kept
 */
export const publicAddresses = (
  routes: readonly string[],
  keptRoutes: readonly string[],
): PublicAddresses => ({
  routes: routes
    .filter((route) => !INSIDE.test(withoutLocale(route)))
    .map((route) => ({
      inLocales: route.startsWith("/[locale]"),
      isKept: keptRoutes.includes(route),
      pattern: pattern(withoutLocale(route)),
    })),
});

/** The routes behind which something is kept, for which nothing says how much: there must be none. */
export const unbounded = (keptRoutes: readonly string[]): string[] =>
  keptRoutes
    .map(withoutLocale)
    .filter((route) => route.includes("["))
    .filter((route) => !INSIDE.test(route) && !RECORD_ADDRESSES.some(({ address }) => address === route));

/** What is at an address, before anything is asked of the record. */
export type Found =
  /** A page or answer of its own: one that is kept, or made each time. */
  | { readonly what: "there"; readonly isKept: boolean }
  /** There if the record has the row. */
  | {
      readonly what: "record";
      readonly by: string;
      readonly down: string | null;
      readonly values: readonly string[];
      readonly data: boolean;
    }
  | { readonly what: "missing"; readonly data: boolean };

const records = RECORD_ADDRESSES.map((one) => ({ ...one, pattern: pattern(one.address) }));

/** Which of them answer as data too, with an ending behind the address. */
const forms = FORMS.map(({ address, ending }) => ({
  ending,
  pattern: pattern(`/${address.replaceAll(/:(\w+)/g, "[$1]")}`),
}));

/** The address without its ending, if it is one of data. No part of an address has a point in it. */
function asDataAt(address: string): string | null {
  for (const { ending, pattern } of forms) {
    const before = address.endsWith(ending) ? address.slice(0, -ending.length) : null;
    if (before !== null && pattern.test(before)) return before;
  }
  return null;
}

/** @param path - as `plainAddress` writes it, without a question */
export function addressAt(path: string, { routes }: PublicAddresses): Found {
  // The framework's own files, and the Swedish pages' other name, which is led to the first.
  if (/^\/(?:_next|sv)(?:\/|$)/.test(path)) return { what: "there", isKept: true };
  const [, english, rest] = /^(\/en)?(\/.*)?$/.exec(path) ?? [];
  const inLocale = english === undefined ? path : (rest ?? "/");
  const asked = asDataAt(inLocale);
  const data = asked !== null;
  const address = asked ?? inLocale;
  for (const { parts, by, down = null, pattern, only, madeEachTime } of records) {
    const texts = only === "data" && !data ? undefined : pattern.exec(address)?.slice(1);
    if (texts === undefined || (english !== undefined && address.startsWith("/share/"))) continue;
    if (!texts.every((text, at) => PARTS[parts[at] ?? ""]?.(text) === true)) return { what: "missing", data };
    if (by === null) return { what: "there", isKept: !madeEachTime };
    return { what: "record", by, down, values: texts.filter((_, at) => parts[at] !== "picture"), data };
  }
  const known = routes.find((one) => (one.inLocales || english === undefined) && one.pattern.test(address));
  // Data is made each time.
  return known ? { what: "there", isKept: known.isKept && !data } : { what: "missing", data };
}

/** Whether a page is at an address that is kept, if there is one: the same for everybody, whatever is asked of it. */
export function isKeptPage(path: string, addresses: PublicAddresses): boolean {
  if (/^\/(?:_next|sv|share)(?:\/|$)/.test(path)) return false;
  const found = addressAt(path, addresses);
  return found.what === "record" ? !found.data : found.what === "there" && found.isKept;
}

/** The one page of what is missing, in the language of an address. */
export const missingAddress = (url: string): string => (/^\/en(?:[/?]|$)/.test(url) ? "/en/-" : "/-");

/** The page that says that something was taken down, in the language of an address. */
export const takenDownAddress = (url: string, removalId: string): string =>
  `${/^\/en(?:[/?]|$)/.test(url) ? "/en" : ""}/taken-down/${removalId}`;
