import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskPage } from "@/components/desk/desk-page";
import { Form } from "@/components/form/form";
import { questionFields } from "@/components/reply/reply-fields";
import { requestCrumbs } from "@/components/reply/request-page";
import { requireActor } from "@/lib/auth/session";
import { typedInto } from "@/lib/form/form-queries";
import { inEither, isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { saveQuestion } from "@/lib/reply/reply-actions";
import { askingFields, requestFor } from "@/lib/reply/reply-desk-queries";

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
  const form = `asking/${id}`;
  const party = inEither(request.party.name, locale);
  const back = { path: `/desk/requests/${id}`, label: t("replyDesk.requestTitle", { party }) };
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="disputes"
      title={t("replyDesk.questionTitle", { party })}
      crumbs={[...requestCrumbs(request, locale), back]}
      lead={
        <>
          <p className="claim desk-claim">{inEither(request.claim.text, locale)}</p>
          <p>{t("replyDesk.questionLead")}</p>
        </>
      }
    >
      <Form
        locale={locale}
        action={saveQuestion}
        fields={questionFields(locale)}
        initial={asking.fields}
        sendKey={crypto.randomUUID()}
        draft={{ id, revision: asking.revision }}
        typed={{ form, before: await typedInto(actor, form) }}
        submit={t("replyDesk.save")}
      />
    </DeskPage>
  );
}
