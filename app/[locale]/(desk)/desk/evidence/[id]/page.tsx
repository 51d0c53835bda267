import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskPage } from "@/components/desk/desk-page";
import { evidenceForm } from "@/components/evidence/evidence-form";
import { DeskForm } from "@/components/form/desk-form";
import { requireActor } from "@/lib/auth/session";
import { saveEvidence } from "@/lib/evidence/evidence-actions";
import { evidenceChoices, evidenceDraft } from "@/lib/evidence/evidence-desk-queries";
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
