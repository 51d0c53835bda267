import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskPage } from "@/components/desk/desk-page";
import { evidenceForm } from "@/components/evidence/evidence-form";
import { DeskForm } from "@/components/form/desk-form";
import { requireActor } from "@/lib/auth/session";
import { claimForDesk } from "@/lib/claim/claim-desk-queries";
import { saveNewEvidence } from "@/lib/evidence/evidence-actions";
import { evidenceChoices } from "@/lib/evidence/evidence-desk-queries";
import { inEither, isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/claims/[id]/evidence/new">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/claims/${id}/evidence/new`;
  const actor = await requireActor(locale, path);
  const claim = await claimForDesk(actor, id);
  if (!claim) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const t = translator(locale);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="disputes"
      title={t("evidenceForm.title")}
      crumbs={[
        { path: `/desk/disputes/${claim.dispute.id}`, label: inEither(claim.dispute.short, locale) },
        { path: `/desk/claims/${claim.id}`, label: t("deskClaim.number", { number: claim.number }) },
      ]}
      lead={
        <>
          <p className="says">{t("evidenceForm.to")}</p>
          <p className="claim desk-claim">{inEither(claim.text, locale)}</p>
        </>
      }
    >
      <DeskForm
        locale={locale}
        action={saveNewEvidence}
        fields={evidenceForm(await evidenceChoices(actor, claim.dispute.id), locale, true)}
        initial={{ excerptLanguage: ["sv"] }}
        hidden={{ claimId: claim.id }}
        actor={actor}
        kept={`evidence/new/${claim.id}`}
        submit={t("evidenceForm.save")}
        another={{ label: t("evidenceForm.saveNext"), next: "another" }}
      />
    </DeskPage>
  );
}
