/** The rows of copies as what assurance is judged from. */
import type { AssuranceFacts } from "./assurance.ts";

type Dkim = NonNullable<AssuranceFacts["message"]>["dkim"];
type State = AssuranceFacts["timestamps"][number]["state"];

interface CopyRow {
  readonly sha256: string;
  readonly custody: "stored" | "kept_by_desk";
  readonly handedOverById: string | null;
  readonly message: { readonly dkim: Dkim } | null;
  readonly timestamps: readonly {
    readonly authority: string;
    readonly state: State;
    readonly trusted: boolean;
    readonly at: Date | null;
    readonly problem: string | null;
  }[];
  readonly outsideCopies: readonly {
    readonly archive: string;
    readonly state: State;
    readonly sameText: boolean | null;
    readonly url: string | null;
    readonly at: Date | null;
    readonly problem: string | null;
  }[];
}

/** What a query of copies asks for beside them, so that `factsOf` can read them. */
export const ASSURANCE_COLUMNS = {
  message: { select: { dkim: true } },
  timestamps: { orderBy: { authority: "asc" as const } },
  outsideCopies: { orderBy: { archive: "asc" as const } },
} as const;

/** @param copies - the published copies of one source, or one of them */
export function factsOf(copies: readonly CopyRow[]): AssuranceFacts {
  // Of a letter its signature alone: who wrote it to whom is masked where it is shown.
  const message = copies.find((copy) => copy.message?.dkim === "verified")?.message ?? copies[0]?.message;
  return {
    copies: copies.map(({ custody, sha256 }) => ({ custody, sha256 })),
    timestamps: copies.flatMap(({ timestamps }) =>
      timestamps.map(({ authority, state, trusted, at, problem }) => ({
        ...{ authority, state, trusted, problem },
        at: at?.toISOString() ?? null,
      })),
    ),
    outsideCopies: copies.flatMap(({ outsideCopies }) =>
      outsideCopies.map(({ archive, state, sameText, url, at, problem }) => ({
        ...{ archive, state, sameText, url, problem },
        at: at?.toISOString() ?? null,
      })),
    ),
    message: message ? { dkim: message.dkim } : null,
    fromParty: copies.some(({ handedOverById }) => handedOverById !== null),
  };
}
