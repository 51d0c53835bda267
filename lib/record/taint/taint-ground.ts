/**
 * Whether what a verdict says of its ground is still so: how many independent roots, who speaks in their own case, which
 * steps are open. Compared with what the rows come to now, so that no kind of publication has to remember to tell.
 */
import type { Bilingual } from "../../core/language/language.ts";
import { isDependence, upstreamAndSelf } from "../source/source.ts";
import {
  type Ground,
  type GroundPiece,
  groundOf,
  isSameGround,
  type KnownGround,
  type SaidGround,
} from "../verdict/verdict-ground.ts";

interface NamedSource {
  readonly id: string;
  readonly title: Bilingual;
}

/** Something that has become public since the verdict, and that its ground is computed from. */
export type GroundCause =
  | { readonly kind: "rests-on" | "same-producer"; readonly from: NamedSource; readonly to: NamedSource }
  | { readonly kind: "same"; readonly sources: readonly NamedSource[] }
  | { readonly kind: "held"; readonly source: NamedSource }
  | { readonly kind: "concerns"; readonly party: { readonly slug: string; readonly name: Bilingual } };

/** What is true now of a verdict's ground, where the verdict says something else. */
export interface GroundChange {
  readonly at: Date;
  /** The pieces of evidence that count otherwise, heaviest first; all of them where it is only their number of roots. */
  readonly evidenceIds: readonly string[];
  readonly rootsThen: number;
  readonly rootsNow: number;
  /** Why the rules of now would not allow its rating; none: they would. */
  readonly shut: readonly string[];
  /** None: it is told by no row of its own, such as rules that have changed. */
  readonly causes: readonly GroundCause[];
  readonly now: Ground;
}

/** What a frozen verdict says, as far as it is computed. */
export interface GroundedVerdict extends SaidGround {
  readonly v: number;
  readonly rating: string;
  readonly independence: SaidGround["independence"] & {
    readonly same?: readonly { readonly sources: readonly { readonly id: string }[] }[];
  };
}

/** Null: what the verdict says is so. */
export function groundChange(
  said: GroundedVerdict,
  publishedAt: Date,
  known: KnownGround,
  pieces: readonly GroundPiece[],
): GroundChange | null {
  const now = groundOf(known, pieces);
  const wholly = said.v >= 3;
  if (isSameGround(said, now, wholly)) return null;
  const causes = causesSince(said, publishedAt, known, pieces);
  const changed = pieces.filter(({ id }) => !isSameGround(onlyPiece(said, id), onlyPiece(now, id), wholly));
  return {
    at: new Date(Math.max(Number(publishedAt), ...causes.map(({ at }) => Number(at)))),
    evidenceIds: (changed.length > 0 ? changed : pieces).map(({ id }) => id),
    rootsThen: said.independence.roots.length,
    rootsNow: now.independence.roots.length,
    shut: now.scale.find(({ rating }) => rating === said.rating)?.reasons ?? [],
    causes: causes.map(({ cause }) => cause),
    now,
  };
}

/** What is said of one piece alone. */
const onlyPiece = ({ evidence }: SaidGround, id: string): SaidGround => ({
  independence: { documents: 0, roots: [] },
  evidence: evidence.filter((piece) => piece.id === id),
  scale: [],
});

function causesSince(
  { independence }: GroundedVerdict,
  since: Date,
  known: KnownGround,
  pieces: readonly GroundPiece[],
): { at: Date; cause: GroundCause }[] {
  const own = pieces.flatMap(({ sourceId, originId }) =>
    originId === null ? [sourceId] : [sourceId, originId],
  );
  const under = upstreamAndSelf(known.graph, own);
  const isNew = (at: Date | null): at is Date => at !== null && at > since;
  const named = (id: string): NamedSource => ({
    id,
    title: known.sources.get(id)?.title ?? { sv: "", en: "" },
  });
  const heldSince = (ids: readonly string[]) =>
    ids.flatMap((id) =>
      [known.sources.get(id)?.held, known.sources.get(id)?.publishedAt].flatMap((at) => at ?? []),
    );
  const wasSame = (ids: readonly string[]) =>
    (independence.same ?? []).some(({ sources }) =>
      ids.every((id) => sources.some((source) => source.id === id)),
    );
  return [
    ...known.edges.flatMap(({ fromId, toId, kind, publishedAt }) =>
      isNew(publishedAt) && under.has(fromId) && (isDependence(kind) || under.has(toId))
        ? [
            {
              at: publishedAt,
              cause: {
                kind: isDependence(kind) ? ("rests-on" as const) : ("same-producer" as const),
                from: named(fromId),
                to: named(toId),
              },
            },
          ]
        : [],
    ),
    ...known.same.flatMap(({ ids }) => {
      const those = ids.filter((id) => under.has(id));
      if (those.length < 2 || wasSame(those)) return [];
      const at = new Date(Math.max(Number(since), ...heldSince(those).map(Number)));
      return [{ at, cause: { kind: "same" as const, sources: those.map(named) } }];
    }),
    ...[...under].flatMap((id) => {
      const at = known.sources.get(id)?.held ?? null;
      return isNew(at) ? [{ at, cause: { kind: "held" as const, source: named(id) } }] : [];
    }),
    ...known.concerning.flatMap(({ partyId, publishedAt }) => {
      const party = known.parties.get(partyId);
      return isNew(publishedAt) && party
        ? [
            {
              at: publishedAt,
              cause: { kind: "concerns" as const, party: { slug: party.slug, name: party.name } },
            },
          ]
        : [];
    }),
  ];
}
