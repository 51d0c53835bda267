import { Form } from "@/components/desk/form/form";
import { deskPage } from "@/components/desk/page/desk-route";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { Handover } from "@/components/record/dispute/handover";
import { UnpublishedRows } from "@/components/record/dispute/unpublished";
import { atLeast } from "@/lib/core/actor";
import { askedFor } from "@/lib/core/asked-for";
import { inEither } from "@/lib/core/language/language";
import { publishDisputeNow } from "@/lib/record/dispute/dispute-actions";
import { disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";
import { handoversOf } from "@/lib/record/dispute/dispute-handover-desk-queries";
import { withNeeds } from "@/lib/record/dispute/dispute-plan";
import { disputeToPublish } from "@/lib/record/dispute/dispute-unpublished-queries";
import { draftWords, knownIn, warningWords, whyWords } from "@/lib/record/dispute/dispute-words";
import { readImprint } from "@/lib/record/imprint/imprint-queries";

/** What can become public, what cannot and why, and the boxes to choose by: all of it before anything happens. */
export default deskPage(
  { path: "/desk/disputes/[id]/publish", keeps: "only" },
  async ({ page, actor, locale, t, asked }, { id }) => {
    // Before what else the page shows: whatever comes in between is on the page, and not in the word for having seen it.
    const ready = await disputeToPublish(actor, id);
    const dispute = await disputeDesk(actor, id);
    if (!dispute) return 404;
    if (!ready) return 403;
    const { drafts, seen } = ready;
    const known = knownIn(dispute);
    const asksFor = askedFor(asked, "only");
    const only = drafts.some(({ key }) => key === asksFor) ? asksFor : "";
    const preferred = new Set(withNeeds(drafts, only));
    const can = drafts.filter(({ key, why }) => why.length === 0 && preferred.has(key));
    const handovers = await handoversOf(actor, id);
    const staying = drafts.filter(({ why }) => why.length > 0);
    const warned = drafts.filter(({ warnings }) => warnings.length > 0);
    const publisher = await readImprint();
    const edits = atLeast(actor, "editor");
    const shut = [
      ...(publisher ? [] : [t("deskRecord.publish.noPublisher")]),
      ...(edits && !actor.secondFactor ? [t("deskRecord.publish.noSecondFactor")] : []),
    ];
    const rows = <UnpublishedRows rows={drafts} dispute={dispute} locale={locale} chooses={edits} />;
    return (
      <DisputeWorkPage
        {...page}
        dispute={dispute}
        title={t("deskRecord.publish.title", { dispute: inEither(dispute.short, locale) })}
        lead={<p>{t("deskRecord.publish.lead")}</p>}
      >
        {drafts.length === 0 ? (
          <p className="empty">{t("deskRecord.publish.nothing")}</p>
        ) : (
          <>
            {shut.length > 0 && (
              <>
                <h2>{t("deskRecord.publish.hinders")}</h2>
                <ul className="work">
                  {shut.map((words) => (
                    <li key={words}>{words}</li>
                  ))}
                </ul>
              </>
            )}
            <h2>{t("deskRecord.publish.staysTitle")}</h2>
            {staying.length === 0 ? (
              <p className="empty">{t("deskRecord.publish.nothingStays")}</p>
            ) : (
              <ul className="work">
                {staying.map((draft) => (
                  <li key={draft.key}>
                    {draftWords(draft, known, locale)}: {whyWords(draft, drafts, known, locale).join(" ")}
                  </li>
                ))}
              </ul>
            )}
            {warned.length > 0 && (
              <>
                <h2>{t("deskRecord.publish.warned")}</h2>
                <p className="help">{t("deskRecord.publish.warnedHelp")}</p>
                <ul className="work">
                  {warned.map((draft) => (
                    <li key={draft.key}>
                      {draftWords(draft, known, locale)}: {warningWords(draft, t).join(" ")}
                    </li>
                  ))}
                </ul>
              </>
            )}
            <h2>{t("deskRecord.publish.what")}</h2>
            {only !== "" && (
              <p className="help">
                {t("deskRecord.publish.only", {
                  name: drafts
                    .filter(({ key }) => key === only)
                    .map((draft) => draftWords(draft, known, locale))
                    .join(),
                })}
              </p>
            )}
            {edits ? (
              <Form
                locale={locale}
                action={publishDisputeNow}
                fields={[]}
                hidden={{ disputeId: id }}
                initial={{ chosen: can.map(({ key }) => key) }}
                seen={seen}
                sendKey={crypto.randomUUID()}
                submit={t("deskRecord.publish.do")}
                grave
              >
                {rows}
              </Form>
            ) : (
              <>
                {rows}
                <p>{t("deskRecord.publish.editors")}</p>
              </>
            )}
            <Handover disputeId={id} about={only} handovers={handovers} actor={actor} locale={locale} />
          </>
        )}
      </DisputeWorkPage>
    );
  },
);
