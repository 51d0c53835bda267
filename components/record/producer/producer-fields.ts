import { fixedChoices } from "@/components/desk/form/choices";
import type { FieldSpec } from "@/components/desk/form/field-spec";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { PARTY_KINDS } from "@/lib/record/party/party-schema";

/**
 * Whoever made a source and is no party yet: a name, on no side.
 *
 * @param under - of the fields' names, with a full stop at its end
 */
export function producerFields(locale: Locale, under = ""): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "bilingual",
      name: `${under}producer.name`,
      label: t("deskRecord.source.newProducerName"),
      help: t("deskRecord.source.newProducerHelp"),
      max: 120,
      optional: true,
    },
    {
      kind: "choice",
      name: `${under}producer.kind`,
      label: t("deskRecord.source.newProducerKind"),
      options: fixedChoices(PARTY_KINDS, (kind) => t(`party.kinds.${kind}`)),
      none: t("deskRecord.party.noKind"),
      optional: true,
    },
  ];
}
