import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { EntryForm } from "@/components/desk/member/entry-form";
import { EntryPage } from "@/components/desk/member/entry-page";
import { privateMetadata } from "@/components/desk/member/page-words";
import { PasskeyButton } from "@/components/desk/member/passkey-button";
import { askedFor } from "@/lib/core/asked-for";
import { href, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { answerWith } from "@/lib/core/status";
import { ownPath } from "@/lib/desk/auth/own-path";
import { currentSession, hasHalfSession } from "@/lib/desk/auth/session-request";
import { sendSecondStep } from "@/lib/desk/auth/sign-in-actions";

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
