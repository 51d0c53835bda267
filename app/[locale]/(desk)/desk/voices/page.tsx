import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href } from "@/lib/core/language/language";
import { answerDue } from "@/lib/record/objection/objection";
import {
  objectionAnswersWaiting,
  objectionsAnswered,
  objectionsWaiting,
} from "@/lib/record/objection/objection-desk-queries";
import { tipsDecided, tipsWaiting } from "@/lib/record/tip/tip-desk-queries";

/** What readers have sent, the oldest first; what has been settled last. */
export default deskPage({ path: "/desk/voices", role: "journalist" }, async ({ page, actor, locale, t }) => {
  const [objections, answers, tips, answered, decided] = await Promise.all([
    objectionsWaiting(actor),
    objectionAnswersWaiting(actor),
    tipsWaiting(actor),
    objectionsAnswered(actor),
    tipsDecided(actor),
  ]);
  const day = (moment: string) => dayWords(moment, locale);
  const settled = [
    ...answered.map((each) => ({ ...each, isClaim: true, what: t(`objection.decisions.${each.decision}`) })),
    ...decided.map((each) => ({ ...each, isClaim: false, what: t(`tip.desk.decided.${each.decision}`) })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <DeskPage
      {...page}
      here="voices"
      title={t("voices.title")}
      lead={
        <>
          <p>{t("voices.lead")}</p>
          <p className="do">
            <a href={href(locale, "/desk/corrections")}>{t("correction.desk.all")}</a>
          </p>
        </>
      }
    >
      <section aria-labelledby="objections">
        <h2 id="objections">{t("voices.objections")}</h2>
        {objections.length === 0 && <p className="empty">{t("voices.noObjections")}</p>}
        <ul className="work">
          {objections.map(({ id, href: to, title, at }) => (
            <li key={id}>
              <a className="claim" href={href(locale, to)}>
                {title[locale]}
              </a>
              <p className="fine">
                {t("voices.came", { date: day(at) })}, {t("voices.due", { date: day(answerDue(at)) })}
              </p>
            </li>
          ))}
        </ul>
      </section>
      {answers.length > 0 && (
        <section aria-labelledby="answers">
          <h2 id="answers">{t("voices.answers")}</h2>
          <ul className="work">
            {answers.map(({ id, href: to, title, at }) => (
              <li key={id}>
                <a className="claim" href={href(locale, to)}>
                  {title[locale]}
                </a>
                <p className="fine">
                  {t("voices.came", { date: day(at) })}, {t("voices.due", { date: day(answerDue(at)) })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="tips">
        <h2 id="tips">{t("voices.tips")}</h2>
        {tips.length === 0 && <p className="empty">{t("voices.noTips")}</p>}
        <ul className="work">
          {tips.map(({ id, href: to, title, at }) => (
            <li key={id}>
              <a href={href(locale, to)}>{title[locale]}</a>
              <p className="fine">{t("voices.came", { date: day(at) })}</p>
            </li>
          ))}
        </ul>
      </section>
      {settled.length > 0 && (
        <section aria-labelledby="settled">
          <h2 id="settled">{t("voices.done")}</h2>
          <ul className="work">
            {settled.map(({ id, href: to, title, at, isClaim, what }) => (
              <li key={id}>
                <a className={isClaim ? "claim" : undefined} href={href(locale, to)}>
                  {title[locale]}
                </a>
                <p className="fine">
                  {what}, {day(at)}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </DeskPage>
  );
});
