import { notFound } from "next/navigation";
import "@/app/styles/reply.css";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { LinkForm } from "@/components/record/reply/link-form";
import { linkWords } from "@/components/record/reply/link-words";
import { RequestWorkPage } from "@/components/record/reply/request-work-page";
import { atLeast } from "@/lib/core/actor";
import { inEither, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { putQuestion } from "@/lib/record/reply/reply-actions";
import { letterTo, requestFor } from "@/lib/record/reply/reply-desk-queries";

export const dynamic = "force-dynamic";

/** The letter as the party will read it, and the button that sends it. Afterwards: the link, once. */
export default async function Page({ params }: PageProps<"/[locale]/desk/requests/[id]/ask">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/requests/${id}/ask`;
  const actor = await requireActor(locale, path);
  const request = await requestFor(actor, id);
  const letter = await letterTo(actor, id);
  if (!request?.question || !letter) {
    return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  }
  if (!atLeast(actor, "editor")) {
    return <DeskMissing locale={locale} path={path} actor={actor} status={403} />;
  }
  const t = translator(locale);
  const party = inEither(request.party.name, locale);
  const { to, published, revision } = request.question;
  return (
    <RequestWorkPage
      locale={locale}
      actor={actor}
      title={t("replyDesk.askTitle", { party })}
      request={request}
      below="ask"
    >
      {!published && (
        <p>
          {t("replyDesk.askLead")} {to ? t("replyDesk.goesTo", { to }) : t("replyDesk.goesNowhere")}
        </p>
      )}
      <LinkForm
        locale={locale}
        action={putQuestion}
        sendKey={crypto.randomUUID()}
        id={id}
        revision={revision}
        submit={t("replyDesk.ask")}
        over={published}
        letter={letter}
        words={linkWords(locale)}
      />
    </RequestWorkPage>
  );
}
