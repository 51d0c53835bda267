import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DisputePage } from "@/components/dispute/dispute-page";
import { missingMetadata, siteMetadata } from "@/components/site/metadata";
import { MissingPage } from "@/components/site/missing-page";
import { PageFrame } from "@/components/site/page-frame";
import { disputeOn } from "@/lib/dispute/dispute-queries";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

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
  });
}

export default async function Page({ params }: PageProps<"/[locale]/disputes/[slug]">) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const dispute = await disputeOn(slug);
  if (!dispute) return <MissingPage locale={locale} />;
  return (
    <PageFrame
      locale={locale}
      path={`/disputes/${slug}`}
      here="disputes"
      demonstration={dispute.demonstration}
      skips={[{ to: "timeline", label: translator(locale)("site.skipToTimeline") }]}
    >
      <DisputePage dispute={dispute} locale={locale} />
    </PageFrame>
  );
}
