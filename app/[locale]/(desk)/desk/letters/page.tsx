import { notFound } from "next/navigation";
import { LetterList } from "@/components/desk/letter/letter-list";
import { Note } from "@/components/desk/member/note";
import { noteWords } from "@/components/desk/member/page-words";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { atLeast } from "@/lib/core/actor";
import { env } from "@/lib/core/env";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { lettersFor } from "@/lib/desk/letter/letter-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params, searchParams }: PageProps<"/[locale]/desk/letters">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/desk/letters";
  const actor = await requireActor(locale, path);
  if (!atLeast(actor, "administrator"))
    return <DeskMissing locale={locale} path={path} actor={actor} status={403} />;
  const t = translator(locale);
  const letters = await lettersFor(actor);
  const hasServer = env.BELAGT_SMTP_URL !== undefined;
  const waits = (state: string) => state === "by_hand" || state === "failed";
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="letters"
      title={t("letters.title")}
      lead={
        <p>
          {t("letters.lead")} {!hasServer && t("letters.noServer")}
        </p>
      }
    >
      <Note words={noteWords(t, "letters", await searchParams)} />
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
}
