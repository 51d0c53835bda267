import "server-only";
import type { Actor } from "../../core/actor.ts";
import { command } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import { done, refused } from "../../core/result.ts";
import { queueJob } from "../../desk/job/job-commands.ts";
import type { Prisma } from "../../generated/prisma/client.ts";
import { quoteDrafts } from "../evidence/evidence-quote-commands.ts";
import type { CopyToKeep } from "../snapshot/snapshot.ts";
import { askToAttest, writeCopy } from "../snapshot/snapshot-commands.ts";
import { titleFrom } from "../source/source-schema.ts";
import { isNamedByAddress } from "../source/source-title.ts";
import type { PageFacts, UploadFacts } from "./capture.ts";
import { readUploadFacts } from "./capture-schema.ts";
import { titleOf } from "./capture-suggest.ts";

/**
 * Asks for the page of a source to be fetched. While it is waiting or being fetched, asking again does nothing: the
 * capture at work is the answer.
 *
 * Part of commands that enter a link, which have checked who asks.
 */
export async function askForCapture(
  tx: Transaction,
  actor: Actor,
  { sourceId, url }: { readonly sourceId: string; readonly url: string },
): Promise<{ id: string }> {
  const atWork = await tx.capture.findFirst({
    where: { sourceId, method: "fetch", state: { in: ["waiting", "working"] } },
    select: { id: true },
  });
  if (atWork) return atWork;
  const { id } = await tx.capture.create({
    data: { sourceId, method: "fetch", url, requestedBy: actor.id },
    select: { id: true },
  });
  await queueJob("capture.fetch", { captureId: id }, { key: id, group: new URL(url).host });
  return { id };
}

/** Fetches a source's page: the first time, again after a failure, or to have a newer copy. */
export const requestCapture = command(
  { name: "capture.request", role: "journalist" },
  async (tx, actor, { sourceId }: { sourceId: string }) => {
    const source = await tx.source.findFirst({
      where: { id: sourceId },
      select: { id: true, url: true },
    });
    if (!source) return refused("unknown-source");
    if (source.url === null) return refused("no-address", "url");
    return done(await askForCapture(tx, actor, { sourceId, url: source.url }));
  },
);

const AT_WORK = { state: { in: ["waiting" as const, "working" as const] } };

/** The worker has begun. Null: it came to an end before, and is not to be done again. */
export const beginCapture = command(
  { name: "capture.begin", role: "worker" },
  async (tx, _actor, { id, progress }: { id: string; progress: number }) => {
    const { count } = await tx.capture.updateMany({
      where: { id, ...AT_WORK },
      data: { state: "working", progress, problem: null, detail: null },
    });
    return done(count === 1 ? await tx.capture.findUnique({ where: { id } }) : null);
  },
);

/** It went wrong in a way that may pass: it is shown as waiting, with why, until the next try. */
export const putOffCapture = command(
  { name: "capture.put-off", role: "worker" },
  async (tx, _actor, { id, problem, detail }: { id: string; problem: string; detail: string | null }) => {
    await tx.capture.updateMany({
      where: { id, ...AT_WORK },
      data: { state: "waiting", progress: 0, problem, detail },
    });
    return done(null);
  },
);

interface FailedCapture {
  readonly id: string;
  /** Null: what the last try said, or that the work was broken off. */
  readonly problem: string | null;
  readonly detail: string | null;
  readonly recordSha256?: string;
  readonly warcSha256?: string;
}

/** It came to nothing, and says so. What was answered is kept all the same. */
export const failCapture = command(
  { name: "capture.fail", role: "worker" },
  async (tx, _actor, { id, problem, detail, ...kept }: FailedCapture, now) => {
    const before = await tx.capture.findFirst({ where: { id, ...AT_WORK }, select: { problem: true } });
    if (!before) return done(null);
    await tx.capture.updateMany({
      where: { id, ...AT_WORK },
      data: {
        state: "failed",
        problem: problem ?? before.problem ?? "broken-off",
        ...(problem ? { detail } : {}),
        finishedAt: now,
        ...kept,
      },
    });
    return done(null);
  },
);

interface FinishedCapture {
  readonly id: string;
  readonly copy: CopyToKeep;
  readonly found: PageFacts | null;
  readonly recordSha256: string;
  readonly warcSha256: string;
}

/**
 * The copy is kept and its text can be quoted. Done twice it has its effect once: a capture that has ended is left as it
 * is, and a copy is known by its hash.
 */
export const finishCapture = command(
  { name: "capture.finish", role: "worker" },
  async (tx, actor, { id, copy, found, recordSha256, warcSha256 }: FinishedCapture, now) => {
    const { count } = await tx.capture.updateMany({
      where: { id, ...AT_WORK },
      data: { state: "done", progress: 100, problem: null, detail: null, finishedAt: now },
    });
    if (count === 0) return done(null);
    const { sourceId } = await tx.capture.findUniqueOrThrow({ where: { id }, select: { sourceId: true } });
    const snapshotId = await writeCopy(tx, actor, { ...copy, sourceId });
    await tx.capture.update({
      where: { id },
      data: { snapshotId, recordSha256, warcSha256, found: asJson(found) },
    });
    await nameByPage(tx, sourceId, found);
    await quoteDrafts(tx, sourceId);
    await askToAttest(tx, snapshotId);
    return done({ snapshotId });
  },
);

/** A draft source that is called by its address is called what its page calls itself. */
async function nameByPage(tx: Transaction, sourceId: string, found: PageFacts | null): Promise<void> {
  const title = found && titleOf(found);
  if (!title) return;
  const source = await tx.source.findFirst({ where: { id: sourceId, publishedAt: null } });
  if (!source || !isNamedByAddress({ sv: source.titleSv, en: source.titleEn }, source.url)) return;
  // Whoever has begun to name it is told of this one, and keeps theirs.
  await tx.source.updateMany({
    where: { id: sourceId, publishedAt: null, revision: source.revision },
    data: { titleSv: title, titleEn: title, revision: { increment: 1 } },
  });
}

const asJson = (value: PageFacts | UploadFacts | null): Prisma.InputJsonValue =>
  JSON.parse(JSON.stringify(value ?? {})) as Prisma.InputJsonValue;

/** Bytes that one member may hand in within a day. */
const MOST_IN_A_DAY = 1024 * 1024 * 1024;

export interface Upload extends Partial<UploadFacts> {
  readonly sourceId: string;
  readonly copy: CopyToKeep;
  /** What came with an e-mail: each becomes a source of its own. */
  readonly attachments: readonly CopyToKeep[];
}

/** Keeps a document or an e-mail that somebody handed in, with what was attached to it. */
export const keepUpload = command(
  { name: "capture.upload", role: "journalist" },
  async (tx, actor, { sourceId, copy, attachments, turnedAway = [], flags = [] }: Upload, now) => {
    const source = await tx.source.findFirst({
      where: { id: sourceId },
    });
    if (!source) return refused("unknown-source");
    const since = new Date(now.getTime() - 24 * 3_600_000);
    const today = await tx.snapshot.aggregate({
      where: { createdBy: actor.id, capturedAt: { gt: since } },
      _sum: { byteLength: true },
    });
    const bytes = [copy, ...attachments].reduce((sum, { byteLength }) => sum + byteLength, 0);
    if ((today._sum.byteLength ?? 0) + bytes > MOST_IN_A_DAY) return refused("too-much-today", "file");
    const snapshotId = await keepOne(tx, actor, source.id, copy, now, { turnedAway, flags });
    for (const attachment of attachments) await attach(tx, actor, source, attachment, now);
    return done({ sourceId, snapshotId });
  },
);

/** What came with an e-mail as a source of its own, of its own dispute, that says what it came with. */
async function attach(
  tx: Transaction,
  actor: Actor,
  source: {
    readonly id: string;
    readonly disputeId: string;
    readonly language: string;
    readonly made: string;
  },
  attachment: CopyToKeep,
  now: Date,
): Promise<void> {
  const title = titleFrom(attachment.fileName, attachment.sha256.slice(0, 12));
  const row = await tx.source.create({
    data: {
      disputeId: source.disputeId,
      kind: "other",
      titleSv: title,
      titleEn: title,
      noteSv: "",
      noteEn: "",
      producerId: null,
      language: source.language,
      url: null,
      made: source.made,
      public: null,
      createdBy: actor.id,
    },
    select: { id: true },
  });
  await keepOne(tx, actor, row.id, attachment, now);
  await tx.sourceEdge.create({
    data: { fromId: row.id, toId: source.id, kind: "attached_to", createdBy: actor.id },
  });
}

/** Keeps, after all, one of what an e-mail brought that was turned away or left out when it came. */
export const keepAttachment = command(
  { name: "capture.keep-attachment", role: "journalist" },
  async (
    tx,
    actor,
    { captureId, index, attachment }: { captureId: string; index: number; attachment: CopyToKeep },
    now,
  ) => {
    // Whoever presses at the same moment waits here, and finds that it is kept.
    await tx.$queryRaw`SELECT 1 FROM "Capture" WHERE "id" = ${captureId}::uuid FOR UPDATE`;
    const capture = await tx.capture.findUnique({ where: { id: captureId }, include: { source: true } });
    const facts = readUploadFacts(capture?.found);
    if (!capture || !facts?.turnedAway.some((each) => each.index === index && each.keepable))
      return refused("unknown-attachment");
    await attach(tx, actor, capture.source, attachment, now);
    await tx.capture.update({
      where: { id: captureId },
      data: {
        found: asJson({ ...facts, turnedAway: facts.turnedAway.filter((each) => each.index !== index) }),
      },
    });
    return done({ sourceId: capture.sourceId });
  },
);

async function keepOne(
  tx: Transaction,
  actor: Actor,
  sourceId: string,
  copy: CopyToKeep,
  now: Date,
  facts: UploadFacts = { turnedAway: [], flags: [] },
) {
  const snapshotId = await writeCopy(tx, actor, { ...copy, sourceId });
  await tx.capture.create({
    data: {
      sourceId,
      method: "upload",
      state: "done",
      progress: 100,
      found: asJson(facts),
      snapshotId,
      requestedBy: actor.id,
      requestedAt: now,
      finishedAt: now,
    },
  });
  await quoteDrafts(tx, sourceId);
  await askToAttest(tx, snapshotId);
  return snapshotId;
}
