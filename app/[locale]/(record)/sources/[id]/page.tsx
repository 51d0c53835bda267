import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { siteMetadata } from "@/components/site/metadata";
import { PageFrame } from "@/components/site/page-frame";
import { SourcePage } from "@/components/source/source-page";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { sourceOn } from "@/lib/source/source-queries";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: PageProps<"/[locale]/sources/[id]">): Promise<Metadata> {
  const { locale, id } = await params;
  const source = isLocale(locale) ? await sourceOn(id) : null;
  if (!source || !isLocale(locale)) return {};
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
  if (!source) notFound();
  return (
    <PageFrame locale={locale} path={`/sources/${id}`} demonstration={source.dispute.demonstration}>
      <SourcePage source={source} locale={locale} />
    </PageFrame>
  );
}
