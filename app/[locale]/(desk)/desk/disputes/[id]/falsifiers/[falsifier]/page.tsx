import { DeskForm } from "@/components/desk/form/desk-form";
import { Form } from "@/components/desk/form/form";
import { deskPage } from "@/components/desk/page/desk-route";
import { CorrectThis } from "@/components/record/amendment/correct-this";
import { Mark } from "@/components/record/dispute/dispute-desk";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { Discard } from "@/components/record/draft/discard";
import { falsifierForm, falsifierStateForm } from "@/components/record/falsifier/falsifier-form";
import { inEither } from "@/lib/core/language/language";
import { choicesOf, disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";
import { saveFalsifier, saveFalsifierState } from "@/lib/record/falsifier/falsifier-actions";
import { falsifierDraft } from "@/lib/record/falsifier/falsifier-desk-queries";

export default deskPage(
  { path: "/desk/disputes/[id]/falsifiers/[falsifier]" },
  async ({ page, actor, locale, t }, { id, falsifier: falsifierId }) => {
    const [dispute, draft, choices] = [
      await disputeDesk(actor, id),
      await falsifierDraft(actor, falsifierId),
      await choicesOf(actor, id),
    ];
    if (!dispute || !choices || draft?.disputeId !== id) return 404;
    return (
      <DisputeWorkPage
        {...page}
        dispute={dispute}
        title={t("deskRecord.falsifier.title")}
        lead={
          <p className="do">
            <Mark locale={locale} published={draft.published} />
          </p>
        }
      >
        {draft.published ? (
          <>
            <p>{inEither(draft.text, locale)}</p>
            <CorrectThis table="Falsifier" id={falsifierId} locale={locale} />
          </>
        ) : (
          <DeskForm
            locale={locale}
            action={saveFalsifier}
            fields={falsifierForm(choices, locale)}
            initial={draft.fields}
            hidden={{ disputeId: id }}
            draft={{ id: falsifierId, revision: draft.revision }}
            actor={actor}
            kept={`falsifier/${falsifierId}`}
            submit={t("deskRecord.save")}
          />
        )}
        <h2>{t("deskRecord.falsifier.states")}</h2>
        {draft.states.length === 0 && <p className="empty">{t("deskRecord.falsifier.noStates")}</p>}
        <ul className="work">
          {draft.states.map((state) => (
            <li key={state.id}>
              {t(`deskRecord.falsifier.kinds.${state.state}`)}: {inEither(state.note, locale)}
              <span className="do">
                <Mark locale={locale} published={state.published} />
              </span>
              {!state.published && <Discard locale={locale} table="falsifierState" id={state.id} />}
            </li>
          ))}
        </ul>
        <Form
          locale={locale}
          action={saveFalsifierState}
          fields={falsifierStateForm(locale)}
          hidden={{ falsifierId, $dispute: id }}
          sendKey={crypto.randomUUID()}
          submit={t("deskRecord.falsifier.addState")}
        />
        {!draft.published && <Discard locale={locale} table="falsifier" id={falsifierId} />}
      </DisputeWorkPage>
    );
  },
);
