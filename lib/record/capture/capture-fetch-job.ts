import "server-only";
import canonicalize from "canonicalize";
import { orThrow } from "../../core/result.ts";
import { TryAgain } from "../../desk/job/job.ts";
import { worker } from "../../desk/job/job-actor.ts";
import type { Try } from "../../desk/job/job-worker.ts";
import { safeFetch } from "../../intake/safe-fetch/safe-fetch.ts";
import { captureRecord } from "../../intake/safe-fetch/safe-fetch-capture.ts";
import type { Fetched } from "../../intake/safe-fetch/safe-fetch-outcome.ts";
import { warcOf } from "../../intake/safe-fetch/safe-fetch-warc.ts";
import { copyStore } from "../snapshot/snapshot-store.ts";
import { mayPass, PROGRESS, problemOfStatus } from "./capture.ts";
import { beginCapture, failCapture, finishCapture, putOffCapture } from "./capture-commands.ts";
import { readAnswer } from "./capture-read.ts";
import { fetchSettings } from "./capture-settings.ts";

const SOFTWARE = "Belagt/0.1";

/**
 * The job that takes a copy of a page: fetched safely, kept as it came with the account of how it came, read by a child
 * process. What may pass is tried again; everything else is told at once. Bytes go to the store before the record says
 * that they are there, so a worker that dies leaves at worst bytes that nothing points at.
 */
export async function fetchCopy(
  { captureId }: { readonly captureId: string },
  { signal, isLast }: Try,
): Promise<void> {
  const id = captureId;
  const capture = orThrow(await beginCapture(worker, { id, progress: PROGRESS.asked }));
  if (!capture?.url) return;
  const outcome = await safeFetch(capture.url, { ...fetchSettings(), signal });
  if (!outcome.ok) return endCapture(id, outcome.reason, outcome.detail ?? null, isLast);

  const problem = problemOfStatus(outcome.status);
  orThrow(await beginCapture(worker, { id, progress: PROGRESS.fetched }));
  const account = await keepAccount(outcome);
  if (problem) return endCapture(id, problem, `HTTP ${outcome.status}`, isLast, account);

  const read = await readAnswer(outcome, signal);
  if (!read.ok) return endCapture(id, read.reason, read.field ?? null, isLast, account);
  orThrow(await beginCapture(worker, { id, progress: PROGRESS.read }));
  const { found, keep } = read.value;
  orThrow(await finishCapture(worker, { id, copy: await keep(), found, ...account }));
}

interface Account {
  readonly recordSha256: string;
  readonly warcSha256: string;
}

/** What was asked and answered, byte for byte (WARC, ISO 28500) and in short (capture.json). */
async function keepAccount(fetched: Fetched): Promise<Account> {
  const { record } = captureRecord(fetched);
  const kept = await copyStore.put(Buffer.from(canonicalize(record) ?? "", "utf8"));
  const warc = await copyStore.put(await warcOf(fetched, SOFTWARE));
  return { recordSha256: kept.sha256, warcSha256: warc.sha256 };
}

async function endCapture(
  id: string,
  problem: string,
  detail: string | null,
  isLast: boolean,
  account?: Account,
): Promise<void> {
  if (!mayPass(problem)) {
    orThrow(await failCapture(worker, { id, problem, detail, ...account }));
    return;
  }
  if (!isLast) orThrow(await putOffCapture(worker, { id, problem, detail }));
  else orThrow(await failCapture(worker, { id, problem, detail, ...account }));
  throw new TryAgain(problem, detail ?? undefined);
}

/** The last try failed, or its worker died in it. */
export async function parkCapture({ captureId }: { readonly captureId: string }): Promise<void> {
  orThrow(await failCapture(worker, { id: captureId, problem: null, detail: null }));
}
