/** A party as it is named on a page. */
import type { Bilingual } from "../../core/language/language.ts";

export type PartyKind =
  | "public_body"
  | "public_official"
  | "public_employee"
  | "organisation"
  | "publication"
  | "private_person";

export type IdentifierScheme = "wikidata" | "organisation_number" | "website";

/** What a party is called in an outside register. */
export interface Identifier {
  readonly scheme: IdentifierScheme;
  readonly value: string;
}

/** Where the register, or the party itself, says who it is. Null: a number has no address. */
export const identifierUrl = ({ scheme, value }: Identifier): string | null => {
  if (scheme === "wikidata") return `https://www.wikidata.org/entity/${value}`;
  return scheme === "website" ? value : null;
};

export interface NamedParty {
  readonly slug: string;
  readonly name: Bilingual;
}

/** A party that made a claim: whether it is a person decides how data made to be spread may name it. */
export interface Claimant extends NamedParty {
  readonly kind: PartyKind;
}

interface WordedParty {
  readonly slug: string;
  readonly wordings: readonly { readonly nameSv: string; readonly nameEn: string }[];
}

/** The rows of a query as a named party: the query takes the newest visible wording only. */
export function namedParty(party: WordedParty): NamedParty {
  const [wording] = party.wordings;
  return { slug: party.slug, name: { sv: wording?.nameSv ?? party.slug, en: wording?.nameEn ?? party.slug } };
}

/** A party by its id, under the newest of its names that was read: for the desk, where drafts count. */
export const newestName = ({
  id,
  wordings: [wording],
}: {
  readonly id: string;
  readonly wordings: readonly { readonly nameSv: string; readonly nameEn: string }[];
}): { readonly id: string; readonly name: Bilingual } => ({
  id,
  name: { sv: wording?.nameSv ?? "", en: wording?.nameEn ?? "" },
});
