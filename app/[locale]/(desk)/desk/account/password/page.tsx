import { AccountPage } from "@/components/desk/member/account-page";
import { EntryForm } from "@/components/desk/member/entry-form";
import { newPasswordField } from "@/components/desk/member/member-fields";
import { deskPage } from "@/components/desk/page/desk-route";
import { sendPassword } from "@/lib/desk/auth/account-actions";

export default deskPage({ path: "/desk/account/password", fresh: true }, async ({ page, locale, t }) => {
  return (
    <AccountPage {...page} title={t("account.password.change")} lead={t("account.password.lead")}>
      <EntryForm
        locale={locale}
        action={sendPassword}
        fields={[newPasswordField(t)]}
        submit={t("account.password.change")}
      />
    </AccountPage>
  );
});
