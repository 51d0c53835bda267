import { notFound } from "next/navigation";
import { DeskPage } from "@/components/desk/desk-page";
import { Queue } from "@/components/queue/queue";
import { requireActor } from "@/lib/auth/session";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { queueOf } from "@/lib/queue/queue-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireActor(locale, "/desk");
  const t = translator(locale);
  return (
    <DeskPage locale={locale} path="/desk" actor={actor} here="queue" title={t("queue.title")}>
      <Queue items={await queueOf(actor)} locale={locale} />
    </DeskPage>
  );
}
