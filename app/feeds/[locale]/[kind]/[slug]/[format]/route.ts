import { env } from "@/lib/core/env";
import { isLocale } from "@/lib/core/language/language";
import { feedAddresses } from "@/lib/site/feed/feed";
import { feedAnswer } from "@/lib/site/feed/feed-answer";
import { feed, feedSubject } from "@/lib/site/feed/feed-queries";
import { feedSite } from "@/lib/site/feed/feed-site";
import { notFoundAnswer } from "@/lib/site/interop/json-answer";

export const dynamic = "force-dynamic";

const KINDS = { disputes: "dispute", claims: "claim", parties: "party" } as const;

const isKind = (kind: string): kind is keyof typeof KINDS => Object.hasOwn(KINDS, kind);

/** `/disputes/<slug>.atom`, `/claims/<slug>.feed.json` …, by the rewrites of lib/site/http/addresses.ts. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/feeds/[locale]/[kind]/[slug]/[format]">,
): Promise<Response> {
  const { locale, kind, slug, format } = await params;
  if (!isLocale(locale) || !isKind(kind)) return notFoundAnswer();
  const of = KINDS[kind];
  const subject = await feedSubject(of, slug);
  if (!subject) return notFoundAnswer();
  const page = `/${kind}/${slug}`;
  const site = feedSite({
    request,
    baseUrl: env.BELAGT_BASE_URL,
    locale,
    of,
    name: subject.name[locale],
    page,
    addresses: feedAddresses(page),
  });
  return feedAnswer(
    request,
    format === "atom" ? "atom" : "json",
    await feed({ of, slug }, site.before),
    site,
  );
}
