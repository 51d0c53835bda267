import "server-only";
import { type Actor, reachOf } from "../auth/actor.ts";
import { db } from "../db.ts";
import type { CaptureView, PageFacts, UploadFacts } from "./capture.ts";

/** How many attempts are shown: the newest. */
const MOST = 20;

/** The attempts to take copies of a source within reach, newest first. */
export async function capturesOf(actor: Actor, sourceId: string): Promise<CaptureView[]> {
  const rows = await db().capture.findMany({
    where: { sourceId, source: reachOf(actor) },
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
    // Written by finishCapture and keepUpload alone, as these; empty for a document behind a link.
    found: row.method === "fetch" && isFilled(found) ? (found as unknown as PageFacts) : null,
    upload: row.method === "upload" && isFilled(found) ? (found as unknown as UploadFacts) : null,
    snapshotId: row.snapshotId,
    requestedAt: requestedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }));
}

const isFilled = (json: unknown): boolean =>
  typeof json === "object" && json !== null && Object.keys(json).length > 0;
