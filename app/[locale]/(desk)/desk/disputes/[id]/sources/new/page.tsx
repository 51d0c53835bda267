import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { sourceForm } from "@/components/record/source/source-form";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { anchorsOf, choicesOf, disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";
import { saveNewSource } from "@/lib/record/source/source-actions";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/disputes/[id]/sources/new">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/disputes/${id}/sources/new`;
  const actor = await requireActor(locale, path);
  const dispute = await disputeDesk(actor, id);
  if (!dispute) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const t = translator(locale);
  return (
    <DisputeWorkPage
      locale={locale}
      path={path}
      actor={actor}
      dispute={dispute}
      title={t("deskRecord.source.newTitle")}
      lead={<p>{t("deskRecord.oneLanguage")}</p>}
    >
      <DeskForm
        locale={locale}
        action={saveNewSource}
        fields={sourceForm((await choicesOf(actor, id))?.parties ?? [], await anchorsOf(actor, id), locale)}
        initial={{ language: ["sv"] }}
        hidden={{ disputeId: id }}
        actor={actor}
        kept={`source/new/${id}`}
        submit={t("deskRecord.source.add")}
        another={{ label: t("deskRecord.saveNext"), next: "another" }}
      />
    </DisputeWorkPage>
  );
}
