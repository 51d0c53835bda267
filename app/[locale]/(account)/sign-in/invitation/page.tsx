import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BadLink } from "@/components/desk/member/bad-link";
import { EntryForm } from "@/components/desk/member/entry-form";
import { EntryPage } from "@/components/desk/member/entry-page";
import { newPasswordField, profileFields } from "@/components/desk/member/member-fields";
import { privateMetadata } from "@/components/desk/member/page-words";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { linkToken } from "@/lib/desk/auth/session-cookie-request";
import { sendAcceptance } from "@/lib/desk/invitation/invitation-actions";
import { invitationByToken } from "@/lib/desk/invitation/invitation-queries";

export const dynamic = "force-dynamic";

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/sign-in/invitation">): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? privateMetadata(locale, translator(locale)("entry.invitation.title")) : {};
}

export default async function Page({ params }: PageProps<"/[locale]/sign-in/invitation">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/sign-in/invitation";
  const offer = await invitationByToken(await linkToken());
  if (!offer) return <BadLink locale={locale} path={path} />;
  const t = translator(locale);
  return (
    <EntryPage
      locale={locale}
      path={path}
      title={t("entry.invitation.title")}
      lead={t("entry.invitation.lead", { role: t(`people.roles.${offer.role}`), email: offer.email })}
    >
      <EntryForm
        locale={locale}
        action={sendAcceptance}
        fields={[...profileFields(t), newPasswordField(t)]}
        submit={t("entry.invitation.submit")}
      />
    </EntryPage>
  );
}
