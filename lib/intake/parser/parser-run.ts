import "server-only";
import {
  LOADS_ADDONS,
  PARSER_LIMITS,
  PARSERS_AT_ONCE,
  type ParserName,
  type ParserProblem,
} from "./parser.ts";
import type { Parsed, ParserHints } from "./parser-loaders.ts";
import { runParserProcess } from "./parser-process.ts";

export type ParserResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: ParserProblem };

export interface ParserOptions {
  /** Ends the child and rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Has the named parser read the bytes, in a process of its own. A file that is too much for it is a reason, not an
 * exception; an exception means that we are broken.
 *
 * At most {@link PARSERS_AT_ONCE} run in this process at one time, the others wait in the order they came; the time
 * limit counts from the start of the child.
 */
export async function runParser<N extends ParserName>(
  name: N,
  bytes: Uint8Array,
  hints: ParserHints<N>,
  { signal }: ParserOptions = {},
): Promise<ParserResult<Parsed<N>>> {
  await turn(signal);
  try {
    const { outcome } = await runParserProcess(
      { name, hints, bytes: plain(bytes) },
      {
        entry: "lib/intake/parser/parser-child.ts",
        addons: LOADS_ADDONS[name],
        limits: PARSER_LIMITS,
        signal,
      },
    );
    // The one place where what came over the border gets the type that the parser gave it there.
    return outcome as ParserResult<Parsed<N>>;
  } finally {
    next();
  }
}

/** A Buffer would be one on the other side too, and not every parser takes it for bytes. */
const plain = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** On globalThis, because the framework bundles this file once for each of its layers. */
const kept = globalThis as typeof globalThis & {
  belagtParsers?: { running: number; waiting: (() => void)[] };
};
const parsers = () => {
  kept.belagtParsers ??= { running: 0, waiting: [] };
  return kept.belagtParsers;
};

async function turn(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  const state = parsers();
  if (state.running < PARSERS_AT_ONCE) {
    state.running += 1;
    return;
  }
  await new Promise<void>((resolve, reject) => {
    const go = () => {
      signal?.removeEventListener("abort", leave);
      resolve();
    };
    const leave = () => {
      state.waiting.splice(state.waiting.indexOf(go), 1);
      reject(signal?.reason);
    };
    state.waiting.push(go);
    signal?.addEventListener("abort", leave, { once: true });
  });
}

/** Hands the place to whoever has waited longest, or leaves it empty. */
function next(): void {
  const state = parsers();
  const go = state.waiting.shift();
  if (go) go();
  else state.running -= 1;
}
