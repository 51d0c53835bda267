import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href } from "@/lib/core/language/language";
import { allCorrections } from "@/lib/record/correction/correction-desk-queries";

export default deskPage(
  { path: "/desk/corrections", role: "journalist" },
  async ({ page, actor, locale, t }) => {
    const all = await allCorrections(actor);
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
      </DeskPage>
    );
  },
);
