import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/components/desk/desk-page";
import { privateMetadata } from "@/components/member/page-words";
import { SecondFactor } from "@/components/member/second-factor";
import { requireFresh } from "@/lib/auth/fresh";
import { backupCodesLeft, unconfirmedSecret } from "@/lib/auth/second-factor-queries";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

export const dynamic = "force-dynamic";

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/desk/account/second-factor">): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? privateMetadata(locale, translator(locale)("account.secondFactor.title")) : {};
}

export default async function Page({ params }: PageProps<"/[locale]/desk/account/second-factor">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/desk/account/second-factor";
  const { actor, session } = await requireFresh(locale, path);
  const { member } = session;
  const t = translator(locale);
  const secret = member.twoFactorEnabled ? null : await unconfirmedSecret(member.id);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="account"
      title={t("account.secondFactor.title")}
      crumbs={[{ path: "/desk/account", label: t("account.title") }]}
      lead={<p>{t("account.secondFactor.lead")}</p>}
    >
      <SecondFactor
        locale={locale}
        email={member.email}
        on={member.twoFactorEnabled}
        secret={secret}
        left={await backupCodesLeft(member.id)}
      />
    </DeskPage>
  );
}
