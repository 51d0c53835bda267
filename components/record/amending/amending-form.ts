import { type FieldSpec, labelsOf } from "@/components/desk/form/field-spec";
import { appearanceForm } from "@/components/record/appearance/appearance-form";
import { claimNatureForm, interestForm, relationForm } from "@/components/record/claim/claim-form";
import { eventForm } from "@/components/record/event/event-form";
import { evidenceForm } from "@/components/record/evidence/evidence-form";
import { falsifierForm } from "@/components/record/falsifier/falsifier-form";
import { identifierForm, partyNatureForm, partyRoleForm } from "@/components/record/party/party-form";
import { sourceEdgeForm, sourceForm } from "@/components/record/source/source-form";
import type { DateFrame } from "@/lib/core/date-words/date-words-read";
import type { Bilingual, Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { FieldValues } from "@/lib/desk/form/form";
import { AMENDABLE, type AmendableTable } from "@/lib/record/amendment/amendment";
import type { Choices } from "@/lib/record/dispute/dispute-desk-queries";

interface FormChoices extends Choices {
  readonly frame: DateFrame;
  /** Every party of the record: a body may be of another dispute. */
  readonly bodies: readonly { readonly id: string; readonly name: Bilingual }[];
}

/** The noun's own form. */
function nounForm(table: AmendableTable, choices: FormChoices, locale: Locale): FieldSpec[] {
  const { parties, sources, claims, frame, bodies } = choices;
  switch (table) {
    case "Party":
      return partyNatureForm(bodies, locale);
    case "PartyRole":
      return partyRoleForm(frame, locale);
    case "PartyIdentifier":
      return identifierForm(locale);
    case "Claim":
      return claimNatureForm(parties, locale);
    case "Interest":
      return interestForm(parties, locale);
    case "Appearance":
      return appearanceForm(choices, locale, false);
    case "Relation":
      return relationForm(claims, locale);
    case "Source":
      return sourceForm(parties, frame, locale);
    case "SourceEdge":
      return sourceEdgeForm(sources, locale);
    case "Evidence":
      return evidenceForm(
        {
          sources: sources.map(({ id, words }) => ({ id, title: words })),
          parties: parties.map(({ id, words }) => ({ id, name: words })),
          frame,
        },
        locale,
        false,
      );
    case "Falsifier":
      return falsifierForm(choices, locale);
    case "Event":
      return eventForm(choices, locale);
  }
}

/** Whether a field of the noun's form is of a column that may have a next version. */
function mayChange(table: AmendableTable, name: string): boolean {
  const may: readonly string[] = AMENDABLE[table];
  const [root = ""] = name.split(".");
  return may.includes(root) || may.includes(`${root}Sv`) || (root === "at" && may.includes("paragraph"));
}

/** The fields of the noun's form that may change, under `row.`. What is left empty by that goes. */
function underRow(fields: readonly FieldSpec[], table: AmendableTable): FieldSpec[] {
  return fields.flatMap((field): FieldSpec[] => {
    if ("name" in field) return mayChange(table, field.name) ? [{ ...field, name: `row.${field.name}` }] : [];
    const inside = underRow(field.fields, table);
    if (inside.length === 0) return [];
    if (field.kind !== "more" || !field.usual) return [{ ...field, fields: inside }];
    const usual = Object.fromEntries(
      Object.entries(field.usual).map(([name, value]) => [`row.${name}`, value]),
    );
    return [{ ...field, usual, fields: inside }];
  });
}

/** What is to stand in a published row instead, and why. */
export function amendmentForm(table: AmendableTable, choices: FormChoices, locale: Locale): FieldSpec[] {
  const t = translator(locale);
  const why: FieldSpec = {
    kind: "bilingual",
    name: "why",
    label: t("amendment.desk.why"),
    help: t("amendment.desk.whyHelp"),
    long: true,
    max: 1000,
  };
  return [
    ...underRow(nounForm(table, choices, locale), table),
    { kind: "section", title: t("amendment.desk.reason"), fields: [why] },
  ];
}

/** What the form says besides: the row, and what of it stays. */
export function amendmentHidden(
  {
    table,
    rowId,
    disputeId,
    fields,
  }: {
    readonly table: AmendableTable;
    readonly rowId: string;
    readonly disputeId: string;
    readonly fields: FieldValues;
  },
  asked: readonly FieldSpec[],
): Record<string, string> {
  const labels = labelsOf(asked);
  const stays = Object.entries(fields).filter(([name]) => !(name in labels));
  return {
    ...Object.fromEntries(stays.map(([name, [value = ""]]) => [name, value])),
    ...{ table, rowId, $dispute: disputeId },
  };
}

/** Public rows alone are offered: nothing public names a draft. */
export function publicChoices(choices: Choices): Choices {
  const { parties, sources, events, claims } = choices;
  const those = <R extends { readonly published: boolean }>(rows: readonly R[]) =>
    rows.filter((row) => row.published);
  return {
    parties: those(parties),
    sources: those(sources),
    events: those(events),
    claims: those(claims),
  };
}
