import { Form } from "@/components/desk/form/form";
import { roleField } from "@/components/desk/member/role-field";
import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { sendInvitation } from "@/lib/desk/invitation/invitation-actions";

export default deskPage(
  { path: "/desk/people/invite", role: "administrator", fresh: true },
  async ({ page, locale, t }) => {
    return (
      <DeskPage
        {...page}
        here="people"
        title={t("people.invite")}
        crumbs={[{ path: "/desk/people", label: t("people.title") }]}
        lead={<p>{t("people.inviteLead")}</p>}
      >
        <Form
          locale={locale}
          action={sendInvitation}
          fields={[
            { kind: "email", name: "email", label: t("people.email"), autoComplete: "off" },
            roleField(t),
          ]}
          sendKey={crypto.randomUUID()}
          submit={t("people.inviteSubmit")}
        />
      </DeskPage>
    );
  },
);
