import "server-only";
import { orThrow } from "../../core/result.ts";
import { TryAgain } from "../../desk/job/job.ts";
import { worker } from "../../desk/job/job-actor.ts";
import type { Try } from "../../desk/job/job-worker.ts";
import { sha256Of } from "../../intake/blob/blob.ts";
import { safeFetch } from "../../intake/safe-fetch/safe-fetch.ts";
import type { Fetched } from "../../intake/safe-fetch/safe-fetch-outcome.ts";
import { mayPass, problemOfStatus } from "../capture/capture.ts";
import { readAnswer } from "../capture/capture-read.ts";
import { fetchSettings } from "../capture/capture-settings.ts";
import type { CopyToKeep } from "../snapshot/snapshot.ts";
import type { CopyConcern } from "../snapshot/snapshot-concern.ts";
import { everyOne, type Finding, findingsIn, isLost } from "./recheck.ts";
import { keepRechecks } from "./recheck-commands.ts";
import { type PageToLookAt, pageToLookAt } from "./recheck-queries.ts";

/** What a page was found to be: its passages, each with its state, or why nothing of it can be said. */
type Seen =
  | { readonly ok: true; readonly findings: readonly Finding[]; readonly copy: CopyToKeep | null }
  | { readonly ok: false; readonly reason: string; readonly detail?: string | undefined };

/**
 * The job that looks for the published passages of a source on its live page. That a page is gone is seen at once; that
 * it could not be read is only said when the last try has failed, since most such things pass.
 */
export async function lookAgain(
  { sourceId, askedAt: asked }: { readonly sourceId: string; readonly askedAt: string },
  { signal, isLast }: Try,
): Promise<void> {
  const askedAt = new Date(asked);
  const page = await pageToLookAt(sourceId, askedAt);
  if (!page) return;
  const seen = await lookAt(page, signal);
  // To be told to stop says nothing about the page.
  if (signal.aborted) throw new TryAgain("stopped");
  if (!seen.ok && mayPass(seen.reason) && !isLast) throw new TryAgain(seen.reason, seen.detail);
  const { findings, copy } = seen.ok
    ? seen
    : { findings: everyOne(page.passages, "unreachable"), copy: null };
  orThrow(await keepRechecks(worker, { sourceId, askedAt, findings, copy }));
}

async function lookAt({ url, passages }: PageToLookAt, signal: AbortSignal): Promise<Seen> {
  const outcome = await safeFetch(url, { ...fetchSettings(), signal });
  if (!outcome.ok) return outcome;
  const problem = problemOfStatus(outcome.status);
  if (problem === "page-gone") return { ok: true, findings: everyOne(passages, "gone"), copy: null };
  if (problem) return { ok: false, reason: problem, detail: `HTTP ${outcome.status}` };
  return compare(passages, outcome, signal);
}

/** Passages whose copy has these very bytes need no reading; for the others the page is read as it was for the copy. */
async function compare(
  passages: PageToLookAt["passages"],
  fetched: Fetched,
  signal: AbortSignal,
): Promise<Seen> {
  const bytes = sha256Of(fetched.body);
  const [same, others] = [
    passages.filter(({ copy }) => copy === bytes),
    passages.filter(({ copy }) => copy !== bytes),
  ];
  const unchanged = everyOne(same, "found");
  if (others.length === 0) return { ok: true, findings: unchanged, copy: null };
  const read = await readAnswer(fetched, signal);
  if (!read.ok) return read;
  const findings = findingsIn(others, read.value.pages);
  const isWall = read.value.concerns.some((concern) => WALLS.has(concern));
  // Words behind a question are neither gone nor changed: nobody has seen.
  if (isWall && findings.some(({ state }) => isLost(state))) return { ok: false, reason: "not-let-in" };
  const copy = findings.some(({ state }) => isLost(state)) ? await read.value.keep() : null;
  return { ok: true, findings: [...unchanged, ...findings], copy };
}

/** Behind these may be what was quoted. */
const WALLS: ReadonlySet<CopyConcern> = new Set(["login", "consent", "robot", "failed", "beginning"]);
