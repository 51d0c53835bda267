/** Who does which kind of job. */

import { worker } from "../../desk/job/job-actor.ts";
import type { Tasks } from "../../desk/job/job-worker.ts";
import { fetchCopy, parkCapture } from "../../record/capture/capture-fetch-job.ts";
import { planRechecks } from "../../record/recheck/recheck-commands.ts";
import { lookAgain } from "../../record/recheck/recheck-look-job.ts";
import {
  askForTimestamp,
  askOutside,
  parkOutsideCopy,
  parkTimestamp,
} from "../../record/snapshot/snapshot-attest-job.ts";
import { scrubCopies } from "../../record/snapshot/snapshot-scrub-job.ts";

export const tasks: Tasks = {
  "capture.fetch": { work: fetchCopy, park: parkCapture },
  "recheck.source": { work: lookAgain },
  "timestamp.ask": { work: askForTimestamp, park: parkTimestamp },
  "outside-copy.ask": { work: askOutside, park: parkOutsideCopy },
  "recheck.plan": { work: async () => void (await planRechecks(worker, {})) },
  "blob.scrub": { work: scrubCopies },
};
