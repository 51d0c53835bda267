import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { DeskReplies } from "@/components/record/reply/desk-replies";
import { inEither } from "@/lib/core/language/language";
import { partiesToAsk } from "@/lib/record/reply/reply-parties-desk-queries";

export default deskPage(
  { path: "/desk/claims/[id]/requests" },
  async ({ page, actor, locale, t }, { id }) => {
    const found = await partiesToAsk(actor, id);
    if (!found) return 404;
    return (
      <DeskPage
        {...page}
        here="disputes"
        title={t("replyDesk.parties")}
        crumbs={[{ path: `/desk/claims/${id}`, label: t("replyDesk.toClaim") }]}
        lead={<p className="claim desk-claim">{inEither(found.claim.text, locale)}</p>}
      >
        <DeskReplies claimId={id} actor={actor} locale={locale} />
      </DeskPage>
    );
  },
);
