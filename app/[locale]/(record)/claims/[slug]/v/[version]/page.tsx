import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { missingMetadata, siteMetadata } from "@/components/core/frame/metadata";
import { MissingPage } from "@/components/core/frame/missing-page";
import { PageFrame } from "@/components/core/frame/page-frame";
import { ClaimPage } from "@/components/record/claim/claim-page";
import { VersionBanner } from "@/components/record/claim/version-banner";
import { VersionChanges } from "@/components/record/claim/version-changes";
import { claimShareAlt, claimSharePath } from "@/components/site/share/share-words";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { claimOn } from "@/lib/record/claim/claim-queries";
import { versionOn } from "@/lib/record/verdict/verdict-version-queries";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

/** Whole numbers from 1, as versions are: anything else is no address of ours. */
const VERSION = /^[1-9]\d{0,5}$/;

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/claims/[slug]/v/[version]">): Promise<Metadata> {
  const { locale, slug, version } = await params;
  if (!isLocale(locale)) return {};
  if (!VERSION.test(version)) return missingMetadata(locale);
  const [claim, verdict] = await Promise.all([claimOn(slug), versionOn(slug, Number(version))]);
  if (!claim || !verdict) return missingMetadata(locale);
  const { frozen } = verdict;
  const t = translator(locale);
  const metadata = siteMetadata({
    locale,
    path: `/claims/${slug}/v/${version}`,
    title: t("version.title", {
      version: frozen.version,
      claim: frozen.claim.wording[locale].replace(/\.$/, ""),
    }),
    description: frozen.conclusion[locale],
    kind: "article",
    image: {
      path: claimSharePath(claim, locale, frozen.version),
      alt: claimShareAlt(claim, verdict, locale),
    },
    published: frozen.publishedAt,
    json: `/claims/${slug}/v/${version}.json`,
  });
  return metadata;
}

export default async function Page({ params }: PageProps<"/[locale]/claims/[slug]/v/[version]">) {
  const { locale, slug, version } = await params;
  if (!isLocale(locale)) notFound();
  if (!VERSION.test(version)) return <MissingPage locale={locale} />;
  const [claim, frozen] = await Promise.all([claimOn(slug), versionOn(slug, Number(version))]);
  if (!claim || !frozen) return <MissingPage locale={locale} />;
  const before = frozen.frozen.version > 1 ? await versionOn(slug, frozen.frozen.version - 1) : null;
  const shown = { ...frozen, requests: frozen.frozen.replies, falsifiers: frozen.frozen.falsifiers };
  return (
    <PageFrame
      locale={locale}
      path={`/claims/${slug}/v/${version}`}
      here="claims"
      demonstration={claim.dispute.demonstration}
    >
      <ClaimPage
        claim={claim}
        shown={shown}
        isFrozen
        banner={
          <>
            <VersionBanner claim={claim} verdict={frozen} locale={locale} />
            {before && <VersionChanges before={before.frozen} after={frozen.frozen} locale={locale} />}
          </>
        }
        locale={locale}
      />
    </PageFrame>
  );
}
