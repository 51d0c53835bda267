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

/** How many files of one member are held at one time. */
const EACH = 2;

interface Waiting {
  readonly size: number;
  readonly owner: string;
  readonly admit: () => void;
}

/**
 * Bytes that are held at one time. Whoever comes when it is full waits, and those who wait are let in one after another, but
 * for those who have their share already.
 */
export class Room {
  readonly #most: number;
  #taken = 0;
  readonly #waiting: Waiting[] = [];
  readonly #shares = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /**
   * @param owner - whose share it is
   * @returns true when there is room, which is kept until the answer is given; false: the visitor has gone
   */
  take(size: number, request: IncomingMessage, answer: ServerResponse, owner = ""): Promise<boolean> {
    if (request.destroyed) return Promise.resolve(false);
    return new Promise((resolve) => {
      const waiting: Waiting = {
        size,
        owner,
        admit: () => {
          request.off("close", leave);
          this.#taken += size;
          this.#shares.set(owner, this.#shareOf(owner) + 1);
          answer.once("close", () => {
            this.#taken -= size;
            const left = this.#shareOf(owner) - 1;
            if (left > 0) this.#shares.set(owner, left);
            else this.#shares.delete(owner);
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

  #shareOf(owner: string): number {
    return this.#shares.get(owner) ?? 0;
  }

  #letIn(): void {
    const next = () => this.#waiting.findIndex(({ owner }) => owner === "" || this.#shareOf(owner) < EACH);
    for (let at = next(); at !== -1; at = next()) {
      const first = this.#waiting[at];
      if (first === undefined || this.#taken + first.size > this.#most) return;
      this.#waiting.splice(at, 1);
      first.admit();
    }
  }
}

/** What one body weighs besides its bytes, for each piece it comes in. */
const PIECE = 256;

interface Coming {
  bytes: number;
  readonly cutOff: () => void;
}

/**
 * What is held of all forms together, those that are still coming and those that wait for their answer. Nobody waits for
 * room: a form is small and comes at once. When there is none left, whoever has been sending longest is cut off, which is
 * who sends slowly on purpose before it is anybody else.
 */
export class Holding {
  readonly #most: number;
  #held = 0;
  readonly #coming = new Set<Coming>();

  constructor(most: number) {
    this.#most = most;
  }

  get held(): number {
    return this.#held;
  }

  /** @param cutOff - ends its sender; nothing of it is to be kept then */
  begin(cutOff: () => void): Coming {
    const coming = { bytes: 0, cutOff };
    this.#coming.add(coming);
    return coming;
  }

  grow(coming: Coming, bytes: number): void {
    if (!this.#coming.has(coming)) return;
    coming.bytes += bytes + PIECE;
    this.#held += bytes + PIECE;
    while (this.#held > this.#most) {
      const [oldest] = this.#coming;
      if (oldest === undefined) return;
      this.end(oldest);
      oldest.cutOff();
    }
  }

  /** It is whole, and held until it is let go. */
  whole(coming: Coming): () => void {
    if (!this.#coming.delete(coming)) return () => undefined;
    let bytes = coming.bytes;
    return () => {
      this.#held -= bytes;
      bytes = 0;
    };
  }

  /** It will not be whole. */
  end(coming: Coming): void {
    if (this.#coming.delete(coming)) this.#held -= coming.bytes;
  }
}

/** Where files are held. */
const files = new Room(5 * LARGEST_UPLOAD);

/** Where forms are: those of members, and those of anybody. */
const formsOfMembers = new Holding(32 * LARGEST_BODY);
const forms = new Holding(64 * LARGEST_BODY);

export interface BodyTerms {
  /** Bytes. */
  readonly largest?: number;
  /** Where a body that is larger than a form is held. */
  readonly room?: Room;
  /** The member who sends it, whose share of that room it takes. */
  readonly owner?: string | undefined;
  /** Where a form is held. */
  readonly holding?: Holding;
  /** How long a sender may be silent, ms. */
  readonly patience?: number;
  /** How long a body may take from its first byte to its last, ms; as it is, by how large it says it is. */
  readonly inAll?: number;
}

/**
 * Reads a body to its end. What is no larger than a form is taken in at once; for a file there must be room, and until
 * there is, its sender is not asked for more.
 *
 * @returns the request to give to the application, and its body; `large`: longer than allowed, and the rest of it is let go
 * as it comes; `form`: it says it is a form with files, and does not begin and end as one, or its text is none; `gone`:
 * nobody is there to be answered
 */
export async function wholeBody(
  request: IncomingMessage,
  answer: ServerResponse,
  {
    largest = LARGEST_BODY,
    room = files,
    owner,
    holding = owner === undefined ? forms : formsOfMembers,
    patience = PATIENCE,
    inAll,
  }: BodyTerms = {},
): Promise<Result<{ request: IncomingMessage; body: Buffer }, "large" | "form" | "gone">> {
  const said = Number(request.headers["content-length"] ?? 0);
  const isFile = said > LARGEST_BODY;
  if (isFile && !(await room.take(said, request, answer, owner))) return refused("gone");
  const coming = holding.begin(() => request.destroy());
  const chunks = await chunksOf(request, {
    largest,
    patience,
    inAll: inAll ?? LEAST_TIME + (said / SLOWEST) * 1000,
    // What has room of its own is not counted twice.
    take: (bytes) => isFile || holding.grow(coming, bytes),
  });
  if (typeof chunks === "string") {
    holding.end(coming);
    return refused(chunks);
  }
  const letGo = holding.whole(coming);
  if (answer.closed) letGo();
  else answer.once("close", letGo);
  const body = Buffer.concat(chunks);
  if (!isWholeForm(request.headers["content-type"], body)) return refused("form");
  return done({ request: withBody(request, body), body });
}

interface Terms extends Required<Pick<BodyTerms, "largest" | "patience" | "inAll">> {
  readonly take: (bytes: number) => void;
}

/** Whoever is silent, or slower than anybody needs to be, is cut off: their room is somebody else's. */
function chunksOf(
  request: IncomingMessage,
  { largest, patience, inAll, take: count }: Terms,
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
      if (size > largest) {
        end("large");
        return void request.resume();
      }
      chunks.push(chunk);
      count(chunk.byteLength);
    };
    const whole = () => end(chunks);
    const gone = () => end("gone");
    request.on("data", take).once("end", whole).once("close", gone);
  });
}

/** The same request, of the same connection, with a body that is all there. */
function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  const whole = Object.assign(new IncomingMessage(request.socket), {
    ...{ method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor },
    complete: true,
  });
  if (body.byteLength > 0) whole.push(body);
  whole.push(null);
  return whole;
}
