import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { DisputeWorkspace } from "@/components/record/dispute/dispute-desk";
import { inEither, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";
import { unpublishedOf } from "@/lib/record/dispute/dispute-unpublished-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/disputes/[id]">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/disputes/${id}`;
  const actor = await requireActor(locale, path);
  const dispute = await disputeDesk(actor, id);
  if (!dispute) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const t = translator(locale);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="disputes"
      title={inEither(dispute.title, locale)}
      crumbs={[{ path: "/desk/disputes", label: t("deskRecord.list.title") }]}
    >
      <DisputeWorkspace
        dispute={dispute}
        actor={actor}
        locale={locale}
        unpublished={(await unpublishedOf(actor, id))?.length ?? null}
      />
    </DeskPage>
  );
}
