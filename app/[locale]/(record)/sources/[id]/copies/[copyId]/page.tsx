import type { Metadata } from "next";
import { notFound } from "next/navigation";
import "@/app/styles/copy.css";
import { missingMetadata, siteMetadata } from "@/components/site/metadata";
import { MissingPage } from "@/components/site/missing-page";
import { PageFrame } from "@/components/site/page-frame";
import { copyHref } from "@/components/snapshot/copy-href";
import { CopyPage } from "@/components/snapshot/copy-page";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { copyOn } from "@/lib/snapshot/snapshot-public-queries";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

type Props = PageProps<"/[locale]/sources/[id]/copies/[copyId]">;

/** For readers who check a quotation, not for whoever searches for a name in somebody's letter. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id, copyId } = await params;
  if (!isLocale(locale)) return {};
  const copy = await copyOn(id, copyId);
  if (!copy) return missingMetadata(locale);
  const t = translator(locale);
  const title = copy.source.title[locale];
  return siteMetadata({
    locale,
    path: copyHref(id, copyId),
    title: t("copy.title", { title }),
    description: t("copy.description", { title }),
    kind: "article",
    noindex: true,
  });
}

export default async function Page({ params }: Props) {
  const { locale, id, copyId } = await params;
  if (!isLocale(locale)) notFound();
  const copy = await copyOn(id, copyId);
  if (!copy) return <MissingPage locale={locale} />;
  return (
    <PageFrame locale={locale} path={copyHref(id, copyId)} demonstration={copy.dispute.demonstration}>
      <CopyPage copy={copy} locale={locale} />
    </PageFrame>
  );
}
