import "server-only";
import { type Actor, ownOf, reachOf } from "../../core/actor.ts";
import { columns } from "../../core/columns.ts";
import { asBegun, command, created, type DraftRef, revised } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import { done, type Result, refused } from "../../core/result.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import { maskedAround, type Surrounded } from "../../intake/message/message-mask.ts";
import type { FileRead } from "../capture/capture.ts";
import { keepUpload } from "../capture/capture-commands.ts";
import { appendToLog, beginPublishing } from "../record-log/record-log-commands.ts";
import { sourceOfFile, sourceOfLink } from "../source/source-commands.ts";
import { quoteIn } from "./evidence-quote-commands.ts";
import type { EvidenceEntry, NewEvidence } from "./evidence-schema.ts";

/**
 * A passage as it is kept. When a copy has its words, where they stand there takes the place of what was typed about it,
 * and there is nothing to excuse.
 */
async function row(tx: Transaction, { note, at, page, unchecked, ...evidence }: NewEvidence) {
  const found = await quoteIn(tx, evidence.sourceId, evidence.excerpt, { page, charStart: at.charStart });
  return {
    ...evidence,
    ...columns("note", note),
    ...(found
      ? { ...found, paragraph: null, ...columns("unchecked", NOTHING) }
      : { ...NOWHERE, ...at, ...columns("unchecked", unchecked ?? NOTHING) }),
  };
}

const NOTHING = { sv: "", en: "" };
const NOWHERE = { snapshotId: null, page: null, prefix: null, suffix: null };

/**
 * The dispute of a claim, when the passage may rest on these sources there: all of them are in it, and both they and the
 * claim are this actor's to see. What is published with a passage could otherwise be somebody's draft elsewhere.
 */
async function disputeOf(
  tx: Transaction,
  actor: Actor,
  claimId: string,
  sourceIds: readonly (string | null)[],
): Promise<Result<string, "unknown-claim" | "unknown-reference">> {
  const claim = await tx.claim.findFirst({
    where: { id: claimId, ...reachOf(actor) },
    select: { disputeId: true },
  });
  if (!claim) return refused("unknown-claim");
  const named = [...new Set(sourceIds.filter((each) => each !== null))];
  const known = await tx.source.count({
    where: { id: { in: named }, disputeId: claim.disputeId, ...reachOf(actor) },
  });
  return known === named.length ? done(claim.disputeId) : refused("unknown-reference", "sourceId");
}

/** A file that came with the form, read and in the store (lib/record/capture/capture-file.ts). */
interface WithFile {
  readonly file?: FileRead | null;
}

/** Adds one passage bearing on a claim. */
export const addEvidence = command(
  { name: "evidence.add", role: "contributor" },
  async (tx, actor, evidence: NewEvidence) => {
    const dispute = await disputeOf(tx, actor, evidence.claimId, [evidence.sourceId, evidence.originId]);
    if (!dispute.ok) return dispute;
    const data = { ...(await row(tx, evidence)), createdBy: actor.id };
    return created(tx.evidence.create({ data }));
  },
);

/** Changes a draft piece of evidence; contributors their own. It stays with its claim. */
export const reviseEvidence = command(
  { name: "evidence.revise", role: "contributor" },
  async (tx, actor, { evidence, ...ref }: DraftRef & { evidence: NewEvidence }) => {
    const { claimId, sourceId, originId } = evidence;
    const look = () => tx.evidence.findFirst({ where: { id: ref.id, claimId, ...ownOf(actor) } });
    const before = await look();
    if (!before) return refused("unknown-draft");
    // A link that was known already may have led to a source that is not this actor's to see: it may stay.
    const changed = [sourceId, originId].filter(
      (each) => each !== before.sourceId && each !== before.originId,
    );
    const dispute = await disputeOf(tx, actor, claimId, changed);
    if (!dispute.ok) return dispute;
    const data = { ...(await row(tx, evidence)), revision: { increment: 1 } };
    return revised(
      ref,
      tx.evidence.updateMany({ where: { ...asBegun(ref), claimId, ...ownOf(actor) }, data }),
      look,
    );
  },
);

/**
 * What the desk's form asks for: a passage of a source that is there, of a link, or of a file. A link that is known
 * already in the dispute is that source, also when it was entered with another fragment; so is a file we have.
 */
export const enterEvidence = command(
  { name: "evidence.enter", role: "contributor" },
  async (tx, actor, { link, about, sourceId, file, ...entry }: EvidenceEntry & WithFile, now) => {
    const ways = [sourceId, link, file ?? null].filter((way) => way !== null);
    if (ways.length !== 1) return refused("source-or-link", "sourceId");
    const dispute = await disputeOf(tx, actor, entry.claimId, [sourceId, entry.originId]);
    if (!dispute.ok) return dispute;
    const disputeId = dispute.value;
    const language = entry.excerptLanguage;
    let source = sourceId;
    if (link) {
      const page = { url: link, ...about };
      source = await sourceOfLink(tx, actor, { disputeId, link: page, language }, now);
    }
    if (file) {
      const { ownTitle, ...upload } = file;
      const { copy } = upload;
      source = await sourceOfFile(tx, actor, { disputeId, about, copy, ownTitle, language }, now);
      const kept = await keepUpload(actor, { sourceId: source, ...upload }, now);
      if (!kept.ok) return kept;
    }
    if (!source) return refused("unknown-reference", "sourceId");
    const { id } = await tx.evidence.create({
      data: { ...(await row(tx, { ...entry, sourceId: source })), createdBy: actor.id },
    });
    return done({ id, claimId: entry.claimId });
  },
);

/**
 * Publishes pieces of evidence with what they rest on that is not public yet: their sources, how those depend on each
 * other, and who made them. The claim must be public, and whoever wrote any of it may not publish it.
 *
 * @param input.seen - the save that the editor had before them: what somebody has changed since is not published unread
 */
export const publishEvidence = command(
  { name: "evidence.publish", role: "editor", publishes: "record" },
  async (tx, actor, { ids, seen }: { ids: readonly string[]; seen?: DraftRef }, now) => {
    const at = await beginPublishing(now);
    // Whoever revises one of them at this moment waits until it is public, and is told so.
    await tx.$queryRaw`SELECT 1 FROM "Evidence" WHERE "id" = ANY (${[...ids]}::uuid[]) ORDER BY "id" FOR UPDATE`;
    const pieces = await tx.evidence.findMany({
      where: { id: { in: [...ids] }, publishedAt: null },
      select: {
        id: true,
        revision: true,
        sourceId: true,
        originId: true,
        ...{ excerpt: true, prefix: true, suffix: true },
        snapshotId: true,
        uncheckedSv: true,
        claim: { select: { slug: true, publishedAt: true } },
      },
    });
    const [one] = pieces;
    if (!one || pieces.length !== new Set(ids).size) return refused("unknown-draft");
    if (pieces.some(({ id, revision }) => id === seen?.id && revision !== seen.revision))
      return refused("stale", "revision");
    if (pieces.some(({ claim }) => claim.publishedAt === null || claim.slug !== one.claim.slug)) {
      return refused("unknown-claim");
    }
    if (pieces.some(isUnchecked)) return refused("quote-not-in-copy", "excerpt");
    if (pieces.some(namesPrivate)) return refused("private-in-quote", "excerpt");
    const published = await publishWithSources(tx, pieces, at);
    const rows = Object.values(published).flat();
    if (
      await wroteAmong(
        actor.id,
        rows.map(({ id }) => id),
      )
    )
      return refused("author-cannot-approve");
    await appendToLog(
      { type: "evidence.published", subject: one.claim.slug, version: null, about: {}, rows: published },
      at,
    );
    return done({ slug: one.claim.slug, rows: rows.length });
  },
);

/** Words that no copy has, and nobody has said why they are to be believed: no quotation (the database refuses it too). */
export const isUnchecked = (piece: { readonly snapshotId: string | null; readonly uncheckedSv: string }) =>
  piece.snapshotId === null && piece.uncheckedSv === "";

/**
 * Words with somebody's address, telephone or identity number in them: those are left out of a quotation, with […] in
 * their place, before it is published anywhere. Masking them where they are shown would leave them in every export. Half
 * of a number is a part of one: what stands around the words in the copy tells.
 */
export const namesPrivate = ({
  excerpt,
  ...around
}: Omit<Surrounded, "words"> & { readonly excerpt: string }) =>
  maskedAround({ ...around, words: excerpt }).words !== excerpt;

/** Makes passages public with their sources; the rows as they then stand, by table. */
async function publishWithSources(
  tx: Transaction,
  pieces: readonly { id: string; sourceId: string; originId: string | null }[],
  publishedAt: Date,
) {
  const sourceIds = [
    ...new Set(pieces.flatMap(({ sourceId, originId }) => [sourceId, originId ?? sourceId])),
  ];
  const sources = await tx.source.updateManyAndReturn({
    where: { id: { in: sourceIds }, publishedAt: null },
    data: { publishedAt },
  });
  const fromThem = { in: sourceIds };
  const snapshots = await tx.snapshot.updateManyAndReturn({
    where: { sourceId: fromThem, publishedAt: null },
    data: { publishedAt },
  });
  const edges = await tx.sourceEdge.updateManyAndReturn({
    where: {
      OR: [{ fromId: fromThem }, { toId: fromThem }],
      from: { publishedAt: { not: null } },
      to: { publishedAt: { not: null } },
      publishedAt: null,
    },
    data: { publishedAt },
  });
  const producers = {
    OR: [
      { sources: { some: { id: fromThem } } },
      { parts: { some: { sources: { some: { id: fromThem } } } } },
    ],
  };
  const parties = await tx.party.updateManyAndReturn({
    where: { ...producers, publishedAt: null },
    data: { publishedAt },
  });
  const wordings = await tx.partyWording.updateManyAndReturn({
    where: { party: producers, publishedAt: null },
    data: { publishedAt },
  });
  const roles = await tx.partyRole.updateManyAndReturn({
    where: { party: producers, dispute: { sources: { some: { id: fromThem } } }, publishedAt: null },
    data: { publishedAt },
  });
  const evidence = await tx.evidence.updateManyAndReturn({
    where: { id: { in: pieces.map(({ id }) => id) } },
    data: { publishedAt },
  });
  return {
    source: sources,
    snapshot: snapshots,
    sourceEdge: edges,
    party: parties,
    partyWording: wordings,
    partyRole: roles,
    evidence,
  };
}
