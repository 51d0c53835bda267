import "server-only";
import { cache } from "react";
import { db } from "../../core/db.ts";
import { kept } from "../../core/kept-queries.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { publishedBy, standing } from "../../core/published.ts";
import { rowsFormerly } from "../address/address-queries.ts";
import { claimText } from "../claim/claim.ts";
import { disputeTitle } from "../dispute/dispute.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import { ENTRY_TYPES, type LogEntry } from "./record-log.ts";

export type LogLine = LogEntry & {
  readonly hash: string;
  /** Its subject has been taken down: the slug, which says what it was, is left out, so that `hash` cannot be made anew. */
  readonly takenDown: boolean;
  /** What the subject is called now, and where it is; null when nothing published has its slug. */
  readonly about: { readonly title: Bilingual; readonly path: string } | null;
  /** What is kept of what was published; `carriedOver`: made afterwards, its hash is not the entry's. */
  readonly document: {
    readonly schemaVersion: number;
    readonly hash: string;
    readonly carriedOver: boolean;
  };
};

const NAMED = { id: true, slug: true, wordings: standing(null) };

/** The whole log, oldest first. */
export const readLog = () => readLines({});

/** Those of its entries, oldest first. */
export const readLogLines = (seqs: readonly number[]) => readLines({ seq: { in: [...seqs] } });

async function readLines(which: { readonly seq?: { readonly in: number[] } }): Promise<LogLine[]> {
  const rows = await db().logEntry.findMany({
    where: which,
    orderBy: { seq: "asc" },
    include: { document: { select: { schemaVersion: true, hash: true, carriedOver: true } } },
  });
  const slugs = [...new Set(rows.map(({ subject }) => subject))];
  const moved = await rowsFormerly(slugs);
  const subjects = {
    OR: [{ slug: { in: slugs } }, { id: { in: moved.map(({ rowId }) => rowId) } }],
    ...publishedBy(null),
  };
  const [claims, disputes] = await Promise.all([
    db().claim.findMany({ where: subjects, select: NAMED }),
    db().dispute.findMany({ where: subjects, select: NAMED }),
  ]);
  /** Under each slug that it has had. */
  const ever = ({ id, slug }: { readonly id: string; readonly slug: string }) => [
    slug,
    ...moved.filter(({ rowId }) => rowId === id).map(({ previous }) => previous),
  ];
  const claimBySlug = new Map(
    claims.flatMap((claim) =>
      ever(claim).map((slug) => [slug, { title: claimText(claim), path: `/claims/${claim.slug}` }] as const),
    ),
  );
  const disputeBySlug = new Map(
    disputes.flatMap((dispute) =>
      ever(dispute).map(
        (slug) => [slug, { title: disputeTitle(dispute), path: `/disputes/${dispute.slug}` }] as const,
      ),
    ),
  );
  const down = new Set(
    (
      await db().hiddenRow.findMany({
        where: { table: { in: ["Claim", "Dispute", "Address", "Merge"] }, slug: { in: slugs } },
        select: { slug: true },
      })
    ).map(({ slug }) => slug),
  );
  return rows.map((row) => {
    const type = ENTRY_TYPES.find((each) => each === row.type);
    if (!type) throw new Error(`Unknown type in the log: ${row.type}`);
    const inOrder =
      type === "dispute.published" ? [disputeBySlug, claimBySlug] : [claimBySlug, disputeBySlug];
    const about = inOrder.map((bySlug) => bySlug.get(row.subject)).find((found) => found !== undefined);
    const { document } = row;
    if (!document) throw new Error(`No document of entry ${row.seq}`);
    const takenDown = about === undefined && down.has(row.subject);
    const subject = takenDown ? "" : row.subject;
    return { ...row, type, subject, at: row.at.toISOString(), about: about ?? null, takenDown, document };
  });
}

/**
 * The document of one entry, as it was said; null when there is no such entry. Whole, so it is not kept in memory, and so
 * that none is shown of which a part was taken down.
 */
export async function readPublicationDocument(seq: number): Promise<object | "taken-down" | null> {
  const row = await db().publicationDocument.findUnique({ where: { seq }, select: { document: true } });
  if (!row) return null;
  if (row.document === "") return "taken-down";
  const said: unknown = JSON.parse(row.document);
  return said !== null && typeof said === "object" ? said : null;
}

export const recordLog = cache(() =>
  kept(["log"], [disputeTags.record(), disputeTags.everything()], readLog),
);
