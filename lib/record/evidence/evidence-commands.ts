import "server-only";
import { type Actor, ownOf, reachOf } from "../../core/actor.ts";
import { columns } from "../../core/columns.ts";
import { asBegun, command, created, type DraftRef, revised } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import { done, type Result, refused } from "../../core/result.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import type { QuoteNear } from "../../intake/quote/quote-find.ts";
import { isSameQuote } from "../../intake/quote/quote-match.ts";
import { languageOfSentence, languageOfWords } from "../../intake/web-page/web-page-language.ts";
import type { FileRead } from "../capture/capture.ts";
import { keepUpload } from "../capture/capture-commands.ts";
import { appendToLog } from "../record-log/record-log-commands.ts";
import { hold } from "../seen/seen-commands.ts";
import { publishRows } from "../seen/seen-publish-commands.ts";
import { sourceOfFile, sourceOfLink } from "../source/source-commands.ts";
import { hindrancesOf } from "./evidence-hindrance.ts";
import { quoteIn } from "./evidence-quote-commands.ts";
import type { EvidenceEntry, NewEvidence } from "./evidence-schema.ts";
import { evidenceShown } from "./evidence-shown-queries.ts";

/**
 * A passage as it is kept. When a copy has its words, where they stand there takes the place of what was typed about it,
 * and there is nothing to excuse, unless something speaks against the copy.
 */
export async function evidenceRow(
  tx: Transaction,
  actor: Actor,
  { note, at, page, unchecked, ...evidence }: NewEvidence,
  { before = null, ...only }: { readonly before?: Before | null; readonly onlyPublic?: boolean } = {},
) {
  const near = pointedAt({ ...evidence, page, charStart: at.charStart }, before);
  const hasReason = unchecked !== null;
  const found = await quoteIn(tx, actor, evidence.sourceId, evidence.excerpt, near, { hasReason, ...only });
  const reason = found && !found.needsReason ? NOTHING : (unchecked ?? NOTHING);
  return {
    ...evidence,
    excerptLanguage: evidence.excerptLanguage ?? (await languageOf(tx, evidence.sourceId)),
    ...columns("note", note),
    ...columns("unchecked", reason),
    ...(found ? { ...NOWHERE, ...AT_NO_PLACE, ...found.columns } : { ...NOWHERE, ...at }),
  };
}

interface Before {
  readonly sourceId: string;
  readonly excerpt: string;
  readonly page: number | null;
  readonly charStart: number | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
}

/**
 * Which place a save points at. What a form has kept of the place of other words says nothing of these; of the same words,
 * what stood around them finds the place again in a newer copy.
 */
function pointedAt(
  { page, charStart, ...now }: Pick<Before, "sourceId" | "excerpt" | "page" | "charStart">,
  before: Before | null,
): QuoteNear {
  const kept = before?.page === page && before.charStart === charStart;
  if (!before || !kept) return { page, start: charStart };
  const isSame = before.sourceId === now.sourceId && isSameQuote(before.excerpt, now.excerpt);
  if (!isSame) return {};
  return { page, start: charStart, prefix: before.prefix, suffix: before.suffix };
}

const NOTHING = { sv: "", en: "" };
const NOWHERE = { snapshotId: null, page: null, prefix: null, suffix: null, otherPlaces: null };
const AT_NO_PLACE = { paragraph: null, charStart: null, charEnd: null };

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

/** The language of a quotation, where nobody has said another: its source's. */
async function languageOf(tx: Transaction, sourceId: string): Promise<string> {
  const { language } = await tx.source.findUniqueOrThrow({
    where: { id: sourceId },
    select: { language: true },
  });
  return language;
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
    const data = { ...(await evidenceRow(tx, actor, evidence)), createdBy: actor.id };
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
    const data = { ...(await evidenceRow(tx, actor, evidence, { before })), revision: { increment: 1 } };
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
    const text = file?.copy.pages.map((page) => page.text).join("\n") ?? "";
    const language =
      entry.excerptLanguage ??
      languageOfWords(text) ??
      languageOfSentence(entry.excerpt) ??
      languageOfSentence(text.slice(0, 2000));
    let source = sourceId;
    if (link) {
      const page = { url: link, ...about };
      const found = await sourceOfLink(tx, actor, { disputeId, link: page, language }, now);
      if (!found.ok) return found;
      source = found.value;
    }
    if (file) {
      const { ownTitle, ...upload } = file;
      const { copy } = upload;
      const found = await sourceOfFile(tx, actor, { disputeId, about, copy, ownTitle, language }, now);
      if (!found.ok) return found;
      source = found.value;
      const kept = await keepUpload(actor, { sourceId: source, ...upload }, now);
      if (!kept.ok) return kept;
    }
    if (!source) return refused("unknown-reference", "sourceId");
    const { id, snapshotId, otherPlaces } = await tx.evidence.create({
      data: { ...(await evidenceRow(tx, actor, { ...entry, sourceId: source })), createdBy: actor.id },
    });
    const asksForPlace = snapshotId === null && otherPlaces !== null;
    return done({ id, claimId: entry.claimId, asksForPlace });
  },
);

/**
 * Publishes pieces of evidence with what they rest on that is not public yet: their sources, how those depend on each
 * other, and who made them. The claim must be public, and whoever wrote any of it may not publish it.
 *
 * @param input.seen - what the editor had before them (lib/record/seen)
 */
export const publishEvidence = command(
  { name: "evidence.publish", role: "editor", publishes: "record" },
  async (tx, actor, { ids, seen }: { ids: readonly string[]; seen?: string }, now) => {
    const held = await hold(now, seen, () => evidenceShown(ids));
    if (!held.ok) return held.reason === "nothing-shown" ? refused("unknown-draft") : held;
    const { at, rows, which, view } = held.value;
    const slugs = new Set(view.claims.map(({ slug }) => slug));
    const [slug] = slugs;
    if (slug === undefined || slugs.size > 1 || view.claims.some(({ publishedAt }) => publishedAt === null)) {
      return refused("unknown-claim");
    }
    const [hindrance] = rows.flatMap(hindrancesOf);
    if (hindrance) return refused(hindrance.reason, "excerpt");
    if (await wroteAmong(actor.id, held.value.drafts())) return refused("author-cannot-approve");
    const published = await publishRows(tx, which, at);
    return done({ slug, rows: await logEvidence(slug, published, at) });
  },
);

/**
 * The entry of the log over evidence and what was published with it.
 *
 * Part of commands that publish evidence.
 *
 * @returns over how many rows
 */
export async function logEvidence(
  slug: string,
  published: Awaited<ReturnType<typeof publishRows>>,
  at: Date,
): Promise<number> {
  const rows = Object.values(published).flat();
  await appendToLog(
    { type: "evidence.published", subject: slug, version: null, about: {}, rows: published },
    at,
  );
  return rows.length;
}
