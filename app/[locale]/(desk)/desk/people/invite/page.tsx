import { notFound } from "next/navigation";
import { Form } from "@/components/desk/form/form";
import { roleField } from "@/components/desk/member/role-field";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { atLeast } from "@/lib/core/actor";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireFresh } from "@/lib/desk/auth/fresh-request";
import { requireActor } from "@/lib/desk/auth/session-request";
import { sendInvitation } from "@/lib/desk/invitation/invitation-actions";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/people/invite">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/desk/people/invite";
  const actor = await requireActor(locale, path);
  if (!atLeast(actor, "administrator"))
    return <DeskMissing locale={locale} path={path} actor={actor} status={403} />;
  await requireFresh(locale, path);
  const t = translator(locale);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
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
}
