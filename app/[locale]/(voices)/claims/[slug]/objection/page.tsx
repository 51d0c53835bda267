import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { siteMetadata } from "@/components/core/frame/metadata";
import { MissingPage } from "@/components/core/frame/missing-page";
import { PageFrame } from "@/components/core/frame/page-frame";
import { PageHead } from "@/components/core/frame/page-head";
import { Prose } from "@/components/core/ui/prose";
import { Form } from "@/components/desk/form/form";
import { objectionFields } from "@/components/record/objection/objection-fields";
import { href, isLocale } from "@/lib/core/language/language";
import { isId } from "@/lib/core/language/language-schema";
import { translator } from "@/lib/core/language/translator";
import { answerWith } from "@/lib/core/status";
import { claimOn } from "@/lib/record/claim/claim-queries";
import { ANSWERED_WITHIN_DAYS } from "@/lib/record/objection/objection";
import { sendObjection } from "@/lib/record/objection/objection-actions";

export const dynamic = "force-dynamic";

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/claims/[slug]/objection">): Promise<Metadata> {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale);
  return siteMetadata({
    locale,
    path: `/claims/${slug}/objection`,
    title: t("objection.form.title"),
    description: t("objection.form.lead", { days: ANSWERED_WITHIN_DAYS }),
    kind: "website",
    noindex: true,
  });
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/claims/[slug]/objection">) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const claim = await claimOn(slug);
  if (!claim) {
    answerWith(404);
    return <MissingPage locale={locale} />;
  }
  const t = translator(locale);
  const asked = await searchParams;
  const versions = claim.versions.map(({ version }) => version);
  const version = versions.find((each) => String(each) === asked.version) ?? versions[0] ?? null;
  const path = href(locale, `/claims/${slug}`);
  return (
    <PageFrame locale={locale} path={`/claims/${slug}/objection`} demonstration={claim.dispute.demonstration}>
      <PageHead
        title={t("objection.form.title")}
        lead={t("objection.form.lead", { days: ANSWERED_WITHIN_DAYS })}
      />
      <div className="row">
        <div className="label" />
        <div className="wide">
          <p className="says">{t("objection.form.about")}</p>
          <p className="claim">
            <Prose text={claim.text[locale]} />
          </p>
          {version !== null && <p className="note">{t("objection.form.version", { version })}</p>}
          <Form
            locale={locale}
            action={sendObjection}
            fields={objectionFields(claim, locale)}
            initial={
              typeof asked.evidence === "string" && isId(asked.evidence)
                ? { evidenceId: [asked.evidence] }
                : {}
            }
            hidden={{ claim: slug, version: version === null ? "" : String(version), language: locale }}
            sendKey={crypto.randomUUID()}
            submit={t("objection.form.submit")}
          />
          <p className="go ui mt-4">
            <a href={path}>{t("objection.form.back")}</a>
          </p>
        </div>
      </div>
    </PageFrame>
  );
}
