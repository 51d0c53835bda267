import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { AnswerObjection } from "@/components/record/objection/answer-objection";
import { ReceivedObjection } from "@/components/record/objection/received-objection";
import { clock } from "@/lib/core/clock";
import { dayWords } from "@/lib/core/date-words/date-words";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { objectionFor } from "@/lib/record/objection/objection-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/voices/objections/[id]">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/voices/objections/${id}`;
  const actor = await requireActor(locale, path);
  const objection = await objectionFor(actor, id);
  if (!objection) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const t = translator(locale);
  const late = !objection.outcome && Date.parse(objection.due) < clock.now().getTime();
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="voices"
      title={t("objection.desk.title")}
      crumbs={[{ path: "/desk/voices", label: t("voices.title") }]}
      lead={
        <p>
          {t("objection.desk.received", {
            date: dayWords(objection.receivedAt, locale),
            due: dayWords(objection.due, locale),
          })}{" "}
          {late && <b>{t("objection.desk.late")}</b>}
        </p>
      }
    >
      <ReceivedObjection objection={objection} locale={locale} />
      <AnswerObjection objection={objection} actor={actor} locale={locale} />
    </DeskPage>
  );
}
