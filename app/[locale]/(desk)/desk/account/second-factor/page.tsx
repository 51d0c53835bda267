import { notFound } from "next/navigation";
import { AccountPage } from "@/components/member/account-page";
import { SecondFactor } from "@/components/member/second-factor";
import { requireFresh } from "@/lib/auth/fresh";
import { backupCodesLeft, unconfirmedSecret } from "@/lib/auth/second-factor-queries";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

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
