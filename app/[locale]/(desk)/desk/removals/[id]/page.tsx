import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { RemovalDecisions } from "@/components/record/removal/removal-desk";
import { RemovalFacts } from "@/components/record/removal/removal-page";
import { href, inEither } from "@/lib/core/language/language";
import { isDown } from "@/lib/record/removal/removal";
import { removalForDesk } from "@/lib/record/removal/removal-desk-queries";

export default deskPage(
  { path: "/desk/removals/[id]", role: "editor" },
  async ({ page, actor, locale, t }, { id }) => {
    const desk = await removalForDesk(actor, id);
    if (!desk) return 404;
    const { removal, row, hidden } = desk;
    return (
      <DeskPage
        {...page}
        here="disputes"
        title={t(isDown(removal) ? "removal.page.title" : "removal.page.back")}
        crumbs={[{ path: "/desk/removals", label: t("removal.desk.all") }]}
        lead={
          <p>
            {t(`removal.what.${removal.table}`)}:{" "}
            {row.href ? (
              <a href={href(locale, row.href)}>{inEither(row.title, locale)}</a>
            ) : (
              inEither(row.title, locale)
            )}
            . {isDown(removal) && t("removal.desk.hidden", { count: hidden })}
          </p>
        }
      >
        <RemovalFacts removal={removal} locale={locale} />
        <p className="do">
          <a href={href(locale, `/taken-down/${removal.id}`)}>{t("removal.desk.stub")}</a>
        </p>
        <RemovalDecisions desk={desk} actor={actor} locale={locale} />
      </DeskPage>
    );
  },
);
