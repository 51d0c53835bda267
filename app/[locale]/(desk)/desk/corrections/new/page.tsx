import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { NewCorrection } from "@/components/record/correction/new-correction";
import { askedFor } from "@/lib/core/asked-for";
import { href } from "@/lib/core/language/language";
import { correctableDisputes, correctionSubject } from "@/lib/record/correction/correction-desk-queries";

/** `?dispute=<id>`: a correction of a dispute. Without it, which dispute is asked first. */
export default deskPage(
  { path: "/desk/corrections/new", role: "journalist", keeps: "dispute" },
  async ({ page, actor, locale, path, t, asked }) => {
    const dispute = askedFor(asked, "dispute");
    if (dispute) {
      const subject = await correctionSubject(actor, { disputeId: dispute });
      return subject ? <NewCorrection {...page} subject={subject} /> : 404;
    }
    return (
      <DeskPage
        {...page}
        here="disputes"
        title={t("correction.desk.chooseDispute")}
        crumbs={[{ path: "/desk/corrections", label: t("correction.desk.all") }]}
        lead={<p>{t("correction.desk.chooseClaim")}</p>}
      >
        <ul className="work">
          {(await correctableDisputes(actor)).map(({ id, title }) => (
            <li key={id}>
              <a href={href(locale, `${path}?dispute=${id}`)}>{title[locale]}</a>
            </li>
          ))}
        </ul>
      </DeskPage>
    );
  },
);
