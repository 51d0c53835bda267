import { asChoices, fixedChoices } from "@/components/desk/form/choices";
import type { FieldSpec } from "@/components/desk/form/field-spec";
import { type Bilingual, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { FALSIFIER_STATES } from "@/lib/record/falsifier/falsifier-schema";

interface Row {
  readonly id: string;
  readonly words: Bilingual;
}

/** A document or answer, who has it, and which claims it would change. */
export function falsifierForm(
  { parties, claims }: { parties: readonly Row[]; claims: readonly (Row & { number: number })[] },
  locale: Locale,
): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "bilingual",
      name: "text",
      label: t("deskRecord.falsifier.text"),
      help: t("deskRecord.falsifier.textHelp"),
      long: true,
      max: 300,
    },
    { kind: "bilingual", name: "heldBy", label: t("deskRecord.falsifier.heldBy"), max: 120 },
    {
      kind: "choice",
      name: "holderId",
      label: t("deskRecord.falsifier.holder"),
      options: asChoices(parties, locale),
      none: t("deskRecord.none"),
      optional: true,
    },
    {
      kind: "checks",
      name: "claimIds",
      label: t("deskRecord.falsifier.claims"),
      options: claims.map(({ id, number, words }) => ({
        value: id,
        label: `${number}. ${inEither(words, locale)}`,
      })),
    },
  ];
}

/** What became of it. */
export function falsifierStateForm(locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "choice",
      name: "state",
      label: t("deskRecord.falsifier.state"),
      options: fixedChoices(FALSIFIER_STATES, (state) => t(`deskRecord.falsifier.kinds.${state}`)),
    },
    { kind: "bilingual", name: "note", label: t("deskRecord.falsifier.note"), max: 300 },
  ];
}
