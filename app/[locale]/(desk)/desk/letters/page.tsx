import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskPage } from "@/components/desk/desk-page";
import { LetterList } from "@/components/letter/letter-list";
import { Note } from "@/components/member/note";
import { noteWords } from "@/components/member/page-words";
import { atLeast } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { lettersFor } from "@/lib/letter/letter-queries";

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
