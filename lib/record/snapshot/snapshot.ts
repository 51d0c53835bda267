import type { FlagToLookAt } from "../../intake/document/document.ts";
import type { DkimState } from "../../intake/message/message-dkim.ts";
import type { CopyConcern } from "./snapshot-concern.ts";

/**
 * How much of a copy the public may see; we hold all of it either way. Pictures: the file with every page of it as a
 * picture of what is seen, and no text but what is quoted.
 */
export const SHOWINGS = ["excerpts", "whole", "pictures"] as const;
export type Showing = (typeof SHOWINGS)[number];

/** What JSON can hold. */
export type Json = string | number | boolean | Json[] | { [key: string]: Json };

/** A copy whose bytes are in the store, as it is entered in the record. */
export interface CopyToKeep {
  readonly sha256: string;
  readonly byteLength: number;
  readonly mediaType: string;
  readonly capturedAt: Date;
  readonly fileName: string | null;
  /** Of the copy without metadata. Null: there is none, or it would be the very same bytes. */
  readonly publicSha256: string | null;
  readonly pages: readonly { readonly number: number; readonly text: string }[];
  readonly message: MessageRow | null;
  /** What speaks against its being what was asked for. Left out: it was handed in by somebody who has looked at it. */
  readonly concerns?: readonly CopyConcern[];
  /** Why somebody must look at its public file before all of it is shown. */
  readonly lookAt?: readonly FlagToLookAt[];
}

/** An e-mail as it is kept: headers for threading and showing, and what was found of its signature. */
export interface MessageRow {
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly sentAt: Date | null;
  readonly dkim: DkimState;
  readonly dkimDomain: string | null;
  readonly dkimFound: Json;
}

/** The copy without metadata, as it is sent to somebody. */
export interface CopyFile {
  readonly sha256: string;
  readonly mediaType: string;
  /** What it is called; null: by its hash. */
  readonly fileName: string | null;
}

/** What a copy is to a reader. */
export type CopyKind = "page" | "pdf" | "picture" | "message" | "table" | "text" | "other";

export function copyKind(mediaType: string): CopyKind {
  if (mediaType === "text/html" || mediaType === "application/xhtml+xml") return "page";
  if (mediaType === "application/pdf") return "pdf";
  if (mediaType.startsWith("image/")) return "picture";
  if (mediaType === "message/rfc822") return "message";
  if (mediaType === "text/csv") return "table";
  return mediaType === "text/plain" ? "text" : "other";
}
