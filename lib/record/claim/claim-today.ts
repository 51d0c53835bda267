/**
 * A verdict is frozen with what it named. Its claim's page says what those rows say today: a title, a note or a name that
 * has been corrected since is not told as if it still stood. What was judged and what was computed stays as it was, and so
 * does the page of the version. Pure.
 */
import type { Bilingual } from "../../core/language/language.ts";
import type { FrozenVerdict } from "../verdict/verdict-schema.ts";
import type { EvidenceView } from "./claim.ts";

/** A source as its row says it. `producer` is what whoever made it is called. */
export interface SourceToday {
  readonly id: string;
  readonly title: Bilingual;
  readonly producer: Bilingual | null;
}

/** What a verdict names, as readers find it now; what they no longer find is left out. */
export interface NamedToday {
  /** The evidence that it weighed. */
  readonly evidence: readonly (Omit<EvidenceView, "source"> & {
    readonly source: SourceToday;
    readonly origin: SourceToday | null;
  })[];
  readonly parties: readonly { readonly slug: string; readonly name: Bilingual }[];
}

type Piece = FrozenVerdict["evidence"][number];

/** A weighed piece of evidence as its row says it. */
export function pieceToday(piece: Piece, { evidence }: NamedToday): Piece {
  const row = evidence.find(({ id }) => id === piece.id);
  if (!row) return piece;
  const { stance, excerpt, language, paragraph, charStart, charEnd, note, source, origin } = row;
  return {
    ...piece,
    ...{ stance, excerpt, language, paragraph, charStart, charEnd, note },
    source: source.id === piece.source.id ? { ...piece.source, ...source } : piece.source,
    origin: origin && piece.origin?.id === origin.id ? { ...piece.origin, ...origin } : piece.origin,
  };
}

/**
 * The verdict in the words that its rows have today; what it found, weighed and computed is as it was judged, and so is on
 * which side a piece was weighed.
 */
export function verdictToday(verdict: FrozenVerdict, today: NamedToday): FrozenVerdict {
  const names = new Map(today.parties.map(({ slug, name }) => [slug, name]));
  const named = <T extends { readonly party: FrozenVerdict["interests"][number]["party"] }>(row: T): T => ({
    ...row,
    party: { ...row.party, name: names.get(row.party.slug) ?? row.party.name },
  });
  const titles = new Map(
    today.evidence
      .flatMap(({ source, origin }) => (origin ? [source, origin] : [source]))
      .map((each) => [each.id, each.title]),
  );
  const { same } = verdict.independence;
  return {
    ...verdict,
    evidence: verdict.evidence.map((piece) => ({ ...pieceToday(piece, today), stance: piece.stance })),
    interests: verdict.interests.map(named),
    ...(verdict.notConcerned && { notConcerned: verdict.notConcerned.map(named) }),
    replies: verdict.replies.map(named),
    independence: {
      ...verdict.independence,
      ...(same && {
        same: same.map(({ by, sources }) => ({
          by,
          sources: sources.map(({ id, title }) => ({ id, title: titles.get(id) ?? title })),
        })),
      }),
    },
  };
}
