/** The party matrix: claims × parties, and what each party is on record as saying. Computed, never entered. */
import type { Bilingual } from "../../core/language/language.ts";
import type { ReplyState } from "../reply/reply.ts";
import type { RelationKind } from "../timeline/timeline.ts";

export type Stand =
  | { readonly kind: "asserts" | "suspects"; readonly paragraph: number | null }
  | {
      readonly kind: "denies" | "undercuts" | "answers" | "goes_further" | "supports" | "narrows";
      readonly by: number;
      readonly paragraph: number | null;
    }
  | { readonly kind: "through"; readonly party: Bilingual; readonly paragraph: number | null }
  | { readonly kind: "relates"; readonly paragraph: number | null }
  | { readonly kind: ReplyState }
  | { readonly kind: "nothing" };

export interface MatrixClaim {
  readonly number: number;
  readonly appearances: readonly {
    readonly party: string;
    readonly mode: "asserts" | "suspects";
    readonly relatedBy: string | null;
    readonly paragraph: number | null;
  }[];
  /** Claims that point at this one. */
  readonly answeredBy: readonly { readonly number: number; readonly kind: RelationKind }[];
  readonly requests: readonly { readonly party: string; readonly state: ReplyState }[];
}

export interface MatrixParty {
  readonly slug: string;
  readonly name: Bilingual;
  readonly body: string | null;
}

/**
 * What a party is on record as saying of a claim: first its own words, then what it says by another claim, then a
 * member speaking for it, then whether it was asked.
 */
export function stand(
  claim: MatrixClaim,
  party: MatrixParty,
  all: readonly MatrixClaim[],
  parties: readonly MatrixParty[],
): Stand {
  const own = claim.appearances.find((appearance) => appearance.party === party.slug);
  if (own) return { kind: own.mode, paragraph: own.paragraph };

  for (const { number, kind } of claim.answeredBy) {
    const answer = all
      .find((other) => other.number === number)
      ?.appearances.find(({ party: by }) => by === party.slug);
    if (answer && kind !== "repeats") return { kind, by: number, paragraph: answer.paragraph };
  }
  const asked = claim.requests.find((request) => request.party === party.slug);
  if (asked && asked.state !== "not_asked") return { kind: asked.state };

  const members = parties.filter(({ body }) => body === party.slug);
  for (const member of members) {
    const said = claim.appearances.find((appearance) => appearance.party === member.slug);
    if (said) return { kind: "through", party: member.name, paragraph: said.paragraph };
  }
  if (asked) return { kind: asked.state };
  const relating = claim.appearances.find(({ relatedBy }) => relatedBy === party.slug);
  return relating ? { kind: "relates", paragraph: relating.paragraph } : { kind: "nothing" };
}

/** The matrix: a row for each claim; only parties that have something to show are columns. */
export function matrix(claims: readonly MatrixClaim[], parties: readonly MatrixParty[]) {
  const columns = parties.filter((party) =>
    claims.some((claim) => !["nothing", "through"].includes(stand(claim, party, claims, parties).kind)),
  );
  return {
    columns,
    rows: claims.map((claim) => ({
      number: claim.number,
      cells: columns.map((party) => stand(claim, party, claims, parties)),
    })),
  };
}
