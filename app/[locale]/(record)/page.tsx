import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClaimLines } from "@/components/claim/claim-lines";
import { FrontAside } from "@/components/front/front-aside";
import { FrontEngraving } from "@/components/front/front-engraving";
import { FrontLead } from "@/components/front/front-lead";
import { FrontTrio } from "@/components/front/front-trio";
import { Footer } from "@/components/site/footer";
import { FrontHead } from "@/components/site/front-head";
import { siteMetadata } from "@/components/site/metadata";
import { claimOn, latestVerdicts } from "@/lib/claim/claim-queries";
import type { DisputeView } from "@/lib/dispute/dispute";
import { disputeOn, disputes } from "@/lib/dispute/dispute-queries";
import { isLocale, type Locale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { recordLog } from "@/lib/record-log/record-log-queries";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

/** Disputes on the front page. The rest are a search away. */
const SHOWN = 3;

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
  });
}

export default async function Page({ params }: PageProps<"/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = translator(locale);
  const [heads, [latestSlug], log] = await Promise.all([disputes(), latestVerdicts(1), recordLog()]);
  const shown = await Promise.all(heads.slice(0, SHOWN).map(({ slug }) => disputeOn(slug)));
  const cases = shown.filter((dispute) => dispute !== null);
  const latest = latestSlug ? await claimOn(latestSlug) : null;
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
                <ClaimLines key={dispute.slug} claims={linesOf(dispute, locale)} locale={locale} />
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
