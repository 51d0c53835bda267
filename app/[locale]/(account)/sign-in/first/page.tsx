import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BadLink } from "@/components/desk/member/bad-link";
import { EntryForm } from "@/components/desk/member/entry-form";
import { EntryPage } from "@/components/desk/member/entry-page";
import { emailField, newPasswordField, profileFields } from "@/components/desk/member/member-fields";
import { privateMetadata } from "@/components/desk/member/page-words";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { linkToken } from "@/lib/desk/auth/session-cookie-request";
import { sendFirstAdministrator } from "@/lib/desk/member/member-actions";
import { isFirstLink } from "@/lib/desk/member/member-queries";

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: PageProps<"/[locale]/sign-in/first">): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? privateMetadata(locale, translator(locale)("entry.first.title")) : {};
}

export default async function Page({ params }: PageProps<"/[locale]/sign-in/first">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/sign-in/first";
  if (!(await isFirstLink(await linkToken()))) return <BadLink locale={locale} path={path} first />;
  const t = translator(locale);
  return (
    <EntryPage locale={locale} path={path} title={t("entry.first.title")} lead={t("entry.first.lead")}>
      <EntryForm
        locale={locale}
        action={sendFirstAdministrator}
        fields={[emailField(t), ...profileFields(t), newPasswordField(t)]}
        submit={t("entry.first.submit")}
      />
    </EntryPage>
  );
}
