/** What can be thrown away before it is public, by table. Its parts go with it; what rests on it keeps it. */
export const DISCARDABLE = [
  "dispute",
  "disputeWording",
  "party",
  "partyWording",
  "partyRole",
  "partyIdentifier",
  "claim",
  "claimWording",
  "notConcerned",
  "appearance",
  "relation",
  "source",
  "sourceEdge",
  "evidence",
  "event",
  "falsifier",
  "falsifierState",
] as const;
export type Discardable = (typeof DISCARDABLE)[number];
