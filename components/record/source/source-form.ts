import { asChoices, fixedChoices } from "@/components/desk/form/choices";
import type { FieldSpec } from "@/components/desk/form/field-spec";
import { producerFields } from "@/components/record/producer/producer-fields";
import type { DateFrame } from "@/lib/core/date-words/date-words-read";
import type { Bilingual, Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { SOURCE_EDGE_KINDS, SOURCE_KINDS } from "@/lib/record/source/source-schema";

interface Row {
  readonly id: string;
  readonly words: Bilingual;
}

/**
 * A document, message or page: what it is, who it comes from, when it was made and became public.
 *
 * @param entered - by somebody who may add whoever made it
 */
export function sourceForm(
  parties: readonly Row[],
  frame: DateFrame,
  locale: Locale,
  entered = false,
): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "section",
      title: t("deskRecord.source.what"),
      fields: [
        {
          kind: "choice",
          name: "kind",
          label: t("deskRecord.source.kind"),
          options: fixedChoices(SOURCE_KINDS, (kind) => t(`source.kinds.${kind}`)),
        },
        {
          kind: "bilingual",
          name: "title",
          label: t("deskRecord.source.name"),
          help: t("deskRecord.source.nameHelp"),
          max: 160,
        },
        {
          kind: "bilingual",
          name: "note",
          label: t("deskRecord.source.note"),
          help: t("deskRecord.source.noteHelp"),
          long: true,
          max: 600,
        },
        {
          kind: "url",
          name: "url",
          label: t("deskRecord.source.url"),
          placeholder: "https://",
          optional: true,
        },
        {
          kind: "choice",
          name: "producerId",
          label: t("deskRecord.source.producer"),
          help: t("deskRecord.source.producerHelp"),
          options: asChoices(parties, locale),
          none: t("deskRecord.notKnown"),
          optional: true,
        },
        ...(entered
          ? [
              {
                kind: "more" as const,
                title: t("deskRecord.source.newProducer"),
                fields: producerFields(locale),
              },
            ]
          : []),
        {
          kind: "text",
          name: "language",
          label: t("deskRecord.source.language"),
          help: t("deskRecord.source.languageHelp"),
          max: 12,
        },
      ],
    },
    {
      kind: "section",
      title: t("deskRecord.source.when"),
      fields: [
        {
          kind: "date",
          name: "made",
          label: t("deskRecord.source.made"),
          help: t("deskRecord.appearance.happenedHelp"),
          frame,
        },
        {
          kind: "date",
          name: "public",
          label: t("deskRecord.source.public"),
          help: t("deskRecord.source.publicHelp"),
          frame,
          optional: true,
        },
      ],
    },
  ];
}

/** What a source rests on. */
export function sourceEdgeForm(others: readonly Row[], locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "pair",
      fields: [
        {
          kind: "choice",
          name: "kind",
          label: t("deskRecord.source.edge"),
          options: fixedChoices(SOURCE_EDGE_KINDS, (kind) => t(`deskRecord.source.edges.${kind}`)),
        },
        {
          kind: "choice",
          name: "toId",
          label: t("deskRecord.source.other"),
          options: asChoices(others, locale),
        },
      ],
    },
  ];
}
