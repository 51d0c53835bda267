import { LetterList } from "@/components/desk/letter/letter-list";
import { Note } from "@/components/desk/member/note";
import { noteWords } from "@/components/desk/member/page-words";
import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { env } from "@/lib/core/env";
import { lettersFor } from "@/lib/desk/letter/letter-queries";

export default deskPage(
  { path: "/desk/letters", role: "administrator" },
  async ({ page, actor, locale, t, asked }) => {
    const letters = await lettersFor(actor);
    const hasServer = env.BELAGT_SMTP_URL !== undefined;
    const waits = (state: string) => state === "by_hand" || state === "failed";
    return (
      <DeskPage
        {...page}
        here="letters"
        title={t("letters.title")}
        lead={
          <p>
            {t("letters.lead")} {!hasServer && t("letters.noServer")}
          </p>
        }
      >
        <Note words={noteWords(t, "letters", asked)} />
        <h2>{t("letters.toDo")}</h2>
        <LetterList
          locale={locale}
          letters={letters.filter(({ state }) => waits(state))}
          none={t("letters.noneToDo")}
          hasServer={hasServer}
        />
        <h2>{t("letters.rest")}</h2>
        <LetterList
          locale={locale}
          letters={letters.filter(({ state }) => !waits(state))}
          none={t("letters.none")}
          hasServer={hasServer}
        />
      </DeskPage>
    );
  },
);
