/**
 * What the record makes of a verdict's evidence, computed and never typed: how many independent roots it has, who speaks
 * in their own case, which steps of the scale are open. The same function says it before a verdict is published, in the
 * verdict that is frozen, and ever after, so that what a page says and what is true now can be compared.
 */
import { contentHash } from "../../core/content-hash.ts";
import type { Bilingual } from "../../core/language/language.ts";
import type { ScaleRating } from "../../core/rating/rating.ts";
import type { Concern } from "../claim/claim-concerned.ts";
import { isDisinterested, type OwnCase, ownCase, type Stance } from "../evidence/evidence.ts";
import {
  type GraphEdge,
  type Independence,
  independence,
  rootsOf,
  type SourceGraph,
  upstreamAndSelf,
  withReported,
} from "../source/source.ts";
import type { SameSources } from "../source/source-same.ts";
import { type BlockReason, type ClaimKind, openSteps } from "./verdict.ts";

/** Everything that the ground of a verdict is computed from, besides its evidence. */
export interface GroundFacts {
  readonly kind: ClaimKind;
  readonly concerns: readonly Concern[];
  readonly graph: SourceGraph;
  /** A party's body (its employer or parent), or null. */
  readonly bodyOf: (partyId: string) => string | null;
}

/** A passage, and the document it reports (null: the source it stands in). */
export interface GroundPiece {
  readonly id: string;
  readonly stance: Stance;
  readonly sourceId: string;
  readonly originId: string | null;
}

export interface GroundedPiece {
  readonly id: string;
  readonly stance: Stance;
  readonly ownCase: OwnCase;
  /** The independent roots of all the evidence that it rests on, as keys. */
  readonly roots: readonly string[];
  /** Those of them that do not count for a rating. */
  readonly uncounted: readonly string[];
}

export interface Ground {
  readonly independence: Independence;
  readonly evidence: readonly GroundedPiece[];
  readonly scale: readonly { readonly rating: ScaleRating; readonly reasons: readonly BlockReason[] }[];
}

/** Since when something is public. Null: it is a draft. */
interface Dated {
  readonly publishedAt: Date | null;
}

/** What a ground is computed from, with the names and moments that tell of it. */
export interface KnownGround extends GroundFacts {
  readonly same: readonly SameSources[];
  readonly parties: ReadonlyMap<string, { readonly slug: string; readonly name: Bilingual }>;
  readonly sources: ReadonlyMap<string, { readonly title: Bilingual; readonly held: Date | null } & Dated>;
  readonly edges: readonly (GraphEdge & Dated)[];
  /** Rows that say whom the claim concerns, or that it does not. */
  readonly concerning: readonly ({ readonly partyId: string } & Dated)[];
  readonly notConcerned: readonly { readonly partyId: string; readonly reason: Bilingual }[];
}

const keyOf = (group: readonly string[]) => group.join("+");

/** @param pieces - in the order of the verdict, heaviest first */
export function groundOf(
  { kind, concerns, graph: entered, bodyOf }: GroundFacts,
  pieces: readonly GroundPiece[],
): Ground {
  const graph = withReported(entered, pieces);
  const counted = independence(graph, pieces);
  const producers = new Map(graph.sources.map(({ id, producerId }) => [id, producerId]));
  const interests = [...concerns, ...throughMembers(concerns, bodyOf)];
  const flag = (stance: Stance, sourceId: string) =>
    ownCase(stance, producers.get(sourceId) ?? null, interests, bodyOf);

  const evidence = pieces.map(({ id, stance, sourceId, originId }): GroundedPiece => {
    const own = rootsOf(graph, sourceId);
    // As groups over all the evidence: two documents of one producer are one root, whichever passages they carry.
    const groups = counted.roots.filter((group) => own.some((root) => group.includes(root)));
    // A root counts when somebody known and disinterested made it, under whichever of its addresses that is entered.
    const flags = groups.map((group) => {
      const all = withSame(
        graph,
        group.filter((root) => own.includes(root)),
      ).map((root) => flag(stance, root));
      return all.includes("own_case") ? "own_case" : (all.find(isDisinterested) ?? all[0] ?? "unknown");
    });
    const uncounted = groups.filter((_, at) => !isDisinterested(flags[at] ?? "unknown"));
    const said = flag(stance, originId ?? sourceId);
    // What somebody disinterested passes on from a party alone is that party's word still.
    const passedOn =
      stance !== "context" &&
      groups.length > 0 &&
      uncounted.length === groups.length &&
      isDisinterested(said);
    return {
      ...{ id, stance },
      ownCase: passedOn ? (flags.includes("own_case") ? "own_case" : "unknown") : said,
      roots: groups.map(keyOf),
      uncounted: uncounted.map(keyOf),
    };
  });
  return { independence: counted, evidence, scale: openSteps(kind, evidence) };
}

/** Sources, and those that are one document with them. */
const withSame = ({ same = [] }: SourceGraph, ids: readonly string[]): string[] => [
  ...new Set(ids.flatMap((id) => same.find((group) => group.includes(id)) ?? [id])),
];

/** The sources under some evidence that are one document, with what shows it. */
export function sameAmong({ graph, same, sources }: KnownGround, pieces: readonly GroundPiece[]) {
  const under = upstreamAndSelf(
    graph,
    pieces.flatMap(({ sourceId, originId }) => (originId === null ? [sourceId] : [sourceId, originId])),
  );
  return same
    .map(({ ids, by }) => ({
      by: [...by],
      sources: ids
        .filter((id) => under.has(id))
        .map((id) => ({ id, title: sources.get(id)?.title ?? { sv: "", en: "" } })),
    }))
    .filter((group) => group.sources.length > 1);
}

/** Whoever speaks for a body makes its claims: what the body prints for them it prints in its own case. */
const throughMembers = (concerns: readonly Concern[], bodyOf: GroundFacts["bodyOf"]): Concern[] =>
  concerns
    .filter(({ by }) => by === "made")
    .flatMap((concern) => bodiesOf(concern.partyId, bodyOf).map((partyId) => ({ ...concern, partyId })));

function bodiesOf(partyId: string, bodyOf: GroundFacts["bodyOf"]): string[] {
  const found = new Set<string>();
  for (let id = bodyOf(partyId); id !== null && id !== partyId && !found.has(id); id = bodyOf(id))
    found.add(id);
  return [...found];
}

/**
 * What the page of a draft verdict shows of its ground, as words that are equal where the ground is. It hangs on more rows
 * than the page has: any source of the dispute may show two others to be one document.
 */
export function groundInWords(known: KnownGround, pieces: readonly GroundPiece[]) {
  const { independence: counted, evidence, scale } = groundOf(known, pieces);
  const same = sameAmong(known, pieces);
  const { concerns, notConcerned, parties } = known;
  const concerned = [...new Set(concerns.map(({ partyId }) => parties.get(partyId)?.slug ?? partyId))];
  return {
    links: `${counted.links}`,
    documents: `${counted.documents}`,
    roots: `${counted.roots.length}`,
    same: `${same.reduce((sum, { sources }) => sum + sources.length, 0)}`,
    open: scale.flatMap(({ rating, reasons }) => (reasons.length === 0 ? [rating] : [])).join("+"),
    concerned: concerned.sort().join("+"),
    ground: contentHash({ counted, evidence, scale, same, concerns, notConcerned }),
  };
}

/** What of a ground a verdict says, in a form that is equal where the ground is. */
export interface SaidGround {
  readonly independence: { readonly documents: number; readonly roots: readonly (readonly string[])[] };
  readonly evidence: readonly {
    readonly id: string;
    readonly ownCase: string;
    readonly roots: readonly string[];
    readonly uncounted?: readonly string[];
  }[];
  readonly scale: readonly { readonly rating: string; readonly reasons: readonly string[] }[];
}

/**
 * Whether what a verdict says of its ground is what is true now.
 * @param wholly - false for a verdict frozen under earlier rules (before version 3 of its form): its count of roots is
 *   compared, which means the same, and the rest is as those rules had it
 */
export function isSameGround(said: SaidGround, now: SaidGround, wholly = true): boolean {
  return JSON.stringify(comparable(said, wholly)) === JSON.stringify(comparable(now, wholly));
}

function comparable({ independence: { documents, roots }, evidence, scale }: SaidGround, wholly: boolean) {
  const sorted = (all: readonly string[] = []) => [...all].sort();
  return {
    documents,
    roots: roots.map((group) => keyOf([...group].sort())).sort(),
    evidence: evidence.map((piece) => ({
      id: piece.id,
      roots: sorted(piece.roots),
      ...(wholly ? { ownCase: piece.ownCase, uncounted: sorted(piece.uncounted) } : {}),
    })),
    scale: wholly ? scale.map(({ rating, reasons }) => ({ rating, reasons: [...reasons] })) : [],
  };
}
