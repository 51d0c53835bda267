import { asChoices, fixedChoices } from "@/components/desk/form/choices";
import type { BilingualSpec, FieldSpec } from "@/components/desk/form/field-spec";
import { type Bilingual, href, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { CLAIM_KINDS, GAINS_IF, RELATION_KINDS, SUGGESTED_WORDING } from "@/lib/record/claim/claim-schema";

interface Row {
  readonly id: string;
  readonly words: Bilingual;
}
interface WordedClaim {
  readonly id: string;
  readonly text: Bilingual;
}

/** The claims that one being worded may turn out to be, each with where it is worked on. */
const alikeClaims = (claims: readonly WordedClaim[], locale: Locale): NonNullable<BilingualSpec["alike"]> =>
  claims.map(({ id, text }) => ({ id, text, href: href(locale, `/desk/claims/${id}`) }));

/** The neutral wording and who made it. Claims much like it are shown while it is typed. */
export function claimWordsForm(claims: readonly WordedClaim[], locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "section",
      title: t("deskRecord.claim.words"),
      help: t("deskRecord.claim.checkable"),
      fields: [
        {
          kind: "bilingual",
          name: "text",
          label: t("deskRecord.claim.text"),
          help: t("deskRecord.claim.textHelp"),
          long: true,
          max: 300,
          suggested: SUGGESTED_WORDING,
          alike: alikeClaims(claims, locale),
        },
        {
          kind: "bilingual",
          name: "short",
          label: t("deskRecord.claim.short"),
          help: t("deskRecord.claim.shortHelp"),
          max: 60,
          suggested: 40,
        },
        {
          kind: "bilingual",
          name: "restatedBy",
          label: t("deskRecord.claim.restatedBy"),
          help: t("deskRecord.claim.restatedByHelp"),
          max: 120,
        },
      ],
    },
  ];
}

/** A party that the claim concerns, and what it gains. */
export function interestForm(parties: readonly Row[], locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "pair",
      fields: [
        {
          kind: "choice",
          name: "partyId",
          label: t("deskRecord.claim.interestParty"),
          options: asChoices(parties, locale),
          none: t("deskRecord.none"),
          optional: true,
        },
        {
          kind: "choice",
          name: "gainsIf",
          label: t("deskRecord.claim.gainsIf"),
          options: fixedChoices(GAINS_IF, (gains) => t(`deskRecord.claim.gains.${gains}`)),
          none: t("deskRecord.party.noKind"),
          optional: true,
        },
      ],
    },
    { kind: "check", name: "about", label: t("deskRecord.claim.about") },
  ];
}

/** A party that the claim does not concern, though it made it or is named by it, and why. */
export function notConcernedForm(parties: readonly Row[], locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "choice",
      name: "partyId",
      label: t("deskRecord.claim.interestParty"),
      options: asChoices(parties, locale),
      none: t("deskRecord.none"),
      optional: true,
    },
    {
      kind: "bilingual",
      name: "reason",
      label: t("deskRecord.claim.notConcernedReason"),
      help: t("deskRecord.claim.notConcernedReasonHelp"),
      long: true,
      max: 400,
    },
  ];
}

/** What kind of claim it is, and who gains from it. */
export function claimNatureForm(parties: readonly Row[], locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "section",
      title: t("deskRecord.claim.nature"),
      fields: [
        {
          kind: "radios",
          name: "kind",
          label: t("deskRecord.claim.kind"),
          help: t("deskRecord.claim.kindHelp"),
          options: fixedChoices(CLAIM_KINDS, (kind) => t(`deskRecord.claim.kinds.${kind}`)),
        },
        {
          kind: "list",
          name: "interests",
          label: t("deskRecord.claim.interests"),
          help: t("deskRecord.claim.interestsHelp"),
          max: 50,
          add: t("deskRecord.claim.addInterest"),
          fields: interestForm(parties, locale),
        },
      ],
    },
  ];
}

/** A new claim: its words, what it is, and its address. */
export function newClaimForm(
  claims: readonly WordedClaim[],
  parties: readonly Row[],
  locale: Locale,
): FieldSpec[] {
  const t = translator(locale);
  return [
    ...claimWordsForm(claims, locale),
    ...claimNatureForm(parties, locale),
    {
      kind: "more",
      title: t("deskRecord.address"),
      fields: [
        {
          kind: "text",
          name: "slug",
          label: t("deskRecord.slug"),
          help: t("deskRecord.slugHelp"),
          max: 80,
          optional: true,
        },
      ],
    },
  ];
}

/** How one claim bears on another. */
export function relationForm(
  others: readonly (Row & { readonly number: number })[],
  locale: Locale,
): FieldSpec[] {
  const t = translator(locale);
  return [
    {
      kind: "choice",
      name: "kind",
      label: t("deskRecord.claim.relation"),
      options: fixedChoices(RELATION_KINDS, (kind) => t(`deskRecord.claim.relations.${kind}`)),
    },
    {
      kind: "choice",
      name: "toId",
      label: t("deskRecord.claim.other"),
      options: others.map(({ id, number, words }) => ({
        value: id,
        label: `${number}. ${inEither(words, locale)}`,
      })),
    },
  ];
}
