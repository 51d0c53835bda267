import type { FieldSpec } from "@/components/desk/form/field-spec";
import { producerFields } from "@/components/record/producer/producer-fields";
import type { DateFrame } from "@/lib/core/date-words/date-words-read";
import { type Bilingual, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { ACCEPTED_FILES } from "@/lib/record/capture/capture";
import { STANCES } from "@/lib/record/evidence/evidence-schema";

interface EvidenceChoices {
  readonly sources: readonly { readonly id: string; readonly title: Bilingual }[];
  readonly parties: readonly { readonly id: string; readonly name: Bilingual }[];
  readonly frame: DateFrame;
}

/**
 * What is asked about a passage: where it stands, its words, what it does to the claim, why it matters. What most
 * passages do not need lies folded up, so that a link with a quotation is entered in under a minute.
 *
 * @param isNew - a new piece may bring its source as a link or a file; a saved one has a source
 * @param entered - by somebody who may add whoever made the source
 */
export function evidenceForm(
  { sources, parties, frame }: EvidenceChoices,
  locale: Locale,
  isNew: boolean,
  entered = false,
): FieldSpec[] {
  const t = translator(locale);
  const sourceOptions = sources.map(({ id, title }) => ({ value: id, label: inEither(title, locale) }));
  const source: FieldSpec = {
    kind: "choice",
    name: "sourceId",
    label: t("evidenceForm.source"),
    options: sourceOptions,
    none: isNew ? t("evidenceForm.noSource") : undefined,
    optional: true,
  };
  const ways: FieldSpec[] = [
    {
      kind: "url",
      name: "link",
      label: t("evidenceForm.link"),
      help: t("evidenceForm.linkHelp"),
      placeholder: "https://",
      optional: true,
    },
    {
      kind: "file",
      name: "file",
      label: t("evidenceForm.file"),
      help: t("evidenceForm.fileHelp"),
      accept: ACCEPTED_FILES,
      optional: true,
    },
    source,
    {
      kind: "more",
      title: t("evidenceForm.moreSource"),
      fields: [
        { kind: "text", name: "about.title", label: t("evidenceForm.linkTitle"), max: 160, optional: true },
        {
          kind: "choice",
          name: "about.producerId",
          label: t("evidenceForm.producer"),
          options: parties.map(({ id, name }) => ({ value: id, label: inEither(name, locale) })),
          none: t("evidenceForm.producerUnknown"),
          optional: true,
        },
        ...(entered ? producerFields(locale, "about.") : []),
        {
          kind: "date",
          name: "about.made",
          label: t("evidenceForm.made"),
          help: t("evidenceForm.madeHelp"),
          frame,
          optional: true,
        },
      ],
    },
  ];
  return [
    { kind: "section", title: t("evidenceForm.where"), fields: isNew ? ways : [source] },
    {
      kind: "section",
      title: t("evidenceForm.words"),
      fields: [
        {
          kind: "quote",
          name: "excerpt",
          label: t("evidenceForm.excerpt"),
          help: t("evidenceForm.excerptHelp"),
          max: 2000,
        },
        {
          kind: "more",
          title: t("evidenceForm.noCopy"),
          fields: [
            {
              kind: "bilingual",
              name: "unchecked",
              label: t("evidenceForm.unchecked"),
              help: t("evidenceForm.uncheckedHelp"),
              max: 300,
            },
            { kind: "number", name: "at.paragraph", label: t("evidenceForm.paragraph"), optional: true },
          ],
        },
        {
          kind: "more",
          title: t("evidenceForm.moreWords"),
          fields: [
            {
              kind: "text",
              name: "excerptLanguage",
              label: t("evidenceForm.language"),
              help: t("evidenceForm.languageHelp"),
              optional: true,
            },
            { kind: "number", name: "page", label: t("evidenceForm.page"), optional: true },
            {
              kind: "pair",
              fields: [
                { kind: "number", name: "at.charStart", label: t("evidenceForm.charStart"), optional: true },
                { kind: "number", name: "at.charEnd", label: t("evidenceForm.charEnd"), optional: true },
              ],
            },
            {
              kind: "choice",
              name: "originId",
              label: t("evidenceForm.origin"),
              help: t("evidenceForm.originHelp"),
              options: sourceOptions,
              none: t("evidenceForm.noOrigin"),
              optional: true,
            },
          ],
        },
      ],
    },
    {
      kind: "section",
      title: t("evidenceForm.does"),
      fields: [
        {
          kind: "radios",
          name: "stance",
          label: t("evidenceForm.stance"),
          options: STANCES.map((value) => ({ value, label: t(`stances.${value}`) })),
        },
      ],
    },
    {
      kind: "section",
      title: t("evidenceForm.matters"),
      fields: [
        {
          kind: "bilingual",
          name: "note",
          label: t("evidenceForm.note"),
          help: t("evidenceForm.noteHelp"),
          long: true,
          max: 600,
        },
      ],
    },
  ];
}
