import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { db, oneMoment } from "../../core/db.ts";
import type { Bilingual, Locale } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { isOnScale } from "../../core/rating/rating.ts";
import { writtenBy } from "../../desk/history/history-queries.ts";
import { memberNames } from "../../desk/member/member-queries.ts";
import { type Hindrance, hindrancesOf } from "../evidence/evidence-hindrance.ts";
import { isLost } from "../recheck/recheck.ts";
import { turnsOf } from "../recheck/recheck-queries.ts";
import { replyState } from "../reply/reply.ts";
import { rowsAmong, type SeenRow } from "../seen/seen.ts";
import { toPublish } from "../seen/seen-queries.ts";
import { upstreamAndSelf } from "../source/source.ts";
import { unsettledAmong } from "../source/source-suggest-desk-queries.ts";
import { criticised, ratingsFor } from "./verdict.ts";
import { type Check, checklist, checkOfNothing } from "./verdict-checklist.ts";
import { draftState, isSecondPerson } from "./verdict-draft.ts";
import { asNewVerdict, type VerdictDraftContent, verdictDraftContent } from "./verdict-draft-schema.ts";
import { freeze, named, ownWords } from "./verdict-freeze.ts";
import { followsOn, hasUndecidedReply, mayBeJudged, strayEvidence } from "./verdict-judge.ts";
import { type DraftInContext, verdictShown } from "./verdict-queries.ts";
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

/** Before publication: what is in the way, what each rating is shut by, and what would become public. */
export interface VerdictChecked {
  readonly checks: Check[];
  readonly shut: Record<string, string | undefined>;
  /** The word for having seen all of it: the form of publication brings it back. */
  readonly seen: string;
  /** The drafts that are published with the verdict. */
  readonly along: readonly SeenRow[];
  /** How whoever submitted it is named on it; null: nobody has. */
  readonly author: Bilingual | null;
}

/** A draft verdict with its checklist, all of it as it stands at one moment. Null: none that is open, or not for this role. */
export const verdictForDesk = (actor: Actor, id: string, locale: Locale) =>
  oneMoment(async () => {
    const draft = await verdictDraftForDesk(actor, id);
    return draft && { draft, ...(await verdictChecks(actor, draft, locale)) };
  });

/**
 * The editor's checklist, and why each rating is shut, as a draft stands: the rules that publish, on the rows that they
 * would publish it on (verdictShown).
 */
export async function verdictChecks(
  actor: Actor,
  draft: Pick<DeskVerdictDraft, "id">,
  locale: Locale,
  now: Date = clock.now(),
): Promise<VerdictChecked> {
  const found = atLeast(actor, "journalist") ? await toPublish(() => verdictShown(draft.id)) : null;
  if (!found) return { checks: checkOfNothing(), shut: {}, seen: "", along: [], author: null };
  const along = rowsAmong(found.rows, found.view.along);
  const member = found.rows.find(({ table }) => table === "Member")?.row;
  const author = member ? { sv: String(member.bylineSv), en: String(member.bylineEn) } : null;
  const checked = await checksOf(actor, found.view, along, locale, now);
  return { ...checked, seen: found.seen, along, author };
}

async function checksOf(
  actor: Actor,
  { draft, content, context }: DraftInContext,
  along: readonly SeenRow[],
  locale: Locale,
  now: Date,
): Promise<Pick<VerdictChecked, "checks" | "shut">> {
  const { claim, ground } = context;
  const parsed = newVerdict.safeParse(asNewVerdict(draft.claimId, content));
  const input = parsed.success ? parsed.data : provisional(draft.claimId, content);
  const chosen = input.evidenceIds.flatMap((id) => claim.evidence.filter((piece) => piece.id === id));
  // Only what is weighed counts here, so that the scale can be shown before a word is written.
  const frozen = freeze(context, input, BYLINE, now);
  const rows = ratingsFor(claim.kind, frozen.evidence);
  const shut = Object.fromEntries(rows.map(({ rating, reasons }) => [rating, reasons[0]]));
  const cases = frozen.evidence.map((piece) => piece.ownCase);
  const under = [...upstreamAndSelf(ground.graph, chosen.flatMap(originsOf))];
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
  const written = await writtenBy(
    actor.id,
    along.map(({ id }) => id),
  );
  const hindrances = along.flatMap((row) => hindrancesOf(row).map(({ reason }) => reason));
  const count = (reason: Hindrance["reason"]) => hindrances.filter((each) => each === reason).length;
  const checks = checklist({
    locale,
    hasRating: content.rating !== null,
    isOnScale: content.rating !== null && isOnScale(content.rating),
    shut: rows.find(({ rating }) => rating === content.rating)?.reasons ?? [],
    roots: frozen.independence.roots.length,
    links: frozen.independence.links,
    ownCase: cases.filter((flag) => flag === "own_case").length,
    againstOwnCase: cases.filter((flag) => flag === "against_own_case").length,
    maybeSame: await unsettledAmong(actor, under, ground.graph),
    unknownMakers: cases.filter((flag) => flag === "unknown").length,
    evidence: chosen.length,
    stray: strayEvidence(context, input).length,
    unchecked: count("quote-not-in-copy"),
    open: count("quote-place-open"),
    private: count("private-in-quote"),
    excused: chosen.filter(({ uncheckedSv }) => uncheckedSv !== "").length,
    along: along.length,
    half: along.filter((row) => hindrancesOf(row).some(({ reason }) => reason === "half-translated")).length,
    written: along.filter(({ id }) => written.has(id)).length,
    withdrawn: chosen.filter((piece) => withdrawn.some(({ sourceId }) => originsOf(piece).includes(sourceId)))
      .length,
    lost: turns.filter(({ state }) => isLost(state)).length,
    named: ground.concerns.length,
    undecided: claim.requests.filter(hasUndecidedReply).map(({ party }) => named(party) ?? NOBODY),
    against: (content.rating === null ? [] : criticised(content.rating, ground.concerns)).map((partyId) => {
      const request = requests.get(partyId);
      return {
        name: ground.parties.get(partyId)?.name ?? NOBODY,
        state: request ? replyState(request.facts, now.toISOString()) : "not_asked",
        mayBeJudged: mayBeJudged(request, now),
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
        : {
            hasReason: content.changeReason.sv !== "" && content.changeReason.en !== "",
            isSame: followsOn(context, input, frozen) === "nothing-changed",
          },
    isSecondPerson: isSecondPerson(actor.id, draft),
    provesItself: !atLeast(actor, "editor") || actor.secondFactor,
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

/** What is written so far as a verdict, for what can be said of it before all of it is there. */
const provisional = (claimId: string, { evidence, rating, ...content }: VerdictDraftContent): NewVerdict => ({
  ...content,
  claimId,
  rating: rating ?? "under_review",
  evidenceIds: [...new Set(evidence.map(({ id }) => id))],
});
