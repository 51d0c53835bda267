import { notFound } from "next/navigation";
import { AccountPage } from "@/components/desk/member/account-page";
import { SecondFactor } from "@/components/desk/member/second-factor";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireFresh } from "@/lib/desk/auth/fresh-request";
import { backupCodesLeft, unconfirmedSecret } from "@/lib/desk/auth/second-factor-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/account/second-factor">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/desk/account/second-factor";
  const { actor, session } = await requireFresh(locale, path);
  const { member } = session;
  const t = translator(locale);
  const secret = member.twoFactorEnabled ? null : await unconfirmedSecret(member.id);
  return (
    <AccountPage
      locale={locale}
      path={path}
      actor={actor}
      title={t("account.secondFactor.title")}
      lead={t("account.secondFactor.lead")}
    >
      <SecondFactor
        locale={locale}
        email={member.email}
        on={member.twoFactorEnabled}
        secret={secret}
        left={await backupCodesLeft(member.id)}
      />
    </AccountPage>
  );
}
