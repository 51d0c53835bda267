import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { newDisputeForm } from "@/components/record/dispute/dispute-form";
import { atLeast } from "@/lib/core/actor";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { saveNewDispute } from "@/lib/record/dispute/dispute-actions";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/disputes/new">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/desk/disputes/new";
  const actor = await requireActor(locale, path);
  if (!atLeast(actor, "journalist")) {
    return <DeskMissing locale={locale} path={path} actor={actor} status={403} />;
  }
  const t = translator(locale);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="disputes"
      title={t("deskRecord.dispute.newTitle")}
      crumbs={[{ path: "/desk/disputes", label: t("deskRecord.list.title") }]}
      lead={
        <p>
          {t("deskRecord.dispute.newLead")} {t("deskRecord.oneLanguage")}
        </p>
      }
    >
      <DeskForm
        locale={locale}
        action={saveNewDispute}
        fields={newDisputeForm(locale)}
        actor={actor}
        kept="dispute/new"
        submit={t("deskRecord.dispute.open")}
      />
    </DeskPage>
  );
}
