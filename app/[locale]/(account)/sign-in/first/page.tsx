import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BadLink } from "@/components/member/bad-link";
import { EntryForm } from "@/components/member/entry-form";
import { EntryPage } from "@/components/member/entry-page";
import { emailField, newPasswordField, profileFields } from "@/components/member/member-fields";
import { privateMetadata } from "@/components/member/page-words";
import { linkToken } from "@/lib/auth/session-cookie";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { sendFirstAdministrator } from "@/lib/member/member-actions";
import { isFirstLink } from "@/lib/member/member-queries";

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
