import { z } from "zod";
import { edtfText } from "../../core/edtf/edtf-schema.ts";
import { halfBilingual, id, isWebAddress, plainText, slug } from "../../core/language/language-schema.ts";
import type { Identifier } from "./party.ts";

export const PARTY_KINDS = [
  "public_body",
  "public_official",
  "public_employee",
  "organisation",
  "publication",
  "private_person",
] as const;

export const partyWords = z.strictObject({ name: halfBilingual(120), description: halfBilingual(400) });
export type PartyWords = z.infer<typeof partyWords>;

export const newParty = z.strictObject({
  /** Null: made from the name. */
  slug: slug.nullable(),
  kind: z.enum(PARTY_KINDS),
  partOfId: id.nullable(),
  ...partyWords.shape,
});
export type NewParty = z.infer<typeof newParty>;

export const SIDES = ["accuses", "accused", "reports", "other"] as const;

export const newPartyRole = z.strictObject({
  partyId: id,
  disputeId: id,
  side: z.enum(SIDES),
  /** Place on the page, 0 first; null: last, or where it is. */
  position: z.int().min(0).max(999).nullable(),
  title: halfBilingual(160),
  says: halfBilingual(300),
  held: edtfText.nullable(),
});
export type NewPartyRole = z.infer<typeof newPartyRole>;

export const IDENTIFIER_SCHEMES = ["wikidata", "organisation_number", "website"] as const;

/** Whether it is written as its register writes it. */
const isIdentifier = ({ scheme, value }: Identifier) => IDENTIFIER_FORMS[scheme](value);
const notAnIdentifier = { error: "not-an-identifier", path: ["value"] };
const identifier = { scheme: z.enum(IDENTIFIER_SCHEMES), value: plainText(200) };

/** Wikidata: Q42. Swedish organisation number: 212000-1234. A website: an address. */
export const newPartyIdentifier = z
  .strictObject({ partyId: id, ...identifier })
  .refine(isIdentifier, notAnIdentifier);
export type NewPartyIdentifier = z.infer<typeof newPartyIdentifier>;

const IDENTIFIER_FORMS = {
  wikidata: (value: string) => /^Q[1-9]\d{0,11}$/.test(value),
  organisation_number: (value: string) => /^\d{6}-\d{4}$/.test(value),
  website: isWebAddress,
} as const;

/** The desk's form: a party that is there or a new one, and what it is in this dispute. */
export const partyEntry = z
  .strictObject({
    partyId: id.nullable(),
    party: newParty.nullable(),
    role: newPartyRole.omit({ partyId: true, position: true }),
    identifiers: z.array(z.strictObject(identifier).refine(isIdentifier, notAnIdentifier)).max(3),
  })
  .refine((entry) => (entry.partyId === null) !== (entry.party === null), {
    error: "party-or-new",
    path: ["partyId"],
  });
export type PartyEntry = z.infer<typeof partyEntry>;
