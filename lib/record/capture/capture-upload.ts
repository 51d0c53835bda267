import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { type Result, refused } from "../../core/result.ts";
import { BlobStoreFull } from "../../intake/blob/blob-error.ts";
import { shownText } from "../../intake/message/message-headers.ts";
import type { FileRead } from "./capture.ts";
import { keepFile } from "./capture-file.ts";

/** Bytes of the largest file; the door lets through no more than that and a form beside it. */
const LARGEST_FILE = 25 * 1024 * 1024;

/**
 * Reads a file that somebody hands in with a form: through the gate, then into the store. The bytes of one that is
 * refused are not kept.
 */
export async function readUpload(actor: Actor, file: File): Promise<Result<FileRead>> {
  if (!atLeast(actor, "journalist")) return refused("not-allowed");
  if (file.size > LARGEST_FILE) return refused("file-too-large");
  // A name may hold anything, also what the database refuses.
  const fileName = shownText(file.name);
  try {
    return await keepFile({ fileName, mediaType: file.type, bytes: await file.bytes() }, clock.now());
  } catch (error) {
    if (error instanceof BlobStoreFull) return refused("disk-full");
    throw error;
  }
}
