import { Refusal } from "./exit-codes.ts";

/** A step that takes longer than this is announced while it runs; shorter ones only when they are done. */
const patience = 700;

/** How often a long step says that it is still going. */
const heartbeat = 20_000;

export function say(line: string): void {
  console.log(line);
}

/** `"1.4 s"`, from a duration in milliseconds. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * Runs one step of a command and reports it as a line with the time it took. Lines are only ever
 * appended, so that a log file reads as well as a terminal.
 *
 * @param done what to say afterwards, given the outcome; undefined says nothing
 */
export async function step<T>(
  doing: string,
  work: () => Promise<T>,
  done: (outcome: T) => string | undefined,
): Promise<T> {
  const began = Date.now();
  const announce = setTimeout(() => say(`· ${doing} …`), patience);
  const still = setInterval(
    () => say(`  … still ${lowerFirst(doing)} (${seconds(Date.now() - began)})`),
    heartbeat,
  );
  try {
    const outcome = await work();
    const line = done(outcome);
    if (line !== undefined) say(`✓ ${line} (${seconds(Date.now() - began)})`);
    return outcome;
  } finally {
    clearTimeout(announce);
    clearInterval(still);
  }
}

/** Prints why a command ended. A refusal is written for people; anything else is a mistake of ours and keeps its stack. */
export function sayError(error: unknown): void {
  if (error instanceof Refusal) {
    if (typeof error.cause === "string" && error.cause.trim() !== "")
      console.error(indented(error.cause.trim()));
    console.error(`✗ ${error.message}`);
    console.error(`  ${error.whatToDo}`);
  } else {
    console.error("✗ Belagt made a mistake:");
    console.error(error);
  }
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, "  | ");
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
