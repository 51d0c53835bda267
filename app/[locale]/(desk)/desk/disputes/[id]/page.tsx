import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { DisputeWorkspace } from "@/components/record/dispute/dispute-desk";
import { inEither } from "@/lib/core/language/language";
import { disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";
import { unpublishedOf } from "@/lib/record/dispute/dispute-unpublished-queries";

export default deskPage({ path: "/desk/disputes/[id]" }, async ({ page, actor, locale, t }, { id }) => {
  const dispute = await disputeDesk(actor, id);
  if (!dispute) return 404;
  return (
    <DeskPage
      {...page}
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
});
