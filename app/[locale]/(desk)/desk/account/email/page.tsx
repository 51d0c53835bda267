import { AccountPage } from "@/components/desk/member/account-page";
import { EntryForm } from "@/components/desk/member/entry-form";
import { emailField } from "@/components/desk/member/member-fields";
import { deskPage } from "@/components/desk/page/desk-route";
import { sendEmail } from "@/lib/desk/auth/account-actions";

export default deskPage(
  { path: "/desk/account/email", fresh: true },
  async ({ page, locale, session, t }) => {
    return (
      <AccountPage
        {...page}
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
  },
);
