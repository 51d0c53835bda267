import "server-only";
import { done, type Result } from "../../core/result.ts";
import { type DocumentProblem, examineDocument } from "../../intake/document/document-examine.ts";
import { copyStore } from "./snapshot-store.ts";

/**
 * Makes the public file of a PDF anew from the bytes as they came: with every page as a picture, or as it is made when it
 * comes. The text that is quoted from is what it was.
 *
 * @param sha256 - of the original
 * @returns the hash of the file that was made
 */
export async function remakeFile(
  sha256: string,
  { asPictures }: { readonly asPictures: boolean },
): Promise<Result<string, DocumentProblem>> {
  const hints = { fileName: null, mediaType: "application/pdf", asPictures };
  const read = await examineDocument(await copyStore.get(sha256), hints);
  if (!read.ok) return read;
  const made = await copyStore.put(read.value.publicCopy);
  return done(made.sha256);
}
