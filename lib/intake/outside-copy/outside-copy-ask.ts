/**
 * Asks an archive to save a page, and how it is going. The archive is one the operator has named, and is off unless one
 * is: asking it tells the archive, and whoever it tells, that somebody takes an interest in that page.
 */
import { askService, type ServiceLimits } from "../assurance/assurance-fetch.ts";
import { type Service, serviceAddress } from "../assurance/assurance-services.ts";
import { type ArchiveAnswer, addressToSave } from "./outside-copy.ts";
import { jobAddress, readJobAnswer, readSaveAnswer } from "./outside-copy-answer.ts";

export interface AskArchiveOptions {
  readonly fetch?: typeof fetch;
  /** For the whole answer, ms. Some archives answer only when they have fetched the page themselves. */
  readonly timeout?: number;
}

/** Some answer with the copy itself. */
const MOST_BYTES = 20 * 1024 * 1024;
const JSON_FIRST = { accept: "application/json, text/html;q=0.5" };

const limits = ({ fetch, timeout = 90_000 }: AskArchiveOptions): ServiceLimits => ({
  fetch,
  timeout,
  most: MOST_BYTES,
});

/** @param url - of the page */
export async function askArchive(
  archive: Service,
  url: string,
  options: AskArchiveOptions = {},
): Promise<ArchiveAnswer> {
  const page = addressToSave(url);
  if (!page) return { state: "failed", reason: "archive-not-for-this-address" };
  const address = serviceAddress(archive, page);
  const asked = await askService(address, { headers: JSON_FIRST }, limits(options));
  // 405: this archive takes the page in a form, at the same place (RFC 9110 §15.5.6).
  const answer =
    asked.ok && asked.value.status === 405
      ? await askService(
          address,
          { method: "POST", headers: JSON_FIRST, body: new URLSearchParams({ url: page }) },
          limits(options),
        )
      : asked;
  return answer.ok
    ? readSaveAnswer(archive, address, answer.value)
    : { state: "failed", reason: answer.reason };
}

/**
 * How far a job has come.
 * @param job - as an earlier answer named it
 * @param url - of the page it is about
 */
export async function askArchiveJob(
  archive: Service,
  { job, url }: { readonly job: string; readonly url: string },
  options: AskArchiveOptions = {},
): Promise<ArchiveAnswer> {
  const address = jobAddress(archive, job);
  const page = addressToSave(url);
  if (!address || !page) return { state: "failed", reason: "archive-answer-unreadable" };
  const answer = await askService(address, { headers: JSON_FIRST }, limits(options));
  return answer.ok
    ? readJobAnswer(archive, { job, page }, answer.value)
    : { state: "failed", reason: answer.reason };
}
