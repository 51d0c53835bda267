import { notFound } from "next/navigation";
import { NewCorrection } from "@/components/correction/new-correction";
import { DeskMissing } from "@/components/desk/desk-missing";
import { requireActor } from "@/lib/auth/session";
import { correctionSubject } from "@/lib/correction/correction-desk-queries";
import { isLocale } from "@/lib/language/language";

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
