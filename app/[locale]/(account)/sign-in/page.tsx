import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { EntryForm } from "@/components/member/entry-form";
import { EntryPage } from "@/components/member/entry-page";
import { emailField, passwordField } from "@/components/member/member-fields";
import { noteWords, privateMetadata } from "@/components/member/page-words";
import { PasskeyButton } from "@/components/member/passkey-button";
import { ownPath } from "@/lib/auth/own-path";
import { currentSession } from "@/lib/auth/session";
import { sendSignIn } from "@/lib/auth/sign-in-actions";
import { askedFor } from "@/lib/http/asked-for";
import { href, isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

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
      <p>
        <a href={href(locale, "/sign-in/forgotten")}>{t("entry.signIn.forgotten")}</a>
      </p>
      <p className="fine">{t("entry.signIn.locked")}</p>
    </EntryPage>
  );
}
