/**
 * Takes a request's body in before the application is asked: then it is known how large it is, also where nobody has
 * said so beforehand (`Transfer-Encoding: chunked`), and no part of the application holds more of it than that.
 */
import type { IncomingMessage } from "node:http";

/** Bytes of the largest form; the framework would answer what is larger with an error of its own. */
export const LARGEST_BODY = 1_000_000;

/**
 * Waits for the last byte. The body stays in the request, to be read from it as ever.
 *
 * @returns false for one that is larger: the rest of it is let go as it comes
 */
export function wholeBody(request: IncomingMessage, largest: number = LARGEST_BODY): Promise<boolean> {
  const push = request.push.bind(request);
  let size = 0;
  return new Promise((resolve) => {
    request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
      size += chunk?.length ?? 0;
      // Says "more, please" whatever the stream says: it asks for less than a whole form.
      if (size > largest) {
        resolve(false);
        return true;
      }
      push(chunk, encoding);
      if (chunk === null) resolve(true);
      return true;
    };
    // A visitor who goes away leaves nothing to answer.
    request.once("close", () => resolve(false));
  });
}
