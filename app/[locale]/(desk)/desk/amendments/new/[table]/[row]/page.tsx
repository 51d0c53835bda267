import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { amendmentForm, amendmentHidden, publicChoices } from "@/components/record/amending/amending-form";
import { RowAmended } from "@/components/record/amending/row-amended";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { href } from "@/lib/core/language/language";
import { saveNewAmendment } from "@/lib/record/amending/amending-actions";
import { rowToAmend } from "@/lib/record/amending/amending-desk-queries";
import { choicesOf, disputeDesk, frameOf } from "@/lib/record/dispute/dispute-desk-queries";
import { partyChoices } from "@/lib/record/party/party-desk-queries";

/** What is to stand in a published row instead. */
export default deskPage(
  { path: "/desk/amendments/new/[table]/[row]", role: "journalist" },
  async ({ page, actor, locale, t }, { table, row: rowId }) => {
    const row = await rowToAmend(actor, table, rowId);
    const dispute = row && (await disputeDesk(actor, row.disputeId));
    const choices = dispute && (await choicesOf(actor, dispute.id));
    if (!choices) return 404;
    const frame = await frameOf(actor, dispute.id);
    const bodies = await partyChoices(actor);
    const fields = amendmentForm(row.table, { ...publicChoices(choices), frame, bodies }, locale);
    return (
      <DisputeWorkPage
        {...page}
        dispute={dispute}
        title={t("amendment.desk.title", { thing: t(`history.tables.${row.table}`) })}
        lead={<RowAmended row={row} locale={locale} />}
      >
        {row.begun ? (
          <p>
            {t("amendment.desk.begun")}{" "}
            <a href={href(locale, `/desk/amendments/${row.begun}`)}>{t("amendment.desk.toBegun")}</a>
          </p>
        ) : (
          <>
            <p className="help">{t("amendment.desk.lead")}</p>
            <DeskForm
              locale={locale}
              action={saveNewAmendment}
              fields={fields}
              initial={row.fields}
              hidden={amendmentHidden(row, fields)}
              actor={actor}
              kept={`amendment/new/${rowId}`}
              submit={t("amendment.desk.save")}
            />
          </>
        )}
      </DisputeWorkPage>
    );
  },
);
