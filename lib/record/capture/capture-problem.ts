/** Why a copy could not be taken: every reason there is, and the sentence that says it and what to do. */
import { GATE_PROBLEMS, READING_PROBLEMS } from "../../intake/document/document.ts";
import type { MessageProblem } from "../../intake/message/message-read.ts";
import { PARSER_PROBLEMS } from "../../intake/parser/parser.ts";
import { FETCH_REASONS } from "../../intake/safe-fetch/safe-fetch-outcome.ts";
import { PAGE_PROBLEMS, PASSING } from "./capture.ts";

/** The type in the parser of e-mails names them, and this says that none is left out. */
const MESSAGE_PROBLEMS = {
  "message-not-an-email": true,
  "message-headers-malformed": true,
  "message-headers-too-large": true,
  "message-too-large": true,
  "message-outlook-format": true,
  "message-several": true,
  "message-nested-too-deep": true,
  "message-too-many-parts": true,
  "message-too-many-lines": true,
  "message-unreadable": true,
} as const satisfies Record<MessageProblem, true>;

/** Of what is attached to an e-mail (capture-file.ts). */
const ATTACHMENT_PROBLEMS = ["too-many-attachments", "message-in-message", "picture-in-text"] as const;

/** Of a page or its address: `capture.problems.<reason>`. */
const OF_PAGES = [...FETCH_REASONS, ...PAGE_PROBLEMS] as const;

/** Of a file, wherever it came from. A form can give them too, so they stand among its refusals. */
const OF_FILES = [...GATE_PROBLEMS, ...READING_PROBLEMS, ...PARSER_PROBLEMS, ...ATTACHMENT_PROBLEMS] as const;

export const CAPTURE_PROBLEMS: readonly string[] = [
  ...OF_PAGES,
  ...OF_FILES,
  ...Object.keys(MESSAGE_PROBLEMS),
];

const isOfMessages = (reason: string): reason is keyof typeof MESSAGE_PROBLEMS =>
  Object.hasOwn(MESSAGE_PROBLEMS, reason);

/** The message that says why; a reason without a sentence of its own is still answered in the reader's language. */
export function problemKey(reason: string) {
  const ofPage = OF_PAGES.find((each) => each === reason);
  if (ofPage) return `capture.problems.${ofPage}` as const;
  const ofFile = OF_FILES.find((each) => each === reason);
  if (ofFile) return `refusals.${ofFile}` as const;
  return isOfMessages(reason) ? (`refusals.${reason}` as const) : ("capture.problems.unknown" as const);
}

/** The message for what is tried again by itself: part of a sentence, which asks nothing of anybody. */
export function passingKey(reason: string) {
  const passing = PASSING.find((each) => each === reason);
  return passing ? (`capture.again.${passing}` as const) : ("capture.again.unknown" as const);
}
