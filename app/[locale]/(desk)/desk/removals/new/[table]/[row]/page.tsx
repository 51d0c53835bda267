import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { TakeDownForm } from "@/components/record/removal/removal-desk";
import { href, inEither } from "@/lib/core/language/language";
import { toTakeDown } from "@/lib/record/removal/removal-desk-queries";

export default deskPage(
  { path: "/desk/removals/new/[table]/[row]", role: "editor" },
  async ({ page, actor, locale, t }, { table, row: id }) => {
    const row = await toTakeDown(actor, table, id);
    if (!row) return 404;
    return (
      <DeskPage
        {...page}
        here="disputes"
        title={t("removal.desk.title")}
        crumbs={[{ path: "/desk/removals", label: t("removal.desk.all") }]}
        lead={
          <>
            <p>
              {t(`removal.what.${row.table}`)}: {inEither(row.title, locale)}
            </p>
            <p>{t("removal.desk.before")}</p>
          </>
        }
      >
        {row.down ? (
          <p>
            <a href={href(locale, `/desk/removals/${row.down}`)}>{t("removal.desk.isDown")}</a>
          </p>
        ) : (
          <TakeDownForm row={row} actor={actor} locale={locale} />
        )}
      </DeskPage>
    );
  },
);
