import { Form } from "@/components/desk/form/form";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { OWN } from "@/lib/desk/form/form";
import type { Discardable } from "@/lib/record/draft/draft";
import { discard } from "@/lib/record/draft/draft-actions";

interface DiscardProps {
  readonly locale: Locale;
  readonly table: Discardable;
  readonly id: string;
  /** Where to go then, without language. */
  readonly next: string;
  readonly label?: string;
}

/** Throws a draft away, in two steps: one opens it, the other does it. */
export function Discard({ locale, table, id, next, label }: DiscardProps) {
  const t = translator(locale);
  return (
    <details className="more">
      <summary>{label ?? t("deskRecord.discard.open")}</summary>
      <p className="help">{t("deskRecord.discard.text")}</p>
      <Form
        locale={locale}
        action={discard}
        fields={[]}
        hidden={{ table, id, [OWN.next]: next }}
        sendKey={crypto.randomUUID()}
        submit={t("deskRecord.discard.do")}
        grave
      />
    </details>
  );
}
