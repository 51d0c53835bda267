import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import type { ParserLimits, ParserProblem } from "./parser.ts";
import { COULD_NOT_START, type ParserAnswer, type ParserQuestion } from "./parser-answer.ts";

export type ParserOutcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: ParserProblem };

export interface ParserRun {
  readonly outcome: ParserOutcome;
  /** The most the child has held at one time; 0 where the system does not tell (anything but Linux). */
  readonly peakBytes: number;
}

interface ParserCall {
  /** The file the child begins with, from the root of the checkout. */
  readonly entry: string;
  readonly addons: boolean;
  readonly limits: ParserLimits;
  readonly signal?: AbortSignal | undefined;
}

const LOOK_EVERY_MS = 25;

/** What the child's own code is read from. Not the whole checkout: there the data directory and `.env` may lie. */
const READABLE = ["lib/", "node_modules/", "bin/ts-alias.mjs", "package.json"];

/**
 * How Node 26 is told that the child may only compute. `--permission` takes away files, the network, child processes,
 * workers, addons, WASI, FFI and the inspector; what is left must be given back by name. Two doors it leaves open are
 * shut here: `node:sqlite` opens and writes files past the permission model (seen in 26.10), and text must never become
 * code.
 */
function childFlags(root: string, { addons, limits }: ParserCall): string[] {
  return [
    "--disable-warning=ExperimentalWarning",
    "--disable-warning=SecurityWarning",
    "--conditions=react-server",
    "--import=./bin/ts-alias.mjs",
    "--permission",
    ...READABLE.flatMap((place) => readable(`${root}/${place}`)),
    ...(addons ? ["--allow-addons"] : []),
    "--no-experimental-sqlite",
    "--disallow-code-generation-from-strings",
    "--disable-sigusr1",
    `--max-old-space-size=${Math.floor(limits.heapBytes / 1024 / 1024)}`,
  ];
}

/** A place by its name, and by where it really is: packages may be a link to a folder elsewhere. */
const readable = (place: string): string[] =>
  [...new Set([place, existsSync(place) ? realpathSync(place) : place])].map(
    (path) => `--allow-fs-read=${path}${place.endsWith("/") && !path.endsWith("/") ? "/" : ""}`,
  );

/**
 * What the kernel holds whatever runs in the child, native code too: it writes to no file, leaves no core behind, and
 * ends on its own should we be gone before it. Two processors may be at work for it, hence twice the time.
 */
const underLimits = ({ milliseconds }: ParserLimits): string =>
  `ulimit -c 0; ulimit -f 0; ulimit -t ${Math.ceil(milliseconds / 500)}; exec "$0" "$@"`;

/**
 * Starts one child, asks it one question and waits until it has ended, by itself or by us.
 *
 * @throws the signal's reason when aborted, and an Error when the child cannot start or cannot load its parser
 */
export async function runParserProcess(question: ParserQuestion, call: ParserCall): Promise<ParserRun> {
  call.signal?.throwIfAborted();
  const root = process.cwd();
  // No environment: it holds the secrets of the server, and NODE_OPTIONS.
  const program = [process.execPath, ...childFlags(root, call), call.entry];
  const child = spawn(/* turbopackIgnore: true */ "/bin/sh", ["-c", underLimits(call.limits), ...program], {
    cwd: root,
    env: { NODE_ENV: "production" },
    stdio: ["pipe", "pipe", "pipe"],
  });

  let problem: ParserProblem | undefined;
  const kill = (why?: ParserProblem) => {
    problem ??= why;
    child.kill("SIGKILL");
  };
  const clock = setTimeout(() => kill("took-too-long"), call.limits.milliseconds);
  let peakBytes = 0;
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, peakOf(child));
    if (peakBytes > call.limits.residentBytes) kill("took-too-much-memory");
  }, LOOK_EVERY_MS);
  const abort = () => kill();
  call.signal?.addEventListener("abort", abort, { once: true });

  const chunks: Buffer[] = [];
  let length = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length > call.limits.answerBytes) kill("took-too-much-memory");
    else chunks.push(chunk);
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-4_000);
  });
  // A child that ends before it has read everything is told of by its ending, not by the broken pipe.
  child.stdin.on("error", () => {});
  child.stdin.end(serialize(question));

  try {
    const code = await ended(child);
    call.signal?.throwIfAborted();
    if (code === COULD_NOT_START) throw new Error(`The parser ${question.name} could not be loaded: ${said}`);
    return { outcome: problem ? { ok: false, reason: problem } : outcome(chunks, said), peakBytes };
  } finally {
    clearTimeout(clock);
    clearInterval(watch);
    call.signal?.removeEventListener("abort", abort);
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code));
  });
}

/** V8 says this on standard error before it aborts. */
const OUT_OF_HEAP = /heap out of memory|Reached heap limit|Array buffer allocation failed/i;

function outcome(chunks: readonly Buffer[], said: string): ParserOutcome {
  const answer = answerFrom(chunks);
  if (answer?.ok) return answer;
  return { ok: false, reason: OUT_OF_HEAP.test(said) ? "took-too-much-memory" : "could-not-be-read" };
}

/** Null when the child was cut off in the middle of its answer, or ended without one. */
function answerFrom(chunks: readonly Buffer[]): ParserAnswer | null {
  try {
    return deserialize(Buffer.concat(chunks));
  } catch {
    return null;
  }
}

/** The kernel's high-water mark of what the child has held, so that nothing hides between two looks. */
function peakOf(child: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
