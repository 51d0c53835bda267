/**
 * Whatever strangers have written (a captured page, a document, an e-mail) is taken apart in a child process that may
 * do nothing but compute: a parser that is fooled, runs wild or falls over takes nobody with it.
 */
export const PARSER_NAMES = ["web-page", "document", "picture", "message"] as const;

export type ParserName = (typeof PARSER_NAMES)[number];

/**
 * Whom Node lets load native code. libvips is native code, so pictures are apart from everything else: with addons the
 * permission model holds the JavaScript alone.
 */
export const LOADS_ADDONS: Readonly<Record<ParserName, boolean>> = {
  "web-page": false,
  document: false,
  picture: true,
  message: false,
};

const MB = 1024 * 1024;

/** What one parser may use before it is ended. */
export interface ParserLimits {
  readonly milliseconds: number;
  /** The objects of V8. */
  readonly heapBytes: number;
  /** The whole process, with its buffers and native code: those lie outside the heap. */
  readonly residentBytes: number;
  readonly answerBytes: number;
}

export const PARSER_LIMITS: ParserLimits = {
  milliseconds: 60_000,
  heapBytes: 256 * MB,
  residentBytes: 700 * MB,
  answerBytes: 96 * MB,
};

/** Children at once in one process; whoever comes after waits. */
export const PARSERS_AT_ONCE = 2;

export const PARSER_PROBLEMS = ["took-too-long", "took-too-much-memory", "could-not-be-read"] as const;

export type ParserProblem = (typeof PARSER_PROBLEMS)[number];
