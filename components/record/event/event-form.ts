import { asChoices } from "@/components/desk/form/choices";
import type { FieldSpec } from "@/components/desk/form/field-spec";
import type { DateFrame } from "@/lib/core/date-words/date-words-read";
import type { Bilingual, Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";

interface Row {
  readonly id: string;
  readonly words: Bilingual;
}

interface EventChoices {
  readonly parties: readonly Row[];
  readonly sources: readonly Row[];
  /** The other events. */
  readonly events: readonly Row[];
  readonly frame: DateFrame;
}

/** What happened, who did it, which source tells of it, and when: by a date, or by other events. */
export function eventForm(choices: EventChoices, locale: Locale): FieldSpec[] {
  const t = translator(locale);
  const none = t("deskRecord.none");
  const parties = asChoices(choices.parties, locale);
  return [
    {
      kind: "section",
      title: t("deskRecord.event.what"),
      fields: [
        {
          kind: "bilingual",
          name: "text",
          label: t("deskRecord.event.text"),
          help: t("deskRecord.event.textHelp"),
          long: true,
          max: 300,
        },
        {
          kind: "bilingual",
          name: "short",
          label: t("deskRecord.event.short"),
          help: t("deskRecord.event.shortHelp"),
          max: 60,
          suggested: 40,
        },
        {
          kind: "pair",
          fields: [
            { kind: "choice", name: "actorId", label: t("deskRecord.event.actor"), options: parties },
            {
              kind: "choice",
              name: "targetId",
              label: t("deskRecord.event.target"),
              options: parties,
              none,
              optional: true,
            },
          ],
        },
        {
          kind: "choice",
          name: "sourceId",
          label: t("deskRecord.event.source"),
          options: asChoices(choices.sources, locale),
        },
        { kind: "number", name: "paragraph", label: t("deskRecord.event.paragraph"), optional: true },
      ],
    },
    { kind: "section", title: t("deskRecord.event.when"), fields: whenFields(choices, locale) },
  ];
}

function whenFields({ events, frame }: EventChoices, locale: Locale): FieldSpec[] {
  const t = translator(locale);
  const among = asChoices(events, locale);
  const none = t("deskRecord.none");
  const dates: FieldSpec[] = [
    {
      kind: "date",
      name: "happened",
      label: t("deskRecord.event.happened"),
      help: t("deskRecord.event.happenedHelp"),
      frame,
      optional: true,
    },
    {
      kind: "date",
      name: "known",
      label: t("deskRecord.event.known"),
      help: t("deskRecord.event.knownHelp"),
      frame,
      optional: true,
    },
  ];
  const order: FieldSpec = {
    kind: "more",
    title: t("deskRecord.event.order"),
    fields: (["before", "after", "answers"] as const).map((place) => ({
      kind: "choice",
      name: `${place}Id`,
      label: t(`deskRecord.event.${place}`),
      options: among,
      none,
      optional: true,
    })),
  };
  const note: FieldSpec = {
    kind: "bilingual",
    name: "dateNote",
    label: t("deskRecord.event.dateNote"),
    max: 160,
    optional: true,
  };
  return among.length > 0 ? [...dates, order, note] : [...dates, note];
}
