import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { Mark } from "@/components/record/dispute/dispute-desk";
import { atLeast } from "@/lib/core/actor";
import { href, inEither } from "@/lib/core/language/language";
import { disputesFor } from "@/lib/record/dispute/dispute-desk-queries";

export default deskPage({ path: "/desk/disputes" }, async ({ page, actor, locale, t }) => {
  const disputes = await disputesFor(actor);
  const opens = atLeast(actor, "journalist");
  return (
    <DeskPage {...page} here="disputes" title={t("deskRecord.list.title")}>
      {disputes.length === 0 && (
        <>
          <h2>{t("deskRecord.list.emptyTitle")}</h2>
          <p className="empty">{t(opens ? "deskRecord.list.empty" : "deskRecord.list.emptyOther")}</p>
        </>
      )}
      {opens && (
        <p className="do">
          <a className="button" href={href(locale, "/desk/disputes/new")}>
            {t("deskRecord.list.new")}
          </a>
        </p>
      )}
      {atLeast(actor, "editor") && (
        <p className="do">
          <a href={href(locale, "/desk/removals")}>{t("removal.desk.all")}</a>
        </p>
      )}
      <ul className="work">
        {disputes.map((dispute) => (
          <li key={dispute.id}>
            <a href={href(locale, `/desk/disputes/${dispute.id}`)}>{inEither(dispute.title, locale)}</a>
            <span className="do">
              <Mark locale={locale} published={dispute.published} />
              <span className="fine">{t("deskRecord.list.claims", { count: dispute.claims })}</span>
            </span>
          </li>
        ))}
      </ul>
    </DeskPage>
  );
});
