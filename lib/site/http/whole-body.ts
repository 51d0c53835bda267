/**
 * Takes a request's body in before the application is asked: then it is known how large it is, also where nobody has
 * said so beforehand (`Transfer-Encoding: chunked`), and no part of the application holds more of it than that. The
 * application is given a request of its own, with all of the body in it.
 */
import { IncomingMessage, type ServerResponse } from "node:http";
import { done, type Result, refused } from "../../core/result.ts";
import { isWholeForm } from "./whole-form.ts";

/** Bytes of the largest form; the framework would answer what is larger with an error of its own. */
export const LARGEST_BODY = 1_000_000;

/** Bytes of the largest form with a file in it: a document of 25 MB and a million beside it. */
export const LARGEST_UPLOAD = 25 * 1024 * 1024 + LARGEST_BODY;

/** How long a sender may be silent, ms. */
const PATIENCE = 10_000;

/** How long the smallest body may take, ms, and how many bytes of a larger one must come in each second beside that. */
const LEAST_TIME = 20_000;
const SLOWEST = 128 * 1024;

interface Waiting {
  readonly size: number;
  readonly admit: () => void;
}

/** Bytes that are held at one time. Whoever comes when it is full waits, and those who wait are let in one after another. */
export class Room {
  readonly #most: number;
  #taken = 0;
  readonly #waiting: Waiting[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** @returns true when there is room, which is kept until the answer is given; false: the visitor has gone */
  take(size: number, request: IncomingMessage, answer: ServerResponse): Promise<boolean> {
    if (request.destroyed) return Promise.resolve(false);
    return new Promise((resolve) => {
      const waiting: Waiting = {
        size,
        admit: () => {
          request.off("close", leave);
          this.#taken += size;
          answer.once("close", () => {
            this.#taken -= size;
            this.#letIn();
          });
          resolve(true);
        },
      };
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        resolve(false);
        // Who came after it may be smaller.
        this.#letIn();
      };
      request.once("close", leave);
      this.#waiting.push(waiting);
      this.#letIn();
    });
  }

  #letIn(): void {
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      if (this.#taken + first.size > this.#most) return;
      this.#waiting.shift();
      first.admit();
    }
  }
}

/** Where files are held. */
const files = new Room(5 * LARGEST_UPLOAD);

export interface BodyTerms {
  /** Bytes. */
  readonly largest?: number;
  /** Where a body that is larger than a form is held. */
  readonly room?: Room;
  /** How long a sender may be silent, ms. */
  readonly patience?: number;
  /** How long a body may take from its first byte to its last, ms; as it is, by how large it says it is. */
  readonly inAll?: number;
}

/**
 * Reads a body to its end. What is no larger than a form is taken in at once; for a file there must be room, and until
 * there is, its sender is not asked for more.
 *
 * @returns the request to give to the application; `large`: longer than allowed, and the rest of it is let go as it comes;
 * `form`: it says it is a form with files, and does not begin and end as one; `gone`: nobody is there to be answered
 */
export async function wholeBody(
  request: IncomingMessage,
  answer: ServerResponse,
  { largest = LARGEST_BODY, room = files, patience = PATIENCE, inAll }: BodyTerms = {},
): Promise<Result<IncomingMessage, "large" | "form" | "gone">> {
  const said = Number(request.headers["content-length"] ?? 0);
  if (said > LARGEST_BODY && !(await room.take(said, request, answer))) return refused("gone");
  const chunks = await chunksOf(request, {
    largest,
    patience,
    inAll: inAll ?? LEAST_TIME + (said / SLOWEST) * 1000,
  });
  if (typeof chunks === "string") return refused(chunks);
  if (!isWholeForm(request.headers["content-type"], chunks)) return refused("form");
  return done(withBody(request, chunks));
}

/** Whoever is silent, or slower than anybody needs to be, is cut off: their room is somebody else's. */
function chunksOf(
  request: IncomingMessage,
  { largest, patience, inAll }: Required<Pick<BodyTerms, "largest" | "patience" | "inAll">>,
): Promise<Buffer[] | "large" | "gone"> {
  if (request.destroyed) return Promise.resolve("gone");
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const cutOff = () => request.destroy();
    const silent = setTimeout(cutOff, patience);
    const slow = setTimeout(cutOff, inAll);
    const end = (what: Buffer[] | "large" | "gone") => {
      clearTimeout(silent);
      clearTimeout(slow);
      request.off("data", take).off("end", whole).off("close", gone);
      resolve(what);
    };
    const take = (chunk: Buffer) => {
      silent.refresh();
      size += chunk.byteLength;
      if (size <= largest) return void chunks.push(chunk);
      end("large");
      request.resume();
    };
    const whole = () => end(chunks);
    const gone = () => end("gone");
    request.on("data", take).once("end", whole).once("close", gone);
  });
}

/** The same request, of the same connection, with a body that is all there. */
function withBody(request: IncomingMessage, chunks: readonly Buffer[]): IncomingMessage {
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  const whole = Object.assign(new IncomingMessage(request.socket), {
    ...{ method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor },
    complete: true,
  });
  for (const chunk of chunks) whole.push(chunk);
  whole.push(null);
  return whole;
}
