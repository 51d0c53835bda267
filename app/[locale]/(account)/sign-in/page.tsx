import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { EntryForm } from "@/components/desk/member/entry-form";
import { EntryPage } from "@/components/desk/member/entry-page";
import { emailField, passwordField } from "@/components/desk/member/member-fields";
import { noteWords, privateMetadata } from "@/components/desk/member/page-words";
import { PasskeyButton } from "@/components/desk/member/passkey-button";
import { askedFor } from "@/lib/core/asked-for";
import { href, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { ownPath } from "@/lib/desk/auth/own-path";
import { currentSession } from "@/lib/desk/auth/session-request";
import { sendSignIn } from "@/lib/desk/auth/sign-in-actions";

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: PageProps<"/[locale]/sign-in">): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? privateMetadata(locale, translator(locale)("entry.signIn.title")) : {};
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/sign-in">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const asked = await searchParams;
  const next = ownPath(askedFor(asked, "next"), locale);
  if (await currentSession()) redirect(next);
  const t = translator(locale);
  return (
    <EntryPage
      locale={locale}
      path="/sign-in"
      title={t("entry.signIn.title")}
      lead={t("entry.signIn.lead")}
      note={noteWords(t, "entry", asked)}
    >
      <EntryForm
        locale={locale}
        action={sendSignIn}
        fields={[emailField(t), passwordField(t)]}
        hidden={{ next }}
        submit={t("entry.signIn.submit")}
      />
      <PasskeyButton
        locale={locale}
        next={next}
        before={t("entry.signIn.or")}
        label={t("entry.passkey.use")}
        waiting={t("entry.passkey.waiting")}
        failed={t("entry.passkey.failed")}
      />
      <p className="mt-4">
        <a href={href(locale, "/sign-in/forgotten")}>{t("entry.signIn.forgotten")}</a>
      </p>
      <p className="fine mt-4">{t("entry.signIn.locked")}</p>
    </EntryPage>
  );
}
