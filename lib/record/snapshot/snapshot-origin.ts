import "server-only";
import { z } from "zod";
import { BlobError } from "../../intake/blob/blob-error.ts";
import { redactedUrl } from "../../intake/safe-fetch/safe-fetch-secret.ts";
import { copyStore } from "./snapshot-store.ts";

/** How a copy came to us. Never who took it. */
export type CopyOrigin =
  | { readonly method: "upload" }
  | {
      readonly method: "fetch";
      /** Where the last redirect led, without what could be somebody's key to it. Null: the account is not to be had. */
      readonly answer: { readonly url: string; readonly status: number; readonly at: string } | null;
    };

/** What is read of an account (lib/intake/safe-fetch/safe-fetch-capture.ts). */
const account = z.object({ finalUrl: z.url(), status: z.int(), respondedAt: z.string() });

/** The first way it came, of several. */
export const FIRST_CAPTURE = {
  where: { state: "done" as const },
  orderBy: [{ finishedAt: "asc" as const }, { id: "asc" as const }],
  take: 1,
  select: { method: true, recordSha256: true },
};

/** @param captures - as FIRST_CAPTURE reads them. None: nobody has noted how the copy came */
export async function copyOrigin(
  captures: readonly { readonly method: "fetch" | "upload"; readonly recordSha256: string | null }[],
): Promise<CopyOrigin | null> {
  const [capture] = captures;
  if (!capture) return null;
  if (capture.method === "upload") return { method: "upload" };
  const record = capture.recordSha256 === null ? null : await recorded(capture.recordSha256);
  return {
    method: "fetch",
    answer: record && {
      url: redactedUrl(record.finalUrl),
      status: record.status,
      at: record.respondedAt,
    },
  };
}

async function recorded(sha256: string): Promise<z.output<typeof account> | null> {
  try {
    return account.parse(JSON.parse((await copyStore.get(sha256)).toString("utf8")));
  } catch (error) {
    // Damage is the scrub's to report; the page about the copy is there all the same.
    if (error instanceof BlobError || error instanceof z.ZodError || error instanceof SyntaxError)
      return null;
    throw error;
  }
}
