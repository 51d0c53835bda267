import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { falsifierForm } from "@/components/record/falsifier/falsifier-form";
import { atLeast } from "@/lib/core/actor";
import { askedFor } from "@/lib/core/asked-for";
import { href } from "@/lib/core/language/language";
import { choicesOf, disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";
import { saveNewFalsifier } from "@/lib/record/falsifier/falsifier-actions";

export default deskPage(
  { path: "/desk/disputes/[id]/falsifiers/new" },
  async ({ page, actor, locale, t, asked }, { id }) => {
    const dispute = await disputeDesk(actor, id);
    if (!dispute) return 404;
    if (!atLeast(actor, "journalist")) return 403;
    const choices = await choicesOf(actor, id);
    if (!choices) notFound();
    const claim = askedFor(asked, "claim");
    return (
      <DisputeWorkPage
        {...page}
        dispute={dispute}
        title={t("deskRecord.falsifier.newTitle")}
        lead={<p>{t("deskRecord.oneLanguage")}</p>}
      >
        {choices.claims.length === 0 ? (
          <>
            <p className="empty">{t("deskRecord.falsifier.needs")}</p>
            <p className="do">
              <a href={href(locale, `/desk/disputes/${id}/claims/new`)}>{t("deskRecord.dispute.addClaim")}</a>
            </p>
          </>
        ) : (
          <DeskForm
            locale={locale}
            action={saveNewFalsifier}
            fields={falsifierForm(choices, locale)}
            initial={claim ? { claimIds: [claim] } : {}}
            hidden={{ disputeId: id }}
            actor={actor}
            kept={`falsifier/new/${id}`}
            submit={t("deskRecord.falsifier.add")}
            another={{ label: t("deskRecord.saveNext"), next: "another" }}
          />
        )}
      </DisputeWorkPage>
    );
  },
);
