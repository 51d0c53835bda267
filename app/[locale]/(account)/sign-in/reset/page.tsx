import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BadLink } from "@/components/desk/member/bad-link";
import { EntryForm } from "@/components/desk/member/entry-form";
import { EntryPage } from "@/components/desk/member/entry-page";
import { newPasswordField } from "@/components/desk/member/member-fields";
import { privateMetadata } from "@/components/desk/member/page-words";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { linkToken } from "@/lib/desk/auth/session-cookie-request";
import { sendReset } from "@/lib/desk/member/member-actions";
import { memberOfResetLink } from "@/lib/desk/member/member-queries";

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: PageProps<"/[locale]/sign-in/reset">): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? privateMetadata(locale, translator(locale)("entry.reset.title")) : {};
}

export default async function Page({ params }: PageProps<"/[locale]/sign-in/reset">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/sign-in/reset";
  const member = await memberOfResetLink(await linkToken());
  if (!member) return <BadLink locale={locale} path={path} />;
  const t = translator(locale);
  return (
    <EntryPage
      locale={locale}
      path={path}
      title={t("entry.reset.title")}
      lead={t("entry.reset.lead", { email: member.email })}
    >
      <EntryForm
        locale={locale}
        action={sendReset}
        fields={[newPasswordField(t)]}
        submit={t("entry.reset.submit")}
      />
    </EntryPage>
  );
}
