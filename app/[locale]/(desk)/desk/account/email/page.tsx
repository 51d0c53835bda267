import { notFound } from "next/navigation";
import { AccountPage } from "@/components/member/account-page";
import { EntryForm } from "@/components/member/entry-form";
import { emailField } from "@/components/member/member-fields";
import { sendEmail } from "@/lib/auth/account-actions";
import { requireFresh } from "@/lib/auth/fresh";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

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
