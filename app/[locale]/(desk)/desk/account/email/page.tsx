import { notFound } from "next/navigation";
import { AccountPage } from "@/components/desk/member/account-page";
import { EntryForm } from "@/components/desk/member/entry-form";
import { emailField } from "@/components/desk/member/member-fields";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { sendEmail } from "@/lib/desk/auth/account-actions";
import { requireFresh } from "@/lib/desk/auth/fresh-request";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/account/email">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/desk/account/email";
  const { actor, session } = await requireFresh(locale, path);
  const t = translator(locale);
  return (
    <AccountPage
      locale={locale}
      path={path}
      actor={actor}
      title={t("account.email.change")}
      lead={`${t("account.email.now", { email: session.member.email })} ${t("account.email.lead")}`}
    >
      <EntryForm
        locale={locale}
        action={sendEmail}
        fields={[emailField(t, t("account.email.field"))]}
        submit={t("account.email.change")}
      />
    </AccountPage>
  );
}
