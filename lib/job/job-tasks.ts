/** Who does which kind of job. */
import { fetchCopy, parkCapture } from "../capture/capture-fetch.ts";
import { planRechecks } from "../recheck/recheck-commands.ts";
import { lookAgain } from "../recheck/recheck-look.ts";
import { askForTimestamp, askOutside, parkOutsideCopy, parkTimestamp } from "../snapshot/snapshot-attest.ts";
import { scrubCopies } from "../snapshot/snapshot-scrub.ts";
import { worker } from "./job-actor.ts";
import type { Tasks } from "./job-worker.ts";

export const tasks: Tasks = {
  "capture.fetch": { work: fetchCopy, park: parkCapture },
  "recheck.source": { work: lookAgain },
  "timestamp.ask": { work: askForTimestamp, park: parkTimestamp },
  "outside-copy.ask": { work: askOutside, park: parkOutsideCopy },
  "recheck.plan": { work: async () => void (await planRechecks(worker, {})) },
  "blob.scrub": { work: scrubCopies },
};
