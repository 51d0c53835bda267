import type { FieldSpec } from "@/components/desk/form/field-spec";
import { type Bilingual, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { SHOWINGS } from "@/lib/record/snapshot/snapshot";

interface ChosenParty {
  readonly id: string;
  /** Its name. */
  readonly words: Bilingual;
}

/** Who gave us the file, how much of it readers see, and why all of it. */
export function showingForm(parties: readonly ChosenParty[], locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "choice",
      name: "handedOverById",
      label: t("copy.handedOver"),
      help: t("copy.handedOverHelp"),
      options: parties.map(({ id, words }) => ({ value: id, label: inEither(words, locale) })),
      none: t("copy.handedOverByNone"),
      optional: true,
    },
    {
      kind: "radios",
      name: "showing",
      label: t("copy.showingOf"),
      options: SHOWINGS.map((value) => ({ value, label: t(`copy.showings.${value}`) })),
    },
    {
      kind: "bilingual",
      name: "reason",
      label: t("copy.showingReason"),
      help: t("copy.showingReasonHelp"),
      max: 300,
    },
  ];
}
