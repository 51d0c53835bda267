import "server-only";
import { db } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { newest, standing } from "../../core/published.ts";
import { restsOn } from "../evidence/evidence-shown-queries.ts";
import { requestFacts, requestFactsSelect } from "../reply/reply-facts.ts";
import { type SeenTable, together, type Which } from "../seen/seen.ts";
import type { Shown } from "../seen/seen-queries.ts";
import { type VerdictDraftContent, verdictDraftContent } from "./verdict-draft-schema.ts";
import { groundInWords } from "./verdict-ground.ts";
import { readGrounds } from "./verdict-ground-queries.ts";

/**
 * Everything a verdict on a claim is judged from, as the record stands now. Null: no such published claim.
 *
 * What counts is what is public once the verdict is: what is public already, and the drafts that are published with it.
 *
 * @param along - those drafts (verdictShown); none where a verdict is published by itself
 */
export async function verdictContext(claimId: string, along: Which = {}) {
  const isPublic = { publishedAt: { not: null } };
  const counts = (table: SeenTable) => ({ OR: [isPublic, { id: { in: [...(along[table] ?? [])] } }] });
  const wordings = { where: counts("PartyWording"), ...newest };
  const party = { include: { wordings } };
  const source = {
    include: {
      producer: party,
      snapshots: { where: counts("Snapshot"), orderBy: { id: "asc" } },
    },
  } as const;
  const claim = await db().claim.findFirst({
    where: { id: claimId, ...isPublic },
    select: {
      id: true,
      slug: true,
      number: true,
      kind: true,
      disputeId: true,
      wordings: standing(null),
      interests: { where: isPublic, include: { party }, orderBy: { id: "asc" } },
      appearances: { where: isPublic, include: { party }, orderBy: { id: "asc" } },
      notConcerned: { where: isPublic, include: { party }, orderBy: { id: "asc" } },
      evidence: { where: counts("Evidence"), include: { source, origin: source } },
      falsifiers: {
        where: { ...isPublic, falsifier: isPublic },
        include: {
          falsifier: {
            include: { states: { where: isPublic, orderBy: [{ publishedAt: "desc" }, { id: "desc" }] } },
          },
        },
      },
      requests: {
        where: isPublic,
        orderBy: { id: "asc" },
        include: {
          ...{ party, ...requestFactsSelect(null) },
          replies: { where: isPublic, orderBy: { id: "asc" } },
          submitted: { where: { accepted: null }, select: { id: true } },
        },
      },
      verdicts: {
        orderBy: { version: "desc" },
        take: 1,
        include: { withdrawals: { where: isPublic, select: { id: true } } },
      },
    },
  });
  if (!claim) return null;
  const requests = claim.requests.map((request) => ({
    ...request,
    facts: requestFacts(request, request.replies.length, null),
  }));
  const ground = (await readGrounds([claim.id], { along })).get(claim.id);
  if (!ground) return null;
  return { claim: { ...claim, requests }, ground };
}

export type VerdictContext = NonNullable<Awaited<ReturnType<typeof verdictContext>>>;

/** What the page of a draft verdict shows, and what its publication is judged by. */
export interface DraftInContext {
  readonly draft: OpenDraft;
  readonly content: VerdictDraftContent;
  readonly context: VerdictContext;
  /** The drafts that are published with it: its evidence, and what that rests on. */
  readonly along: Which;
}

const openDraft = (id: string) =>
  db().verdictDraft.findFirst({
    where: { id, closedAt: null },
    include: { reviews: { orderBy: { id: "desc" } } },
  });
export type OpenDraft = NonNullable<Awaited<ReturnType<typeof openDraft>>>;

/** An open draft verdict with all that is judged of it. Null: there is none, or nothing public that it is about. */
export async function verdictShown(id: string): Promise<Shown<DraftInContext> | null> {
  const draft = await openDraft(id);
  if (!draft) return null;
  const content = verdictDraftContent.parse(draft.content);
  const pieces = await db().evidence.findMany({
    where: { id: { in: content.evidence.map((piece) => piece.id) }, claimId: draft.claimId },
    select: { id: true, sourceId: true, originId: true, publishedAt: true },
  });
  const drafts = pieces.filter(({ publishedAt }) => publishedAt === null).map((piece) => piece.id);
  const behind = await restsOn(pieces);
  const along = together({ Evidence: drafts }, behind.along);
  const context = await verdictContext(draft.claimId, along);
  if (!context) return null;
  const chosen = new Set(pieces.map((piece) => piece.id));
  return {
    which: together(along, behind.all, rowsOf(context, chosen), {
      VerdictDraft: [draft.id],
      Review: draft.reviews.map((review) => review.id),
      // Who wrote it is published with it, by the name they sign with.
      Member: draft.reviews.slice(0, 1).flatMap(({ by }) => (isId(by) ? [by] : [])),
    }),
    view: { draft, content, context, along },
    computed: groundInWords(
      context.ground,
      content.evidence.flatMap(({ id: chosenId }) =>
        context.claim.evidence.filter((piece) => piece.id === chosenId),
      ),
    ),
  };
}

const ids = (rows: readonly ({ readonly id: string } | null)[]) =>
  rows.flatMap((row) => (row ? [row.id] : []));

/** Every row that a verdict on these pieces of evidence freezes or is judged by, public ones too: one may come to them. */
function rowsOf({ claim }: VerdictContext, chosen: ReadonlySet<string>): Which {
  const evidence = claim.evidence.filter((piece) => chosen.has(piece.id));
  const sources = evidence.flatMap((piece) => (piece.origin ? [piece.source, piece.origin] : [piece.source]));
  const parties = [
    ...sources.map((source) => source.producer),
    ...[...claim.interests, ...claim.appearances, ...claim.notConcerned].map(
      (concerning) => concerning.party,
    ),
    ...claim.requests.map((request) => request.party),
  ];
  return {
    Claim: [claim.id],
    ClaimWording: ids(claim.wordings),
    Interest: ids(claim.interests),
    Appearance: ids(claim.appearances),
    NotConcerned: ids(claim.notConcerned),
    Evidence: ids(evidence),
    Source: ids(sources),
    Snapshot: sources.flatMap((source) => ids(source.snapshots)),
    Party: ids(parties),
    PartyWording: parties.flatMap((party) => ids(party?.wordings ?? [])),
    ClaimFalsifier: claim.falsifiers.map(({ falsifierId }) => `${claim.id}/${falsifierId}`),
    Falsifier: claim.falsifiers.map(({ falsifierId }) => falsifierId),
    FalsifierState: claim.falsifiers.flatMap(({ falsifier }) => ids(falsifier.states)),
    ReplyRequest: ids(claim.requests),
    Asking: claim.requests.flatMap(({ asking }) => (asking?.publishedAt ? [asking.requestId] : [])),
    Declining: claim.requests.flatMap((request) => ids(request.declinings)),
    Reply: claim.requests.flatMap((request) => ids(request.replies)),
    SubmittedReply: claim.requests.flatMap((request) => ids(request.submitted)),
    Verdict: ids(claim.verdicts),
    Withdrawal: claim.verdicts.flatMap((verdict) => ids(verdict.withdrawals)),
  };
}

/** What a verdict that is published by itself is judged by, held while it is. Null: no such published claim. */
export async function verdictHeld(claimId: string): Promise<Shown<VerdictContext> | null> {
  const context = await verdictContext(claimId);
  return context && { which: { ReplyRequest: ids(context.claim.requests) }, view: context };
}
