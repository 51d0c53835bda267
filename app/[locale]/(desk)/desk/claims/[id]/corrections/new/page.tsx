import { deskPage } from "@/components/desk/page/desk-route";
import { NewCorrection } from "@/components/record/correction/new-correction";
import { correctionSubject } from "@/lib/record/correction/correction-desk-queries";

export default deskPage({ path: "/desk/claims/[id]/corrections/new" }, async ({ page, actor }, { id }) => {
  const subject = await correctionSubject(actor, { claimId: id });
  if (!subject) return 404;
  return <NewCorrection {...page} subject={subject} />;
});
