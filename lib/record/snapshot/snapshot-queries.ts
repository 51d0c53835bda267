import "server-only";
import { db } from "../../core/db.ts";

/** Every hash that the record says is in the store. */
export async function storedHashes(): Promise<string[]> {
  const copies = await db().snapshot.findMany({
    where: { custody: "stored" },
    select: { sha256: true, publicSha256: true },
  });
  const captures = await db().capture.findMany({
    where: { recordSha256: { not: null } },
    select: { recordSha256: true, warcSha256: true },
  });
  const timestamps = await db().timestamp.findMany({
    where: { tokenSha256: { not: null } },
    select: { tokenSha256: true },
  });
  const all = [
    ...copies.flatMap(({ sha256, publicSha256 }) => [sha256, publicSha256]),
    ...captures.flatMap(({ recordSha256, warcSha256 }) => [recordSha256, warcSha256]),
    ...timestamps.map(({ tokenSha256 }) => tokenSha256),
  ];
  return [...new Set(all.filter((hash) => hash !== null))];
}

/** What an authority is to be asked; null: it has answered, or nobody wants to know any more. */
export async function timestampToAsk(id: string): Promise<{ authority: string; sha256: string } | null> {
  const row = await db().timestamp.findFirst({
    where: { id, state: "pending" },
    select: { authority: true, snapshot: { select: { sha256: true } } },
  });
  return row && { authority: row.authority, sha256: row.snapshot.sha256 };
}

export interface OutsideCopyToAsk {
  readonly archive: string;
  readonly url: string;
  /** The archive's own name of a job it has not finished. */
  readonly job: string | null;
  /** Where it has said that its copy is. */
  readonly savedAs: string | null;
  readonly sha256: string;
  /** The words that are quoted from our copy. */
  readonly quotes: readonly string[];
  /** The main text of our copy. */
  readonly text: string;
}

/** What an archive is to be asked; null: it has answered, or there is no page to save. */
export async function outsideCopyToAsk(id: string): Promise<OutsideCopyToAsk | null> {
  const row = await db().outsideCopy.findFirst({
    where: { id, state: "pending" },
    select: {
      archive: true,
      job: true,
      url: true,
      snapshot: {
        select: {
          sha256: true,
          source: { select: { url: true } },
          evidence: { select: { excerpt: true } },
          pages: { where: { number: 1 }, select: { text: true } },
        },
      },
    },
  });
  if (!row?.snapshot.source.url) return null;
  const { archive, job, snapshot } = row;
  return {
    archive,
    job,
    url: row.snapshot.source.url,
    savedAs: row.url,
    sha256: snapshot.sha256,
    quotes: snapshot.evidence.map(({ excerpt }) => excerpt),
    text: snapshot.pages[0]?.text ?? "",
  };
}
