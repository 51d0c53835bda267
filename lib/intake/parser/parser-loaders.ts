import type { ParserName } from "./parser.ts";

/**
 * What a parser is: bytes and what is known about them in, plain data out. It may return whatever a structured clone
 * can carry, bytes included.
 */
export type Parser = (bytes: Uint8Array, hints: never) => unknown;

/** Loaded by name, so that a child that reads an e-mail does not pay for a PDF reader. */
export const parserLoaders = {
  "web-page": async () => (await import("@/lib/intake/web-page/web-page-read")).readWebPage,
  document: async () => (await import("@/lib/intake/document/document-read")).readDocument,
  picture: async () => (await import("@/lib/intake/document/document-read")).readDocument,
  message: async () => (await import("@/lib/intake/message/message-read")).readMessage,
} satisfies Record<ParserName, () => Promise<Parser>>;

type Loaded<N extends ParserName> = Awaited<ReturnType<(typeof parserLoaders)[N]>>;

export type ParserHints<N extends ParserName> = Parameters<Loaded<N>>[1];
export type Parsed<N extends ParserName> = Awaited<ReturnType<Loaded<N>>>;
