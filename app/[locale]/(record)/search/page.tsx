import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { siteMetadata } from "@/components/core/frame/metadata";
import { PageFrame } from "@/components/core/frame/page-frame";
import { SearchPage } from "@/components/site/search/search-page";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { answerWith } from "@/lib/core/status";
import { parties } from "@/lib/record/party/party-queries";
import { feedAddresses } from "@/lib/site/feed/feed";
import { searchClaims } from "@/lib/site/search/search-queries";
import { parseSearch, type Search, searchPath } from "@/lib/site/search/search-schema";

/** Made for each request: a search has as many addresses as readers have words. */
export const dynamic = "force-dynamic";

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<"/[locale]/search">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale);
  return siteMetadata({
    locale,
    path: "/search",
    title: t("search.title"),
    description: t("site.tagline"),
    kind: "website",
    noindex: true,
    feed: feedOf(parseSearch(await searchParams)),
  });
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/search">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const asked = parseSearch(await searchParams);
  const first = await searchClaims(asked);
  // A page past the last is answered with the first, and said.
  const past = asked.page > 1 && first.hits.length === 0 && first.limit !== "slow";
  const toFirst = past ? { ...asked, page: 1, notes: [...asked.notes, "page" as const] } : asked;
  const hits = past ? await searchClaims(toFirst) : first;
  const search = hits.limit ? { ...toFirst, notes: [...toFirst.notes, hits.limit] } : toFirst;
  // Not that there is nothing: it is not known.
  if (hits.limit === "slow") answerWith(503);
  return (
    <PageFrame locale={locale} path="/search" here="claims" follow={{ feed: feedOf(search) }}>
      <SearchPage search={search} hits={hits} parties={await parties()} locale={locale} />
    </PageFrame>
  );
}

/** What a search finds can be followed, from its first page. */
const feedOf = (search: Search) => feedAddresses(searchPath({ ...search, page: 1 }));
