import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { DecideTip } from "@/components/record/tip/decide-tip";
import { ReceivedTip } from "@/components/record/tip/received-tip";
import { dayWords } from "@/lib/core/date-words/date-words";
import { tipFor } from "@/lib/record/tip/tip-desk-queries";

export default deskPage({ path: "/desk/voices/tips/[id]" }, async ({ page, actor, locale, t }, { id }) => {
  const tip = await tipFor(actor, id);
  if (!tip) return 404;
  return (
    <DeskPage
      {...page}
      here="voices"
      title={t("tip.desk.title")}
      crumbs={[{ path: "/desk/voices", label: t("voices.title") }]}
      lead={<p>{t("tip.desk.received", { date: dayWords(tip.receivedAt, locale) })}</p>}
    >
      <ReceivedTip tip={tip} locale={locale} />
      <DecideTip tip={tip} locale={locale} />
    </DeskPage>
  );
});
