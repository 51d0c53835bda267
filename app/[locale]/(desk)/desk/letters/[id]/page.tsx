import { notFound } from "next/navigation";
import { LetterPaper } from "@/components/desk/letter/letter-paper";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { atLeast } from "@/lib/core/actor";
import { env } from "@/lib/core/env";
import { isLocale } from "@/lib/core/language/language";
import { isId } from "@/lib/core/language/language-schema";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { letterFor } from "@/lib/desk/letter/letter-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/letters/[id]">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/letters/${id}`;
  const actor = await requireActor(locale, path);
  if (!atLeast(actor, "administrator"))
    return <DeskMissing locale={locale} path={path} actor={actor} status={403} />;
  const letter = isId(id) ? await letterFor(actor, id) : null;
  if (!letter) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const t = translator(locale);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="letters"
      title={letter.subject}
      crumbs={[{ path: "/desk/letters", label: t("letters.title") }]}
    >
      <LetterPaper locale={locale} letter={letter} hasServer={env.BELAGT_SMTP_URL !== undefined} />
    </DeskPage>
  );
}
