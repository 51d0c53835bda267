/**
 * What a page says of itself to machines that show links: Open Graph (https://ogp.me), cards, canonical address,
 * languages (hreflang) and the same content as data.
 */
import type { Metadata } from "next";
import { href, LOCALES, type Locale, otherLocale } from "../../core/language/language.ts";

export interface PageDescription {
  readonly locale: Locale;
  /** The page's address without its language: `/claims/x`. */
  readonly path: string;
  /** Without the site's name, which is added where it belongs. */
  readonly title: string;
  readonly description: string;
  readonly kind: "article" | "website";
  /** The address readers use, without a slash at the end. */
  readonly baseUrl: string;
  readonly siteName: string;
  /** 1200 × 630. Without one, the site's own. `alt` says in words what is drawn: claim and verdict. */
  readonly image?: { readonly path: string; readonly alt: string };
  /** Moments (RFC 3339), for an article. */
  readonly published?: string;
  readonly modified?: string;
  /** Where the same content answers as data: `/claims/x.json`. */
  readonly json?: string;
  /** Where it can be followed, in each form, without language. */
  readonly feed?: Readonly<Record<"atom" | "json", string>>;
  /** A view of something that has an address of its own: the record as it once stood, a list of search results. */
  readonly noindex?: boolean;
}

const IMAGE = { width: 1200, height: 630, type: "image/png" };
const OG_LOCALE: Record<Locale, string> = { sv: "sv_SE", en: "en_GB" };

/** Every address is absolute: several readers of these tags do not resolve relative ones. */
export function pageMetadata(page: PageDescription): Metadata {
  const { locale, path, title, description, siteName, published, modified } = page;
  const absolute = (to: string) => `${page.baseUrl}${to}`;
  const url = absolute(href(locale, path));
  const image = {
    ...IMAGE,
    url: absolute(page.image?.path ?? `/share/${locale}.png`),
    alt: page.image?.alt ?? siteName,
  };
  const shown = { title, description, url, siteName, images: [image], locale: OG_LOCALE[locale] };
  const languages = { alternateLocale: OG_LOCALE[otherLocale(locale)] };
  return {
    title: { absolute: title.startsWith(siteName) ? title : `${title} – ${siteName}` },
    description,
    alternates: {
      canonical: url,
      languages: {
        ...Object.fromEntries(LOCALES.map((each) => [each, absolute(href(each, path))])),
        "x-default": absolute(path),
      },
      types: {
        ...(page.json !== undefined && { "application/json": absolute(page.json) }),
        ...(page.feed && {
          "application/atom+xml": [{ url: absolute(href(locale, page.feed.atom)), title }],
          "application/feed+json": [{ url: absolute(href(locale, page.feed.json)), title }],
        }),
      },
    },
    openGraph:
      page.kind === "article"
        ? { ...shown, ...languages, type: "article", publishedTime: published, modifiedTime: modified }
        : { ...shown, ...languages, type: "website" },
    twitter: {
      card: "summary_large_image",
      title,
      description,
      images: [{ url: image.url, alt: image.alt }],
    },
    ...(page.noindex && { robots: { index: false, follow: true } }),
  };
}
