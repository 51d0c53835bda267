import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { AnswerObjection } from "@/components/record/objection/answer-objection";
import { ReceivedObjection } from "@/components/record/objection/received-objection";
import { clock } from "@/lib/core/clock";
import { dayWords } from "@/lib/core/date-words/date-words";
import { objectionFor } from "@/lib/record/objection/objection-desk-queries";

export default deskPage(
  { path: "/desk/voices/objections/[id]" },
  async ({ page, actor, locale, t }, { id }) => {
    const objection = await objectionFor(actor, id);
    if (!objection) return 404;
    const late = !objection.outcome?.publishedAt && Date.parse(objection.due) < clock.now().getTime();
    return (
      <DeskPage
        {...page}
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
  },
);
