import type { FieldSpec } from "@/components/desk/form/field-spec";
import { type Bilingual, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { copyKind, SHOWINGS } from "@/lib/record/snapshot/snapshot";

interface ChosenParty {
  readonly id: string;
  /** Its name. */
  readonly words: Bilingual;
}

interface ShownCopy {
  readonly mediaType: string;
  readonly lookAt: readonly string[];
}

/** Who gave us the file, how much of it readers see, why all of it, and whether somebody has looked where that is needed. */
export function showingForm(
  { mediaType, lookAt }: ShownCopy,
  parties: readonly ChosenParty[],
  locale: Locale,
): FieldSpec[] {
  const t = translator(locale);
  const isPdf = copyKind(mediaType) === "pdf";
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
      help: isPdf ? t("copy.showingPdf") : undefined,
      options: SHOWINGS.filter((value) => isPdf || value !== "pictures").map((value) => ({
        value,
        label: t(`copy.showings.${value}`),
      })),
    },
    {
      kind: "bilingual",
      name: "reason",
      label: t("copy.showingReason"),
      help: t("copy.showingReasonHelp"),
      max: 300,
    },
    ...(lookAt.length > 0
      ? [
          {
            kind: "check" as const,
            name: "looked",
            label: t("copy.looked"),
            help: t("copy.lookedHelp"),
            optional: true,
          },
        ]
      : []),
  ];
}
