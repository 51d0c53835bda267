import { notFound } from "next/navigation";
import "@/app/styles/reply.css";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskPage } from "@/components/desk/desk-page";
import { LinkForm } from "@/components/reply/link-form";
import { linkWords } from "@/components/reply/link-words";
import { requestCrumbs } from "@/components/reply/request-page";
import { requireActor } from "@/lib/auth/session";
import { inEither, isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { makeNewLink } from "@/lib/reply/reply-actions";
import { letterTo, requestFor } from "@/lib/reply/reply-desk-queries";

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
  const back = { path: `/desk/requests/${id}`, label: t("replyDesk.requestTitle", { party }) };
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="disputes"
      title={t("replyDesk.newLinkTitle", { party })}
      crumbs={[...requestCrumbs(request, locale), back]}
      lead={<p>{t("replyDesk.newLinkText")}</p>}
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
    </DeskPage>
  );
}
