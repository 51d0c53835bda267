import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
/** The Node that the product runs on: `npm run bench` starts the benchmarks under it. */
export const node = process.execPath;

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const running = new Set();

/** Starts a program in a process group of its own; `stop` ends the whole group and waits for it. */
export function start(command, args, { cwd = root, env = {} } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      words = (words + chunk).slice(-20_000);
    });
  const ended = new Promise((resolve) => {
    child.once("exit", resolve);
    child.once("error", resolve);
  });
  const one = {
    words: () => words,
    ended,
    stop: async () => {
      running.delete(one);
      if (child.exitCode !== null || child.signalCode !== null) return;
      signal(child, "SIGTERM");
      const late = setTimeout(() => signal(child, "SIGKILL"), 15_000);
      await ended;
      clearTimeout(late);
    },
  };
  running.add(one);
  return one;
}

function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // Already gone.
  }
}

/** Runs to the end. @throws with the program's own words when it fails */
export async function run(command, args, options) {
  const one = start(command, args, options);
  const code = await one.ended;
  running.delete(one);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${one.words()}`);
  return one.words();
}

/** @returns milliseconds until the address answered; any status but a server's failure will do */
export async function untilItAnswers(url, one, patience = 300_000) {
  const began = performance.now();
  let gone = false;
  void one?.ended.then(() => {
    gone = true;
  });
  while (performance.now() - began < patience) {
    if (gone) throw new Error(`The server for ${url} ended:\n${one.words()}`);
    try {
      const response = await fetch(url);
      await response.arrayBuffer();
      if (response.status < 500) return performance.now() - began;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} did not answer:\n${one?.words() ?? ""}`);
}

/** Runs a benchmark so that nothing it started outlives it, whether it succeeds, fails or is interrupted. */
export async function bench(body) {
  const stopAll = () => Promise.all([...running].map((one) => one.stop()));
  for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => stopAll().then(() => process.exit(130)));
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await stopAll();
  }
}
