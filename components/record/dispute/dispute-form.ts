import { fixedChoices } from "@/components/desk/form/choices";
import type { FieldSpec } from "@/components/desk/form/field-spec";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { DISPUTE_STATUSES } from "@/lib/record/dispute/dispute-schema";

const wordFields = (locale: Locale): FieldSpec[] => {
  const t = translator(locale);
  return [
    {
      kind: "bilingual",
      name: "title",
      label: t("deskRecord.dispute.title"),
      help: t("deskRecord.dispute.titleHelp"),
      max: 120,
    },
    {
      kind: "bilingual",
      name: "short",
      label: t("deskRecord.dispute.short"),
      help: t("deskRecord.dispute.shortHelp"),
      max: 60,
      suggested: 30,
    },
    {
      kind: "bilingual",
      name: "summary",
      label: t("deskRecord.dispute.summary"),
      help: t("deskRecord.dispute.summaryHelp"),
      long: true,
      max: 600,
      suggested: 400,
    },
  ];
};

const zoneField = (locale: Locale): FieldSpec => {
  const t = translator(locale);
  return {
    kind: "text",
    name: "timeZone",
    label: t("deskRecord.dispute.timeZone"),
    help: t("deskRecord.dispute.timeZoneHelp"),
    max: 60,
    optional: true,
  };
};

/** What a new dispute is asked. */
export function newDisputeForm(locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    ...wordFields(locale),
    {
      kind: "more",
      title: t("deskRecord.address"),
      fields: [
        {
          kind: "text",
          name: "slug",
          label: t("deskRecord.slug"),
          help: t("deskRecord.slugHelp"),
          max: 80,
          optional: true,
        },
        {
          kind: "check",
          name: "demonstration",
          label: t("deskRecord.dispute.demonstration"),
          help: t("deskRecord.dispute.demonstrationHelp"),
        },
        zoneField(locale),
      ],
    },
  ];
}

/** The same words anew, and whether the dispute has come to rest. */
export function disputeWordsForm(locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    ...wordFields(locale),
    zoneField(locale),
    {
      kind: "radios",
      name: "status",
      label: t("deskRecord.dispute.status"),
      options: fixedChoices(DISPUTE_STATUSES, (status) => t(`deskRecord.dispute.statuses.${status}`)),
    },
  ];
}
