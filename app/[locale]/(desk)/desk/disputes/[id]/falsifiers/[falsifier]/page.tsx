import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { Form } from "@/components/desk/form/form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { Mark } from "@/components/record/dispute/dispute-desk";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { Discard } from "@/components/record/draft/discard";
import { falsifierForm, falsifierStateForm } from "@/components/record/falsifier/falsifier-form";
import { inEither, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { choicesOf, disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";
import { saveFalsifier, saveFalsifierState } from "@/lib/record/falsifier/falsifier-actions";
import { falsifierDraft } from "@/lib/record/falsifier/falsifier-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({
  params,
}: PageProps<"/[locale]/desk/disputes/[id]/falsifiers/[falsifier]">) {
  const { locale, id, falsifier: falsifierId } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/disputes/${id}/falsifiers/${falsifierId}`;
  const actor = await requireActor(locale, path);
  const [dispute, draft, choices] = [
    await disputeDesk(actor, id),
    await falsifierDraft(actor, falsifierId),
    await choicesOf(actor, id),
  ];
  if (!dispute || !choices || draft?.disputeId !== id) {
    return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  }
  const t = translator(locale);
  return (
    <DisputeWorkPage
      locale={locale}
      path={path}
      actor={actor}
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
          <p>{t("deskRecord.publicIsFixed")}</p>
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
            {!state.published && <Discard locale={locale} table="falsifierState" id={state.id} next={path} />}
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
      {!draft.published && (
        <Discard locale={locale} table="falsifier" id={falsifierId} next={`/desk/disputes/${id}`} />
      )}
    </DisputeWorkPage>
  );
}
