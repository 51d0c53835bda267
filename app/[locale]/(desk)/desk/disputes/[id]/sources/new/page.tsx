import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DisputeWorkPage } from "@/components/dispute/dispute-work-page";
import { DeskForm } from "@/components/form/desk-form";
import { sourceForm } from "@/components/source/source-form";
import { requireActor } from "@/lib/auth/session";
import { anchorsOf, choicesOf, disputeDesk } from "@/lib/dispute/dispute-desk-queries";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { saveNewSource } from "@/lib/source/source-actions";

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
