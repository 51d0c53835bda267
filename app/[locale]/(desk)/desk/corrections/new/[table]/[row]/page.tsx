import { deskPage } from "@/components/desk/page/desk-route";
import { NewCorrection } from "@/components/record/correction/new-correction";
import { correctionSubjectAbout } from "@/lib/record/correction/correction-desk-queries";

/** A correction in words of one published row. */
export default deskPage(
  { path: "/desk/corrections/new/[table]/[row]", role: "journalist" },
  async ({ page, actor }, { table, row }) => {
    const subject = await correctionSubjectAbout(actor, table, row);
    return subject ? <NewCorrection {...page} subject={subject} /> : 404;
  },
);
