/** One attempt to take a copy of a source: fetched by us, or handed in. */

import type { WebPageReading } from "../../intake/web-page/web-page.ts";
import type { CopyToKeep } from "../snapshot/snapshot.ts";
import type { TurnedAway } from "./capture-attachment.ts";

/** What a page says of itself; its text is kept with the copy. */
export type PageFacts = Omit<WebPageReading, "text" | "wholeText"> & {
  /** Where the address led, after redirects; of captures that said so. */
  readonly address?: string;
};

export type CaptureMethod = "fetch" | "upload";
export type CaptureState = "waiting" | "working" | "done" | "failed";

/** A file that passed the gate: its bytes are in the store, and this is what the record is to say of it. */
export interface FileRead {
  readonly copy: CopyToKeep;
  /** What came with an e-mail and passed the gate too: each becomes a source of its own. */
  readonly attachments: readonly CopyToKeep[];
  /** What did not, or was left out, with why. */
  readonly turnedAway: readonly TurnedAway[];
  /** What the document calls itself. */
  readonly ownTitle: string | null;
  /** What somebody at the desk should know of it (`capture.flags`). */
  readonly flags: readonly string[];
}

/** What somebody at the desk should know of a file besides its copy; kept with the capture, so that it can be seen again. */
export type UploadFacts = Pick<FileRead, "turnedAway" | "flags">;

/** What a browser offers first when a file is chosen. What is in it the gate finds out. */
export const ACCEPTED_FILES = ".pdf,.jpg,.jpeg,.png,.webp,.txt,.csv,.eml,message/rfc822";

/** How a page answered, when it was not with what a reader would see. Each has a sentence in messages (`capture.problems`). */
export const PAGE_PROBLEMS = [
  "page-gone",
  "not-let-in",
  "page-failed",
  "asked-to-wait",
  "paywall",
  "consent",
  "empty",
  "not-a-page",
  "no-address",
  /** A worker died in the last try, and could not say of what. */
  "broken-off",
] as const;
export type PageProblem = (typeof PAGE_PROBLEMS)[number];

/** Reasons for which the same address may answer differently a little later. */
export const PASSING = [
  "name-not-found",
  "connection-failed",
  "timed-out",
  "page-failed",
  "asked-to-wait",
  "took-too-long",
  "stopped",
] as const;

export const mayPass = (reason: string): boolean => PASSING.some((passing) => passing === reason);

/** What an HTTP status says of a page; null: it was given. */
export function problemOfStatus(status: number): PageProblem | null {
  if (status >= 200 && status < 300) return null;
  if (status === 404 || status === 410) return "page-gone";
  if (status === 429 || status === 503) return "asked-to-wait";
  if (status === 401 || status === 402 || status === 403 || status === 451) return "not-let-in";
  return "page-failed";
}

/** The parts of the work, as shares of a hundred that are done when each begins. */
export const PROGRESS = { asked: 5, fetched: 50, read: 80, kept: 100 } as const;

export interface CaptureView {
  readonly id: string;
  readonly method: CaptureMethod;
  readonly state: CaptureState;
  readonly progress: number;
  readonly url: string | null;
  readonly problem: string | null;
  readonly detail: string | null;
  readonly found: PageFacts | null;
  /** Of what was handed in. */
  readonly upload: UploadFacts | null;
  readonly snapshotId: string | null;
  /** RFC 3339. */
  readonly requestedAt: string;
  readonly finishedAt: string | null;
}
