import "server-only";
import { type Actor, mintActor } from "../../core/actor.ts";
import { asSave, command, type DraftRef } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import { newest } from "../../core/published.ts";
import { done, refused } from "../../core/result.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import { logEvidence } from "../evidence/evidence-commands.ts";
import { hindrancesOf } from "../evidence/evidence-hindrance.ts";
import { rowsAmong } from "../seen/seen.ts";
import { hold } from "../seen/seen-commands.ts";
import { publishRows } from "../seen/seen-publish-commands.ts";
import { writeVerdict } from "./verdict-commands.ts";
import { draftState, isSecondPerson } from "./verdict-draft.ts";
import {
  asDraft,
  asNewVerdict,
  EMPTY_VERDICT,
  type VerdictDraftContent,
  verdictDraftContent,
} from "./verdict-draft-schema.ts";
import { verdictShown } from "./verdict-queries.ts";
import { frozenVerdict, newVerdict } from "./verdict-schema.ts";

/**
 * Begins a verdict on a claim: blank, or from the version that is published. Somebody who has begun one already is led
 * to that one: a claim has one draft.
 */
export const openVerdictDraft = command(
  { name: "verdict.draft", role: "journalist" },
  async (tx, actor, { claimId }: { claimId: string }) => {
    const claim = await tx.claim.findUnique({
      where: { id: claimId },
      select: {
        verdicts: { ...newest, select: { frozen: true } },
        drafts: { where: { closedAt: null }, select: { id: true } },
      },
    });
    if (!claim) return refused("unknown-claim");
    const [open] = claim.drafts;
    if (open) return done(open);
    const [published] = claim.verdicts;
    const content = published ? fromFrozen(published.frozen) : EMPTY_VERDICT;
    const { id } = await tx.verdictDraft.create({
      data: { claimId, content, authors: [actor.id], createdBy: actor.id },
      select: { id: true },
    });
    return done({ id });
  },
);

function fromFrozen(document: unknown): VerdictDraftContent {
  const frozen = frozenVerdict.parse(document);
  return asDraft({ ...frozen, evidenceIds: frozen.evidence.map(({ id }) => id), wordingReason: null });
}

/** Saves what is written so far. Whoever saves has written in it, and cannot approve it. */
export const saveVerdictDraft = command(
  { name: "verdict.save", role: "journalist" },
  async (tx, actor, { id, revision, content }: DraftRef & { content: VerdictDraftContent }, now) => {
    const draft = await openDraft(tx, id);
    if (!draft) return refused("unknown-draft");
    const { count } = await tx.verdictDraft.updateMany({
      where: { id, revision: asSave(revision), closedAt: null },
      data: {
        content,
        savedAt: now,
        revision: { increment: 1 },
        authors: [...new Set([...draft.authors, actor.id])],
      },
    });
    return count === 1 ? done({ id, revision: revision + 1 }) : refused("stale", "revision");
  },
);

interface Word {
  readonly note: string;
}

/** Gives a draft to the editors. Everything that the form can tell is missing must be there. */
export const submitVerdictDraft = command(
  { name: "verdict.submit", role: "journalist" },
  async (tx, actor, { id, revision, note }: DraftRef & Word) => {
    const draft = await openDraft(tx, id);
    if (!draft) return refused("unknown-draft");
    if (draft.revision !== revision) return refused("stale", "revision");
    if (stateOf(draft) === "in_review") return refused("already-in-review");
    if (!newVerdict.safeParse(asNewVerdict(draft.claimId, contentOf(draft))).success) {
      return refused("verdict-incomplete");
    }
    await tx.review.create({ data: { draftId: id, kind: "submitted", revision, note, by: actor.id } });
    return done({ claimId: draft.claimId });
  },
);

/** Gives it back, saying what should be different. */
export const requestVerdictChanges = command(
  { name: "verdict.request-changes", role: "editor" },
  async (tx, actor, { id, revision, note }: DraftRef & Word) => {
    const draft = await openDraft(tx, id);
    if (!draft) return refused("unknown-draft");
    if (draft.revision !== revision) return refused("stale", "revision");
    if (stateOf(draft) !== "in_review") return refused("not-in-review");
    if (note.trim() === "") return refused("say-what", "note");
    await tx.review.create({
      data: { draftId: id, kind: "changes_requested", revision, note, by: actor.id },
    });
    return done({ claimId: draft.claimId });
  },
);

/** Gives up a draft. It stays in the history; the claim can have a new one. */
export const dropVerdictDraft = command(
  { name: "verdict.drop", role: "journalist" },
  async (tx, actor, { id, revision, note }: DraftRef & Word, now) => {
    const draft = await openDraft(tx, id);
    if (!draft) return refused("unknown-draft");
    if (draft.revision !== revision) return refused("stale", "revision");
    await tx.review.create({ data: { draftId: id, kind: "withdrawn", revision, note, by: actor.id } });
    await tx.verdictDraft.update({ where: { id }, data: { closedAt: now } });
    return done({ claimId: draft.claimId });
  },
);

/**
 * Publishes a draft that is in review, as it was submitted, with the evidence it rests on. The editor is somebody who
 * has not written in it; its author is who submitted it.
 *
 * @param input.seen - the draft and all that it is judged by, as the editor has read it (lib/record/seen)
 */
export const approveVerdictDraft = command(
  { name: "verdict.approve", role: "editor", publishes: "record" },
  async (tx, actor, { id, revision, note, seen }: DraftRef & Word & { seen?: string }, now) => {
    const held = await hold(now, seen, () => verdictShown(id));
    if (!held.ok) return held.reason === "nothing-shown" ? refused("unknown-draft") : held;
    const { at, rows, view } = held.value;
    const { draft, content, context, along } = view;
    if (draft.revision !== revision) return refused("stale", "revision");
    const [submission] = draft.reviews;
    if (stateOf(draft) !== "in_review" || !submission) return refused("not-in-review");
    if (!isSecondPerson(actor.id, draft)) return refused("author-cannot-approve");
    const verdict = newVerdict.safeParse(asNewVerdict(draft.claimId, content));
    if (!verdict.success) return refused("verdict-incomplete");
    const author = await writer(tx, submission.by);
    if (!author) return refused("unknown-author");

    const drafts = rowsAmong(rows, along);
    const [hindrance] = drafts.flatMap(hindrancesOf);
    if (hindrance) return refused(hindrance.reason, "excerpt");
    if (
      await wroteAmong(
        actor.id,
        drafts.map((row) => row.id),
      )
    )
      return refused("author-cannot-approve");
    if (drafts.length > 0) await logEvidence(context.claim.slug, await publishRows(tx, along, at), at);

    const published = await writeVerdict(tx, { context, input: verdict.data, author, approver: actor, at });
    if (!published.ok) return published;
    await tx.review.create({ data: { draftId: id, kind: "published", revision, note, by: actor.id } });
    await tx.verdictDraft.update({ where: { id }, data: { closedAt: now } });
    return done({ claimId: draft.claimId, slug: context.claim.slug, version: published.value.version });
  },
);

const openDraft = (tx: Transaction, id: string) =>
  tx.verdictDraft.findFirst({
    where: { id, closedAt: null },
    include: { reviews: { orderBy: { id: "desc" }, take: 1 } },
  });

type OpenDraft = NonNullable<Awaited<ReturnType<typeof openDraft>>>;

const contentOf = (draft: OpenDraft) => verdictDraftContent.parse(draft.content);

const stateOf = ({ reviews: [newest], revision }: OpenDraft) => draftState(newest ?? null, revision);

/** Who submitted, as the byline has it. Their role at that moment allowed it; what counts now is the name. */
async function writer(tx: Transaction, id: string): Promise<Actor | null> {
  const member = await tx.member.findUnique({ where: { id } });
  return (
    member &&
    mintActor({
      id: member.id,
      role: member.role,
      byline: { sv: member.bylineSv, en: member.bylineEn },
      secondFactor: false,
    })
  );
}
