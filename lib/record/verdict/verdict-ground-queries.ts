import "server-only";
import { db } from "../../core/db.ts";
import { type AsOf, newest, publishedBy, standing } from "../../core/published.ts";
import { formerSlugs } from "../address/address-queries.ts";
import { stoodAt } from "../amendment/amendment-stood-queries.ts";
import { concernedIn } from "../claim/claim-concerned.ts";
import type { SeenTable, Which } from "../seen/seen.ts";
import { readGraphs } from "../source/source-graph-queries.ts";
import type { KnownGround } from "./verdict-ground.ts";

interface GroundOptions {
  /** As it stood at a moment; null: as it stands. */
  readonly asOf?: AsOf;
  /** Drafts that count too: those that are published together with what is judged. */
  readonly along?: Which;
}

/** What the verdicts on some claims stand on. Claims that are not public are left out. */
export async function readGrounds(
  claimIds: readonly string[],
  { asOf = null, along = {} }: GroundOptions = {},
): Promise<ReadonlyMap<string, KnownGround>> {
  const visible = publishedBy(asOf);
  const counts = (table: SeenTable) => ({ OR: [visible, { id: { in: [...(along[table] ?? [])] } }] });
  const rows = await db().claim.findMany({
    where: { id: { in: [...claimIds] }, ...visible },
    select: {
      id: true,
      kind: true,
      disputeId: true,
      wordings: standing(asOf),
      interests: { where: visible, orderBy: { id: "asc" } },
      appearances: {
        where: visible,
        orderBy: { id: "asc" },
        select: { id: true, partyId: true, publishedAt: true },
      },
      notConcerned: { where: visible, orderBy: { id: "asc" } },
    },
  });
  const disputeIds = [...new Set(rows.map(({ disputeId }) => disputeId))];
  const stood = await stoodAt(disputeIds, asOf);
  const claims = rows.map(stood).map((claim) => ({
    ...claim,
    interests: claim.interests.map(stood),
    appearances: claim.appearances.map(stood),
  }));
  const named = [
    ...new Set(
      claims.flatMap((claim) => [...claim.interests, ...claim.appearances].map(({ partyId }) => partyId)),
    ),
  ];
  const isIn = { disputeId: { in: disputeIds }, ...counts("PartyRole") };
  const found = await db().party.findMany({
    where: { OR: [{ roles: { some: isIn } }, { id: { in: named } }] },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, slug: true, kind: true, partOfId: true },
      wordings: { where: counts("PartyWording"), ...newest },
      roles: { where: isIn, select: { id: true, disputeId: true, position: true, publishedAt: true } },
    },
  });
  const parties = found.map(stood).map((party) => ({ ...party, roles: party.roles.map(stood) }));
  const former = await formerSlugs(parties.map(({ id }) => id));
  const graphs = await readGraphs(disputeIds, counts, stood);
  const bodies = new Map(parties.map(({ id, partOfId }) => [id, partOfId]));
  const views = new Map(
    parties.map(({ id, slug, wordings: [wording] }) => [
      id,
      {
        ...{ slug, name: { sv: wording?.nameSv ?? slug, en: wording?.nameEn ?? slug } },
        formerly: former.get(id) ?? [],
      },
    ]),
  );
  return new Map(
    claims.flatMap((claim) => {
      const graph = graphs.get(claim.disputeId);
      const [wording] = claim.wordings;
      if (!graph) return [];
      const concerns = concernedIn({
        ...claim,
        words: wording ? { sv: wording.textSv, en: wording.textEn } : null,
        // In their places in the dispute: the order hangs on nobody's name, nor on who was entered first.
        parties: parties
          .flatMap((party) => {
            const role = party.roles.find(({ disputeId }) => disputeId === claim.disputeId);
            return role ? [{ ...party, position: role.position }] : [];
          })
          .sort((a, b) => a.position - b.position)
          .map(({ id, kind, wordings }) => ({
            ...{ id, kind },
            names: wordings.map(({ nameSv, nameEn }) => ({ sv: nameSv, en: nameEn })),
          })),
      });
      const ground: KnownGround = {
        ...graph,
        kind: claim.kind,
        concerns,
        bodyOf: (partyId) => bodies.get(partyId) ?? null,
        parties: views,
        concerning: [
          ...[...claim.interests, ...claim.appearances, ...claim.notConcerned],
          // Under which name, and since when in which words, somebody is named.
          ...parties.flatMap(({ id: partyId, wordings, roles }) =>
            [wording, ...wordings, ...roles.filter(({ disputeId }) => disputeId === claim.disputeId)].flatMap(
              (row) => (row ? [{ partyId, publishedAt: row.publishedAt }] : []),
            ),
          ),
        ],
        notConcerned: claim.notConcerned.map(({ partyId, reasonSv, reasonEn }) => ({
          partyId,
          reason: { sv: reasonSv, en: reasonEn },
        })),
      };
      return [[claim.id, ground] as const];
    }),
  );
}
