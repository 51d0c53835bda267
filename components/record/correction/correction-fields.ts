import type { FieldSpec } from "@/components/desk/form/field-spec";
import { dayWords } from "@/lib/core/date-words/date-words";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { CorrectionSubject } from "@/lib/record/correction/correction-desk-queries";

/** What somebody who corrects something is asked. */
export function correctionFields({ claim }: CorrectionSubject, locale: Locale): FieldSpec[] {
  const t = translator(locale);
  const versions = claim?.versions ?? [];
  return [
    {
      kind: "bilingual",
      name: "wrong",
      label: t("correction.desk.wrong"),
      help: t("correction.desk.wrongHelp"),
      long: true,
      max: 1000,
    },
    {
      kind: "bilingual",
      name: "found",
      label: t("correction.desk.found"),
      help: t("correction.desk.foundHelp"),
      long: true,
      max: 1000,
    },
    ...(versions.length > 0
      ? [
          {
            kind: "choice" as const,
            name: "version",
            label: t("correction.desk.version"),
            options: versions.map(({ version, publishedAt }) => ({
              value: String(version),
              label: t("correction.desk.versionOf", { version, date: dayWords(publishedAt, locale) }),
            })),
            none: t("correction.desk.noVersion"),
            optional: true,
          },
        ]
      : []),
    {
      kind: "date",
      name: "wrongSince",
      label: t("correction.desk.wrongSince"),
      help: t("correction.desk.wrongSinceHelp"),
      optional: true,
    },
    ...(claim
      ? [
          {
            kind: "check" as const,
            name: "changesVerdict",
            label: t("correction.desk.changesVerdict"),
            help: t("correction.desk.changesVerdictHelp"),
          },
        ]
      : []),
  ];
}
