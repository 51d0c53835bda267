import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { missingMetadata } from "@/components/core/frame/metadata";
import { MissingPage } from "@/components/core/frame/missing-page";
import { isLocale } from "@/lib/core/language/language";

/** Every address that is none of ours: a true 404, whole, in the language of the address. */
export const dynamic = "force-static";
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: PageProps<"/[locale]/[...rest]">): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? missingMetadata(locale) : {};
}

export default async function Page({ params }: PageProps<"/[locale]/[...rest]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <MissingPage locale={locale} />;
}
