import type { Metadata } from "next";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/language/language";
import { hasPublisher } from "@/lib/core/language/publication-name";
import { translator } from "@/lib/core/language/translator";
import { type PageDescription, pageMetadata } from "@/lib/site/interop/page-metadata";

/**
 * Head tags of a page of this site: canonical, both languages, Open Graph, card and data address. While nobody publishes,
 * what is there shows the product, and is not for search engines.
 */
export const siteMetadata = (page: Omit<PageDescription, "baseUrl" | "siteName">): Metadata =>
  pageMetadata({
    ...page,
    baseUrl: env.BELAGT_BASE_URL,
    siteName: translator(page.locale)("site.name"),
    noindex: page.noindex === true || !hasPublisher(),
  });

/** Head tags of a page that is not there: a title for the reader, nothing for a search engine. */
export const missingMetadata = (locale: Locale): Metadata => ({
  title: `${translator(locale)("notFound.title")} – ${translator(locale)("site.name")}`,
  robots: { index: false },
});
