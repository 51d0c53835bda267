import "server-only";
import { type Actor, atLeast, ownOf, reachOf } from "../../core/actor.ts";
import { db, oneMoment } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { newest } from "../../core/published.ts";
import { frameOf } from "../dispute/dispute-desk-queries.ts";
import { newestName } from "../party/party.ts";
import type { SeenRow } from "../seen/seen.ts";
import { toPublish } from "../seen/seen-queries.ts";
import { copyReachOf } from "../snapshot/snapshot-reach.ts";
import { toldApart } from "../source/source-title.ts";
import { type QuoteState, quoteState } from "./evidence-quote-state.ts";
import type { NewEvidence } from "./evidence-schema.ts";
import { evidenceShown } from "./evidence-shown-queries.ts";

/** What the form of a piece of evidence offers to choose from, in one dispute. */
export async function evidenceChoices(actor: Actor, disputeId: string) {
  const reach = reachOf(actor);
  const sources = await db().source.findMany({
    where: { disputeId, ...reach },
    orderBy: { id: "desc" },
    select: { id: true, titleSv: true, titleEn: true, url: true, made: true },
  });
  const titled = sources.map((source) => ({ ...source, title: { sv: source.titleSv, en: source.titleEn } }));
  const titles = toldApart(titled);
  const parties = await db().party.findMany({
    where: { roles: { some: { disputeId } }, ...reach },
    orderBy: { slug: "asc" },
    select: { id: true, wordings: newest },
  });
  return {
    sources: titled.map(({ id, title }) => ({ id, title: titles.get(id) ?? title })),
    parties: parties.map(newestName),
    frame: await frameOf(actor, disputeId),
  };
}

/** One draft piece of evidence, as its form has it. Null: none that this actor may change. */
export async function evidenceDraft(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const row = await db().evidence.findFirst({
    where: { id, publishedAt: null, ...ownOf(actor) },
    include: { claim: { select: { id: true, disputeId: true } } },
  });
  if (!row) return null;
  const isHidden = row.snapshotId !== null && !(await copiesSeen(actor, [row])).has(row.snapshotId);
  const {
    claimId,
    sourceId,
    originId,
    stance,
    excerpt,
    excerptLanguage,
    paragraph,
    charStart,
    charEnd,
    page,
  } = row;
  const evidence: NewEvidence = {
    ...{ claimId, sourceId, originId, stance, excerpt, excerptLanguage },
    at: isHidden ? { paragraph: null, charStart: null, charEnd: null } : { paragraph, charStart, charEnd },
    page: isHidden ? null : page,
    unchecked: row.uncheckedSv || row.uncheckedEn ? { sv: row.uncheckedSv, en: row.uncheckedEn } : null,
    note: { sv: row.noteSv, en: row.noteEn },
  };
  return {
    id,
    revision: row.revision,
    disputeId: row.claim.disputeId,
    /** Of its words. */
    language: excerptLanguage,
    /** The copy that has its words; null: none that we hold. */
    snapshotId: isHidden ? null : row.snapshotId,
    evidence,
  };
}

/** Those of the copies that have these words which this actor may read. */
async function copiesSeen(
  actor: Actor,
  pieces: readonly { readonly snapshotId: string | null }[],
): Promise<ReadonlySet<string>> {
  const ids = pieces.flatMap(({ snapshotId }) => snapshotId ?? []);
  const seen = await db().snapshot.findMany({
    where: { id: { in: ids }, ...copyReachOf(actor) },
    select: { id: true },
  });
  return new Set(seen.map(({ id }) => id));
}

/** A draft piece of evidence with what is published with it, and the word for having seen all of it. */
export interface EvidenceToPublish {
  readonly seen: string;
  readonly rows: readonly SeenRow[];
}

/**
 * The draft pieces on a claim that an editor may publish, by id. Asked for before what else the page shows of them, so
 * that nobody publishes what came in between.
 */
export async function evidenceToPublish(
  actor: Actor,
  claimId: string,
): Promise<ReadonlyMap<string, EvidenceToPublish>> {
  if (!isId(claimId) || !atLeast(actor, "editor")) return new Map();
  return oneMoment(async () => {
    const pieces = await db().evidence.findMany({
      where: { claimId, publishedAt: null, claim: { publishedAt: { not: null } } },
      select: { id: true },
    });
    const found = new Map<string, EvidenceToPublish>();
    for (const { id } of pieces) {
      const ready = await toPublish(() => evidenceShown([id]));
      if (ready) found.set(id, ready);
    }
    return found;
  });
}

/** How the words of each draft piece on a claim are known, by its id: of those within this actor's reach. */
export async function quoteStates(actor: Actor, claimId: string): Promise<ReadonlyMap<string, QuoteState>> {
  return isId(claimId) ? statesOf(actor, { claimId }) : new Map();
}

/** The same for one draft. Null: none within reach. */
export async function quoteStateOf(actor: Actor, id: string): Promise<QuoteState | null> {
  return isId(id) ? ((await statesOf(actor, { id })).get(id) ?? null) : null;
}

/** Of one moment: a passage read before its copy came, and the copies after, would be told to be without its place. */
const statesOf = (actor: Actor, which: StatesOf): Promise<ReadonlyMap<string, QuoteState>> =>
  oneMoment(() => readStates(actor, which));

type StatesOf = { readonly claimId: string } | { readonly id: string };

async function readStates(actor: Actor, which: StatesOf): Promise<ReadonlyMap<string, QuoteState>> {
  const pieces = await db().evidence.findMany({
    where: { ...which, publishedAt: null, ...ownOf(actor) },
    include: {
      snapshot: { select: { mediaType: true, concerns: true, _count: { select: { pages: true } } } },
    },
  });
  const seen = await copiesSeen(actor, pieces);
  // The text of a source is read once, however many of its passages are drafts, and only where words are missing.
  const missing = pieces.filter(
    ({ snapshotId, uncheckedSv }) => (snapshotId === null || !seen.has(snapshotId)) && uncheckedSv === "",
  );
  const sources = await db().source.findMany({
    where: { id: { in: missing.map(({ sourceId }) => sourceId) }, ...reachOf(actor) },
    select: {
      id: true,
      snapshots: {
        where: copyReachOf(actor),
        orderBy: [{ capturedAt: "desc" }, { id: "desc" }],
        select: {
          id: true,
          mediaType: true,
          concerns: true,
          pages: { orderBy: { number: "asc" }, select: { number: true, text: true } },
        },
      },
      captures: {
        orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { state: true, problem: true },
      },
    },
  });
  return new Map(
    pieces.map((piece) => {
      const { id, sourceId, excerpt, snapshotId, page, snapshot, otherPlaces } = piece;
      const { uncheckedSv, uncheckedEn } = piece;
      const source = sources.find((each) => each.id === sourceId);
      const { mediaType = "", concerns = [], _count = { pages: 0 } } = snapshot ?? {};
      const state = quoteState({
        excerpt,
        unchecked: uncheckedSv === "" ? null : { sv: uncheckedSv, en: uncheckedEn },
        place:
          snapshotId !== null && page !== null && seen.has(snapshotId)
            ? { id: snapshotId, mediaType, concerns, page, pages: _count.pages }
            : null,
        otherPlaces,
        copies: source?.snapshots ?? [],
        capture: source?.captures[0] ?? null,
      });
      return [id, state];
    }),
  );
}
