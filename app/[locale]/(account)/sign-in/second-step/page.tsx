import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { EntryForm } from "@/components/member/entry-form";
import { EntryPage } from "@/components/member/entry-page";
import { privateMetadata } from "@/components/member/page-words";
import { PasskeyButton } from "@/components/member/passkey-button";
import { ownPath } from "@/lib/auth/own-path";
import { currentSession, hasHalfSession } from "@/lib/auth/session";
import { sendSecondStep } from "@/lib/auth/sign-in-actions";
import { askedFor } from "@/lib/http/asked-for";
import { answerWith } from "@/lib/http/status";
import { href, isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

export const dynamic = "force-dynamic";

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/sign-in/second-step">): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? privateMetadata(locale, translator(locale)("entry.secondStep.title")) : {};
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/sign-in/second-step">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const next = ownPath(askedFor(await searchParams, "next"), locale);
  if (await currentSession()) redirect(next);
  const t = translator(locale);
  const path = "/sign-in/second-step";
  const restart = (
    <p className="go">
      <a href={href(locale, "/sign-in")}>{t("entry.secondStep.restart")}</a>
    </p>
  );
  if (!(await hasHalfSession())) {
    answerWith(401);
    return (
      <EntryPage
        locale={locale}
        path={path}
        title={t("entry.secondStep.title")}
        lead={t("entry.secondStep.gone")}
      >
        {restart}
      </EntryPage>
    );
  }
  return (
    <EntryPage
      locale={locale}
      path={path}
      title={t("entry.secondStep.title")}
      lead={t("entry.secondStep.lead")}
    >
      <EntryForm
        locale={locale}
        action={sendSecondStep}
        fields={[
          {
            kind: "text",
            name: "code",
            label: t("entry.secondStep.code"),
            help: t("entry.secondStep.codeHelp"),
            autoComplete: "one-time-code",
          },
        ]}
        hidden={{ next }}
        submit={t("entry.secondStep.submit")}
      />
      <PasskeyButton
        locale={locale}
        next={next}
        label={t("entry.passkey.prove")}
        waiting={t("entry.passkey.waiting")}
        failed={t("entry.passkey.failed")}
      />
      {restart}
    </EntryPage>
  );
}
