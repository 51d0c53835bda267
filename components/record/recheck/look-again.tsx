import { Form } from "@/components/desk/form/form";
import type { Actor } from "@/lib/core/actor";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { lookNow } from "@/lib/record/recheck/recheck-actions";
import { passagesLookedFor } from "@/lib/record/recheck/recheck-desk-queries";
import { RecheckLine } from "./recheck-line";

interface LookAgainProps {
  readonly sourceId: string;
  readonly actor: Actor;
  readonly locale: Locale;
}

/** At the desk: how the quoted words stand on the live page of a source, and a way not to wait for the next look. */
export async function LookAgain({ sourceId, actor, locale }: LookAgainProps) {
  const t = translator(locale);
  const passages = await passagesLookedFor(actor, sourceId);
  if (passages.length === 0) return null;
  return (
    <section aria-labelledby="look-again">
      <h2 id="look-again">{t("recheck.desk.title")}</h2>
      <p className="help">{t("recheck.desk.help")}</p>
      <ul className="work">
        {passages.map(({ id, excerpt, language, recheck }) => (
          <li key={id}>
            <p className="passage">
              <q className="said" lang={language}>
                {excerpt}
              </q>
            </p>
            {recheck ? (
              <RecheckLine recheck={recheck} language={language} locale={locale} />
            ) : (
              <p className="fine">{t("recheck.desk.notYet")}</p>
            )}
          </li>
        ))}
      </ul>
      <Form
        locale={locale}
        action={lookNow}
        fields={[]}
        hidden={{ sourceId }}
        sendKey={crypto.randomUUID()}
        submit={t("recheck.desk.look")}
      />
    </section>
  );
}
