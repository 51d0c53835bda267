import { env } from "@/lib/core/env";
import { isLocale } from "@/lib/core/language/language";
import { feedAddresses } from "@/lib/site/feed/feed";
import { feedAnswer } from "@/lib/site/feed/feed-answer";
import { feed } from "@/lib/site/feed/feed-queries";
import { feedSite } from "@/lib/site/feed/feed-site";
import { searchWords } from "@/lib/site/feed/feed-words";
import { busyAnswer, notFoundAnswer } from "@/lib/site/interop/json-answer";
import { claimsFound } from "@/lib/site/search/search-queries";
import { parseSearch, searchPath } from "@/lib/site/search/search-schema";

export const dynamic = "force-dynamic";

/** `/search.atom?q=…` and `/search.json?q=…`: what has been published about the claims that a search finds. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/feeds/[locale]/search/[format]">,
): Promise<Response> {
  const { locale, format } = await params;
  if (!isLocale(locale)) return notFoundAnswer();
  const search = { ...parseSearch(Object.fromEntries(new URL(request.url).searchParams)), page: 1 };
  const claimIds = await claimsFound(search);
  if (claimIds === "slow") return busyAnswer();
  const page = searchPath(search);
  const site = feedSite({
    ...{ request, baseUrl: env.BELAGT_BASE_URL, locale, page, of: "search" },
    name: searchWords(search, locale),
    addresses: feedAddresses(page),
  });
  const found = await feed({ of: "search", claimIds }, site.before);
  return feedAnswer(request, format === "atom" ? "atom" : "json", found, site);
}
