import { z } from "zod";
import { edtfText } from "../../core/edtf/edtf-schema.ts";
import {
  bilingualOrNothing,
  halfBilingual,
  id,
  isWebAddress,
  plainText,
  slug,
} from "../../core/language/language-schema.ts";
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

/** The last is the usual one: nobody accuses or is accused because a form wanted an answer. */
export const SIDES = ["accuses", "accused", "reports", "other", "none"] as const;

const partyRole = z.strictObject({
  partyId: id,
  disputeId: id,
  side: z.enum(SIDES),
  /** Place on the page, 0 first; null: last, or where it is. */
  position: z.int().min(0).max(999).nullable(),
  title: bilingualOrNothing(160),
  says: bilingualOrNothing(300),
  held: edtfText.nullable(),
});
/** Whoever is on a side is called something there and says something. */
const hasWords =
  (field: "title" | "says") =>
  ({ side, ...role }: Pick<z.output<typeof partyRole>, "side" | "title" | "says">) =>
    side === "none" || role[field].sv !== "" || role[field].en !== "";
const noWords = (...path: string[]) => ({ error: "empty", path: [...path, "sv"] });

export const newPartyRole = partyRole
  .refine(hasWords("title"), noWords("title"))
  .refine(hasWords("says"), noWords("says"));
export type NewPartyRole = z.infer<typeof newPartyRole>;

/** Who made a source, where nobody has entered them as a party: no side, and nothing that they say. */
export const newProducer = z.strictObject({ kind: z.enum(PARTY_KINDS), name: halfBilingual(120) });
export type NewProducer = z.infer<typeof newProducer>;

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
    role: partyRole
      .omit({ partyId: true, position: true })
      .refine(hasWords("title"), noWords("title"))
      .refine(hasWords("says"), noWords("says")),
    identifiers: z.array(z.strictObject(identifier).refine(isIdentifier, notAnIdentifier)).max(3),
  })
  .refine((entry) => (entry.partyId === null) !== (entry.party === null), {
    error: "party-or-new",
    path: ["partyId"],
  });
export type PartyEntry = z.infer<typeof partyEntry>;
