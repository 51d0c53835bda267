import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { missingMetadata } from "@/components/core/frame/metadata";
import { MissingPage } from "@/components/core/frame/missing-page";
import { PageFrame } from "@/components/core/frame/page-frame";
import { RemovalPage } from "@/components/record/removal/removal-page";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { removalOn } from "@/lib/record/removal/removal-queries";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/taken-down/[id]">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { ...missingMetadata(locale), title: translator(locale)("removal.page.title") };
}

/** Answers at every address of what was taken down, with 410 (lib/site/http/door.ts), and at its own. */
export default async function Page({ params }: PageProps<"/[locale]/taken-down/[id]">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const removal = await removalOn(id);
  if (!removal) return <MissingPage locale={locale} />;
  return (
    <PageFrame locale={locale} path={`/taken-down/${id}`}>
      <RemovalPage removal={removal} locale={locale} />
    </PageFrame>
  );
}
