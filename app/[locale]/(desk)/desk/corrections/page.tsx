import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, inEither } from "@/lib/core/language/language";
import { allAmendments } from "@/lib/record/amending/amending-desk-queries";
import { allCorrections } from "@/lib/record/correction/correction-desk-queries";

export default deskPage(
  { path: "/desk/corrections", role: "journalist" },
  async ({ page, actor, locale, t }) => {
    const all = await allCorrections(actor);
    const facts = await allAmendments(actor);
    return (
      <DeskPage
        {...page}
        here="disputes"
        title={t("correction.desk.all")}
        lead={<p>{t("correction.desk.lead")}</p>}
      >
        <p className="do">
          <a href={href(locale, "/desk/corrections/new")}>{t("correction.desk.newOf")}</a>
        </p>
        {all.length === 0 && <p className="empty">{t("correction.desk.none")}</p>}
        <ul className="work">
          {all.map((correction) => (
            <li key={correction.id}>
              <b className={correction.publishedAt ? "public-mark" : "draft-mark"}>
                {correction.publishedAt
                  ? t("correction.desk.published", { date: dayWords(correction.publishedAt, locale) })
                  : t("correction.desk.draft")}
              </b>{" "}
              <a href={href(locale, correction.href)}>{correction.title[locale]}</a>
              <p className="fine">{(correction.claim?.text ?? correction.dispute.title)[locale]}</p>
            </li>
          ))}
        </ul>
        <section aria-labelledby="facts">
          <h2 id="facts">{t("amendment.heading")}</h2>
          {facts.length === 0 && <p className="empty">{t("amendment.desk.none")}</p>}
          <ul className="work">
            {facts.map((amendment) => (
              <li key={amendment.id}>
                <b className={amendment.publishedAt ? "public-mark" : "draft-mark"}>
                  {amendment.publishedAt
                    ? t("amendment.desk.published", { date: dayWords(amendment.publishedAt, locale) })
                    : t("amendment.desk.draft")}
                </b>{" "}
                <a href={href(locale, `/desk/amendments/${amendment.id}`)}>
                  {inEither(amendment.words, locale)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      </DeskPage>
    );
  },
);
