import { z } from "zod";
import { halfBilingual, id } from "../../core/language/language-schema.ts";
import type { AmendableTable } from "../amendment/amendment.ts";
import { newAppearance } from "../appearance/appearance-schema.ts";
import { newClaim, newInterest, newRelation } from "../claim/claim-schema.ts";
import { newEvent } from "../event/event-schema.ts";
import { newEvidence } from "../evidence/evidence-schema.ts";
import { newFalsifier } from "../falsifier/falsifier-schema.ts";
import { newParty, newPartyIdentifier, newPartyRole } from "../party/party-schema.ts";
import { newSource, newSourceEdge } from "../source/source-schema.ts";

/** What each row may say instead: the noun's own schema, by which its drafts are read too. */
export const ROW_SCHEMAS = {
  Party: newParty.pick({ kind: true, partOfId: true }),
  PartyRole: newPartyRole,
  PartyIdentifier: newPartyIdentifier,
  Claim: newClaim.pick({ kind: true }),
  Interest: newInterest,
  Appearance: newAppearance,
  Relation: newRelation,
  Source: newSource,
  SourceEdge: newSourceEdge,
  Evidence: newEvidence,
  Falsifier: newFalsifier.pick({ disputeId: true, text: true, heldBy: true, holderId: true }),
  Event: newEvent,
} as const satisfies Readonly<Record<AmendableTable, z.ZodType>>;

/** A row as its form says it. */
export type RowSaid<T extends AmendableTable = AmendableTable> = z.output<(typeof ROW_SCHEMAS)[T]>;

/** What is to stand instead, and why; one language of the reason may still be missing. */
export const amendmentOf = (table: AmendableTable) =>
  z.strictObject({ table: z.literal(table), rowId: id, row: ROW_SCHEMAS[table], why: halfBilingual(1000) });

/** The fields of the form that hold a date as a person says it. */
export const ROW_DATES: Partial<Record<AmendableTable, readonly string[]>> = {
  PartyRole: ["row.held"],
  Appearance: ["row.happened", "row.known"],
  Source: ["row.made", "row.public"],
  Event: ["row.happened", "row.known"],
};
