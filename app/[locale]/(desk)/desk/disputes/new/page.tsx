import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskPage } from "@/components/desk/desk-page";
import { newDisputeForm } from "@/components/dispute/dispute-form";
import { DeskForm } from "@/components/form/desk-form";
import { atLeast } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { saveNewDispute } from "@/lib/dispute/dispute-actions";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

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
