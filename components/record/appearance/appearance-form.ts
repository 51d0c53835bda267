import { asChoices, fixedChoices } from "@/components/desk/form/choices";
import type { FieldSpec } from "@/components/desk/form/field-spec";
import { producerFields } from "@/components/record/producer/producer-fields";
import type { DateFrame } from "@/lib/core/date-words/date-words-read";
import type { Bilingual, Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { APPEARANCE_MODES } from "@/lib/record/appearance/appearance-schema";

interface Row {
  readonly id: string;
  readonly words: Bilingual;
}

interface AppearanceChoices {
  readonly parties: readonly Row[];
  readonly sources: readonly Row[];
  readonly frame: DateFrame;
}

/**
 * Who said it, where, in which words, when.
 *
 * @param isNew - a new one may bring its source as a link; a saved one has a source
 */
export function appearanceForm(
  { parties, sources, frame }: AppearanceChoices,
  locale: Locale,
  isNew: boolean,
): FieldSpec[] {
  const t = translator(locale);
  const source: FieldSpec = {
    kind: "choice",
    name: "sourceId",
    label: t(isNew ? "deskRecord.appearance.source" : "deskRecord.appearance.sourceOnly"),
    options: asChoices(sources, locale),
    none: isNew ? t("deskRecord.appearance.noSource") : undefined,
    optional: isNew,
  };
  const link: FieldSpec[] = [
    {
      kind: "url",
      name: "link.url",
      label: t("deskRecord.appearance.link"),
      help: t("deskRecord.appearance.linkHelp"),
      placeholder: "https://",
      optional: true,
    },
    source,
    {
      kind: "more",
      title: t("deskRecord.appearance.moreLink"),
      fields: [
        {
          kind: "text",
          name: "link.title",
          label: t("deskRecord.appearance.linkTitle"),
          max: 160,
          optional: true,
        },
        {
          kind: "choice",
          name: "link.producerId",
          label: t("deskRecord.appearance.producer"),
          options: asChoices(parties, locale),
          none: t("deskRecord.notKnown"),
          optional: true,
        },
        ...producerFields(locale, "link."),
      ],
    },
  ];
  return [
    {
      kind: "section",
      title: t("deskRecord.appearance.who"),
      fields: [
        {
          kind: "choice",
          name: "partyId",
          label: t("deskRecord.appearance.party"),
          options: asChoices(parties, locale),
        },
        {
          kind: "radios",
          name: "mode",
          label: t("deskRecord.appearance.mode"),
          options: fixedChoices(APPEARANCE_MODES, (mode) => t(`deskRecord.appearance.modes.${mode}`)),
        },
      ],
    },
    {
      kind: "section",
      title: t("deskRecord.appearance.where"),
      fields: isNew ? link : [source],
    },
    { kind: "section", title: t("deskRecord.appearance.words"), fields: wordFields(locale) },
    { kind: "section", title: t("deskRecord.appearance.when"), fields: dateFields(frame, locale) },
  ];
}

function wordFields(locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "quote",
      name: "quote",
      label: t("deskRecord.appearance.quote"),
      help: t("deskRecord.appearance.quoteHelp"),
      max: 2000,
      optional: true,
    },
    {
      kind: "text",
      name: "quoteLanguage",
      label: t("deskRecord.appearance.quoteLanguage"),
      help: t("deskRecord.source.languageHelp"),
      max: 12,
      optional: true,
    },
    {
      kind: "check",
      name: "verbatim",
      label: t("deskRecord.appearance.verbatim"),
      help: t("deskRecord.appearance.verbatimHelp"),
    },
    {
      kind: "more",
      title: t("deskRecord.appearance.place"),
      fields: [
        { kind: "number", name: "at.paragraph", label: t("deskRecord.appearance.paragraph"), optional: true },
        {
          kind: "pair",
          fields: [
            {
              kind: "number",
              name: "at.charStart",
              label: t("deskRecord.appearance.charStart"),
              optional: true,
            },
            { kind: "number", name: "at.charEnd", label: t("deskRecord.appearance.charEnd"), optional: true },
          ],
        },
      ],
    },
  ];
}

function dateFields(frame: DateFrame, locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "date",
      name: "happened",
      label: t("deskRecord.appearance.happened"),
      help: t("deskRecord.appearance.happenedHelp"),
      frame,
    },
    {
      kind: "date",
      name: "known",
      label: t("deskRecord.appearance.known"),
      help: t("deskRecord.appearance.knownHelp"),
      frame,
    },
    {
      kind: "bilingual",
      name: "dateNote",
      label: t("deskRecord.appearance.dateNote"),
      max: 160,
      optional: true,
    },
  ];
}
