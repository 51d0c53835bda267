/**
 * Takes a request's body in before the application is asked: then it is known how large it is, also where nobody has
 * said so beforehand (`Transfer-Encoding: chunked`), and no part of the application holds more of it than that.
 */
import type { IncomingMessage, ServerResponse } from "node:http";

/** Bytes of the largest form; the framework would answer what is larger with an error of its own. */
export const LARGEST_BODY = 1_000_000;

/** Bytes of the largest form with a file in it: a document of 25 MB and a million beside it. */
export const LARGEST_UPLOAD = 25 * 1024 * 1024 + LARGEST_BODY;

/** Bytes of files that are held at one time: whoever comes when it is full waits outside. */
const ROOM = 5 * LARGEST_UPLOAD;

/** How long the sender of a file that there is room for may be silent, ms; then the room is somebody else's. */
const PATIENCE = 10_000;

let taken = 0;
const waiting: (() => void)[] = [];

/** Waits until there is room for a body, and keeps it until the answer is given or the visitor has gone. */
async function room(size: number, request: IncomingMessage, answer: ServerResponse): Promise<void> {
  while (taken + size > ROOM) {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      request.once("close", resolve);
    });
    if (request.destroyed) return;
  }
  taken += size;
  answer.once("close", () => {
    taken -= size;
    for (const next of waiting.splice(0)) next();
  });
}

/**
 * Waits for the last byte. The body stays in the request, to be read from it as ever. What is no larger than a form is
 * taken in at once; for a file there must be room, and until there is, its sender is not asked for more.
 *
 * @returns false for one that is larger: the rest of it is let go as it comes
 */
export function wholeBody(
  request: IncomingMessage,
  answer: ServerResponse,
  largest: number = LARGEST_BODY,
  patience: number = PATIENCE,
): Promise<boolean> {
  const push = request.push.bind(request);
  const said = Number(request.headers["content-length"] ?? 0);
  let size = 0;
  let asksForMore = said <= LARGEST_BODY;
  if (!asksForMore) {
    void room(said, request, answer).then(() => {
      asksForMore = true;
      request._read(0);
      request.socket.setTimeout(patience, () => request.destroy());
    });
  }
  return new Promise((resolve) => {
    // From the first byte on: those that came with the headers are pushed before anybody could wait for them.
    request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
      size += chunk?.length ?? 0;
      // Says "more, please" whatever the stream says: it asks for less than a whole form.
      if (size > largest) {
        resolve(false);
        return true;
      }
      push(chunk, encoding);
      if (chunk === null) {
        if (said > LARGEST_BODY) request.socket.setTimeout(0);
        resolve(true);
      }
      return asksForMore;
    };
    // A visitor who goes away leaves nothing to answer.
    request.once("close", () => resolve(false));
  });
}
