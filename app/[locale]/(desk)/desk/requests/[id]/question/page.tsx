import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { questionFields } from "@/components/record/reply/reply-fields";
import { RequestWorkPage } from "@/components/record/reply/request-work-page";
import { inEither, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { saveQuestion } from "@/lib/record/reply/reply-actions";
import { requestFor } from "@/lib/record/reply/reply-desk-queries";
import { askingFields } from "@/lib/record/reply/reply-form-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/requests/[id]/question">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/requests/${id}/question`;
  const actor = await requireActor(locale, path);
  const request = await requestFor(actor, id);
  const asking = await askingFields(actor, { id });
  if (!request || !asking || request.question?.published) {
    return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  }
  const t = translator(locale);
  const party = inEither(request.party.name, locale);
  return (
    <RequestWorkPage
      locale={locale}
      actor={actor}
      title={t("replyDesk.questionTitle", { party })}
      request={request}
      below="question"
      lead={t("replyDesk.questionLead")}
    >
      <DeskForm
        locale={locale}
        action={saveQuestion}
        fields={questionFields(locale)}
        initial={asking.fields}
        draft={{ id, revision: asking.revision }}
        actor={actor}
        kept={`asking/${id}`}
        submit={t("replyDesk.save")}
      />
    </RequestWorkPage>
  );
}
