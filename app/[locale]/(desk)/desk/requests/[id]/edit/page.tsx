import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { requestWordsFields } from "@/components/record/reply/reply-fields";
import { RequestWorkPage } from "@/components/record/reply/request-work-page";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { asFields } from "@/lib/desk/form/form";
import { saveRequest } from "@/lib/record/reply/reply-actions";
import { requestFor } from "@/lib/record/reply/reply-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/requests/[id]/edit">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/requests/${id}/edit`;
  const actor = await requireActor(locale, path);
  const request = await requestFor(actor, id);
  if (!request || request.published) {
    return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  }
  const t = translator(locale);
  const { inSources, reasonNotAsked, revision } = request;
  return (
    <RequestWorkPage
      locale={locale}
      actor={actor}
      title={t("replyDesk.editTitle")}
      request={request}
      below="edit"
    >
      <DeskForm
        locale={locale}
        action={saveRequest}
        fields={requestWordsFields(locale)}
        initial={asFields({ inSources, reasonNotAsked })}
        draft={{ id, revision }}
        actor={actor}
        kept={`request/${id}`}
        submit={t("replyDesk.save")}
      />
    </RequestWorkPage>
  );
}
