import type { MetadataRoute } from "next";
import { env } from "@/lib/core/env";
import { href, LOCALES } from "@/lib/core/language/language";
import { recordPages } from "@/lib/site/interop/sitemap-queries";

/** Made when asked for: there is no database, and no address, while building. */
export const dynamic = "force-dynamic";

const FIXED = ["/", "/method", "/corrections", "/log"];

/**
 * Every public page in every language, each naming the others (hreflang in sitemaps:
 * https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap). Frozen versions are
 * left out: they are there to be cited, and each links to the claim, which is what a searcher wants.
 */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const pages = [...FIXED.map((path) => ({ path, changedAt: null })), ...(await recordPages())];
  const at = (path: string) => `${env.BELAGT_BASE_URL}${path}`;
  return pages.flatMap(({ path, changedAt }) => {
    const languages = {
      ...Object.fromEntries(LOCALES.map((locale) => [locale, at(href(locale, path))])),
      "x-default": at(path),
    };
    return LOCALES.map((locale) => ({
      url: at(href(locale, path)),
      ...(changedAt !== null && { lastModified: changedAt }),
      alternates: { languages },
    }));
  });
}
