/**
 * A quotation as others' tools read it: the target of a W3C Web Annotation (Web Annotation Data Model, §4). Several
 * selectors say the same in different ways (§4.2); a page of a PDF is selected first, and the words within it
 * (§4.2.9, `refinedBy`).
 */
import type { TextPosition, TextQuote } from "./quote.ts";

export interface QuoteSource {
  /** The live address. */
  readonly url: string;
  /** Of a PDF, from 1; null for what has no pages. */
  readonly pdfPage: number | null;
  /** The text of the copy, or of its page: the position is one in it. */
  readonly text: string;
  /** When the copy was taken. */
  readonly capturedAt: Date;
  /** Where our copy can be read; null when it is not shown. */
  readonly copyUrl: string | null;
}

interface TextQuoteSelector {
  readonly type: "TextQuoteSelector";
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

interface TextPositionSelector {
  readonly type: "TextPositionSelector";
  readonly start: number;
  readonly end: number;
}

type TextSelector = TextQuoteSelector | TextPositionSelector;

interface FragmentSelector {
  readonly type: "FragmentSelector";
  readonly conformsTo: typeof PDF_FRAGMENTS;
  readonly value: string;
  readonly refinedBy: TextSelector;
}

export interface QuoteAnnotation {
  readonly type: "SpecificResource";
  readonly source: string;
  readonly state: { readonly type: "TimeState"; readonly sourceDate: string; readonly cached?: string };
  readonly selector: readonly (TextSelector | FragmentSelector)[];
}

/** How the data model names fragments of PDFs (§4.2.1). RFC 8118, which replaces it, leaves `page=` as it was. */
const PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3778";

/** The data model counts code points where we count UTF-16 code units (§4.2.5). */
const codePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

export function quoteAnnotation(
  { exact, prefix, suffix, start, end }: TextQuote & TextPosition,
  { url, pdfPage, text, capturedAt, copyUrl }: QuoteSource,
): QuoteAnnotation {
  const before = codePoints(text.slice(0, start));
  const selectors: readonly TextSelector[] = [
    {
      type: "TextQuoteSelector",
      exact,
      ...(prefix !== "" && { prefix }),
      ...(suffix !== "" && { suffix }),
    },
    { type: "TextPositionSelector", start: before, end: before + codePoints(text.slice(start, end)) },
  ];
  return {
    type: "SpecificResource",
    source: url,
    state: {
      type: "TimeState",
      sourceDate: capturedAt.toISOString(),
      ...(copyUrl !== null && { cached: copyUrl }),
    },
    selector:
      pdfPage === null
        ? selectors
        : selectors.map((refinedBy) => ({
            type: "FragmentSelector",
            conformsTo: PDF_FRAGMENTS,
            value: `page=${pdfPage}`,
            refinedBy,
          })),
  };
}
