import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { db } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { memberNames } from "../../desk/member/member-queries.ts";
import { isLost } from "../recheck/recheck.ts";
import { turnsOf } from "../recheck/recheck-queries.ts";
import { replyState } from "../reply/reply.ts";
import { upstreamAndSelf } from "../source/source.ts";
import { unsettledAmong } from "../source/source-suggest-desk-queries.ts";
import { criticised, ratingsFor } from "./verdict.ts";
import { type Check, checklist } from "./verdict-checklist.ts";
import { draftState } from "./verdict-draft.ts";
import { asNewVerdict, type VerdictDraftContent, verdictDraftContent } from "./verdict-draft-schema.ts";
import { freeze, named, ownWords } from "./verdict-freeze.ts";
import { groundOf } from "./verdict-ground.ts";
import { hasUndecidedReply, verdictContext } from "./verdict-queries.ts";
import { type NewVerdict, newVerdict } from "./verdict-schema.ts";
import { wordingFlags } from "./verdict-wording.ts";

/** A draft verdict as its form has it, with its way so far. Null: none that is open, or not for this role. */
export async function verdictDraftForDesk(actor: Actor, id: string) {
  if (!isId(id) || !atLeast(actor, "journalist")) return null;
  const draft = await db().verdictDraft.findFirst({
    where: { id, closedAt: null },
    include: { reviews: { orderBy: { id: "desc" } } },
  });
  if (!draft) return null;
  const names = await memberNames([...draft.authors, ...draft.reviews.map(({ by }) => by)]);
  const name = (member: string) => names.get(member) ?? "";
  return {
    id: draft.id,
    claimId: draft.claimId,
    revision: draft.revision,
    savedAt: draft.savedAt.toISOString(),
    content: verdictDraftContent.parse(draft.content),
    state: draftState(draft.reviews[0] ?? null, draft.revision),
    isAuthor: draft.authors.includes(actor.id),
    authors: draft.authors.map(name),
    reviews: draft.reviews.map(({ id: review, kind, note, by, at }) => ({
      id: review,
      kind,
      note,
      by: name(by),
      at: at.toISOString(),
    })),
  };
}

export type DeskVerdictDraft = NonNullable<Awaited<ReturnType<typeof verdictDraftForDesk>>>;

/** The editor's checklist, and why each rating is shut, as a draft stands: computed by the rules that publish. */
export async function verdictChecks(
  actor: Actor,
  draft: Pick<DeskVerdictDraft, "claimId" | "content" | "isAuthor">,
  locale: "sv" | "en",
  now: Date = clock.now(),
): Promise<{ checks: Check[]; shut: Record<string, string | undefined> }> {
  const context = await verdictContext(draft.claimId, { withDrafts: true });
  if (!context || !atLeast(actor, "journalist")) return { checks: [], shut: {} };
  const { claim, ground } = context;
  const { content } = draft;
  const parsed = newVerdict.safeParse(asNewVerdict(draft.claimId, content));
  const chosen = content.evidence.flatMap(({ id }) => claim.evidence.filter((piece) => piece.id === id));
  const {
    independence: { links, roots },
    evidence: grounded,
  } = groundOf(ground, chosen);
  const flags = grounded.map((piece) => piece.ownCase);
  const under = [...upstreamAndSelf(ground.graph, chosen.flatMap(originsOf))];
  // Only what is weighed counts here, so that the scale can be shown before a word is written.
  const { evidence: weighed } = freeze(context, provisional(draft.claimId, content), BYLINE, now);
  const rows = ratingsFor(claim.kind, weighed);
  const shut = Object.fromEntries(rows.map(({ rating, reasons }) => [rating, reasons[0]]));
  const requests = new Map(claim.requests.map((request) => [request.partyId, request]));
  const withdrawn = await db().sourceWithdrawal.findMany({
    where: { publishedAt: { not: null }, sourceId: { in: chosen.flatMap(originsOf) } },
    select: { sourceId: true },
  });
  const turns = await turnsOf(
    chosen.map(({ id }) => id),
    null,
  );
  const hasPublisher = (await db().imprint.count()) > 0;
  const checks = checklist({
    locale,
    hasRating: content.rating !== null,
    shut: rows.find(({ rating }) => rating === content.rating)?.reasons ?? [],
    roots: roots.length,
    links,
    ownCase: flags.filter((flag) => flag === "own_case").length,
    againstOwnCase: flags.filter((flag) => flag === "against_own_case").length,
    evidence: chosen.length,
    unchecked: chosen.filter(({ snapshotId, uncheckedSv }) => snapshotId === null && uncheckedSv === "")
      .length,
    excused: chosen.filter(({ snapshotId, uncheckedSv }) => snapshotId === null && uncheckedSv !== "").length,
    withdrawn: chosen.filter((piece) => withdrawn.some(({ sourceId }) => originsOf(piece).includes(sourceId)))
      .length,
    lost: turns.filter(({ state }) => isLost(state)).length,
    maybeSame: await unsettledAmong(actor, under, ground.graph),
    unknownMakers: flags.filter((flag) => flag === "unknown").length,
    named: ground.concerns.length,
    undecided: claim.requests.filter(hasUndecidedReply).map(({ party }) => named(party) ?? NOBODY),
    against: (content.rating === null ? [] : criticised(content.rating, ground.concerns)).map((partyId) => {
      const request = requests.get(partyId);
      return {
        name: ground.parties.get(partyId)?.name ?? NOBODY,
        state: replyState(
          {
            answered: (request?.replies.length ?? 0) > 0,
            deadline: request?.asking?.deadline.toISOString() ?? null,
          },
          now.toISOString(),
        ),
        hasReason: request !== undefined && request.reasonNotAskedSv !== null,
      };
    }),
    unknown: content.unknown.length,
    falsifiers: claim.falsifiers.length,
    nothingForeseeable: content.nothingForeseeable.sv !== "",
    missing: parsed.success
      ? []
      : [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))].filter(
          (field) => !["rating", "evidenceIds"].includes(field),
        ),
    flags: wordingFlags(ownWords(content)),
    hasWordingReason: content.wordingReason.sv !== "" && content.wordingReason.en !== "",
    change:
      claim.verdicts.length === 0
        ? null
        : { hasReason: content.changeReason.sv !== "" && content.changeReason.en !== "" },
    isSecondPerson: !draft.isAuthor,
    hasPublisher,
  });
  return { checks, shut };
}

/** The source a passage stands in, and the one it reports. */
const originsOf = ({
  sourceId,
  originId,
}: {
  readonly sourceId: string;
  readonly originId: string | null;
}) => (originId === null ? [sourceId] : [sourceId, originId]);

const NOBODY = { sv: "", en: "" };
const BYLINE = { author: NOBODY, approver: NOBODY };

const provisional = (claimId: string, { evidence, rating, ...content }: VerdictDraftContent): NewVerdict => ({
  ...content,
  claimId,
  rating: rating ?? "under_review",
  evidenceIds: evidence.map(({ id }) => id),
});
