import "server-only";
import { readFile } from "node:fs/promises";
import { env } from "../../core/env.ts";
import { orThrow } from "../../core/result.ts";
import { TryAgain } from "../../desk/job/job.ts";
import { worker } from "../../desk/job/job-actor.ts";
import type { Try } from "../../desk/job/job-worker.ts";
import type { Service } from "../../intake/assurance/assurance-services.ts";
import { type ArchiveAnswer, outsideArchives } from "../../intake/outside-copy/outside-copy.ts";
import { askArchive, askArchiveJob } from "../../intake/outside-copy/outside-copy-ask.ts";
import { compareOutside } from "../../intake/outside-copy/outside-copy-compare.ts";
import { runParser } from "../../intake/parser/parser-run.ts";
import { findQuote } from "../../intake/quote/quote-find.ts";
import { timestampAuthorities } from "../../intake/timestamp/timestamp.ts";
import { askAuthority } from "../../intake/timestamp/timestamp-ask.ts";
import { timestampRoots } from "../../intake/timestamp/timestamp-certificate.ts";
import {
  keepOutsideCopy,
  keepTimestamp,
  troubleOutsideCopy,
  troubleTimestamp,
} from "./snapshot-attest-commands.ts";
import { type OutsideCopyToAsk, outsideCopyToAsk, timestampToAsk } from "./snapshot-queries.ts";
import { copyStore } from "./snapshot-store.ts";

/** What the operator has taken away since it was asked for is not asked. */
const NOT_CONFIGURED = "not-configured";

const named = (services: readonly Service[], name: string) =>
  services.find((service) => service.name === name);

const trustedRoots = async () =>
  env.BELAGT_TIMESTAMP_ROOTS ? timestampRoots(await readFile(env.BELAGT_TIMESTAMP_ROOTS, "utf8")) : [];

/** The job that asks an authority for a timestamp. Only the hash leaves the house. */
export async function askForTimestamp(
  { timestampId: id }: { readonly timestampId: string },
  { isLast }: Try,
): Promise<void> {
  const wanted = await timestampToAsk(id);
  if (!wanted) return;
  const authority = named(timestampAuthorities(env.BELAGT_TIMESTAMP_AUTHORITIES), wanted.authority);
  if (!authority) {
    orThrow(await troubleTimestamp(worker, { id, problem: NOT_CONFIGURED, isOver: true }));
    return;
  }
  const given = await askAuthority(authority.url, wanted.sha256, { roots: await trustedRoots() });
  if (!given.ok) {
    orThrow(await troubleTimestamp(worker, { id, problem: given.reason, isOver: isLast }));
    throw new TryAgain(given.reason);
  }
  const { token, at, trusted } = given.value;
  const { sha256: tokenSha256 } = await copyStore.put(token);
  orThrow(await keepTimestamp(worker, { id, at, trusted, tokenSha256 }));
}

export async function parkTimestamp({ timestampId: id }: { readonly timestampId: string }): Promise<void> {
  orThrow(await troubleTimestamp(worker, { id, problem: null, isOver: true }));
}

/** The job that asks an archive outside to save the page, and looks whether its copy has the words we quote. */
export async function askOutside(
  { outsideCopyId: id }: { readonly outsideCopyId: string },
  { isLast }: Try,
): Promise<void> {
  const wanted = await outsideCopyToAsk(id);
  if (!wanted) return;
  const archive = named(outsideArchives(env.BELAGT_OUTSIDE_ARCHIVES), wanted.archive);
  if (!archive) {
    orThrow(await troubleOutsideCopy(worker, { id, problem: NOT_CONFIGURED, isOver: true }));
    return;
  }
  const { url, job, savedAs } = wanted;
  // What it has saved it is not asked to save again: only whether the words are there.
  const answer: ArchiveAnswer = savedAs
    ? { state: "done", url: savedAs, at: null }
    : job
      ? await askArchiveJob(archive, { job, url })
      : await askArchive(archive, url);
  if (answer.state !== "done") {
    const problem = answer.state === "pending" ? null : answer.reason;
    const waitsFor = answer.state === "pending" ? answer.job : null;
    orThrow(await troubleOutsideCopy(worker, { id, problem, isOver: isLast, job: waitsFor }));
    throw new TryAgain(problem ?? "archive-not-ready");
  }
  const sameText = (bytes: Buffer, mediaType: string) => hasOurWords(wanted, bytes, mediaType);
  const compared = await compareOutside(archive, answer.url, { sha256: wanted.sha256, sameText });
  if (!compared.ok) {
    const trouble = { id, problem: compared.reason, isOver: isLast, savedAs: answer.url };
    orThrow(await troubleOutsideCopy(worker, trouble));
    throw new TryAgain(compared.reason);
  }
  // By the archive's clock or not at all.
  const at = compared.value.at ?? answer.at;
  const same = compared.value.same !== "neither";
  orThrow(await keepOutsideCopy(worker, { id, url: answer.url, at, sameText: same }));
}

export async function parkOutsideCopy({
  outsideCopyId: id,
}: {
  readonly outsideCopyId: string;
}): Promise<void> {
  orThrow(await troubleOutsideCopy(worker, { id, problem: null, isOver: true }));
}

/** Whether every passage that is quoted from our copy stands in theirs; without any, the whole text must. */
async function hasOurWords(
  { url, quotes, text }: OutsideCopyToAsk,
  bytes: Buffer,
  mediaType: string,
): Promise<boolean> {
  const parsed = await runParser("web-page", bytes, { url, contentType: mediaType, status: 200 });
  if (!parsed.ok) return false;
  const pages = [{ number: 1, text: parsed.value.wholeText }];
  if (quotes.length === 0) return text !== "" && parsed.value.wholeText.includes(text);
  return quotes.every((quote) => findQuote(pages, quote) !== null);
}
