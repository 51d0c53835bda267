import { notFound } from "next/navigation";
import { claimNatureForm, claimWordsForm } from "@/components/claim/claim-form";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DisputeWorkPage } from "@/components/dispute/dispute-work-page";
import { Discard } from "@/components/draft/discard";
import { DeskForm } from "@/components/form/desk-form";
import { requireActor } from "@/lib/auth/session";
import { saveClaimNature, saveClaimWords } from "@/lib/claim/claim-actions";
import { allClaimTexts, claimDraft } from "@/lib/claim/claim-draft-desk-queries";
import { choicesOf, disputeDesk } from "@/lib/dispute/dispute-desk-queries";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/claims/[id]/wording">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/claims/${id}/wording`;
  const actor = await requireActor(locale, path);
  const claim = await claimDraft(actor, id);
  const dispute = claim && (await disputeDesk(actor, claim.disputeId));
  const choices = dispute && (await choicesOf(actor, dispute.id));
  if (!dispute || !choices) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const { wording } = claim;
  const others = (await allClaimTexts(actor)).filter((other) => other.id !== id);
  const t = translator(locale);
  const [ofWords, ofNature] = [`claim/wording/${id}`, `claim/nature/${id}`];
  return (
    <DisputeWorkPage
      locale={locale}
      path={path}
      actor={actor}
      dispute={dispute}
      claim={{ id, number: claim.number, text: claim.text }}
      title={t("deskRecord.claim.wordingTitle", { number: claim.number })}
      lead={wording.published && <p>{t("deskRecord.wordsNext")}</p>}
    >
      <DeskForm
        locale={locale}
        action={saveClaimWords}
        fields={claimWordsForm(others, locale)}
        initial={wording.fields}
        draft={{ id, revision: wording.revision }}
        actor={actor}
        kept={ofWords}
        submit={t("deskRecord.save")}
      />
      {!wording.published && wording.version > 1 && (
        <Discard locale={locale} table="claimWording" id={wording.id} next={`/desk/claims/${id}`} />
      )}
      {!claim.published && (
        <>
          <DeskForm
            locale={locale}
            action={saveClaimNature}
            fields={claimNatureForm(choices.parties, locale)}
            initial={claim.nature}
            draft={{ id, revision: claim.revision }}
            actor={actor}
            kept={ofNature}
            submit={t("deskRecord.save")}
          />
          <Discard locale={locale} table="claim" id={id} next={`/desk/disputes/${dispute.id}`} />
        </>
      )}
    </DisputeWorkPage>
  );
}
