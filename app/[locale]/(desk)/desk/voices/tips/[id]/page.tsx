import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskPage } from "@/components/desk/desk-page";
import { DecideTip } from "@/components/tip/decide-tip";
import { ReceivedTip } from "@/components/tip/received-tip";
import { requireActor } from "@/lib/auth/session";
import { dayWords } from "@/lib/date-words/date-words";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { tipFor } from "@/lib/tip/tip-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/voices/tips/[id]">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/voices/tips/${id}`;
  const actor = await requireActor(locale, path);
  const tip = await tipFor(actor, id);
  if (!tip) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const t = translator(locale);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="voices"
      title={t("tip.desk.title")}
      crumbs={[{ path: "/desk/voices", label: t("voices.title") }]}
      lead={<p>{t("tip.desk.received", { date: dayWords(tip.receivedAt, locale) })}</p>}
    >
      <ReceivedTip tip={tip} locale={locale} />
      <DecideTip tip={tip} locale={locale} />
    </DeskPage>
  );
}
