import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { amendmentForm, amendmentHidden, publicChoices } from "@/components/record/amending/amending-form";
import { PublishAmendment } from "@/components/record/amending/publish-amendment";
import { RowAmended } from "@/components/record/amending/row-amended";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { saveAmendment } from "@/lib/record/amending/amending-actions";
import { amendmentFor } from "@/lib/record/amending/amending-desk-queries";
import { choicesOf, disputeDesk, frameOf } from "@/lib/record/dispute/dispute-desk-queries";
import { partyChoices } from "@/lib/record/party/party-desk-queries";

/** What stands and what is to stand instead, for whoever publishes it; and the form, for whoever writes it. */
export default deskPage(
  { path: "/desk/amendments/[id]", role: "journalist" },
  async ({ page, actor, locale, t }, { id }) => {
    const amendment = await amendmentFor(actor, id);
    const dispute = amendment && (await disputeDesk(actor, amendment.disputeId));
    const choices = dispute && (await choicesOf(actor, dispute.id));
    if (!choices) return 404;
    const { table, revision, fields: initial, publishedAt } = amendment;
    const frame = await frameOf(actor, dispute.id);
    const bodies = await partyChoices(actor);
    const fields = amendmentForm(table, { ...publicChoices(choices), frame, bodies }, locale);
    return (
      <DisputeWorkPage
        {...page}
        dispute={dispute}
        title={t("amendment.desk.title", { thing: t(`history.tables.${table}`) })}
        lead={<RowAmended row={amendment} locale={locale} />}
      >
        <PublishAmendment amendment={amendment} actor={actor} locale={locale} />
        {publishedAt === null && (
          <section aria-labelledby="change">
            <h2 id="change">{t("amendment.desk.change")}</h2>
            <DeskForm
              locale={locale}
              action={saveAmendment}
              fields={fields}
              initial={initial}
              hidden={amendmentHidden(amendment, fields)}
              draft={{ id, revision }}
              actor={actor}
              kept={`amendment/${id}`}
              submit={t("amendment.desk.save")}
            />
          </section>
        )}
      </DisputeWorkPage>
    );
  },
);
