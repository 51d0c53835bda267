import "server-only";
import { db } from "../../core/db.ts";
import { type AsOf, newestWording, publishedBy } from "../../core/published.ts";
import type { AmendmentView } from "../amendment/amendment.ts";
import { amendmentsOf } from "../amendment/amendment-queries.ts";
import { turnsOf } from "../recheck/recheck-queries.ts";
import type { Shown } from "../seen/seen-queries.ts";
import { leansOn } from "../source/source.ts";
import { frozenVerdict } from "../verdict/verdict-schema.ts";
import { withdrawalSelect } from "../withdrawal/withdrawal.ts";
import { type Taint, type TaintView, taintsOn } from "./taint.ts";
import { correctedFacts } from "./taint-corrected-queries.ts";

/** Kinds of faults after which bytes are not what was copied; the others are of the store alone. */
const DAMAGE = ["changed", "missing", "unreadable"];

/** The current verdicts of published claims with what they weighed; withdrawn ones are nobody's any more. */
async function findVerdicts(claimIds: readonly string[] | null, asOf: AsOf) {
  const visible = publishedBy(asOf);
  const claims = await db().claim.findMany({
    where: { ...(claimIds ? { id: { in: [...claimIds] } } : {}), ...visible, verdicts: { some: visible } },
    orderBy: { number: "asc" },
    select: {
      id: true,
      slug: true,
      disputeId: true,
      wordings: { ...newestWording(asOf) },
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
    verdict && verdict.withdrawals.length === 0 ? [{ claim, verdict }] : [],
  );
}
type JudgedRow = Awaited<ReturnType<typeof findVerdicts>>[number];

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
  const corrected = await correctedFacts(
    rows.map(({ claim }) => claim),
    asOf,
  );
  const edges =
    withdrawals.length === 0 && rows.every(({ claim }) => corrected(claim.id).length === 0)
      ? []
      : await db().sourceEdge.findMany({
          where: publishedBy(asOf),
          select: { fromId: true, toId: true, kind: true },
        });
  const damaged = await db().blobFault.findMany({
    where: {
      kind: { in: DAMAGE },
      sha256: { in: [...new Set(pieces.flatMap(({ snapshot }) => snapshot?.sha256 ?? []))] },
      ...(asOf
        ? { foundAt: { lte: asOf }, OR: [{ mendedAt: null }, { mendedAt: { gt: asOf } }] }
        : { mendedAt: null }),
    },
  });
  return { turns, withdrawals, leans: leansOn(edges), damaged, corrected };
}
type Happened = Awaited<ReturnType<typeof whatHappened>>;

function taintsIn({ claim, verdict }: JudgedRow, happened: Happened): Taint[] {
  const [wording] = claim.wordings;
  const weighed = verdict.evidence.map(({ evidence: { id, sourceId, originId, snapshot } }) => ({
    evidenceId: id,
    copyId: snapshot?.id ?? null,
    restsOn: (other: string) =>
      [sourceId, originId].some((own) => own === other || (own !== null && happened.leans(own, other))),
  }));
  const copies = new Map(
    verdict.evidence.flatMap(({ evidence: { snapshot } }) =>
      snapshot ? [[snapshot.id, snapshot.sha256]] : [],
    ),
  );
  return taintsOn({
    verdict: {
      publishedAt: verdict.publishedAt,
      wordingVersion: frozenVerdict.parse(verdict.frozen).claim.wording.version,
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
export async function taintsOf(claimId: string, asOf: AsOf): Promise<TaintView[]> {
  const rows = await findVerdicts([claimId], asOf);
  const happened = await whatHappened(rows, asOf);
  const standing = rows.flatMap((row) =>
    taintsIn(row, happened)
      .filter(({ cleared }) => cleared === null)
      .map((taint) => ({ taint, row })),
  );
  const ids = standing.flatMap(({ taint }) => (taint.cause === "fact_corrected" ? [taint.causeId] : []));
  const corrected = await amendmentsOf({ ids }, asOf);
  return standing.map(({ taint, row }) => taintView(taint, row, happened, corrected));
}

function taintView(
  taint: Taint,
  { verdict }: JudgedRow,
  { turns, withdrawals }: Happened,
  corrected: readonly AmendmentView[],
): TaintView {
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
