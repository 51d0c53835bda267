import { asChoices, fixedChoices } from "@/components/desk/form/choices";
import type { ChoiceSpec, FieldSpec } from "@/components/desk/form/field-spec";
import type { DateFrame } from "@/lib/core/date-words/date-words-read";
import type { Bilingual, Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { IDENTIFIER_SCHEMES, PARTY_KINDS, SIDES } from "@/lib/record/party/party-schema";

interface PartyChoice {
  readonly id: string;
  readonly name: Bilingual;
}

const options = (parties: readonly PartyChoice[], locale: Locale) =>
  asChoices(
    parties.map(({ id, name }) => ({ id, words: name })),
    locale,
  );

/** A party that is there or a new one, its role, and what it is called elsewhere. */
export function partyEntryForm(
  parties: readonly PartyChoice[],
  frame: DateFrame,
  locale: Locale,
): FieldSpec[] {
  const t = translator(locale);
  const existing: FieldSpec = {
    kind: "choice",
    name: "partyId",
    label: t("deskRecord.party.existing"),
    help: t("deskRecord.party.existingHelp"),
    options: options(parties, locale),
    none: t("deskRecord.party.noExisting"),
    optional: true,
  };
  return [
    { kind: "section", title: t("deskRecord.party.which"), fields: [existing] },
    {
      kind: "section",
      title: t("deskRecord.party.new"),
      fields: [
        { ...kindField(locale, "party."), none: t("deskRecord.party.noKind"), optional: true },
        ...partyWordsForm(locale, "party."),
        bodyField(parties, locale, "party."),
        {
          kind: "more",
          title: t("deskRecord.address"),
          fields: [
            {
              kind: "text",
              name: "party.slug",
              label: t("deskRecord.slug"),
              help: t("deskRecord.slugHelp"),
              max: 80,
              optional: true,
            },
          ],
        },
      ],
    },
    { kind: "section", title: t("deskRecord.party.role"), fields: partyRoleForm(frame, locale, "role.") },
    {
      kind: "more",
      title: t("deskRecord.party.elsewhere"),
      fields: [
        {
          kind: "list",
          name: "identifiers",
          label: t("deskRecord.party.identifiers"),
          help: t("deskRecord.party.identifiersHelp"),
          fields: identifierForm(locale),
          max: 3,
          add: t("deskRecord.party.addIdentifier"),
          optional: true,
        },
      ],
    },
  ];
}

const kindField = (locale: Locale, under = ""): ChoiceSpec => {
  const t = translator(locale);
  return {
    kind: "choice",
    name: `${under}kind`,
    label: t("deskRecord.party.kind"),
    help: t("deskRecord.party.kindHelp"),
    options: fixedChoices(PARTY_KINDS, (kind) => t(`party.kinds.${kind}`)),
  };
};

const bodyField = (parties: readonly PartyChoice[], locale: Locale, under = ""): ChoiceSpec => {
  const t = translator(locale);
  return {
    kind: "choice",
    name: `${under}partOfId`,
    label: t("deskRecord.party.partOf"),
    help: t("deskRecord.party.partOfHelp"),
    options: options(parties, locale),
    none: t("deskRecord.none"),
    optional: true,
  };
};

/** What kind of party it is, and the body it belongs to. */
export const partyNatureForm = (parties: readonly PartyChoice[], locale: Locale): FieldSpec[] => [
  kindField(locale),
  bodyField(parties, locale),
];

/** A party's name and neutral description. */
export function partyWordsForm(locale: Locale, under = ""): FieldSpec[] {
  const t = translator(locale);
  return [
    { kind: "bilingual", name: `${under}name`, label: t("deskRecord.party.name"), max: 120 },
    {
      kind: "bilingual",
      name: `${under}description`,
      label: t("deskRecord.party.description"),
      help: t("deskRecord.party.descriptionHelp"),
      long: true,
      max: 400,
    },
  ];
}

/** What a party is in one dispute, and when. */
export function partyRoleForm(frame: DateFrame, locale: Locale, under = ""): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "radios",
      name: `${under}side`,
      label: t("deskRecord.party.side"),
      options: fixedChoices(SIDES, (side) => t(`deskRecord.party.sides.${side}`)),
    },
    {
      kind: "bilingual",
      name: `${under}title`,
      label: t("deskRecord.party.roleTitle"),
      help: t("deskRecord.party.roleTitleHelp"),
      max: 160,
    },
    {
      kind: "bilingual",
      name: `${under}says`,
      label: t("deskRecord.party.says"),
      help: t("deskRecord.party.saysHelp"),
      long: true,
      max: 300,
    },
    {
      kind: "date",
      name: `${under}held`,
      label: t("deskRecord.party.held"),
      help: t("deskRecord.party.heldHelp"),
      frame,
      optional: true,
    },
  ];
}

/** What a party is called in an outside register. */
export function identifierForm(locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "pair",
      fields: [
        {
          kind: "choice",
          name: "scheme",
          label: t("deskRecord.party.scheme"),
          options: fixedChoices(IDENTIFIER_SCHEMES, (scheme) => t(`deskRecord.party.schemes.${scheme}`)),
          none: t("deskRecord.party.noKind"),
          optional: true,
        },
        {
          kind: "text",
          name: "value",
          label: t("deskRecord.party.value"),
          help: t("deskRecord.party.valueHelp"),
          max: 200,
          optional: true,
        },
      ],
    },
  ];
}
