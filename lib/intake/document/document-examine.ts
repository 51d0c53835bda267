import "server-only";
import { type Result, refused } from "../../core/result.ts";
import type { ParserProblem } from "../parser/parser.ts";
import { type ParserOptions, runParser } from "../parser/parser-run.ts";
import {
  type DocumentHints,
  type DocumentReading,
  type GateProblem,
  isPicture,
  type ReadingProblem,
} from "./document.ts";
import { gate } from "./document-gate.ts";

export type DocumentProblem = GateProblem | ReadingProblem | ParserProblem;

/** The whole way in for a file: the gate here, the reading in a process of its own. */
export async function examineDocument(
  bytes: Uint8Array,
  hints: DocumentHints,
  options?: ParserOptions,
): Promise<Result<DocumentReading, DocumentProblem>> {
  const passed = gate(hints.fileName, hints.mediaType, bytes);
  if (!passed.ok) return passed;
  const read = await runParser(isPicture(passed.value) ? "picture" : "document", bytes, hints, options);
  return read.ok ? read.value : refused(read.reason);
}
