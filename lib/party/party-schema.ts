import { z } from "zod";
import { edtfText } from "../edtf/edtf-schema.ts";
import { bilingual, id, slug } from "../language/language-schema.ts";

export const PARTY_KINDS = [
  "public_body",
  "public_official",
  "public_employee",
  "organisation",
  "publication",
  "private_person",
] as const;

export const newParty = z.strictObject({
  slug,
  kind: z.enum(PARTY_KINDS),
  partOfId: id.nullable(),
  name: bilingual(120),
  description: bilingual(400),
});
export type NewParty = z.infer<typeof newParty>;

export const newPartyRole = z.strictObject({
  partyId: id,
  disputeId: id,
  side: z.enum(["accuses", "accused", "reports", "other"]),
  position: z.int().min(0).max(999),
  title: bilingual(160),
  says: bilingual(300),
  held: edtfText.nullable(),
});
export type NewPartyRole = z.infer<typeof newPartyRole>;
