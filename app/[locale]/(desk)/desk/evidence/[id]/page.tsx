import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { CaptureWatch } from "@/components/record/capture/capture-watch";
import { evidenceForm } from "@/components/record/evidence/evidence-form";
import { QuoteStateLine, TakeWords } from "@/components/record/evidence/quote-state";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { asFields } from "@/lib/desk/form/form";
import { saveEvidence } from "@/lib/record/evidence/evidence-actions";
import { evidenceChoices, evidenceDraft, quoteStateOf } from "@/lib/record/evidence/evidence-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/evidence/[id]">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/evidence/${id}`;
  const actor = await requireActor(locale, path);
  const draft = await evidenceDraft(actor, id);
  if (!draft) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const t = translator(locale);
  const state = await quoteStateOf(actor, id);
  const { claimId, ...fields } = draft.evidence;
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="disputes"
      title={t("evidenceForm.change")}
      crumbs={[{ path: `/desk/claims/${claimId}`, label: t("deskClaim.toClaim") }]}
    >
      {state && (
        <>
          {state.kind === "waiting" && <CaptureWatch />}
          <QuoteStateLine
            id={draft.id}
            sourceId={draft.evidence.sourceId}
            language={draft.evidence.excerptLanguage}
            state={state}
            locale={locale}
          />
          {state.kind === "not-in-copy" && state.nearest && (
            <TakeWords draft={draft} nearest={state.nearest} locale={locale} />
          )}
        </>
      )}
      <DeskForm
        locale={locale}
        action={saveEvidence}
        fields={evidenceForm(await evidenceChoices(actor, draft.disputeId), locale, false)}
        initial={asFields(fields)}
        hidden={{ claimId }}
        draft={{ id: draft.id, revision: draft.revision }}
        actor={actor}
        kept={`evidence/${draft.id}`}
        submit={t("evidenceForm.save")}
      />
    </DeskPage>
  );
}
