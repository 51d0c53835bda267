import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { missingMetadata, siteMetadata } from "@/components/core/frame/metadata";
import { MissingPage } from "@/components/core/frame/missing-page";
import { PageFrame } from "@/components/core/frame/page-frame";
import { ClaimPage } from "@/components/record/claim/claim-page";
import { claimShareAlt, claimSharePath } from "@/components/site/share/share-words";
import { env } from "@/lib/core/env";
import { isLocale, type Locale } from "@/lib/core/language/language";
import { hasPublisher } from "@/lib/core/language/publication-name";
import { translator } from "@/lib/core/language/translator";
import type { Rating } from "@/lib/core/rating/rating";
import { type ClaimView, currentVerdict, standingVerdict } from "@/lib/record/claim/claim";
import { claimOn } from "@/lib/record/claim/claim-queries";
import { saidByWords } from "@/lib/record/claim/claim-words";
import { feedAddresses } from "@/lib/site/feed/feed";
import { claimReview } from "@/lib/site/interop/claim-review";
import { jsonLdText } from "@/lib/site/interop/json-ld";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: PageProps<"/[locale]/claims/[slug]">): Promise<Metadata> {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return {};
  const claim = await claimOn(slug);
  if (!claim) return missingMetadata(locale);
  const t = translator(locale);
  const verdict = standingVerdict(claim);
  const text = claim.text[locale].replace(/\.$/, "");
  const who = saidByWords(claim.appearances, locale);
  return siteMetadata({
    locale,
    path: `/claims/${slug}`,
    title: verdict
      ? t("claim.title", { claim: text, rating: t(`ratings.${verdict.rating}`) })
      : t(claim.withdrawn ? "withdrawal.title" : "claim.titleUnrated", { claim: text }),
    description: verdict
      ? t("claim.description", {
          who,
          rating: t(`ratings.${verdict.rating}`),
          version: verdict.version,
          conclusion: verdict.conclusion[locale],
        })
      : t(claim.withdrawn ? "withdrawal.description" : "claim.descriptionUnrated", { who }),
    kind: "article",
    image: { path: claimSharePath(claim, locale), alt: claimShareAlt(claim, claim.verdict, locale) },
    published: claim.publishedAt,
    modified: claim.changedAt,
    json: `/claims/${slug}.json`,
    feed: feedAddresses(`/claims/${slug}`),
  });
}

export default async function Page({ params }: PageProps<"/[locale]/claims/[slug]">) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const claim = await claimOn(slug);
  if (!claim) return <MissingPage locale={locale} />;
  const verdict = currentVerdict(claim);
  const shown = verdict && { ...verdict, requests: claim.requests, falsifiers: claim.falsifiers };
  return (
    <PageFrame
      locale={locale}
      path={`/claims/${slug}`}
      follow={{ feed: feedAddresses(`/claims/${slug}`) }}
      here="claims"
      demonstration={claim.dispute.demonstration}
    >
      <ClaimPage claim={claim} shown={shown} locale={locale} />
      <ClaimReviewScript claim={claim} locale={locale} />
    </PageFrame>
  );
}

/** Data, not script: the one ClaimReview of this claim, on its Swedish page only. */
function ClaimReviewScript({ claim, locale }: { readonly claim: ClaimView; readonly locale: Locale }) {
  const t = translator(locale);
  const words = { rating: (rating: Rating) => t(`ratings.${rating}`) };
  const site = hasPublisher() ? { baseUrl: env.BELAGT_BASE_URL, name: t("site.name") } : null;
  const review = claimReview(claim, locale, words, site);
  if (!review) return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: jsonLdText escapes what could end the element
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLdText(review) }} />;
}
