/**
 * What a dispute tells of the log beside what stands on its page anyway: entries of those kinds that are told by what they
 * published, in the order of the log. Pure.
 */

/** Those kinds: of the others the dispute has the rows themselves, and they are told from them. */
export const ACT_TYPES = [
  "dispute.published",
  "evidence.published",
  "copy.published",
  "copy.attested",
  "passage.rechecked",
  "taint.cleared",
  "objection.answered",
  "removal.published",
  "removal.decided",
  "address.changed",
  "merge.published",
] as const;
export type ActType = (typeof ACT_TYPES)[number];

/** A row of what an entry published: the columns of it that are told. */
export type ActRow = Readonly<Record<string, string | number | boolean | null>>;

export interface PublicAct {
  /** Stable within the dispute. */
  readonly id: string;
  readonly type: ActType;
  /** RFC 3339 in UTC. */
  readonly at: string;
  /** Number of the claim that it is about, by the one that it is now. */
  readonly claim: number | null;
  /** By table; none where something of it has been taken down since, and then nothing of it is told but that it was done. */
  readonly rows: Readonly<Record<string, readonly ActRow[]>>;
}
