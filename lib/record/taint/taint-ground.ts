/**
 * Whether what a verdict says of its ground is still so: how many independent roots, who speaks in their own case, which
 * steps are open. Compared with what the rows come to now, so that no kind of publication has to remember to tell.
 */
import type { Bilingual } from "../../core/language/language.ts";
import { isDependence, makerOf, upstreamAndSelf } from "../source/source.ts";
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
  /** Whom it says that the claim concerns. */
  readonly interests: readonly {
    readonly party: { readonly slug: string };
    readonly gainsIf: string;
    readonly by?: string | undefined;
  }[];
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
    at: latest(
      publishedAt,
      causes.map(({ at }) => at),
    ),
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

/** A cause, and when it became public: at the verdict's own moment where no row says when. */
interface DatedCause {
  readonly at: Date;
  readonly cause: GroundCause;
}

function causesSince(
  said: GroundedVerdict,
  since: Date,
  known: KnownGround,
  pieces: readonly GroundPiece[],
): DatedCause[] {
  const own = pieces.flatMap(({ sourceId, originId }) =>
    originId === null ? [sourceId] : [sourceId, originId],
  );
  const under = upstreamAndSelf(known.graph, own);
  return [
    ...edgesSince(since, known, under),
    ...sameSince(said, since, known, under),
    ...heldSince(since, known, under),
    ...concernsSince(said, since, known),
  ];
}

const isAfter = (at: Date | null, since: Date): at is Date => at !== null && at > since;
const latest = (since: Date, all: readonly (Date | null | undefined)[]): Date =>
  new Date(Math.max(Number(since), ...all.map((at) => Number(at ?? since))));
const named = ({ sources }: KnownGround, id: string): NamedSource => ({
  id,
  title: sources.get(id)?.title ?? { sv: "", en: "" },
});

function edgesSince(since: Date, known: KnownGround, under: ReadonlySet<string>): DatedCause[] {
  // Two sources under the verdict may share their producer through others that are not under it.
  const maker = makerOf(known.graph, known.graph.same);
  const makers = [...under].map((id) => maker(id));
  return known.edges.flatMap(({ fromId, toId, kind, publishedAt }) => {
    const joins = isDependence(kind)
      ? under.has(fromId)
      : makers.filter((one) => one === maker(fromId)).length > 1;
    if (!isAfter(publishedAt, since) || !joins) return [];
    const ends = { from: named(known, fromId), to: named(known, toId) };
    return [{ at: publishedAt, cause: { kind: isDependence(kind) ? "rests-on" : "same-producer", ...ends } }];
  });
}

function sameSince(
  { independence: { same = [] } }: GroundedVerdict,
  since: Date,
  known: KnownGround,
  under: ReadonlySet<string>,
): DatedCause[] {
  return known.same.flatMap(({ ids }) => {
    const those = ids.filter((id) => under.has(id));
    const wasSame = same.some(({ sources }) => those.every((id) => sources.some((each) => each.id === id)));
    if (those.length < 2 || wasSame) return [];
    const rows = those.flatMap((id) => [known.sources.get(id)?.held, known.sources.get(id)?.publishedAt]);
    return [
      { at: latest(since, rows), cause: { kind: "same", sources: those.map((id) => named(known, id)) } },
    ];
  });
}

const heldSince = (since: Date, known: KnownGround, under: ReadonlySet<string>): DatedCause[] =>
  [...under].flatMap((id) => {
    const at = known.sources.get(id)?.held ?? null;
    return isAfter(at, since) ? [{ at, cause: { kind: "held", source: named(known, id) } }] : [];
  });

/** Parties that the claim concerns otherwise than the verdict says. Of those that it did not compute itself it says too little. */
function concernsSince({ v, interests }: GroundedVerdict, since: Date, known: KnownGround): DatedCause[] {
  if (v < 3) return [];
  const entry = ({ gainsIf, by }: { gainsIf: string; by?: string | undefined }) => `${gainsIf} ${by}`;
  return [...known.parties].flatMap(([partyId, { slug, name }]) => {
    const then = interests.filter(({ party }) => party.slug === slug).map(entry);
    const now = known.concerns.filter((concern) => concern.partyId === partyId).map(entry);
    if (`${then.sort()}` === `${now.sort()}`) return [];
    const rows = known.concerning.filter((row) => row.partyId === partyId);
    const at = latest(
      since,
      rows.map(({ publishedAt }) => publishedAt),
    );
    return [{ at, cause: { kind: "concerns", party: { slug, name } } }];
  });
}
