import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskPage } from "@/components/desk/desk-page";
import { Form } from "@/components/form/form";
import { requestWordsFields } from "@/components/reply/reply-fields";
import { requestCrumbs } from "@/components/reply/request-page";
import { requireActor } from "@/lib/auth/session";
import { asFields } from "@/lib/form/form";
import { typedInto } from "@/lib/form/form-queries";
import { inEither, isLocale } from "@/lib/language/language";
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
  const form = `request/${id}`;
  const title = t("replyDesk.requestTitle", { party: inEither(request.party.name, locale) });
  const { inSources, reasonNotAsked, revision } = request;
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="disputes"
      title={t("replyDesk.editTitle")}
      crumbs={[...requestCrumbs(request, locale), { path: `/desk/requests/${id}`, label: title }]}
      lead={<p className="claim desk-claim">{inEither(request.claim.text, locale)}</p>}
    >
      <Form
        locale={locale}
        action={saveRequest}
        fields={requestWordsFields(locale)}
        initial={asFields({ inSources, reasonNotAsked })}
        sendKey={crypto.randomUUID()}
        draft={{ id, revision }}
        typed={{ form, before: await typedInto(actor, form) }}
        submit={t("replyDesk.save")}
      />
    </DeskPage>
  );
}
