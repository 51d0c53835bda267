import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { WithdrawalDeskParts } from "@/components/record/withdrawal/withdrawal-desk";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { withdrawalFor } from "@/lib/record/withdrawal/withdrawal-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/claims/[id]/withdraw">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/claims/${id}/withdraw`;
  const actor = await requireActor(locale, path);
  const claim = await withdrawalFor(actor, id);
  if (!claim) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const t = translator(locale);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="disputes"
      title={t("withdrawal.desk.title")}
      crumbs={[
        { path: `/desk/disputes/${claim.dispute.id}`, label: claim.dispute.short[locale] },
        { path: `/desk/claims/${claim.id}`, label: claim.text[locale] },
      ]}
      lead={
        <>
          <p className="claim">{claim.text[locale]}</p>
          <p>{t("withdrawal.desk.lead")}</p>
        </>
      }
    >
      <WithdrawalDeskParts claim={claim} actor={actor} locale={locale} />
    </DeskPage>
  );
}
