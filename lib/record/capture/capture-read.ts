import "server-only";
import { clock } from "../../core/clock.ts";
import { done, type Result, refused } from "../../core/result.ts";
import { DOCUMENT_LIMITS } from "../../intake/document/document.ts";
import { shownText } from "../../intake/message/message-headers.ts";
import { runParser } from "../../intake/parser/parser-run.ts";
import type { Fetched } from "../../intake/safe-fetch/safe-fetch-outcome.ts";
import type { CopyToKeep } from "../snapshot/snapshot.ts";
import { type CopyConcern, copyConcerns } from "../snapshot/snapshot-concern.ts";
import { copyStore } from "../snapshot/snapshot-store.ts";
import type { PageFacts } from "./capture.ts";
import { keepFile } from "./capture-file.ts";

/** What came from an address, as far as it has been read. */
export interface AnswerRead {
  /** What can be quoted of it. */
  readonly pages: CopyToKeep["pages"];
  readonly found: PageFacts | null;
  /** What speaks against its being what was asked for. */
  readonly concerns: readonly CopyConcern[];
  /** Puts the bytes in the store: what is only looked at again is not kept each time. */
  readonly keep: () => Promise<CopyToKeep>;
}

const isText = (mediaType: string | null) =>
  mediaType === null || /^(?:text\/(?:html|plain)|application\/xhtml\+xml)$/.test(mediaType);

/** A page is read as one; what is a document behind a link passes the gate of documents, which keeps it. */
export async function readAnswer(fetched: Fetched, signal: AbortSignal): Promise<Result<AnswerRead>> {
  const { body, finalUrl, mediaType, status } = fetched;
  const concernsWith = (doubts: PageFacts["doubts"]) =>
    copyConcerns({ asked: fetched.url, answered: finalUrl, doubts });
  const capturedAt = new Date(fetched.hops.at(-1)?.respondedAt ?? clock.now().getTime());
  if (!isText(mediaType)) {
    // Its name promises nothing, except that a letter is one.
    const fileName = nameIn(finalUrl);
    const file = await keepFile(
      { fileName: /\.eml$/i.test(fileName) ? fileName : null, mediaType: mediaType ?? "", bytes: body },
      capturedAt,
      signal,
    );
    if (!file.ok) return file;
    const concerns = concernsWith([]);
    const copy = { ...file.value.copy, concerns };
    return done({ pages: copy.pages, found: null, concerns, keep: async () => copy });
  }
  const contentType = mediaType && `${mediaType}${fetched.charset ? `; charset=${fetched.charset}` : ""}`;
  const hints = { url: finalUrl, contentType, status, fetchedAt: capturedAt.getTime() };
  const parsed = await runParser("web-page", body, hints, { signal });
  if (!parsed.ok) return refused(parsed.reason);
  const { text, wholeText, ...facts } = parsed.value;
  const found = { ...asShown(facts), address: finalUrl };
  if (found.kind === "paywall" || found.kind === "consent" || found.kind === "empty")
    return refused(found.kind);
  if (found.kind === "not-html") return refused("not-a-page");
  if (found.missing) return refused("page-gone");
  if (wholeText.length > DOCUMENT_LIMITS.text) return refused("too-much-text");
  const pages = pagesOf(text, wholeText);
  const concerns = concernsWith(found.doubts);
  const keep = async (): Promise<CopyToKeep> => {
    const { sha256, byteLength } = await copyStore.put(body);
    return {
      ...{ sha256, byteLength, capturedAt, pages, concerns },
      mediaType: mediaType ?? "text/html",
      fileName: null,
      // A page is never served again, not even cleaned: its text is what we show of it.
      publicSha256: null,
      message: null,
    };
  };
  return done({ pages, found, concerns, keep });
}

/**
 * What can be quoted of a page: its main text, as page 1; and as page 2 everything a reader could see there, for what
 * stands in boxes and captions beside it.
 */
function pagesOf(text: string, wholeText: string) {
  return [...new Set([text, wholeText])]
    .filter((page) => page !== "")
    .map((page, index) => ({ number: index + 1, text: page }));
}

/** What a file is called in its address; an address may hold anything. */
function nameIn(url: string): string {
  const last = new URL(url).pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** What a page says of itself is read by people: marks that hide in it or turn it round are not. */
const asShown = (facts: PageFacts): PageFacts => ({
  ...facts,
  title: facts.title && shownText(facts.title),
  byline: facts.byline && shownText(facts.byline),
  publisher: facts.publisher && shownText(facts.publisher),
});
