/**
 * Reads what archives answer: a Location or Content-Location (RFC 9110 §8.7, §10.2.2), a Link to the memento (RFC 7089
 * §2.2), or the job of the Internet Archive's Save Page Now. Only an address at the archive itself is a copy of its.
 */
import { z } from "zod";
import type { ServiceAnswer } from "../assurance/assurance-fetch.ts";
import { problemOf } from "../assurance/assurance-fetch.ts";
import { type Service, serviceAddress } from "../assurance/assurance-services.ts";
import type { ArchiveAnswer } from "./outside-copy.ts";

const JOB = /^[\w-]{1,200}$/;
const DIGITS = /^\d{14}$/;

const begun = z.object({ job_id: z.string().regex(JOB) });
const progress = z.discriminatedUnion("status", [
  z.object({ status: z.literal("pending") }),
  z.object({
    status: z.literal("success"),
    timestamp: z.string().regex(DIGITS),
    original_url: z.url({ protocol: /^https?$/ }).optional(),
  }),
  z.object({ status: z.literal("error") }),
]);

/** The answer to being asked to save a page. */
export function readSaveAnswer(archive: Service, asked: string, answer: ServiceAnswer): ArchiveAnswer {
  const { status, headers } = answer;
  const isRedirect = status >= 300 && status < 400;
  const problem = problemOf(status);
  if (problem && !isRedirect) return { state: "failed", reason: problem };
  const given = (isRedirect ? null : headers.get("content-location")) ?? headers.get("location");
  const place = given ?? newestMemento(headers);
  if (place) return copyAt(archive, asked, place, headers);
  const json = jsonOf(answer);
  const job = begun.safeParse(json);
  if (job.success) return { state: "pending", job: job.data.job_id };
  const isRefused = progress.safeParse(json).data?.status === "error";
  return { state: "failed", reason: isRefused ? "archive-could-not-save" : "archive-answer-unreadable" };
}

/** The answer to being asked how a job is going. */
export function readJobAnswer(
  archive: Service,
  { job, page }: { readonly job: string; readonly page: string },
  answer: ServiceAnswer,
): ArchiveAnswer {
  const problem = problemOf(answer.status);
  if (problem) return { state: "failed", reason: problem };
  const { data } = progress.safeParse(jsonOf(answer));
  if (!data) return { state: "failed", reason: "archive-answer-unreadable" };
  if (data.status === "pending") return { state: "pending", job };
  if (data.status === "error") return { state: "failed", reason: "archive-could-not-save" };
  return copyAt(archive, "", `/web/${data.timestamp}/${data.original_url ?? page}`, answer.headers);
}

/** Where a job's progress is told; null for a name that no job of an archive has. */
export const jobAddress = (archive: Service, job: string): string | null =>
  JOB.test(job) ? `${new URL(serviceAddress(archive, "")).origin}/save/status/${job}` : null;

function copyAt(archive: Service, asked: string, place: string, headers: Headers): ArchiveAnswer {
  const url = ownAddress(archive, place);
  if (!url) return { state: "failed", reason: "archive-copy-elsewhere" };
  // Back to where pages are saved: nothing has been saved.
  if (url === asked || url.startsWith(serviceAddress(archive, "")))
    return { state: "failed", reason: "archive-answer-unreadable" };
  return { state: "done", url, at: mementoTime(headers) ?? timeInAddress(url) };
}

/** An address as the archive gave it, whole; null when it is not at the archive's own origin. */
export function ownAddress(archive: Service, address: string): string | null {
  const base = serviceAddress(archive, "");
  if (!URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return url.origin === new URL(base).origin && !url.username && !url.password ? url.href : null;
}

/** RFC 7089 §2.1.1: when the original was as the copy has it. */
export function mementoTime(headers: Headers): Date | null {
  const at = new Date(headers.get("memento-datetime") ?? "");
  return Number.isNaN(at.getTime()) ? null : at;
}

/** Archives that work as the Wayback Machine does have the time, UTC, in the address: /web/20261123193000/https://… */
export function timeInAddress(url: string): Date | null {
  const [, digits] = /\/(\d{14})(?:[a-z]{2}_)?\//.exec(new URL(url).pathname) ?? [];
  if (!digits) return null;
  const iso = digits.replace(/^(....)(..)(..)(..)(..)(..)$/, "$1-$2-$3T$4:$5:$6.000Z");
  const at = new Date(iso);
  // 31 February is a day for Date, and for no archive.
  return !Number.isNaN(at.getTime()) && at.toISOString() === iso ? at : null;
}

/**
 * The copy that a Link header names as the one it is about, or as the newest (RFC 7089 §2.2, RFC 8288 §3). Not the first
 * one: that is the oldest that the archive has.
 */
function newestMemento(headers: Headers): string | null {
  const links = (headers.get("link")?.split(/,(?=\s*<)/) ?? []).map((link) => {
    const [, address = "", parameters = ""] = /^\s*<([^>]*)>(.*)$/s.exec(link) ?? [];
    const [, relations = ""] = /;\s*rel="?([^";]*)/i.exec(parameters) ?? [];
    return { address, relations: relations.toLowerCase().trim().split(/\s+/).sort().join(" ") };
  });
  const named = ["memento", "last memento", "first last memento"].map((wanted) =>
    links.find(({ relations }) => relations === wanted),
  );
  return named.find((link) => link !== undefined)?.address ?? null;
}

function jsonOf({ body }: ServiceAnswer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}
