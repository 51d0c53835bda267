import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { MergeDesk } from "@/components/record/merge/merge-desk";
import { inEither } from "@/lib/core/language/language";
import { mergeFor } from "@/lib/record/merge/merge-desk-queries";

export default deskPage(
  { path: "/desk/merges/[table]/[row]", role: "journalist" },
  async ({ page, actor, locale, t }, { table, row }) => {
    const merge = await mergeFor(actor, table, row);
    if (!merge) return 404;
    return (
      <DeskPage
        {...page}
        here="disputes"
        title={t("merge.title")}
        lead={
          <>
            <p>{inEither(merge.from.name, locale)}</p>
            <p>{t("merge.lead")}</p>
          </>
        }
      >
        <MergeDesk merge={merge} actor={actor} locale={locale} />
      </DeskPage>
    );
  },
);
