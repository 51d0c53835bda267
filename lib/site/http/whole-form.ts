/**
 * Whether a form that may hold files came whole. The framework has no answer but its own failure for one that does not
 * begin and end as it says (RFC 7578 §4.1): a file whose sending was cut off is the sender's to send again.
 */

import { isUtf8 } from "node:buffer";

/** RFC 2046 §5.1.1 allows 70 characters. */
const BOUNDARY = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/i;

/** Null: the type names none, or none that could be one. */
export function boundaryIn(contentType: string): string | null {
  const [, quoted, plain] = BOUNDARY.exec(contentType) ?? [];
  return quoted ?? plain ?? null;
}

/** Where a header of a part says that it holds a file, whose bytes may be anything. */
const OF_A_FILE = /^content-disposition:[^\r\n]*;\s*filename\*?=/im;

/**
 * @param body all of it
 * @returns whether it is a form from its first boundary to its last, with text that is text (UTF-8); true for what is no
 *   such form, if it is text
 */
export function isWholeForm(contentType = "", body: Buffer): boolean {
  const charset = /;\s*charset="?([\w-]+)/i.exec(contentType)?.[1] ?? "utf-8";
  if (!/^(?:utf-?8|us-ascii)$/i.test(charset)) return false;
  if (!/^multipart\/form-data\b/i.test(contentType)) return isUtf8(body);
  const boundary = boundaryIn(contentType);
  if (boundary === null) return false;
  const opening = `--${boundary}\r\n`;
  if (body.toString("latin1", 0, opening.length) !== opening) return false;
  // A line end may follow the last boundary.
  const last = body.toString("latin1", Math.max(0, body.length - boundary.length - 6)).trimEnd();
  return last.endsWith(`--${boundary}--`) && isText(body, boundary);
}

/** Whether every field is text. */
function isText(body: Buffer, boundary: string): boolean {
  const between = Buffer.from(`\r\n--${boundary}`);
  for (let from = boundary.length + 4; from < body.length; ) {
    const next = body.indexOf(between, from);
    const part = body.subarray(from, next === -1 ? body.length : next);
    const head = part.subarray(0, Math.max(0, part.indexOf("\r\n\r\n")));
    if (!isUtf8(OF_A_FILE.test(head.toString("latin1")) ? head : part)) return false;
    if (next === -1) return true;
    from = next + between.length + 2;
  }
  return true;
}
