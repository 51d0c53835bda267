import type { Choice, FieldSpec } from "@/components/desk/form/field-spec";
import { LOCALES, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { LEAST_NOTICE_HOURS } from "@/lib/record/reply/reply-deadline";
import { LONGEST_REPLY } from "@/lib/record/reply/reply-schema";
import { WRITTEN_DOWN } from "@/lib/record/reply/reply-way";

/** The languages an answer is offered to be in: those of the record, Sweden's minority languages, the neighbours'. */
const ANSWER_LANGUAGES = ["sv", "en", "fi", "se", "fit", "rom", "yi", "nb", "da", "de", "fr", "es", "ar"];

function languageChoices(locale: Locale, tags: readonly string[] = ANSWER_LANGUAGES): Choice[] {
  const names = new Intl.DisplayNames([locale], { type: "language" });
  return tags.map((value) => ({ value, label: names.of(value) ?? value }));
}

/** What the sources say a party has answered, and why it is not asked. */
export function requestWordsFields(locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "bilingual",
      name: "inSources",
      label: t("replyDesk.inSources"),
      help: t("replyDesk.inSourcesHelp"),
      long: true,
      max: 300,
    },
    {
      kind: "bilingual",
      name: "reasonNotAsked",
      label: t("replyDesk.reason"),
      help: t("replyDesk.reasonHelp"),
      long: true,
      max: 300,
      optional: true,
    },
  ];
}

export function questionFields(locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "radios",
      name: "language",
      label: t("replyDesk.language"),
      options: languageChoices(locale, LOCALES),
    },
    { kind: "long", name: "question", label: t("replyDesk.questionField"), max: 5_000 },
    {
      kind: "pair",
      fields: [
        {
          kind: "date",
          name: "deadline.day",
          label: t("replyDesk.day"),
          help: t("replyDesk.dayHelp", { hours: LEAST_NOTICE_HOURS }),
        },
        { kind: "text", name: "deadline.time", label: t("replyDesk.time") },
      ],
    },
    { kind: "text", name: "by", label: t("replyDesk.by"), help: t("replyDesk.byHelp"), max: 200 },
    { kind: "email", name: "to", label: t("replyDesk.to"), help: t("replyDesk.toHelp"), optional: true },
  ];
}

/** An answer that came in some other way than by a link. */
export function recordedFields(locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    { kind: "long", name: "text", label: t("replyDesk.answerText"), max: LONGEST_REPLY },
    {
      kind: "choice",
      name: "language",
      label: t("replyDesk.answerLanguage"),
      options: languageChoices(locale),
    },
    {
      kind: "radios",
      name: "way",
      label: t("replyDesk.way"),
      options: WRITTEN_DOWN.map((value) => ({ value, label: t(`replyDesk.ways.${value}`) })),
    },
    {
      kind: "pair",
      fields: [
        { kind: "date", name: "received.day", label: t("replyDesk.receivedDay") },
        { kind: "text", name: "received.time", label: t("replyDesk.receivedTime") },
      ],
    },
  ];
}

/** What a party fills in on the page its link opens. */
export function answerFields(locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "long",
      name: "text",
      label: t("replyPage.text"),
      help: t("replyPage.textHelp"),
      max: LONGEST_REPLY,
    },
    {
      kind: "choice",
      name: "language",
      label: t("replyPage.language"),
      options: languageChoices(locale),
    },
    {
      kind: "text",
      name: "signedBy",
      label: t("replyPage.signedBy"),
      help: t("replyPage.signedByHelp"),
      max: 200,
      autoComplete: "name",
    },
  ];
}
