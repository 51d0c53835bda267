import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/components/desk/desk-page";
import { EntryForm } from "@/components/member/entry-form";
import { emailField } from "@/components/member/member-fields";
import { privateMetadata } from "@/components/member/page-words";
import { sendEmail } from "@/lib/auth/account-actions";
import { requireFresh } from "@/lib/auth/fresh";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

export const dynamic = "force-dynamic";

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/desk/account/email">): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? privateMetadata(locale, translator(locale)("account.email.change")) : {};
}

export default async function Page({ params }: PageProps<"/[locale]/desk/account/email">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/desk/account/email";
  const { actor, session } = await requireFresh(locale, path);
  const t = translator(locale);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="account"
      title={t("account.email.change")}
      crumbs={[{ path: "/desk/account", label: t("account.title") }]}
      lead={
        <p>
          {t("account.email.now", { email: session.member.email })} {t("account.email.lead")}
        </p>
      }
    >
      <EntryForm
        locale={locale}
        action={sendEmail}
        fields={[emailField(t, t("account.email.field"))]}
        submit={t("account.email.change")}
      />
    </DeskPage>
  );
}
