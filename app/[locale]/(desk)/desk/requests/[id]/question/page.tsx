import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskForm } from "@/components/form/desk-form";
import { questionFields } from "@/components/reply/reply-fields";
import { RequestWorkPage } from "@/components/reply/request-work-page";
import { requireActor } from "@/lib/auth/session";
import { inEither, isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { saveQuestion } from "@/lib/reply/reply-actions";
import { requestFor } from "@/lib/reply/reply-desk-queries";
import { askingFields } from "@/lib/reply/reply-form-desk-queries";

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
