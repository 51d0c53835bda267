import { AccountPage } from "@/components/desk/member/account-page";
import { SecondFactor } from "@/components/desk/member/second-factor";
import { deskPage } from "@/components/desk/page/desk-route";
import { backupCodesLeft, unconfirmedSecret } from "@/lib/desk/auth/second-factor-queries";

export default deskPage(
  { path: "/desk/account/second-factor", fresh: true },
  async ({ page, locale, session, t }) => {
    const { member } = session;
    const secret = member.twoFactorEnabled ? null : await unconfirmedSecret(member.id);
    return (
      <AccountPage {...page} title={t("account.secondFactor.title")} lead={t("account.secondFactor.lead")}>
        <SecondFactor
          locale={locale}
          email={member.email}
          on={member.twoFactorEnabled}
          secret={secret}
          left={await backupCodesLeft(member.id)}
        />
      </AccountPage>
    );
  },
);
