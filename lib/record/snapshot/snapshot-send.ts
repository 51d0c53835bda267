import "server-only";
import { BlobError } from "../../intake/blob/blob-error.ts";
import { DOCUMENT_KINDS, KINDS } from "../../intake/document/document.ts";
import { safeName } from "../../intake/document/document-name.ts";
import type { CopyFile } from "./snapshot.ts";
import { fileAnswer } from "./snapshot-answer.ts";
import { copyStore } from "./snapshot-store.ts";

/** Answered with the server's own page, in both languages. */
const nothing = (status: 401 | 404 | 503) =>
  new Response(null, {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });

/** Nobody is signed in. */
export const signedOut = () => nothing(401);

/** What is sent, and what it is called. Only what the gate lets in has a type of its own; anything else is bytes. */
function described({ sha256, mediaType, fileName }: CopyFile): { mediaType: string; name: string } {
  const kind = DOCUMENT_KINDS.find((each) => KINDS[each].mediaType === mediaType);
  const byHash = sha256.slice(0, 16);
  if (!kind) return { mediaType: "application/octet-stream", name: byHash };
  return {
    mediaType: mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType,
    name: safeName(fileName ?? byHash, kind),
  };
}

/** Sends the copy without metadata. The store compares it with its hash first: what was changed is not sent. */
export async function sendCopy(
  request: Request,
  file: CopyFile | null,
  cacheControl: string,
): Promise<Response> {
  if (!file) return nothing(404);
  const { sha256 } = file;
  try {
    const size = await copyStore.size(sha256);
    if (size === null) return nothing(404);
    return await fileAnswer(request, {
      ...{ sha256, size, cacheControl },
      ...described(file),
      open: (range) => copyStore.stream(sha256, range),
    });
  } catch (error) {
    if (!(error instanceof BlobError)) throw error;
    return nothing(error.reason === "blob-store-busy" ? 503 : 404);
  }
}
