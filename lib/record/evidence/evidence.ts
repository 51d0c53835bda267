/** What a passage is worth as coming from whom it comes: the party-in-its-own-case flag. */
export type Stance = "supports" | "contradicts" | "context";
export type GainsIf = "claim_true" | "claim_false" | "neither" | "unknown";

/**
 * - `own_case`: made by a party about itself, to its own advantage. It cannot alone carry a rating that leans.
 * - `against_own_case`: made by a party against its own advantage. That is why it weighs.
 * - `unknown`: nobody is known to have made it, so nobody can say that it was made by someone the claim does not touch.
 * - `none`: made by someone the claim does not touch.
 */
export type OwnCase = "own_case" | "against_own_case" | "unknown" | "none";

/** Whether it may be the independent evidence that a rating needs: made by somebody known, and not for their own good. */
export const isDisinterested = (ownCase: OwnCase): boolean =>
  ownCase === "none" || ownCase === "against_own_case";

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
  if (stance === "context") return "none";
  if (producerId === null) return "unknown";
  const gains = interestOf(producerId, interests, bodyOf);
  if (gains.length === 0) return "none";
  // Where it is not known which way a party gains, or it gains both ways, its word for either is a word for itself.
  const helped = stance === "supports" ? "claim_true" : "claim_false";
  return gains.some((gain) => gain === helped || gain === "unknown") ? "own_case" : "against_own_case";
}

/** What a party itself gains, or the nearest of the bodies it belongs to that gains anything. */
function interestOf(
  partyId: string,
  interests: readonly PartyInterest[],
  bodyOf: (partyId: string) => string | null,
): GainsIf[] {
  const seen = new Set<string>();
  for (let id: string | null = partyId; id !== null && !seen.has(id); id = bodyOf(id)) {
    seen.add(id);
    const own = interests.filter(({ partyId: other, gainsIf }) => other === id && gainsIf !== "neither");
    if (own.length > 0) return own.map(({ gainsIf }) => gainsIf);
  }
  return [];
}
