import { Console } from "node:console";
import { buffer } from "node:stream/consumers";
import { deserialize, serialize } from "node:v8";
import type { Parser } from "./parser-loaders.ts";

/** What the child is asked, on its standard input. Structured clones, so that bytes pass as they are. */
export interface ParserQuestion {
  readonly name: string;
  readonly hints: unknown;
  readonly bytes: Uint8Array;
}

/** What it answers, on its standard output. No answer at all means that it ended otherwise. */
export type ParserAnswer = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** The exit code of a child whose parser could not even be loaded: our fault, not the file's. */
export const COULD_NOT_START = 70;

/**
 * The child's side: reads one question, answers it, ends. Whatever the parser throws means that the file could not be
 * read; what it threw quotes the file and helps nobody, so it is not passed on.
 */
export async function answer(loaders: Readonly<Record<string, () => Promise<Parser>>>): Promise<void> {
  const say = process.stdout;
  // Packages that warn on the console must not write into the answer.
  globalThis.console = new Console(process.stderr);
  // Signals to other processes are the one thing the permission model says nothing of.
  Object.assign(process, { kill: undefined, _kill: undefined });

  const question: ParserQuestion = deserialize(await buffer(process.stdin));
  const parser = await loaders[question.name]?.().catch((error: unknown) => {
    process.stderr.write(`${error}\n`);
    return undefined;
  });
  if (parser === undefined) process.exit(COULD_NOT_START);

  const end = (given: ParserAnswer) => say.write(serialize(given), () => process.exit(0));
  const giveUp = () => end({ ok: false });
  process.once("uncaughtException", giveUp).once("unhandledRejection", giveUp);
  try {
    end({ ok: true, value: await parser(question.bytes, question.hints as never) });
  } catch {
    giveUp();
  }
}
