import type { FieldSpec } from "@/components/desk/form/field-spec";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";

/** What a reader with a tip is asked. */
export function tipFields(locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    { kind: "long", name: "text", label: t("tip.form.text"), help: t("tip.form.textHelp"), max: 4000 },
    {
      kind: "url",
      name: "url",
      label: t("tip.form.url"),
      help: t("tip.form.urlHelp"),
      optional: true,
      placeholder: "https://",
    },
    {
      kind: "email",
      name: "contact",
      label: t("tip.form.contact"),
      help: t("tip.form.contactHelp"),
      optional: true,
      autoComplete: "email",
    },
  ];
}
