import "server-only";
import { command } from "../../core/command.ts";
import { isId } from "../../core/language/language-schema.ts";
import { done, refused } from "../../core/result.ts";
import type { JobKind } from "../../desk/job/job.ts";
import { reviveJob } from "../../desk/job/job-commands.ts";
import { requestCapture } from "../../record/capture/capture-commands.ts";
import { parkedJob } from "./work-queries.ts";

/** What is put right in the record before a parked job is begun anew; most have nothing to put right. */
const pending = { state: "pending", problem: null } as const;

/** Begins a parked job anew. A capture that failed stays as it was, and a new one is asked for in its place. */
export const repeatJob = command(
  { name: "job.repeat", role: "journalist" },
  async (tx, actor, { kind, id }: { kind: JobKind; id: string }, now) => {
    const job = isId(id) ? await parkedJob(kind, id) : null;
    if (!job) return refused("unknown-job");
    switch (kind) {
      case "capture.fetch": {
        const capture = await tx.capture.findUnique({ where: { id: job.key } });
        if (!capture) return refused("unknown-job");
        const asked = await requestCapture(actor, { sourceId: capture.sourceId }, now);
        return asked.ok ? done(null) : asked;
      }
      case "timestamp.ask":
        await tx.timestamp.updateMany({ where: { id: job.key, state: "failed" }, data: pending });
        break;
      case "outside-copy.ask":
        await tx.outsideCopy.updateMany({ where: { id: job.key, state: "failed" }, data: pending });
        break;
      // Administrators try letters again, at their own list.
      case "letter.send":
        return refused("unknown-job");
      default:
    }
    await reviveJob(kind, id);
    return done(null);
  },
);
