import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { WithdrawalDeskParts } from "@/components/record/withdrawal/withdrawal-desk";
import { withdrawalFor } from "@/lib/record/withdrawal/withdrawal-desk-queries";

export default deskPage(
  { path: "/desk/claims/[id]/withdraw" },
  async ({ page, actor, locale, t }, { id }) => {
    const claim = await withdrawalFor(actor, id);
    if (!claim) return 404;
    return (
      <DeskPage
        {...page}
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
  },
);
