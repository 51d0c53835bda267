import type { Choice, FieldSpec } from "@/components/desk/form/field-spec";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { ClaimView } from "@/lib/record/claim/claim";

/** So much of a passage tells it from the others in a list. */
const IN_A_LINE = 60;

const shortened = (text: string) =>
  text.length > IN_A_LINE ? `${text.slice(0, IN_A_LINE - 1).trimEnd()}…` : text;

/** What a reader who objects is asked: what it is about, what is wrong, and how to reach them if they want that. */
export function objectionFields(claim: ClaimView, locale: Locale): FieldSpec[] {
  const t = translator(locale);
  const option = (
    name: string,
    piece: { id: string; stance: "supports" | "contradicts" | "context"; excerpt: string },
  ) => ({
    value: piece.id,
    label: t("objection.form.evidenceOption", {
      name,
      stance: t(`stances.${piece.stance}`).toLocaleLowerCase(locale),
      excerpt: shortened(piece.excerpt),
    }),
  });
  const evidence: Choice[] = [
    ...(claim.verdict?.frozen.evidence ?? []).map((piece) =>
      option(`${t("claim.evidenceLetter")}${piece.rank}`, piece),
    ),
    ...claim.unweighed.map((piece) => option(t("objection.form.evidenceNew"), piece)),
  ];
  return [
    {
      kind: "long",
      name: "sentence",
      label: t("objection.form.sentence"),
      help: t("objection.form.sentenceHelp"),
      optional: true,
      max: 1000,
    },
    ...(evidence.length > 0
      ? [
          {
            kind: "choice" as const,
            name: "evidenceId",
            label: t("objection.form.evidence"),
            options: evidence,
            none: t("objection.form.noEvidence"),
            optional: true,
          },
        ]
      : []),
    {
      kind: "long",
      name: "text",
      label: t("objection.form.text"),
      help: t("objection.form.textHelp"),
      max: 4000,
    },
    {
      kind: "email",
      name: "contact",
      label: t("objection.form.contact"),
      help: t("objection.form.contactHelp"),
      optional: true,
      autoComplete: "email",
    },
  ];
}
