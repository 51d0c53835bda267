import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { RemovalLine } from "@/components/record/removal/removal-desk";
import { allRemovals } from "@/lib/record/removal/removal-desk-queries";

export default deskPage({ path: "/desk/removals", role: "editor" }, async ({ page, actor, locale, t }) => {
  const all = await allRemovals(actor);
  return (
    <DeskPage {...page} here="disputes" title={t("removal.desk.all")} lead={<p>{t("removal.desk.lead")}</p>}>
      {all.length === 0 && <p className="empty">{t("removal.none")}</p>}
      <ul className="work">
        {all.map(({ removal, row }) => (
          <RemovalLine key={removal.id} removal={removal} row={row} locale={locale} />
        ))}
      </ul>
    </DeskPage>
  );
});
