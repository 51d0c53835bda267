/**
 * Which sources are one document, whatever was entered of them: the same page under another address, the same bytes, the
 * same text. Computed from what we hold, so that one page entered twice never counts as two.
 */
import { isFrontPage, pageKey } from "./source-page.ts";

/** What of a source says which document it is. */
export interface SameFacts {
  readonly id: string;
  /** Where it is: as it was entered, and where that led when it was fetched. */
  readonly addresses: readonly string[];
  /** The address that the page itself gives as its own (`rel=canonical`). */
  readonly canonical: readonly string[];
  /** SHA-256 of its copies. */
  readonly bytes: readonly string[];
  /** Keys of the texts of its copies: equal where the words are. */
  readonly texts: readonly string[];
}

/** By what two sources were found to be one document. */
export type SameBy = "address" | "bytes" | "text";

export interface SameSources {
  /** In ascending order. */
  readonly ids: readonly string[];
  readonly by: readonly SameBy[];
}

/** The groups of two or more sources that are one document, however far round. */
export function sameSources(sources: readonly SameFacts[]): SameSources[] {
  const above = new Map<string, string>();
  const top = (key: string): string => {
    let at = key;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next;
    return at;
  };
  const marks = new Map<string, { id: string; by: SameBy }[]>();
  for (const source of sources)
    for (const { mark, by } of marksOf(source)) {
      const there = marks.get(mark) ?? [];
      if (!there.some(({ id }) => id === source.id)) marks.set(mark, [...there, { id: source.id, by }]);
    }
  const shared = [...marks.values()].filter((those) => those.length > 1);
  for (const [first, ...others] of shared)
    for (const other of others) {
      const [a, b] = [top(first?.id ?? other.id), top(other.id)];
      const [low, high] = [a, b].sort();
      if (low !== undefined && high !== undefined && low !== high) above.set(high, low);
    }
  const groups = Map.groupBy(sources.map(({ id }) => id).sort(), (id) => top(id));
  return [...groups.values()]
    .filter((ids) => ids.length > 1)
    .map((ids) => ({
      ids,
      by: ORDER.filter((by) =>
        shared.some((those) => those.some((each) => each.by === by && ids.includes(each.id))),
      ),
    }));
}

const ORDER: readonly SameBy[] = ["address", "bytes", "text"];

function marksOf({ addresses, canonical, bytes, texts }: SameFacts): { mark: string; by: SameBy }[] {
  // A site that gives its front page as the address of every page says nothing of this one.
  const own = canonical.filter((url) => !isFrontPage(url));
  const keys = [...addresses, ...own].map((url) => pageKey(url)).filter((key) => key !== null);
  return [
    ...keys.map((key) => ({ mark: `address ${key}`, by: "address" as const })),
    ...bytes.map((sha256) => ({ mark: `bytes ${sha256}`, by: "bytes" as const })),
    ...texts.map((key) => ({ mark: `text ${key}`, by: "text" as const })),
  ];
}
