import "server-only";
import { command } from "../../core/command.ts";
import { done, refused } from "../../core/result.ts";
import { queueJob } from "../../desk/job/job-commands.ts";
import { claimTags } from "../claim/claim-tags.ts";
import { appendToLog, beginPublishing, outdatePages } from "../record-log/record-log-commands.ts";
import type { CopyToKeep } from "../snapshot/snapshot.ts";
import { writeCopy } from "../snapshot/snapshot-commands.ts";
import { sourceTags } from "../source/source-tags.ts";
import { DAYS_BETWEEN_LOOKS, type Finding, isLost, isNewFinding } from "./recheck.ts";

interface Look {
  readonly sourceId: string;
  /** When it was asked for: by this and the source one look is told from the next. */
  readonly askedAt: Date;
  readonly findings: readonly Finding[];
  /** The page as it is now; kept only when it has lost words that are quoted. */
  readonly copy: CopyToKeep | null;
}

/**
 * Enters what a look found, in public at once: it is no judgement of ours. What says something new stands in the log.
 * Given the same look again, by a worker that was taken for dead, it does nothing.
 */
export const keepRechecks = command(
  { name: "recheck.keep", role: "worker" },
  async (tx, actor, { sourceId, askedAt, findings, copy }: Look, now) => {
    const at = await beginPublishing(now);
    const passages = await tx.evidence.findMany({
      where: {
        id: { in: findings.map(({ evidenceId }) => evidenceId) },
        sourceId,
        publishedAt: { not: null },
        rechecks: { none: { at: { gte: askedAt } } },
      },
      orderBy: { id: "asc" },
      select: {
        id: true,
        claim: { select: { slug: true } },
        rechecks: {
          orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
          take: 1,
          select: { state: true, nearest: true },
        },
      },
    });
    if (passages.length === 0) return done({ kept: 0, news: 0 });
    const found = passages.flatMap(({ id, claim, rechecks: [before] }) =>
      findings
        .filter(({ evidenceId }) => evidenceId === id)
        .map((finding) => ({ ...finding, slug: claim.slug, isNew: isNewFinding(before ?? null, finding) })),
    );
    const snapshotId =
      copy && found.some(({ state }) => isLost(state))
        ? await writeCopy(tx, actor, { ...copy, sourceId })
        : null;
    const rows = await tx.recheck.createManyAndReturn({
      data: found.map(({ evidenceId, state, nearest }) => ({
        ...{ evidenceId, state, nearest },
        snapshotId: isLost(state) ? snapshotId : null,
        publishedAt: at,
        at: now > askedAt ? now : askedAt,
      })),
    });
    const news = new Map(found.flatMap(({ evidenceId, slug, isNew }) => (isNew ? [[evidenceId, slug]] : [])));
    for (const slug of [...new Set(news.values())].sort()) {
      const those = rows.filter(({ evidenceId }) => news.get(evidenceId) === slug);
      await appendToLog(
        { type: "passage.rechecked", subject: slug, version: null, about: {}, rows: { recheck: those } },
        at,
      );
    }
    const slugs = [...new Set(found.map(({ slug }) => slug))];
    await outdatePages([sourceTags.source(sourceId), ...slugs.map((slug) => claimTags.claim(slug))]);
    return done({ kept: rows.length, news: news.size });
  },
);

/** Quoted passages that a page can be looked at for: public, with a copy that has their words. */
const QUOTED = { publishedAt: { not: null }, snapshot: { pages: { some: {} } } } as const;

function queueLook(sourceId: string, url: string, now: Date): Promise<void> {
  return queueJob(
    "recheck.source",
    { sourceId, askedAt: now.toISOString() },
    { key: sourceId, group: new URL(url).host },
  );
}

/** Asks for a look at every page that is quoted and has been neither copied nor looked at lately. */
export const planRechecks = command(
  { name: "recheck.plan", role: "worker" },
  async (tx, _actor, _input: Readonly<Record<string, never>>, now) => {
    const lately = new Date(now.getTime() - DAYS_BETWEEN_LOOKS * 24 * 3_600_000);
    const sources = await tx.source.findMany({
      where: {
        publishedAt: { not: null },
        url: { not: null },
        evidence: {
          some: {
            ...QUOTED,
            snapshot: { ...QUOTED.snapshot, capturedAt: { lte: lately } },
            rechecks: { none: { at: { gt: lately } } },
          },
        },
      },
      orderBy: { id: "asc" },
      select: { id: true, url: true },
    });
    for (const { id, url } of sources) if (url !== null) await queueLook(id, url, now);
    return done({ sources: sources.length });
  },
);

/** Has the page of a source looked at now, without waiting for its turn. */
export const requestRecheck = command(
  { name: "recheck.request", role: "journalist" },
  async (tx, _actor, { sourceId }: { sourceId: string }, now) => {
    const source = await tx.source.findFirst({
      where: { id: sourceId, publishedAt: { not: null } },
      select: { url: true, _count: { select: { evidence: { where: QUOTED } } } },
    });
    if (!source) return refused("unknown-source");
    if (source.url === null) return refused("no-address");
    if (source._count.evidence === 0) return refused("nothing-quoted");
    await queueLook(sourceId, source.url, now);
    return done({ sourceId });
  },
);
