/**
 * A record as data: what answers at a page's address with `.json` behind it. Everything the page shows, in both
 * languages at once, and nothing it does not show. The shape is a contract (docs/api.md): fields may be added under
 * the same `format`; renaming or removing one is a new `format`.
 */
import canonicalize from "canonicalize";
import { href, LOCALES, type Locale } from "../../core/language/language.ts";
import type { ClaimView } from "../../record/claim/claim.ts";
import type { DisputeView } from "../../record/dispute/dispute.ts";
import type { FrozenVerdict } from "../../record/verdict/verdict-schema.ts";

export type RecordType = "claim" | "verdict" | "dispute" | "party" | "source" | "log";

export interface RecordJson<View extends object> {
  /** The record's permanent address, absolute; the Swedish page answers there. */
  readonly id: string;
  readonly type: RecordType;
  readonly format: 1;
  readonly pages: Readonly<Record<Locale, string>>;
  /** Absolute addresses of the records this one points at, and of itself as data. */
  readonly links: Links;
  /** Covers our own text and data. Quotations belong to those who wrote them. */
  readonly license: "https://creativecommons.org/licenses/by/4.0/";
  readonly record: View;
}

/** By name: one address, several, or none (null). */
export type Links = Readonly<Record<string, string | readonly string[] | null>>;

/**
 * @param url - absolute, of the record's Swedish page: `https://…/claims/<slug>`
 * @param view - what the page is made from; it is given on as it is
 * @param links - paths (`/disputes/x`) by name; they become absolute, each once, in their order
 */
export function recordJson<View extends object>(
  type: RecordType,
  url: string,
  view: View,
  links: Links = {},
): RecordJson<View> {
  const { origin, pathname } = new URL(url);
  const absolute = (path: string) => `${origin}${path}`;
  const page = (locale: Locale) => absolute(href(locale, pathname));
  return {
    id: url,
    type,
    format: 1,
    pages: { sv: page(LOCALES[0]), en: page(LOCALES[1]) },
    links: {
      self: `${url}.json`,
      method: absolute("/method"),
      ...Object.fromEntries(
        Object.entries(links).map(([name, to]) => [
          name,
          to === null ? null : typeof to === "string" ? absolute(to) : [...new Set(to)].map(absolute),
        ]),
      ),
    },
    license: "https://creativecommons.org/licenses/by/4.0/",
    record: view,
  };
}

/**
 * The bytes of a value: canonical JSON (RFC 8785), so that the same record is the same bytes in every process and on
 * every machine, and can be compared by its hash.
 */
export function asJson(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("A record that JSON cannot hold");
  return text;
}

/** Paths; give them to `recordJson`. */
export const claimLinks = (claim: ClaimView): Links => ({
  dispute: `/disputes/${claim.dispute.slug}`,
  parties: [...claim.appearances, ...claim.requests].map(({ party }) => `/parties/${party.slug}`),
  sources: [
    ...claim.appearances.map(({ source }) => `/sources/${source.id}`),
    ...sourcesOf(claim.verdict?.frozen),
    ...claim.unweighed.map(({ source }) => `/sources/${source.id}`),
  ],
  versions: claim.versions.map(({ version }) => `/claims/${claim.slug}/v/${version}`),
  related: claim.related.map((each) => `/claims/${each.claim.slug}`),
});

export const verdictLinks = ({ frozen }: { readonly frozen: FrozenVerdict }): Links => ({
  claim: `/claims/${frozen.claim.slug}`,
  previous: frozen.version > 1 ? `/claims/${frozen.claim.slug}/v/${frozen.version - 1}` : null,
  sources: sourcesOf(frozen),
});

const sourcesOf = (frozen: FrozenVerdict | undefined): string[] =>
  (frozen?.evidence ?? []).flatMap(({ source, origin }) => [
    `/sources/${source.id}`,
    ...(origin ? [`/sources/${origin.id}`] : []),
  ]);

export const disputeLinks = (dispute: DisputeView): Links => ({
  claims: dispute.claims.map(({ slug }) => `/claims/${slug}`),
  parties: dispute.parties.map(({ slug }) => `/parties/${slug}`),
  sources: dispute.sources.map(({ id }) => `/sources/${id}`),
});

interface Named {
  readonly slug: string;
}

interface LinkedParty {
  readonly body: Named | null;
  readonly members: readonly Named[];
  readonly roles: readonly { readonly dispute: Named }[];
  readonly made: readonly Named[];
  readonly about: readonly Named[];
}

export const partyLinks = (party: LinkedParty): Links => ({
  body: party.body && `/parties/${party.body.slug}`,
  members: party.members.map(({ slug }) => `/parties/${slug}`),
  disputes: party.roles.map(({ dispute }) => `/disputes/${dispute.slug}`),
  claims: [...party.made, ...party.about].map(({ slug }) => `/claims/${slug}`),
});

interface LinkedSource {
  readonly producer: Named | null;
  readonly dispute: Named;
  readonly restsOn: readonly { readonly id: string }[];
  readonly carries: readonly { readonly id: string }[];
  readonly passages: readonly { readonly claim: Named }[];
  readonly reported: readonly { readonly claim: Named }[];
}

export const sourceLinks = (source: LinkedSource): Links => ({
  dispute: `/disputes/${source.dispute.slug}`,
  producer: source.producer && `/parties/${source.producer.slug}`,
  restsOn: source.restsOn.map(({ id }) => `/sources/${id}`),
  carries: source.carries.map(({ id }) => `/sources/${id}`),
  claims: [...source.passages, ...source.reported].map(({ claim }) => `/claims/${claim.slug}`),
});
