/**
 * Files that people hand in, or that lie behind a link: what is taken, how much of it, and what is read from one.
 *
 * Nothing here looks for viruses. Pages that offer a file must say so.
 */
export const DOCUMENT_KINDS = ["pdf", "jpeg", "png", "webp", "text", "csv"] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

interface KindFacts {
  /** The first is the one we give it. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** Other names that browsers and servers have for it. */
  readonly alsoCalled: readonly string[];
}

export const KINDS: Readonly<Record<DocumentKind, KindFacts>> = {
  pdf: { extensions: ["pdf"], mediaType: "application/pdf", alsoCalled: ["application/x-pdf"] },
  jpeg: {
    extensions: ["jpg", "jpeg", "jfif"],
    mediaType: "image/jpeg",
    alsoCalled: ["image/jpg", "image/pjpeg"],
  },
  png: { extensions: ["png"], mediaType: "image/png", alsoCalled: ["image/x-png"] },
  webp: { extensions: ["webp"], mediaType: "image/webp", alsoCalled: [] },
  text: { extensions: ["txt"], mediaType: "text/plain", alsoCalled: [] },
  // Windows with Excel says that a CSV file is Excel's.
  csv: {
    extensions: ["csv"],
    mediaType: "text/csv",
    alsoCalled: ["text/plain", "application/csv", "text/x-csv", "application/vnd.ms-excel"],
  },
};

const PICTURES: ReadonlySet<DocumentKind> = new Set(["jpeg", "png", "webp"]);

export const isPicture = (kind: DocumentKind): boolean => PICTURES.has(kind);

export interface DocumentLimits {
  readonly bytes: number;
  /** Width times height. */
  readonly pixels: number;
  readonly pages: number;
  /** PDF units of a page's side. */
  readonly pageSide: number;
  /** UTF-16 units of all the text of a PDF. */
  readonly text: number;
}

export const DOCUMENT_LIMITS: DocumentLimits = {
  bytes: 25 * 1024 * 1024,
  pixels: 40_000_000,
  pages: 500,
  // What Acrobat itself stops at (ISO 32000-1, annex C.2).
  pageSide: 14_400,
  // More than any book.
  text: 5_000_000,
};

/** Why a file is turned away before anything is read from it. */
export const GATE_PROBLEMS = [
  "file-empty",
  "file-too-large",
  "file-kind-not-taken",
  "file-is-something-else",
  "file-holds-another",
  "text-unreadable",
] as const;

/** Why one that passed the gate could not be used after all. */
export const READING_PROBLEMS = [
  "file-damaged",
  "file-needs-password",
  "too-many-pages",
  "page-too-large",
  "too-much-text",
  "too-many-pixels",
  "picture-moves",
  "too-much-to-draw",
] as const;

export type GateProblem = (typeof GATE_PROBLEMS)[number];
export type ReadingProblem = (typeof READING_PROBLEMS)[number];

/** What is known of a file beside its bytes, as in `gate`. */
export interface DocumentHints {
  /** Null where the name promises nothing. */
  readonly fileName: string | null;
  readonly mediaType: string;
  /** Every page of the public copy of a PDF is to be a picture of what the original shows. */
  readonly asPictures?: boolean;
}

/** What whoever reviews the file should know of it. None of it is in the public copy. */
export const DOCUMENT_FLAGS = [
  "has-javascript",
  "has-launch-actions",
  "has-links",
  "has-embedded-files",
  "has-form",
  "has-comments",
  "has-signature",
  "has-layers",
  "has-metadata",
  "has-location",
  "has-data-after-end",
  "has-formulas",
  "opens-without-password",
  "partly-unreadable",
  "has-hidden-text",
  "letters-look-otherwise",
  "pages-as-pictures",
] as const;

export type DocumentFlag = (typeof DOCUMENT_FLAGS)[number];

/** With one of these a person looks at the public copy, page by page, before all of it is shown (decision 17). */
export const FLAGS_TO_LOOK_AT = ["has-hidden-text", "letters-look-otherwise", "pages-as-pictures"] as const;
export type FlagToLookAt = (typeof FLAGS_TO_LOOK_AT)[number];

export interface DocumentPage {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

export interface DocumentReading {
  readonly kind: DocumentKind;
  readonly mediaType: string;
  /** None for a picture: text in pictures is not read. A page of a PDF without text is there, and empty. */
  readonly pages: readonly DocumentPage[];
  readonly pageCount: number;
  /** What the file says of itself. Suggestions only: anybody can write anything there. */
  readonly title: string | null;
  readonly author: string | null;
  /** A day, as EDTF. */
  readonly created: string | null;
  /** What the public may be given: the same content, made anew, without metadata and without anything that acts. */
  readonly publicCopy: Uint8Array;
  readonly flags: readonly DocumentFlag[];
}
