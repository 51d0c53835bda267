import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { DecideTip } from "@/components/record/tip/decide-tip";
import { ReceivedTip } from "@/components/record/tip/received-tip";
import { dayWords } from "@/lib/core/date-words/date-words";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { tipFor } from "@/lib/record/tip/tip-desk-queries";

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
