import { Form } from "@/components/desk/form/form";
import { deskPage } from "@/components/desk/page/desk-route";
import { PermanentAddresses } from "@/components/record/address/address-desk";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { DraftWords, hindranceWords, UnpublishedRows } from "@/components/record/dispute/unpublished";
import { atLeast } from "@/lib/core/actor";
import { inEither } from "@/lib/core/language/language";
import { publishDisputeNow } from "@/lib/record/dispute/dispute-actions";
import { disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";
import { disputeToPublish } from "@/lib/record/dispute/dispute-unpublished-queries";
import { readImprint } from "@/lib/record/imprint/imprint-queries";

/** What would become public, what is in the way, and the button: all of it before anything happens. */
export default deskPage(
  { path: "/desk/disputes/[id]/publish" },
  async ({ page, actor, locale, t }, { id }) => {
    // Before what else the page shows: whatever comes in between is on the page, and not in the word for having seen it.
    const ready = await disputeToPublish(actor, id);
    const dispute = await disputeDesk(actor, id);
    if (!dispute) return 404;
    if (!ready) return 403;
    const { rows, stray, seen } = ready;
    const hindered = rows.filter((row) => row.hindrances.length > 0);
    const own = rows.filter((row) => row.own);
    const publisher = await readImprint();
    const edits = atLeast(actor, "editor");
    const isShut =
      hindered.length + stray.length > 0 || !publisher || (edits && (own.length > 0 || !actor.secondFactor));
    const names = new Intl.ListFormat(locale).format(stray.map((name) => inEither(name, locale)));
    return (
      <DisputeWorkPage
        {...page}
        dispute={dispute}
        title={t("deskRecord.publish.title", { dispute: inEither(dispute.short, locale) })}
        lead={<p>{t("deskRecord.publish.lead")}</p>}
      >
        {rows.length === 0 ? (
          <p className="empty">{t("deskRecord.publish.nothing")}</p>
        ) : (
          <>
            <h2>{t("deskRecord.publish.hinders")}</h2>
            {isShut ? (
              <ul className="work">
                {!publisher && <li>{t("deskRecord.publish.noPublisher")}</li>}
                {edits && !actor.secondFactor && <li>{t("deskRecord.publish.noSecondFactor")}</li>}
                {edits && own.length > 0 && <li>{t("deskRecord.publish.own", { count: own.length })}</li>}
                {stray.length > 0 && <li>{t("deskRecord.publish.stray", { names })}</li>}
                {hindered.length > 0 && (
                  <li>
                    {t("deskRecord.publish.rows", { count: hindered.length })}
                    <ul>
                      {hindered.map((row) => (
                        <li key={row.id}>
                          <DraftWords row={row} dispute={dispute} locale={locale} />:{" "}
                          {row.hindrances.map((hindrance) => hindranceWords(hindrance, t)).join(" ")}
                        </li>
                      ))}
                    </ul>
                  </li>
                )}
              </ul>
            ) : (
              <p className="empty">{t("deskRecord.publish.noHinders")}</p>
            )}
            <h2>{t("deskRecord.publish.what")}</h2>
            <UnpublishedRows rows={rows} dispute={dispute} locale={locale} />
            <PermanentAddresses disputeId={id} actor={actor} locale={locale} />
            {edits ? (
              <Form
                locale={locale}
                action={publishDisputeNow}
                fields={[]}
                hidden={{ disputeId: id }}
                seen={seen}
                sendKey={crypto.randomUUID()}
                submit={t("deskRecord.publish.do", { count: rows.length })}
                grave
              />
            ) : (
              <p>{t("deskRecord.publish.editors")}</p>
            )}
          </>
        )}
      </DisputeWorkPage>
    );
  },
);
