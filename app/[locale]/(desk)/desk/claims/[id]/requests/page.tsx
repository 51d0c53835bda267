import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { DeskReplies } from "@/components/record/reply/desk-replies";
import { inEither, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { partiesToAsk } from "@/lib/record/reply/reply-parties-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/claims/[id]/requests">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/claims/${id}/requests`;
  const actor = await requireActor(locale, path);
  const found = await partiesToAsk(actor, id);
  if (!found) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const t = translator(locale);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="disputes"
      title={t("replyDesk.parties")}
      crumbs={[{ path: `/desk/claims/${id}`, label: t("replyDesk.toClaim") }]}
      lead={<p className="claim desk-claim">{inEither(found.claim.text, locale)}</p>}
    >
      <DeskReplies claimId={id} actor={actor} locale={locale} />
    </DeskPage>
  );
}
