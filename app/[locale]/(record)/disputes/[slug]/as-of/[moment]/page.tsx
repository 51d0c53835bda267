import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { missingMetadata, siteMetadata } from "@/components/core/frame/metadata";
import { MissingPage } from "@/components/core/frame/missing-page";
import { PageFrame } from "@/components/core/frame/page-frame";
import { DisputePage } from "@/components/record/dispute/dispute-page";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { DisputeView } from "@/lib/record/dispute/dispute";
import { disputeAsOf, disputeOn } from "@/lib/record/dispute/dispute-queries";
import { asOfInstant } from "@/lib/record/dispute/dispute-schema";

/** The dispute as the record stood: `/disputes/<slug>?asOf=<RFC 3339>` is rewritten to here. */
export const dynamic = "force-static";
export const generateStaticParams = () => [];

type Props = PageProps<"/[locale]/disputes/[slug]/as-of/[moment]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, moment } = await params;
  if (!isLocale(locale)) return {};
  const now = await disputeOn(slug);
  if (!now) return missingMetadata(locale);
  const stood = momentIn(now, moment);
  // Titled as it was called then: an old page under a new name would say what nobody had said.
  const dispute = (stood && (await disputeAsOf(slug, stood.at))) || now;
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

export default async function Page({ params }: Props) {
  const { locale, slug, moment } = await params;
  if (!isLocale(locale)) notFound();
  const now = await disputeOn(slug);
  if (!now) return <MissingPage locale={locale} />;
  const t = translator(locale);
  const way = <a href={href(locale, `/disputes/${slug}`)}>{t("dispute.asOfNow")}</a>;
  if (!asOfInstant.safeParse(decoded(moment)).success) {
    return (
      <MissingPage
        locale={locale}
        status={400}
        title={t("dispute.asOfInvalidTitle")}
        text={t("dispute.asOfInvalid")}
        way={way}
      />
    );
  }
  const stood = momentIn(now, moment);
  const dispute = stood && (await disputeAsOf(slug, stood.at));
  if (!dispute) {
    const text = t("dispute.asOfBefore", { date: dayWords(now.publishedAt, locale) });
    return <MissingPage locale={locale} title={now.title[locale]} text={text} way={way} />;
  }
  return (
    <PageFrame
      hydrated
      locale={locale}
      path={`/disputes/${slug}`}
      here="disputes"
      demonstration={now.demonstration}
    >
      <DisputePage dispute={dispute} until={stood?.until} locale={locale} />
    </PageFrame>
  );
}

/**
 * The moment of the dispute that an address means: the record stood still between its moments, and the server leads any
 * time in between to the one before it (lib/site/http/door.ts), so that there are no more pages than moments.
 *
 * @returns null for no moment, and for one before the dispute was public
 */
function momentIn(
  { moments }: DisputeView,
  moment: string,
): { at: string; until: string | undefined } | null {
  const asked = asOfInstant.safeParse(decoded(moment));
  if (!asked.success) return null;
  const instant = new Date(asked.data).toISOString();
  const place = moments.findIndex((each) => each <= instant);
  const at = moments[place];
  return at === undefined ? null : { at, until: moments[place - 1] };
}

/**
 * The moment as it stood in the address, where a `+` of an offset reads as a space. Text that is no valid encoding is
 * kept, and then found to be no moment.
 */
function decoded(moment: string): string {
  try {
    return decodeURIComponent(moment).replace(" ", "+");
  } catch {
    return moment;
  }
}
