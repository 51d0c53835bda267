import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskPage } from "@/components/desk/desk-page";
import { Form } from "@/components/form/form";
import { recordedFields } from "@/components/reply/reply-fields";
import { requestCrumbs } from "@/components/reply/request-page";
import { requireActor } from "@/lib/auth/session";
import { typedInto } from "@/lib/form/form-queries";
import { inEither, isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { saveRecordedReply } from "@/lib/reply/reply-actions";
import { requestFor } from "@/lib/reply/reply-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/requests/[id]/answer">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/requests/${id}/answer`;
  const actor = await requireActor(locale, path);
  const request = await requestFor(actor, id);
  if (!request) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const t = translator(locale);
  const form = `answer/new/${id}`;
  const party = inEither(request.party.name, locale);
  const back = { path: `/desk/requests/${id}`, label: t("replyDesk.requestTitle", { party }) };
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="disputes"
      title={t("replyDesk.recordTitle", { party })}
      crumbs={[...requestCrumbs(request, locale), back]}
      lead={
        <>
          <p className="claim desk-claim">{inEither(request.claim.text, locale)}</p>
          <p>{t("replyDesk.recordLead")}</p>
        </>
      }
    >
      <Form
        locale={locale}
        action={saveRecordedReply}
        fields={recordedFields(locale)}
        initial={{ language: [request.question?.language ?? locale] }}
        sendKey={crypto.randomUUID()}
        draft={{ id, revision: 0 }}
        typed={{ form, before: await typedInto(actor, form) }}
        submit={t("replyDesk.save")}
      />
    </DeskPage>
  );
}
