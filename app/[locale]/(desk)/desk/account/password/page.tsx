import { notFound } from "next/navigation";
import { AccountPage } from "@/components/member/account-page";
import { EntryForm } from "@/components/member/entry-form";
import { newPasswordField } from "@/components/member/member-fields";
import { sendPassword } from "@/lib/auth/account-actions";
import { requireFresh } from "@/lib/auth/fresh";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

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
