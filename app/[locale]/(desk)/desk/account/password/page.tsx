import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/components/desk/desk-page";
import { EntryForm } from "@/components/member/entry-form";
import { newPasswordField } from "@/components/member/member-fields";
import { privateMetadata } from "@/components/member/page-words";
import { sendPassword } from "@/lib/auth/account-actions";
import { requireFresh } from "@/lib/auth/fresh";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

export const dynamic = "force-dynamic";

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/desk/account/password">): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? privateMetadata(locale, translator(locale)("account.password.change")) : {};
}

export default async function Page({ params }: PageProps<"/[locale]/desk/account/password">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/desk/account/password";
  const { actor } = await requireFresh(locale, path);
  const t = translator(locale);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="account"
      title={t("account.password.change")}
      crumbs={[{ path: "/desk/account", label: t("account.title") }]}
      lead={<p>{t("account.password.lead")}</p>}
    >
      <EntryForm
        locale={locale}
        action={sendPassword}
        fields={[newPasswordField(t)]}
        submit={t("account.password.change")}
      />
    </DeskPage>
  );
}
