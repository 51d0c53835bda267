import { notFound } from "next/navigation";
import { CaptureWatch } from "@/components/capture/capture-watch";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskPage } from "@/components/desk/desk-page";
import { evidenceForm } from "@/components/evidence/evidence-form";
import { QuoteStateLine, TakeWords } from "@/components/evidence/quote-state";
import { DeskForm } from "@/components/form/desk-form";
import { requireActor } from "@/lib/auth/session";
import { saveEvidence } from "@/lib/evidence/evidence-actions";
import { evidenceChoices, evidenceDraft, quoteStateOf } from "@/lib/evidence/evidence-desk-queries";
import { asFields } from "@/lib/form/form";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

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
