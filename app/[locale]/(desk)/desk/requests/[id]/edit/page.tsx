import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskForm } from "@/components/form/desk-form";
import { requestWordsFields } from "@/components/reply/reply-fields";
import { RequestWorkPage } from "@/components/reply/request-work-page";
import { requireActor } from "@/lib/auth/session";
import { asFields } from "@/lib/form/form";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { saveRequest } from "@/lib/reply/reply-actions";
import { requestFor } from "@/lib/reply/reply-desk-queries";

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
