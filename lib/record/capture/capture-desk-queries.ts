import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
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

/** The e-mail that a capture kept, whose attachments can be looked at again. Null: it kept none, or not for this role. */
export async function messageOf(
  actor: Actor,
  captureId: string,
): Promise<{ readonly sha256: string; readonly capturedAt: Date } | null> {
  if (!atLeast(actor, "journalist") || !isId(captureId)) return null;
  const row = await db().capture.findFirst({
    where: {
      id: captureId,
      ...captureReachOf(actor),
      snapshot: { mediaType: "message/rfc822", custody: "stored" },
    },
    select: { snapshot: { select: { sha256: true, capturedAt: true } } },
  });
  return row?.snapshot ?? null;
}
