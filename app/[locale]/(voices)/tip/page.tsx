import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { siteMetadata } from "@/components/core/frame/metadata";
import { PageFrame } from "@/components/core/frame/page-frame";
import { PageHead } from "@/components/core/frame/page-head";
import { Prose } from "@/components/core/ui/prose";
import { Form } from "@/components/desk/form/form";
import { tipFields } from "@/components/record/tip/tip-fields";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { sendTip } from "@/lib/record/tip/tip-actions";
import { tipAbout } from "@/lib/record/tip/tip-queries";
import { newTip } from "@/lib/record/tip/tip-schema";

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: PageProps<"/[locale]/tip">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale);
  return siteMetadata({
    locale,
    path: "/tip",
    title: t("tip.form.title"),
    description: t("tip.form.lead"),
    kind: "website",
  });
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/tip">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = translator(locale);
  const asked = await searchParams;
  const slugIn = (name: "claim" | "dispute") => newTip.shape[name].safeParse(asked[name]).data ?? undefined;
  const about = await tipAbout({ claim: slugIn("claim"), dispute: slugIn("dispute") });
  return (
    <PageFrame locale={locale} path="/tip">
      <PageHead title={t("tip.form.title")} lead={t("tip.form.lead")} />
      <div className="row">
        <div className="label" />
        <div className="wide">
          {about && (
            <>
              <p className="says">
                {t(about.kind === "claim" ? "tip.form.aboutClaim" : "tip.form.aboutDispute")}
              </p>
              <p className={about.kind === "claim" ? "claim" : undefined}>
                <Prose text={about.text[locale]} />
              </p>
            </>
          )}
          <Form
            locale={locale}
            action={sendTip}
            fields={tipFields(locale)}
            hidden={{ language: locale, ...(about && { [about.kind]: about.slug }) }}
            sendKey={crypto.randomUUID()}
            submit={t("tip.form.submit")}
          />
        </div>
      </div>
    </PageFrame>
  );
}
