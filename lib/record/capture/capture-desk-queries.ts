import "server-only";
import type { Actor } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import { captureReachOf } from "../snapshot/snapshot-reach.ts";
import type { CaptureView } from "./capture.ts";
import { readPageFacts, readUploadFacts } from "./capture-schema.ts";

/** How many attempts are shown: the newest. */
const MOST = 20;

/** The attempts to take copies of a source within reach, newest first. */
export async function capturesOf(actor: Actor, sourceId: string): Promise<CaptureView[]> {
  const rows = await db().capture.findMany({
    where: { sourceId, ...captureReachOf(actor) },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.map(({ requestedAt, finishedAt, found, ...row }) => ({
    id: row.id,
    method: row.method,
    state: row.state,
    progress: row.progress,
    url: row.url,
    problem: row.problem,
    detail: row.detail,
    found: readPageFacts(found),
    upload: readUploadFacts(found),
    snapshotId: row.snapshotId,
    requestedAt: requestedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }));
}
