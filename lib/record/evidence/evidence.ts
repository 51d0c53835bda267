/** What a passage is worth as coming from whom it comes: the party-in-its-own-case flag. */
export type Stance = "supports" | "contradicts" | "context";
export type GainsIf = "claim_true" | "claim_false" | "neither";

/**
 * - `own_case`: made by a party about itself, to its own advantage. It cannot alone carry a rating that leans.
 * - `against_own_case`: made by a party against its own advantage. That is why it weighs.
 * - `none`: made by someone the claim does not touch.
 */
export type OwnCase = "own_case" | "against_own_case" | "none";

export interface PartyInterest {
  readonly partyId: string;
  readonly gainsIf: GainsIf;
}

/**
 * Judges one passage by who produced the document it comes from.
 *
 * @param producerId - who made that document, or null if nobody is known to have
 * @param bodyOf - a party's body (its employer or parent), or null; interests are inherited from it
 * @param interests - what each party named by the claim gains
 */
export function ownCase(
  stance: Stance,
  producerId: string | null,
  interests: readonly PartyInterest[],
  bodyOf: (partyId: string) => string | null,
): OwnCase {
  if (producerId === null || stance === "context") return "none";
  const gains = interestOf(producerId, interests, bodyOf);
  if (gains === "neither") return "none";
  const helpsClaim = stance === "supports";
  return helpsClaim === (gains === "claim_true") ? "own_case" : "against_own_case";
}

/** A party's own interest, or the nearest one of the bodies it belongs to. */
function interestOf(
  partyId: string,
  interests: readonly PartyInterest[],
  bodyOf: (partyId: string) => string | null,
): GainsIf {
  const seen = new Set<string>();
  for (let id: string | null = partyId; id !== null && !seen.has(id); id = bodyOf(id)) {
    seen.add(id);
    const own = interests.find((interest) => interest.partyId === id);
    if (own && own.gainsIf !== "neither") return own.gainsIf;
  }
  return "neither";
}
