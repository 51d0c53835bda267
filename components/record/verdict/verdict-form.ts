import type { Choice, FieldSpec, ListSpec } from "@/components/desk/form/field-spec";
import { inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { RATINGS } from "@/lib/core/rating/rating";
import type { DeskClaim } from "@/lib/record/claim/claim-desk-queries";

/**
 * A verdict in the order in which it is reasoned: the evidence by weight, what it shows, the rating last.
 *
 * @param shut - why the rules shut a rating, by rating: said beside its name, so that nobody chooses it in vain
 */
export function verdictForm(
  claim: Pick<DeskClaim, "evidence" | "verdicts">,
  shut: Readonly<Record<string, string | undefined>>,
  hasFlags: boolean,
  locale: Locale,
): FieldSpec[] {
  const t = translator(locale);
  const pieces: Choice[] = claim.evidence.map(({ id, stance, excerpt, publishedAt, source }) => ({
    value: id,
    label: `${t(`stances.${stance}`)}: ”${shortened(excerpt, 90)}”, ${shortened(inEither(source.title, locale), 60)}${publishedAt ? "" : ` (${t("deskClaim.draft")})`}`,
  }));
  const texts = (name: string, label: string, help: string, max: number): ListSpec => ({
    kind: "list",
    name,
    label,
    help,
    max,
    add: t("verdictForm.add"),
    fields: [{ kind: "bilingual", name: "", label, long: true, max: 400 }],
  });
  return [
    {
      kind: "section",
      id: "part-evidence",
      title: t("verdictForm.evidence"),
      help: t("verdictForm.evidenceHelp"),
      fields: [
        {
          kind: "list",
          name: "evidence",
          label: t("verdictForm.weight"),
          max: Math.max(1, pieces.length),
          add: t("verdictForm.addEvidence"),
          fields: [
            {
              kind: "choice",
              name: "id",
              label: t("verdictForm.piece"),
              options: pieces,
              none: t("verdictForm.noPiece"),
              optional: true,
            },
          ],
        },
      ],
    },
    {
      kind: "section",
      id: "part-steps",
      title: t("verdictForm.steps"),
      help: t("verdictForm.stepsHelp"),
      fields: [
        {
          kind: "list",
          name: "steps",
          label: t("verdictForm.step"),
          max: 20,
          add: t("verdictForm.addStep"),
          fields: [
            { kind: "bilingual", name: "text", label: t("verdictForm.step"), long: true, max: 600 },
            {
              kind: "checks",
              name: "evidenceIds",
              label: t("verdictForm.rests"),
              options: pieces,
              optional: true,
            },
          ],
        },
      ],
    },
    {
      kind: "section",
      id: "part-findings",
      title: t("verdictForm.findings"),
      fields: [
        texts("shown", t("verdictForm.shown"), t("verdictForm.shownHelp"), 8),
        texts("notShown", t("verdictForm.notShown"), t("verdictForm.notShownHelp"), 8),
        texts("unknown", t("verdictForm.unknown"), t("verdictForm.unknownHelp"), 8),
        {
          kind: "bilingual",
          name: "nothingForeseeable",
          label: t("verdictForm.nothing"),
          help: t("verdictForm.nothingHelp"),
          long: true,
          max: 400,
          optional: true,
        },
      ],
    },
    {
      kind: "section",
      id: "part-verdict",
      title: t("verdictForm.verdict"),
      fields: [
        {
          kind: "radios",
          name: "rating",
          label: t("verdictForm.rating"),
          options: RATINGS.map((value) => ({
            value,
            label: shut[value]
              ? `${t(`ratings.${value}`)} – ${t("verdictForm.shut", { reason: shut[value] })}`
              : t(`ratings.${value}`),
          })),
          optional: true,
        },
        {
          kind: "bilingual",
          name: "conclusion",
          label: t("verdictForm.conclusion"),
          help: t("verdictForm.conclusionHelp"),
          long: true,
          max: 400,
        },
        texts("minute", t("verdictForm.minute"), t("verdictForm.minuteHelp"), 3),
      ],
    },
    {
      kind: "section",
      id: "part-open",
      title: t("verdictForm.open"),
      fields: [
        {
          kind: "bilingual",
          name: "conflictOfInterest",
          label: t("verdictForm.conflict"),
          help: t("verdictForm.conflictHelp"),
          max: 300,
        },
        ...(claim.verdicts.length > 0
          ? [
              {
                kind: "bilingual",
                name: "changeReason",
                label: t("verdictForm.change"),
                help: t("verdictForm.changeHelp"),
                long: true,
                max: 400,
              } satisfies FieldSpec,
            ]
          : []),
        ...(hasFlags
          ? [
              {
                kind: "bilingual",
                name: "wordingReason",
                label: t("verdictForm.wording"),
                help: t("verdictForm.wordingHelp"),
                long: true,
                max: 400,
              } satisfies FieldSpec,
            ]
          : []),
      ],
    },
  ];
}

const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
