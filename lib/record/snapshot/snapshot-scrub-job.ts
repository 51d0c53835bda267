import "server-only";
import { orThrow } from "../../core/result.ts";
import { TryAgain } from "../../desk/job/job.ts";
import { worker } from "../../desk/job/job-actor.ts";
import type { Try } from "../../desk/job/job-worker.ts";
import { isSha256 } from "../../intake/blob/blob.ts";
import { keepFaults } from "./snapshot-attest-commands.ts";
import { storedHashes } from "./snapshot-queries.ts";
import { copyStore } from "./snapshot-store.ts";

/** Bytes a second: the disk is there for readers too. A terabyte takes the six hours that a round may last. */
const PACE = 50 * 1024 * 1024;

/**
 * The nightly job: reads every stored byte and compares it with the hash it is called by. When most of what should be
 * there is not, the store is another one than ours (a disk that is not mounted, a restore without it): then nothing is
 * entered, and the job says so until somebody has seen to it.
 */
export async function scrubCopies(_: object, { signal }: Try): Promise<void> {
  const known = await storedHashes();
  const { faults } = await copyStore.scrub(known, { signal, bytesPerSecond: PACE });
  const missing = faults.filter(({ kind }) => kind === "missing").length;
  if (missing > 1 && missing * 2 > known.length) {
    throw new TryAgain("store-not-here", `${missing} of ${known.length} copies are missing`);
  }
  const named = faults.flatMap(({ sha256, kind }) =>
    sha256 !== null && isSha256(sha256) ? [{ sha256, kind }] : [],
  );
  orThrow(await keepFaults(worker, { faults: named }));
}
