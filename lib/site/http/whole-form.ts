/**
 * Whether a form that may hold files came whole. The framework has no answer but its own failure for one that does not
 * begin and end as it says (RFC 7578 §4.1): a file whose sending was cut off is the sender's to send again.
 */
import type { IncomingMessage } from "node:http";

/** RFC 2046 §5.1.1 allows 70 characters. */
const BOUNDARY = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/i;

/** Null: the type names none, or none that could be one. */
export function boundaryIn(contentType: string): string | null {
  const [, quoted, plain] = BOUNDARY.exec(contentType) ?? [];
  return quoted ?? plain ?? null;
}

/**
 * Watches a body as it comes; to be called before anybody waits for it.
 *
 * @returns what says, once all of it is there, whether it is a form from its first boundary to its last
 */
export function watchForm(request: IncomingMessage): () => boolean {
  const type = request.headers["content-type"] ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) return () => true;
  const boundary = boundaryIn(type);
  if (boundary === null) return () => false;
  const [opening, closing] = [`--${boundary}\r\n`, `--${boundary}--`];
  // A line end may follow the last boundary.
  const most = closing.length + 2;
  let first = "";
  let last = "";
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (chunk) {
      if (first.length < opening.length) first += chunk.toString("latin1", 0, opening.length - first.length);
      last = (last + chunk.toString("latin1", Math.max(0, chunk.length - most))).slice(-most);
    }
    return push(chunk, encoding);
  };
  return () => first === opening && last.trimEnd().endsWith(closing);
}
