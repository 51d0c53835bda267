import "server-only";
import { contentHash } from "../../core/content-hash.ts";
import { db } from "../../core/db.ts";
import { type AsOf, publishedBy, standing } from "../../core/published.ts";
import type { AmendmentView } from "../amendment/amendment.ts";
import { amendmentsOf } from "../amendment/amendment-queries.ts";
import { turnsOf } from "../recheck/recheck-queries.ts";
import type { Shown } from "../seen/seen-queries.ts";
import { leansOn } from "../source/source.ts";
import { readGrounds } from "../verdict/verdict-ground-queries.ts";
import { frozenVerdict } from "../verdict/verdict-schema.ts";
import { withdrawalSelect } from "../withdrawal/withdrawal.ts";
import { type IndependenceNow, type Taint, type TaintView, taintsOn } from "./taint.ts";
import { correctedFacts } from "./taint-corrected-queries.ts";
import { type GroundChange, groundChange } from "./taint-ground.ts";

/** Kinds of faults after which bytes are not what was copied; the others are of the store alone. */
const DAMAGE = ["changed", "missing", "unreadable"];

/** The newest verdicts of published claims with what they weighed. */
async function findVerdicts(claimIds: readonly string[] | null, asOf: AsOf) {
  const visible = publishedBy(asOf);
  const claims = await db().claim.findMany({
    where: { ...(claimIds ? { id: { in: [...claimIds] } } : {}), ...visible, verdicts: { some: visible } },
    orderBy: { number: "asc" },
    select: {
      id: true,
      slug: true,
      disputeId: true,
      wordings: { ...standing(asOf) },
      verdicts: {
        where: visible,
        orderBy: { version: "desc" },
        take: 1,
        select: {
          id: true,
          version: true,
          publishedAt: true,
          frozen: true,
          withdrawals: withdrawalSelect(asOf),
          clearances: { where: visible },
          evidence: {
            orderBy: { rank: "asc" },
            select: {
              rank: true,
              evidence: {
                select: {
                  id: true,
                  stance: true,
                  sourceId: true,
                  originId: true,
                  excerptLanguage: true,
                  snapshot: { select: { id: true, sha256: true } },
                  source: { select: { id: true, titleSv: true, titleEn: true } },
                },
              },
            },
          },
        },
      },
    },
  });
  return claims.flatMap(({ verdicts: [verdict], ...claim }) =>
    verdict ? [{ claim, verdict, frozen: frozenVerdict.parse(verdict.frozen) }] : [],
  );
}
type JudgedRow = Awaited<ReturnType<typeof findVerdicts>>[number];

/** One that has been withdrawn is nobody's any more. */
const isStanding = ({ verdict }: JudgedRow): boolean => verdict.withdrawals.length === 0;

/** Everything that may have happened to what verdicts rest on. */
async function whatHappened(rows: readonly JudgedRow[], asOf: AsOf) {
  const pieces = rows.flatMap(({ verdict }) => verdict.evidence.map(({ evidence }) => evidence));
  const turns = await turnsOf(
    pieces.map(({ id }) => id),
    asOf,
  );
  const withdrawals = await db().sourceWithdrawal.findMany({
    where: publishedBy(asOf),
    include: { source: { select: { id: true, titleSv: true, titleEn: true } } },
  });
  const grounds = await readGrounds(
    rows.map(({ claim }) => claim.id),
    { asOf },
  );
  const corrected = await correctedFacts(
    rows.map(({ claim }) => claim),
    asOf,
  );
  const damaged = await db().blobFault.findMany({
    where: {
      kind: { in: DAMAGE },
      sha256: { in: [...new Set(pieces.flatMap(({ snapshot }) => snapshot?.sha256 ?? []))] },
      ...(asOf
        ? { foundAt: { lte: asOf }, OR: [{ mendedAt: null }, { mendedAt: { gt: asOf } }] }
        : { mendedAt: null }),
    },
  });
  return { turns, withdrawals, grounds, damaged, corrected };
}
type Happened = Awaited<ReturnType<typeof whatHappened>>;

/** What is so now of a verdict's ground, where it says something else. */
function groundIn({ claim, verdict, frozen }: JudgedRow, { grounds }: Happened): GroundChange | null {
  const known = grounds.get(claim.id);
  const pieces = verdict.evidence.map(({ evidence }) => evidence);
  return known ? groundChange(frozen, verdict.publishedAt, known, pieces) : null;
}

/** How independent the evidence is now, where the verdict says another number. */
function independenceIn(row: JudgedRow, happened: Happened): IndependenceNow | null {
  const then = row.frozen.independence;
  const { links, documents, roots } = groundIn(row, happened)?.now.independence ?? then;
  return documents === then.documents && roots.length === then.roots.length
    ? null
    : { links, documents, roots: roots.length };
}

/** Names a ground as it is now: the same for the same, and another when it has become another. */
function idOfGround({ evidence, independence, scale }: GroundChange["now"]): string {
  const hash = contentHash({ evidence, independence, scale });
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}

function taintsIn(row: JudgedRow, happened: Happened): Taint[] {
  if (!isStanding(row)) return [];
  const { claim, verdict, frozen } = row;
  const [wording] = claim.wordings;
  const graph = happened.grounds.get(claim.id)?.graph;
  const leans = leansOn(graph?.edges ?? [], graph?.same);
  const ground = groundIn(row, happened);
  const weighed = verdict.evidence.map(({ evidence: { id, sourceId, originId, snapshot } }) => ({
    evidenceId: id,
    copyId: snapshot?.id ?? null,
    restsOn: (other: string) =>
      [sourceId, originId].some((own) => own === other || (own !== null && leans(own, other))),
  }));
  const copies = new Map(
    verdict.evidence.flatMap(({ evidence: { snapshot } }) =>
      snapshot ? [[snapshot.id, snapshot.sha256]] : [],
    ),
  );
  return taintsOn({
    verdict: {
      publishedAt: verdict.publishedAt,
      wordingVersion: frozen.claim.wording.version,
    },
    weighed,
    turns: happened.turns,
    withdrawals: happened.withdrawals.flatMap(({ id, sourceId, publishedAt }) =>
      publishedAt ? [{ id, sourceId, at: publishedAt }] : [],
    ),
    faults: [...copies].flatMap(([copyId, sha256]) =>
      happened.damaged
        .filter((fault) => fault.sha256 === sha256)
        .map(({ foundAt }) => ({ copyId, at: foundAt })),
    ),
    corrected: happened.corrected(claim.id),
    wording: wording?.publishedAt
      ? { id: wording.id, version: wording.version, at: wording.publishedAt }
      : null,
    ground: ground && { id: idOfGround(ground.now), at: ground.at, evidenceIds: ground.evidenceIds },
    clearances: verdict.clearances.flatMap(({ cause, causeId, publishedAt, reasonSv, reasonEn }) =>
      publishedAt ? [{ cause, causeId, publishedAt, reason: { sv: reasonSv, en: reasonEn } }] : [],
    ),
  });
}

/** A claim whose verdict is tainted, and by what nobody has cleared. */
export interface TaintedClaim {
  readonly id: string;
  readonly slug: string;
  readonly wordings: readonly { readonly textSv: string; readonly textEn: string }[];
  readonly verdict: { readonly id: string; readonly version: number };
  readonly standing: readonly Taint[];
}

/** Tainted claims: of these, or of the whole record (null). */
export async function taintedClaims(claimIds: readonly string[] | null): Promise<TaintedClaim[]> {
  const rows = await findVerdicts(claimIds, null);
  const happened = await whatHappened(rows, null);
  return rows.flatMap((row) => {
    const standing = taintsIn(row, happened).filter(({ cleared }) => cleared === null);
    const { id, version } = row.verdict;
    return standing.length > 0 ? [{ ...row.claim, verdict: { id, version }, standing }] : [];
  });
}

/** What taints the verdict that stands on a claim and nobody has cleared, as its page says it; oldest first. */
export const taintsOf = async (claimId: string, asOf: AsOf): Promise<TaintView[]> =>
  (await changedSince(claimId, asOf)).taints;

/**
 * The same, and how independent the evidence is now, where the verdict says something else: that is said beside it also
 * when somebody has said that the verdict stands, and when it has been withdrawn.
 */
export async function changedSince(
  claimId: string,
  asOf: AsOf,
): Promise<{ taints: TaintView[]; independenceNow: IndependenceNow | null }> {
  const rows = await findVerdicts([claimId], asOf);
  const happened = await whatHappened(rows, asOf);
  const [row] = rows;
  const standing = rows.flatMap((row) =>
    taintsIn(row, happened)
      .filter(({ cleared }) => cleared === null)
      .map((taint) => ({ taint, row })),
  );
  const ids = standing.flatMap(({ taint }) => (taint.cause === "fact_corrected" ? [taint.causeId] : []));
  const corrected = await amendmentsOf({ ids }, asOf);
  return {
    taints: standing.map(({ taint, row }) => taintView(taint, row, happened, corrected)),
    independenceNow: row ? independenceIn(row, happened) : null,
  };
}

function taintView(
  taint: Taint,
  row: JudgedRow,
  happened: Happened,
  corrected: readonly AmendmentView[],
): TaintView {
  const { verdict } = row;
  const { turns, withdrawals } = happened;
  const ground = taint.cause === "ground_changed" ? groundIn(row, happened) : null;
  const { cause, causeId, at, evidenceIds } = taint;
  const withdrawal = withdrawals.find(({ id }) => id === causeId);
  return {
    cause,
    causeId,
    at: at.toISOString(),
    pieces: verdict.evidence
      .filter(({ evidence }) => evidenceIds.includes(evidence.id))
      .map(({ rank, evidence: { id, excerptLanguage, source } }) => ({
        id,
        rank,
        language: excerptLanguage,
        source: { id: source.id, title: { sv: source.titleSv, en: source.titleEn } },
      })),
    ground: ground && {
      rootsThen: ground.rootsThen,
      rootsNow: ground.rootsNow,
      shut: ground.shut,
      causes: ground.causes,
    },
    nearest: turns.find(({ id }) => id === causeId)?.nearest ?? null,
    withdrawn: withdrawal
      ? {
          source: {
            id: withdrawal.source.id,
            title: { sv: withdrawal.source.titleSv, en: withdrawal.source.titleEn },
          },
          reason: { sv: withdrawal.reasonSv, en: withdrawal.reasonEn },
        }
      : null,
    corrected: corrected.find(({ id }) => id === causeId) ?? null,
  };
}

/** What `clearTaint` publishes: these reasons why a verdict stands. */
export const clearancesShown = (ids: readonly string[]) => async (): Promise<Shown<null>> => ({
  which: { Clearance: ids },
  view: null,
});
