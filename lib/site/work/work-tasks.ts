/** Who does which kind of job, and what is asked for when the worker starts. */

import { orThrow } from "../../core/result.ts";
import { worker } from "../../desk/job/job-actor.ts";
import type { Tasks } from "../../desk/job/job-worker.ts";
import { queueLetters } from "../../desk/letter/letter-send-commands.ts";
import { parkWaitingLetter, sendWaitingLetter } from "../../desk/letter/letter-send-job.ts";
import { askToForget } from "../../desk/retention/retention-commands.ts";
import { sweep } from "../../desk/retention/retention-job.ts";
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
  "letter.send": { work: sendWaitingLetter, park: parkWaitingLetter },
  "retention.sweep": { work: async () => void (await sweep()) },
};

/** Asks for what a start finds undone. Safe to repeat: what has been asked for already is not asked for again. */
export async function askAtStart(): Promise<void> {
  orThrow(await queueLetters(worker, {}));
  // A machine that is on for less than an hour a day forgets as well.
  orThrow(await askToForget(worker, {}));
}
