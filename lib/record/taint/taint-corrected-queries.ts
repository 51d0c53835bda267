import "server-only";
import { db } from "../../core/db.ts";
import { type AsOf, publishedBy } from "../../core/published.ts";
import type { TaintFacts } from "./taint.ts";

type Corrected = TaintFacts["corrected"][number];
/** What is asked of a correction: whether a claim as such, or one of its weighed pieces, is judged from the row. */
type Concerns = Pick<Corrected, "isOfClaim" | "isAbout">;

interface JudgedClaim {
  readonly id: string;
  readonly disputeId: string;
}

/**
 * The facts that have been corrected, of those from which these claims are judged: the claim's own kind, who gains, where it
 * was made and in which role, what would change the verdict; the evidence, its sources, what those rest on, and who made
 * them. What an event was, or how claims bear on each other, no verdict is judged from.
 *
 * @returns by claim; the pieces are asked by the sources that they rest on
 */
export async function correctedFacts(
  claims: readonly JudgedClaim[],
  asOf: AsOf,
): Promise<(claimId: string) => readonly Corrected[]> {
  const disputeId = { in: [...new Set(claims.map((claim) => claim.disputeId))] };
  const amendments = await db().amendment.findMany({
    where: { ...publishedBy(asOf), OR: [{ disputeId }, { table: "Party" }] },
    orderBy: { id: "asc" },
    select: { id: true, table: true, rowId: true, claimId: true, publishedAt: true },
  });
  if (amendments.length === 0) return () => [];
  const ground = await groundOf(
    claims.map(({ id }) => id),
    amendments.map(({ rowId }) => rowId),
  );
  return (claimId) =>
    amendments.flatMap(({ id, publishedAt, ...amendment }) =>
      publishedAt ? [{ id, at: publishedAt, ...ground(claimId, amendment) }] : [],
    );
}

interface Amendment {
  readonly table: string;
  readonly rowId: string;
  readonly claimId: string | null;
}

/** Finds out what hangs on the corrected rows: read together, whatever of it is public. */
async function groundOf(claimIds: readonly string[], rowIds: readonly string[]) {
  const id = { in: [...rowIds] };
  const claims = await db().claim.findMany({
    where: { id: { in: [...claimIds] } },
    select: {
      id: true,
      disputeId: true,
      interests: { where: publishedBy(null), select: { partyId: true } },
      appearances: { where: publishedBy(null), select: { partyId: true } },
      falsifiers: { where: publishedBy(null), select: { falsifierId: true } },
    },
  });
  const edges = await db().sourceEdge.findMany({ where: { id }, select: { id: true, fromId: true } });
  const roles = await db().partyRole.findMany({
    where: { id },
    select: { id: true, partyId: true, disputeId: true },
  });
  const belongTo = await belongingTo(rowIds);
  const made = await db().source.findMany({
    where: { producerId: { in: [...belongTo.keys()] }, ...publishedBy(null) },
    select: { id: true, producerId: true },
  });

  return (claimId: string, { table, rowId, claimId: ofClaim }: Amendment): Concerns => {
    const claim = claims.find((each) => each.id === claimId);
    const about = (isAbout: Concerns["isAbout"]): Concerns => ({ isOfClaim: false, isAbout });
    const whole = (isOfClaim: boolean): Concerns => ({ isOfClaim, isAbout: () => false });
    const speaks = (partyId: string) =>
      [...(claim?.interests ?? []), ...(claim?.appearances ?? [])].some((each) => each.partyId === partyId);
    switch (table) {
      case "Claim":
      case "Interest":
      case "Appearance":
        return whole(ofClaim === claimId);
      case "Falsifier":
        return whole(claim?.falsifiers.some(({ falsifierId }) => falsifierId === rowId) ?? false);
      case "Evidence":
        return about(({ evidenceId }) => evidenceId === rowId);
      case "Source":
        return about(({ restsOn }) => restsOn(rowId));
      case "SourceEdge": {
        const from = edges.find((edge) => edge.id === rowId)?.fromId;
        return about(({ restsOn }) => from !== undefined && restsOn(from));
      }
      case "PartyRole": {
        const role = roles.find((each) => each.id === rowId);
        return whole(role !== undefined && role.disputeId === claim?.disputeId && speaks(role.partyId));
      }
      case "Party": {
        const those = (partyId: string | null) =>
          partyId !== null && belongTo.get(partyId)?.has(rowId) === true;
        return {
          isOfClaim: claim?.interests.some(({ partyId }) => those(partyId)) ?? false,
          isAbout: ({ restsOn }) => made.some((source) => those(source.producerId) && restsOn(source.id)),
        };
      }
      default:
        return whole(false);
    }
  };
}

/** The corrected parties that each party is or belongs to, however far down: whose own case a passage is follows from that. */
async function belongingTo(rowIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Set<string>>();
  let next = (await db().party.findMany({ where: { id: { in: [...rowIds] } }, select: { id: true } })).map(
    ({ id }) => ({ id, of: new Set([id]) }),
  );
  while (next.length > 0) {
    const grown = next.filter(({ id, of }) => ![...of].every((each) => found.get(id)?.has(each)));
    for (const { id, of } of grown) found.set(id, new Set([...(found.get(id) ?? []), ...of]));
    const parts = await db().party.findMany({
      where: { partOfId: { in: grown.map(({ id }) => id) } },
      select: { id: true, partOfId: true },
    });
    next = parts.map(({ id, partOfId }) => ({ id, of: found.get(partOfId ?? "") ?? new Set<string>() }));
  }
  return found;
}
