import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Footer } from "@/components/core/frame/footer";
import { FrontHead } from "@/components/core/frame/front-head";
import { siteMetadata } from "@/components/core/frame/metadata";
import { ClaimLines } from "@/components/record/claim/claim-lines";
import { FrontAside } from "@/components/site/front/front-aside";
import { FrontEngraving } from "@/components/site/front/front-engraving";
import { FrontLead } from "@/components/site/front/front-lead";
import { FrontTrio } from "@/components/site/front/front-trio";
import { href, isLocale, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { claimOn } from "@/lib/record/claim/claim-queries";
import type { DisputeView } from "@/lib/record/dispute/dispute";
import { disputeOn, disputes } from "@/lib/record/dispute/dispute-queries";
import { recordLog } from "@/lib/record/record-log/record-log-queries";
import { latestVerdicts } from "@/lib/record/verdict/verdict-version-queries";
import { recordFeedAddresses } from "@/lib/site/feed/feed";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

/** Disputes on the front page. The rest are a search away. */
const SHOWN = 3;
/** Claims listed of each. */
const LISTED = 12;

export async function generateMetadata({ params }: PageProps<"/[locale]">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale);
  return siteMetadata({
    locale,
    path: "/",
    title: t("front.title"),
    description: t("site.tagline"),
    kind: "website",
    feed: recordFeedAddresses("all"),
  });
}

export default async function Page({ params }: PageProps<"/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = translator(locale);
  const [heads, [latestSlug], log] = await Promise.all([disputes(), latestVerdicts(1), recordLog()]);
  const shown = await Promise.all(heads.slice(0, SHOWN).map(({ slug }) => disputeOn(slug)));
  const latest = latestSlug ? await claimOn(latestSlug) : null;
  // The dispute of the latest verdict comes first: the picture and the open questions are of the case being read.
  const leads = (dispute: DisputeView) => Number(dispute.slug === latest?.dispute.slug);
  const cases = shown.filter((dispute) => dispute !== null).sort((a, b) => leads(b) - leads(a));
  return (
    <>
      <FrontHead locale={locale} />
      <main id="content" tabIndex={-1}>
        <div className="wrap leadgrid">
          {latest ? (
            <FrontLead claim={latest} locale={locale} />
          ) : (
            <p className="lead">{t("front.noDisputes")}</p>
          )}
          <div className="asides">
            {cases.map((dispute) => (
              <FrontAside key={dispute.slug} dispute={dispute} locale={locale} />
            ))}
          </div>
        </div>
        {cases[0] && <FrontEngraving dispute={cases[0]} locale={locale} />}
        {cases.length > 0 && (
          <section className="wrap" aria-labelledby="all">
            <div className="index">
              <h2 className="sect" id="all">
                {t("front.allClaims")}
              </h2>
              {cases.map((dispute) => (
                <div key={dispute.slug} className="of-dispute">
                  {cases.length > 1 && (
                    <h3>
                      <a href={href(locale, `/disputes/${dispute.slug}`)}>{dispute.title[locale]}</a>
                    </h3>
                  )}
                  <ClaimLines claims={linesOf(dispute, locale).slice(0, LISTED)} locale={locale} />
                  {dispute.claims.length > LISTED && (
                    <p className="ui mt-3">
                      <a href={href(locale, `/disputes/${dispute.slug}`)}>
                        {t("front.moreClaims", { count: dispute.claims.length - LISTED })}
                      </a>
                    </p>
                  )}
                </div>
              ))}
            </div>
          </section>
        )}
        <FrontTrio dispute={cases[0] ?? null} log={log} locale={locale} />
      </main>
      <Footer locale={locale} demonstration={cases.some((dispute) => dispute.demonstration)} />
    </>
  );
}

/** Each claim with who says so, according to whom. */
function linesOf(dispute: DisputeView, locale: Locale) {
  const t = translator(locale);
  const name = (slug: string) => dispute.parties.find((party) => party.slug === slug)?.name[locale] ?? slug;
  return dispute.claims.map((claim) => {
    const who = [...new Set(claim.appearances.map(({ party }) => name(party)))].join(", ");
    const relater = claim.appearances.find(({ relatedBy }) => relatedBy)?.relatedBy;
    return { claim, by: relater ? `${who}, ${t("says.accordingTo", { relater: name(relater) })}` : who };
  });
}
