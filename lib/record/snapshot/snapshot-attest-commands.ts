import "server-only";
import { command } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import { done } from "../../core/result.ts";
import type { Publication } from "../record-log/publication-schema.ts";
import { appendToLog, beginPublishing } from "../record-log/record-log-commands.ts";

type Attested = Extract<Publication, { readonly type: "copy.attested" }>["rows"];

/**
 * Tells the log what somebody outside has attested of a copy that is public; of a draft it is told with the copy. Pages
 * that show the copy are made anew by it.
 */
async function tell(tx: Transaction, snapshotId: string, attested: Attested, now: Date): Promise<void> {
  const copy = await tx.snapshot.findFirst({
    where: { id: snapshotId, publishedAt: { not: null } },
    select: { sha256: true, source: { select: { dispute: { select: { slug: true } } } } },
  });
  if (!copy) return;
  const at = await beginPublishing(now);
  const subject = copy.source.dispute.slug;
  const about = { copy: copy.sha256 };
  await appendToLog({ type: "copy.attested", subject, version: null, about, rows: attested }, at);
}

interface GivenTimestamp {
  readonly id: string;
  readonly at: Date;
  readonly tokenSha256: string;
  readonly trusted: boolean;
}

/** An authority has answered. A second answer to the same question changes nothing. */
export const keepTimestamp = command(
  { name: "timestamp.keep", role: "worker" },
  async (tx, _actor, { id, ...given }: GivenTimestamp, now) => {
    const { count } = await tx.timestamp.updateMany({
      where: { id, state: "pending" },
      data: { state: "done", problem: null, ...given },
    });
    if (count === 0) return done(null);
    const row = await tx.timestamp.findUniqueOrThrow({ where: { id } });
    await tell(tx, row.snapshotId, { timestamp: [{ ...row, ...given }] }, now);
    return done(null);
  },
);

interface Trouble {
  readonly id: string;
  readonly problem: string | null;
  /** No further try follows. */
  readonly isOver: boolean;
}

/** An authority has not answered, or not with a timestamp. */
export const troubleTimestamp = command(
  { name: "timestamp.trouble", role: "worker" },
  async (tx, _actor, { id, problem, isOver }: Trouble) => {
    await tx.timestamp.updateMany({
      where: { id, state: "pending" },
      data: { ...(problem ? { problem } : {}), ...(isOver ? { state: "failed" } : {}) },
    });
    return done(null);
  },
);

interface GivenOutsideCopy {
  readonly id: string;
  readonly url: string;
  /** By the archive's clock; null when it does not say. */
  readonly at: Date | null;
  readonly sameText: boolean;
}

/** An archive outside has its own copy of the page. */
export const keepOutsideCopy = command(
  { name: "outside-copy.keep", role: "worker" },
  async (tx, _actor, { id, ...given }: GivenOutsideCopy, now) => {
    const { count } = await tx.outsideCopy.updateMany({
      where: { id, state: "pending" },
      data: { state: "done", problem: null, job: null, ...given },
    });
    if (count === 0) return done(null);
    const row = await tx.outsideCopy.findUniqueOrThrow({ where: { id } });
    await tell(tx, row.snapshotId, { outsideCopy: [{ ...row, ...given }] }, now);
    return done(null);
  },
);

interface ArchiveTrouble extends Trouble {
  /** Its own name for what it is at. */
  readonly job?: string | null;
  /** Where its copy is to be, which could not be read yet. */
  readonly savedAs?: string;
}

/** An archive has not saved the page yet, or will not; or its copy cannot be read yet. */
export const troubleOutsideCopy = command(
  { name: "outside-copy.trouble", role: "worker" },
  async (tx, _actor, { id, problem, isOver, job = null, savedAs }: ArchiveTrouble) => {
    await tx.outsideCopy.updateMany({
      where: { id, state: "pending" },
      data: {
        job,
        ...(savedAs ? { url: savedAs } : {}),
        ...(problem ? { problem } : {}),
        ...(isOver ? { state: "failed" } : {}),
      },
    });
    return done(null);
  },
);

interface FoundFaults {
  readonly faults: readonly { readonly sha256: string; readonly kind: string }[];
}

/** What a round through the store found: new faults are entered, those that are gone are marked as mended. */
export const keepFaults = command(
  { name: "blob.keep-faults", role: "worker" },
  async (tx, _actor, { faults }: FoundFaults, now) => {
    const open = await tx.blobFault.findMany({ where: { mendedAt: null } });
    const known = new Set(open.map(({ sha256 }) => sha256));
    const found = new Set(faults.map(({ sha256 }) => sha256));
    const mended = [...known].filter((sha256) => !found.has(sha256));
    const fresh = faults.filter(({ sha256 }) => !known.has(sha256));
    await tx.blobFault.updateMany({ where: { sha256: { in: mended } }, data: { mendedAt: now } });
    for (const { sha256, kind } of fresh) {
      const row = { kind, foundAt: now, mendedAt: null };
      await tx.blobFault.upsert({ where: { sha256 }, create: { sha256, ...row }, update: row });
    }
    // Every night's round finds an old fault again; only what is new is told.
    await tellOfFaults(tx, [...fresh.map(({ sha256 }) => sha256), ...mended], now);
    return done({ faults: fresh.length, mended: mended.length });
  },
);

/** A published copy that is damaged taints what rests on it: the pages about it are made anew. */
async function tellOfFaults(tx: Transaction, hashes: readonly string[], now: Date): Promise<void> {
  const copies = await tx.snapshot.findMany({
    where: { sha256: { in: [...hashes] }, publishedAt: { not: null } },
    select: { id: true, sha256: true },
  });
  const faults = await tx.blobFault.findMany({ where: { sha256: { in: [...hashes] } } });
  for (const { id, sha256 } of copies)
    await tell(tx, id, { blobFault: faults.filter((fault) => fault.sha256 === sha256) }, now);
}
