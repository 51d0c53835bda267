import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { root } from "./settings.ts";

export type Ended = {
  /** Null when a signal ended it. */
  code: number | null;
  /** What it wrote, when it was asked for. */
  output: string;
};

export type RunOptions = {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** `show` lets it write to our terminal, `keep` collects both streams to be shown if it fails. */
  output: "show" | "keep";
  /** As whom to run; the current user when undefined. */
  user?: { uid: number; gid: number } | undefined;
  stop?: AbortSignal;
};

/**
 * Runs a program to its end, and ends it with us: an aborted `stop` sends it SIGTERM and rejects with an AbortError.
 *
 * @throws the system's error when the program cannot be started at all
 */
export async function run(program: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  const { env = process.env, cwd = root, output, user, stop } = options;
  const settings: SpawnOptions = {
    env,
    cwd,
    ...user,
    stdio: output === "show" ? "inherit" : ["ignore", "pipe", "pipe"],
  };
  const child = spawn(program, args, { ...settings, ...(stop && { signal: stop }) });
  let written = "";
  child.stdout?.on("data", (chunk: Buffer) => (written += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (written += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output: written }));
  });
}

/** Runs a JavaScript or TypeScript file with the Node that runs us. */
export function runNode(args: readonly string[], options: RunOptions): Promise<Ended> {
  return run(process.execPath, args, options);
}

/** Resolves when the child has ended, at once if it already has. */
export function whenEnded(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

export function wasStopped(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
