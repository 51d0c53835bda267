import { env } from "@/lib/core/env";
import { isLocale } from "@/lib/core/language/language";
import { isRecordFeed, recordFeedAddresses } from "@/lib/site/feed/feed";
import { feedAnswer } from "@/lib/site/feed/feed-answer";
import { feed } from "@/lib/site/feed/feed-queries";
import { feedSite } from "@/lib/site/feed/feed-site";
import { notFoundAnswer } from "@/lib/site/interop/json-answer";

export const dynamic = "force-dynamic";

/** The page that each of these is the feed of. */
const PAGES = { all: "/log", verdicts: "/search", corrections: "/corrections" } as const;

/** `/feeds/<all|verdicts|corrections>.<atom|json>` and the same under `/en`. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/feeds/[locale]/record/[file]">,
): Promise<Response> {
  const { locale, file } = await params;
  const [, of = "", format = ""] = /^(\w+)\.(atom|json)$/.exec(file) ?? [];
  if (!isLocale(locale) || !isRecordFeed(of)) return notFoundAnswer();
  const site = feedSite({
    request,
    baseUrl: env.BELAGT_BASE_URL,
    locale,
    of,
    name: "",
    page: PAGES[of],
    addresses: recordFeedAddresses(of),
  });
  return feedAnswer(request, format === "atom" ? "atom" : "json", await feed({ of }, site.before), site);
}
