import type { FieldSpec } from "@/components/desk/form/field-spec";
import { capitalised } from "@/lib/core/language/capitalised";
import type { Locale } from "@/lib/core/language/language";
import { translator, usualRatingName } from "@/lib/core/language/translator";
import { OFF_SCALE, SCALE } from "@/lib/core/rating/rating";

/** Who publishes the record, and what the publication calls the ratings: under their usual names, so that it is clear which. */
export function imprintForm(locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "section",
      title: t("imprint.who"),
      fields: [
        { kind: "text", name: "name", label: t("imprint.name"), max: 120 },
        {
          kind: "text",
          name: "responsiblePublisher",
          label: t("imprint.responsiblePublisher"),
          help: t("imprint.responsiblePublisherHelp"),
          max: 120,
        },
        {
          kind: "text",
          name: "complaints",
          label: t("imprint.complaints"),
          help: t("imprint.complaintsHelp"),
          max: 300,
        },
        {
          kind: "bilingual",
          name: "appeal",
          label: t("imprint.appeal"),
          help: t("imprint.appealHelp"),
          long: true,
          max: 400,
        },
      ],
    },
    {
      kind: "section",
      title: t("imprint.ratings"),
      help: t("imprint.ratingsHelp"),
      fields: [
        {
          kind: "more",
          title: t("imprint.rename"),
          fields: [...[...SCALE].reverse(), ...OFF_SCALE].map((rating) => ({
            kind: "bilingual" as const,
            name: `ratingNames.${rating}`,
            label: capitalised(usualRatingName(locale, rating)),
            max: 40,
            optional: true,
          })),
        },
      ],
    },
  ];
}
