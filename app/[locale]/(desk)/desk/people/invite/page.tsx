import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskPage } from "@/components/desk/desk-page";
import { Form } from "@/components/form/form";
import { roleField } from "@/components/member/role-field";
import { atLeast } from "@/lib/auth/actor";
import { requireFresh } from "@/lib/auth/fresh";
import { requireActor } from "@/lib/auth/session";
import { sendInvitation } from "@/lib/invitation/invitation-actions";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

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
