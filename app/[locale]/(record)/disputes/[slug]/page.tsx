import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { missingMetadata, siteMetadata } from "@/components/core/frame/metadata";
import { MissingPage } from "@/components/core/frame/missing-page";
import { PageFrame } from "@/components/core/frame/page-frame";
import { DisputePage } from "@/components/record/dispute/dispute-page";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { DisputeView } from "@/lib/record/dispute/dispute";
import { disputeOn } from "@/lib/record/dispute/dispute-queries";
import { feedAddresses } from "@/lib/site/feed/feed";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/disputes/[slug]">): Promise<Metadata> {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return {};
  const dispute = await disputeOn(slug);
  if (!dispute) return missingMetadata(locale);
  return siteMetadata({
    locale,
    path: `/disputes/${slug}`,
    title: dispute.title[locale],
    description: translator(locale)("dispute.description", { summary: dispute.summary[locale] }),
    kind: "article",
    published: dispute.publishedAt,
    modified: dispute.changedAt,
    json: `/disputes/${slug}.json`,
    feed: feedAddresses(`/disputes/${slug}`),
  });
}

export default async function Page({ params }: PageProps<"/[locale]/disputes/[slug]">) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const dispute = await disputeOn(slug);
  if (!dispute) return <MissingPage locale={locale} />;
  return (
    <PageFrame
      hydrated
      locale={locale}
      path={`/disputes/${slug}`}
      follow={{ feed: feedAddresses(`/disputes/${slug}`), ics: `/disputes/${slug}.ics` }}
      here="disputes"
      demonstration={dispute.demonstration}
      skips={hasPosts(dispute) ? [{ to: "timeline", label: translator(locale)("site.skipToTimeline") }] : []}
    >
      <DisputePage dispute={dispute} locale={locale} />
    </PageFrame>
  );
}

/** Whether the page has a timeline to skip to. */
const hasPosts = ({ events, claims }: DisputeView) =>
  events.length > 0 ||
  claims.some(({ appearances, verdictAt }) => appearances.length > 0 || verdictAt !== null);
