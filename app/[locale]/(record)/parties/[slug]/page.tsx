import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { missingMetadata, siteMetadata } from "@/components/core/frame/metadata";
import { MissingPage } from "@/components/core/frame/missing-page";
import { PageFrame } from "@/components/core/frame/page-frame";
import { PartyPage } from "@/components/record/party/party-page";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { partyOn } from "@/lib/record/party/party-queries";
import { feedAddresses } from "@/lib/site/feed/feed";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: PageProps<"/[locale]/parties/[slug]">): Promise<Metadata> {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return {};
  const party = await partyOn(slug);
  if (!party) return missingMetadata(locale);
  return siteMetadata({
    locale,
    path: `/parties/${slug}`,
    title: party.name[locale],
    description: translator(locale)("party.description", { name: party.name[locale] }),
    kind: "article",
    json: `/parties/${slug}.json`,
    feed: feedAddresses(`/parties/${slug}`),
  });
}

export default async function Page({ params }: PageProps<"/[locale]/parties/[slug]">) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const party = await partyOn(slug);
  if (!party) return <MissingPage locale={locale} />;
  return (
    <PageFrame
      locale={locale}
      path={`/parties/${slug}`}
      follow={{ feed: feedAddresses(`/parties/${slug}`) }}
      demonstration={party.demonstration}
    >
      <PartyPage party={party} locale={locale} />
    </PageFrame>
  );
}
