import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DisputePage } from "@/components/dispute/dispute-page";
import { siteMetadata } from "@/components/site/metadata";
import { PageFrame } from "@/components/site/page-frame";
import { dayWords } from "@/lib/date-words/date-words";
import { disputeOn, readDispute } from "@/lib/dispute/dispute-queries";
import { asOfInstant } from "@/lib/dispute/dispute-schema";
import { href, isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

/** The dispute as the record stood: `/disputes/<slug>?asOf=<RFC 3339>` is rewritten to here. Read anew each time. */
export const dynamic = "force-dynamic";

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/disputes/[slug]/as-of/[moment]">): Promise<Metadata> {
  const { locale, slug } = await params;
  const dispute = isLocale(locale) ? await disputeOn(slug) : null;
  if (!dispute || !isLocale(locale)) return {};
  const t = translator(locale);
  // A past state is not a page of its own to a search engine: its canonical address is the dispute's.
  return siteMetadata({
    locale,
    path: `/disputes/${slug}`,
    title: `${dispute.title[locale]}: ${t("dispute.asOfTitle").toLocaleLowerCase(locale)}`,
    description: t("dispute.description", { summary: dispute.summary[locale] }),
    kind: "article",
    noindex: true,
  });
}

export default async function Page({ params }: PageProps<"/[locale]/disputes/[slug]/as-of/[moment]">) {
  const { locale, slug, moment } = await params;
  if (!isLocale(locale)) notFound();
  const now = await disputeOn(slug);
  if (!now) notFound();
  const t = translator(locale);
  const asked = asOfInstant.safeParse(decoded(moment));
  const dispute = asked.success ? await readDispute(slug, new Date(asked.data)) : null;
  return (
    <PageFrame locale={locale} path={`/disputes/${slug}`} here="disputes" demonstration={now.demonstration}>
      {dispute ? (
        <DisputePage dispute={dispute} locale={locale} />
      ) : (
        <header className="pagehead">
          <h1>{now.title[locale]}</h1>
          <p className="lead">
            {asked.success
              ? t("dispute.asOfBefore", { date: dayWords(now.publishedAt, locale) })
              : t("dispute.asOfInvalid")}
          </p>
          <p className="ui mt-4">
            <a href={href(locale, `/disputes/${slug}`)}>{t("dispute.asOfNow")}</a>
          </p>
        </header>
      )}
    </PageFrame>
  );
}

/** The moment as it stood in the address; text that is no valid encoding is kept, and then found to be no moment. */
function decoded(moment: string): string {
  try {
    return decodeURIComponent(moment);
  } catch {
    return moment;
  }
}
