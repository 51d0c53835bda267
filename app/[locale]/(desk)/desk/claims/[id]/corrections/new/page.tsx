import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { NewCorrection } from "@/components/record/correction/new-correction";
import { isLocale } from "@/lib/core/language/language";
import { requireActor } from "@/lib/desk/auth/session-request";
import { correctionSubject } from "@/lib/record/correction/correction-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/claims/[id]/corrections/new">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/claims/${id}/corrections/new`;
  const actor = await requireActor(locale, path);
  const subject = await correctionSubject(actor, { claimId: id });
  if (!subject) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  return <NewCorrection locale={locale} path={path} actor={actor} subject={subject} />;
}
