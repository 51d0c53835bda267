import { LetterPaper } from "@/components/desk/letter/letter-paper";
import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { env } from "@/lib/core/env";
import { isId } from "@/lib/core/language/language-schema";
import { letterFor } from "@/lib/desk/letter/letter-queries";

export default deskPage(
  { path: "/desk/letters/[id]", role: "administrator" },
  async ({ page, actor, locale, t }, { id }) => {
    const letter = isId(id) ? await letterFor(actor, id) : null;
    if (!letter) return 404;
    return (
      <DeskPage
        {...page}
        here="letters"
        title={letter.subject}
        crumbs={[{ path: "/desk/letters", label: t("letters.title") }]}
      >
        <LetterPaper locale={locale} letter={letter} hasServer={env.BELAGT_SMTP_URL !== undefined} />
      </DeskPage>
    );
  },
);
