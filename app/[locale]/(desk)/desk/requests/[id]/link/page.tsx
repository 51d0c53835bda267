import { notFound } from "next/navigation";
import "@/app/styles/reply.css";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { LinkForm } from "@/components/record/reply/link-form";
import { linkWords } from "@/components/record/reply/link-words";
import { RequestWorkPage } from "@/components/record/reply/request-work-page";
import { inEither, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { makeNewLink } from "@/lib/record/reply/reply-actions";
import { letterTo, requestFor } from "@/lib/record/reply/reply-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/requests/[id]/link">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/requests/${id}/link`;
  const actor = await requireActor(locale, path);
  const request = await requestFor(actor, id);
  const letter = await letterTo(actor, id);
  if (!request?.question?.published || !letter) {
    return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  }
  const t = translator(locale);
  const party = inEither(request.party.name, locale);
  return (
    <RequestWorkPage
      locale={locale}
      actor={actor}
      title={t("replyDesk.newLinkTitle", { party })}
      request={request}
      below="link"
      lead={t("replyDesk.newLinkText")}
    >
      <LinkForm
        locale={locale}
        action={makeNewLink}
        sendKey={crypto.randomUUID()}
        id={id}
        revision={0}
        submit={t("replyDesk.makeLink")}
        over={false}
        letter={letter}
        words={{ ...linkWords(locale), title: t("replyDesk.newLinkMade") }}
      />
    </RequestWorkPage>
  );
}
