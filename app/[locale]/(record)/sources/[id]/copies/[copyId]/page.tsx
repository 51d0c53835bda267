import type { Metadata } from "next";
import { notFound } from "next/navigation";
import "@/app/styles/copy.css";
import { missingMetadata, siteMetadata } from "@/components/core/frame/metadata";
import { MissingPage } from "@/components/core/frame/missing-page";
import { PageFrame } from "@/components/core/frame/page-frame";
import { copyHref } from "@/components/record/snapshot/copy-href";
import { CopyPage } from "@/components/record/snapshot/copy-page";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { copyOn } from "@/lib/record/snapshot/snapshot-public-queries";

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
