import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { disputeWordsForm } from "@/components/record/dispute/dispute-form";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { Discard } from "@/components/record/draft/discard";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { saveDisputeWords } from "@/lib/record/dispute/dispute-actions";
import { disputeDesk, disputeWording } from "@/lib/record/dispute/dispute-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/disputes/[id]/wording">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/disputes/${id}/wording`;
  const actor = await requireActor(locale, path);
  const [dispute, wording] = [await disputeDesk(actor, id), await disputeWording(actor, id)];
  if (!dispute || !wording) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const t = translator(locale);
  return (
    <DisputeWorkPage
      locale={locale}
      path={path}
      actor={actor}
      dispute={dispute}
      title={t("deskRecord.dispute.wordingTitle")}
      lead={wording.published && <p>{t("deskRecord.wordsNext")}</p>}
    >
      <DeskForm
        locale={locale}
        action={saveDisputeWords}
        fields={disputeWordsForm(locale)}
        initial={wording.fields}
        draft={{ id, revision: wording.revision }}
        actor={actor}
        kept={`dispute/wording/${id}`}
        submit={t("deskRecord.save")}
      />
      {!wording.published && wording.version > 1 && (
        <Discard locale={locale} table="disputeWording" id={wording.id} next={`/desk/disputes/${id}`} />
      )}
    </DisputeWorkPage>
  );
}
