import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { AddressLink } from "@/components/record/address/address-desk";
import { CorrectLink } from "@/components/record/amendment/correct-this";
import { DeskContext, DeskEvidence, DeskVerdict } from "@/components/record/claim/desk-claim";
import { DeskCorrections } from "@/components/record/correction/desk-corrections";
import { Discard } from "@/components/record/draft/discard";
import { MergeLink } from "@/components/record/merge/merge-desk";
import { TakeDownLink } from "@/components/record/removal/removal-desk";
import { DeskReplies } from "@/components/record/reply/desk-replies";
import { DeskTaints } from "@/components/record/taint/desk-taints";
import { atLeast } from "@/lib/core/actor";
import { href, inEither } from "@/lib/core/language/language";
import { claimForDesk } from "@/lib/record/claim/claim-desk-queries";
import { evidenceToPublish } from "@/lib/record/evidence/evidence-desk-queries";

export default deskPage({ path: "/desk/claims/[id]" }, async ({ page, actor, locale, t }, { id }) => {
  const ready = await evidenceToPublish(actor, id);
  const claim = await claimForDesk(actor, id);
  if (!claim) return 404;
  const part = { claim, actor, locale };
  return (
    <DeskPage
      {...page}
      here="disputes"
      title={t("deskClaim.number", { number: claim.number })}
      crumbs={[{ path: `/desk/disputes/${claim.dispute.id}`, label: inEither(claim.dispute.short, locale) }]}
      lead={
        <>
          <p className="claim desk-claim">{inEither(claim.text, locale)}</p>
          <p className="do">
            <span className="fine">{t(`kinds.${claim.kind}`)}</span>
            {!claim.publishedAt && <b className="draft-mark">{t("deskClaim.draft")}</b>}
            {atLeast(actor, "journalist") && (
              <a href={href(locale, `/desk/claims/${claim.id}/wording`)}>{t("deskClaim.reword")}</a>
            )}
            <AddressLink table="Claim" id={claim.id} actor={actor} locale={locale} />
            {claim.publishedAt && atLeast(actor, "journalist") && (
              <CorrectLink table="Claim" id={claim.id} locale={locale} what={t("amendment.desk.claimKind")} />
            )}
            {claim.publishedAt ? (
              <>
                <a href={href(locale, `/claims/${claim.slug}`)}>{t("deskClaim.publicPage")}</a>
                <MergeLink table="Claim" id={claim.id} actor={actor} locale={locale} />
                <TakeDownLink table="Claim" id={claim.id} actor={actor} locale={locale} />
              </>
            ) : (
              atLeast(actor, "journalist") && (
                <a href={href(locale, `/desk/disputes/${claim.dispute.id}/publish`)}>
                  {t("deskRecord.dispute.seeUnpublished")}
                </a>
              )
            )}
            {atLeast(actor, "journalist") && (
              <a href={href(locale, `/desk/history?claim=${claim.id}`)}>{t("deskClaim.history")}</a>
            )}
          </p>
        </>
      }
    >
      <DeskEvidence {...part} ready={ready} />
      <DeskVerdict {...part} />
      <DeskTaints claimId={claim.id} actor={actor} locale={locale} />
      <DeskReplies claimId={claim.id} actor={actor} locale={locale} />
      <DeskCorrections claimId={claim.id} actor={actor} locale={locale} />
      <DeskContext {...part} />
      {!claim.publishedAt && atLeast(actor, "journalist") && (
        <Discard locale={locale} table="claim" id={id} />
      )}
    </DeskPage>
  );
});
