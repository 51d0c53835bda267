import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { CopyComing } from "@/components/record/capture/copy-coming";
import { Discard } from "@/components/record/draft/discard";
import { evidenceForm } from "@/components/record/evidence/evidence-form";
import { ChoosePlace, QuoteStateLine, TakeWords } from "@/components/record/evidence/quote-state";
import { asFields } from "@/lib/desk/form/form";
import { saveEvidence } from "@/lib/record/evidence/evidence-actions";
import { evidenceChoices, evidenceDraft, quoteStateOf } from "@/lib/record/evidence/evidence-desk-queries";

export default deskPage({ path: "/desk/evidence/[id]" }, async ({ page, actor, locale, t }, { id }) => {
  const draft = await evidenceDraft(actor, id);
  if (!draft) return 404;
  const state = await quoteStateOf(actor, id);
  const { claimId, ...fields } = draft.evidence;
  return (
    <DeskPage
      {...page}
      here="disputes"
      title={t("evidenceForm.change")}
      crumbs={[{ path: `/desk/claims/${claimId}`, label: t("deskClaim.toClaim") }]}
    >
      {state && (
        <>
          {state.kind === "waiting" && <CopyComing path={`/desk/evidence/${id}`} locale={locale} />}
          <QuoteStateLine
            id={draft.id}
            sourceId={draft.evidence.sourceId}
            language={draft.language}
            state={state}
            locale={locale}
          />
          {state.kind === "not-in-copy" && state.nearest && (
            <TakeWords draft={draft} nearest={state.nearest} locale={locale} />
          )}
          {state.kind === "which-place" && <ChoosePlace draft={draft} state={state} locale={locale} />}
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
      <Discard locale={locale} table="evidence" id={draft.id} />
    </DeskPage>
  );
});
