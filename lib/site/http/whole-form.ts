/**
 * Whether a form that may hold files came whole. The framework has no answer but its own failure for one that does not
 * begin and end as it says (RFC 7578 §4.1): a file whose sending was cut off is the sender's to send again.
 */

/** RFC 2046 §5.1.1 allows 70 characters. */
const BOUNDARY = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/i;

/** Null: the type names none, or none that could be one. */
export function boundaryIn(contentType: string): string | null {
  const [, quoted, plain] = BOUNDARY.exec(contentType) ?? [];
  return quoted ?? plain ?? null;
}

/**
 * @param chunks all of the body, however it is divided
 * @returns whether it is a form from its first boundary to its last; true for what is no such form
 */
export function isWholeForm(contentType = "", chunks: readonly Buffer[]): boolean {
  if (!/^multipart\/form-data\b/i.test(contentType)) return true;
  const boundary = boundaryIn(contentType);
  if (boundary === null) return false;
  const [opening, closing] = [`--${boundary}\r\n`, `--${boundary}--`];
  let first = "";
  for (const chunk of chunks) {
    if (first.length >= opening.length) break;
    first += chunk.toString("latin1", 0, opening.length - first.length);
  }
  // A line end may follow the last boundary.
  const most = closing.length + 2;
  let last = "";
  for (const chunk of chunks.toReversed()) {
    if (last.length >= most) break;
    last = chunk.toString("latin1", Math.max(0, chunk.length - (most - last.length))) + last;
  }
  return first === opening && last.trimEnd().endsWith(closing);
}
