import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { missingMetadata, siteMetadata } from "@/components/core/frame/metadata";
import { MissingPage } from "@/components/core/frame/missing-page";
import { PageFrame } from "@/components/core/frame/page-frame";
import { SourcePage } from "@/components/record/source/source-page";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { sourceOn } from "@/lib/record/source/source-queries";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: PageProps<"/[locale]/sources/[id]">): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  const source = await sourceOn(id);
  if (!source) return missingMetadata(locale);
  return siteMetadata({
    locale,
    path: `/sources/${id}`,
    title: source.title[locale],
    description: translator(locale)("source.description", { title: source.title[locale] }),
    kind: "article",
    json: `/sources/${id}.json`,
  });
}

export default async function Page({ params }: PageProps<"/[locale]/sources/[id]">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const source = await sourceOn(id);
  if (!source) return <MissingPage locale={locale} />;
  return (
    <PageFrame locale={locale} path={`/sources/${id}`} demonstration={source.dispute.demonstration}>
      <SourcePage source={source} locale={locale} />
    </PageFrame>
  );
}
