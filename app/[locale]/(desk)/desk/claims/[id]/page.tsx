import { notFound } from "next/navigation";
import { DeskContext, DeskEvidence, DeskVerdict } from "@/components/claim/desk-claim";
import { DeskCorrections } from "@/components/correction/desk-corrections";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskPage } from "@/components/desk/desk-page";
import { DeskReplies } from "@/components/reply/desk-replies";
import { DeskTaints } from "@/components/taint/desk-taints";
import { atLeast } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { claimForDesk } from "@/lib/claim/claim-desk-queries";
import { href, inEither, isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/claims/[id]">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/claims/${id}`;
  const actor = await requireActor(locale, path);
  const claim = await claimForDesk(actor, id);
  if (!claim) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const t = translator(locale);
  const part = { claim, actor, locale };
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
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
            {claim.publishedAt ? (
              <a href={href(locale, `/claims/${claim.slug}`)}>{t("deskClaim.publicPage")}</a>
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
      <DeskEvidence {...part} />
      <DeskVerdict {...part} />
      <DeskTaints claimId={claim.id} actor={actor} locale={locale} />
      <DeskReplies claimId={claim.id} actor={actor} locale={locale} />
      <DeskCorrections claimId={claim.id} actor={actor} locale={locale} />
      <DeskContext {...part} />
    </DeskPage>
  );
}
