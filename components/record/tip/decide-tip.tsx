import { Form } from "@/components/desk/form/form";
import { dayWords } from "@/lib/core/date-words/date-words";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { sendDecision } from "@/lib/record/tip/tip-actions";
import type { DeskTip } from "@/lib/record/tip/tip-desk-queries";

const DECISIONS = ["taken_up", "set_aside"] as const;

/** What was done with a tip, or the form by which that is said. */
export function DecideTip({ tip, locale }: { readonly tip: DeskTip; readonly locale: Locale }) {
  const t = translator(locale);
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">{t("tip.desk.decide")}</h2>
      {tip.decision && tip.decidedAt ? (
        <>
          <p>
            {t("tip.desk.done", {
              decision: t(`tip.desk.decided.${tip.decision}`),
              date: dayWords(tip.decidedAt, locale),
            })}
          </p>
          {tip.note && <p className="received">{tip.note}</p>}
        </>
      ) : (
        <Form
          locale={locale}
          action={sendDecision}
          fields={[
            {
              kind: "radios",
              name: "decision",
              label: t("tip.desk.decision"),
              options: DECISIONS.map((value) => ({ value, label: t(`tip.desk.decisions.${value}`) })),
            },
            {
              kind: "long",
              name: "note",
              label: t("tip.desk.note"),
              help: t("tip.desk.noteHelp"),
              optional: true,
              max: 1000,
            },
          ]}
          hidden={{ tipId: tip.id }}
          sendKey={crypto.randomUUID()}
          submit={t("tip.desk.submit")}
        />
      )}
    </section>
  );
}
