import { notFound } from "next/navigation";
import { AccountPage } from "@/components/desk/member/account-page";
import { EntryForm } from "@/components/desk/member/entry-form";
import { newPasswordField } from "@/components/desk/member/member-fields";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { sendPassword } from "@/lib/desk/auth/account-actions";
import { requireFresh } from "@/lib/desk/auth/fresh-request";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/account/password">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/desk/account/password";
  const { actor } = await requireFresh(locale, path);
  const t = translator(locale);
  return (
    <AccountPage
      locale={locale}
      path={path}
      actor={actor}
      title={t("account.password.change")}
      lead={t("account.password.lead")}
    >
      <EntryForm
        locale={locale}
        action={sendPassword}
        fields={[newPasswordField(t)]}
        submit={t("account.password.change")}
      />
    </AccountPage>
  );
}
