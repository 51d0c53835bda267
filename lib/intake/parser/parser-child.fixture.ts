/** A child that begins like the real one, with parsers that misbehave as one that was taken over would. */
import { execFileSync } from "node:child_process";
import { lookup } from "node:dns/promises";
import { readFileSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { Worker } from "node:worker_threads";
import { answer } from "./parser-answer.ts";

const attempts: Record<string, (hints: { port: number; file: string }) => unknown> = {
  connect: ({ port }) =>
    new Promise((resolve, reject) => {
      connect(port, "127.0.0.1").once("connect", resolve).once("error", reject);
    }),
  fetch: ({ port }) => fetch(`http://127.0.0.1:${port}/`),
  listen: () =>
    new Promise((resolve, reject) => {
      createServer()
        .once("error", reject)
        .listen(0, () => resolve(null));
    }),
  lookup: () => lookup("localhost"),
  write: ({ file }) => writeFileSync(file, "was here"),
  database: async ({ file }) => {
    const name = "node:sqlite";
    const { DatabaseSync } = await import(name);
    new DatabaseSync(file).exec("create table was_here (x)");
  },
  read: () => readFileSync("/etc/hostname"),
  settings: () => readFileSync(".env"),
  environment: () => readFileSync("/proc/self/environ"),
  spawn: () => execFileSync("/bin/true"),
  worker: () => new Worker("1", { eval: true }),
  addon: () => process.dlopen({ exports: {} }, "node_modules/none.node"),
  code: () => new Function("return 1")(),
  signal: () => process.kill(process.ppid, 0),
};

async function failed(attempt: () => unknown): Promise<string> {
  try {
    await attempt();
    return "done";
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return cause instanceof Error && "code" in cause ? String(cause.code) : String(error);
  }
}

await answer({
  attempts: async () => async (_: Uint8Array, hints: { port: number; file: string }) => {
    const entries = Object.entries(attempts).map(async ([name, attempt]) => [
      name,
      await failed(() => attempt(hints)),
    ]);
    return Object.fromEntries(await Promise.all(entries));
  },
  limits: async () => () => Reflect.get(process.report.getReport(), "userLimits"),
  secrets: async () => () => ({ environment: { ...process.env }, flags: process.execArgv }),
  echo: async () => (bytes: Uint8Array, hints: unknown) => ({
    bytes,
    hints,
    when: new Date(0),
    none: undefined,
  }),
  noise: async () => () => {
    for (let line = 0; line < 100_000; line += 1) console.log("noise on the console");
    return "answer";
  },
  throws: async () => () => {
    throw new Error("a secret of the file");
  },
  "throws-later": async () => () =>
    new Promise(() => {
      setImmediate(() => {
        throw new Error("nobody catches this");
      });
    }),
  spin: async () => () => {
    for (;;);
  },
  sleep: async () => () => new Promise((resolve) => setTimeout(resolve, 300_000)),
  heap: async () => () => {
    const kept: unknown[] = [];
    for (;;) kept.push(Array.from({ length: 1_000 }, () => ({ kept: true })));
  },
  buffers: async () => async () => {
    const kept: Buffer[] = [];
    for (;;) kept.push(Buffer.alloc(8 * 1024 * 1024, 1));
  },
  large: async () => () => new Uint8Array(200 * 1024 * 1024).fill(1),
  stack: async () => () => {
    const deeper = (): number => deeper() + 1;
    return deeper();
  },
  exit: async () => () => process.exit(0),
  half: async () => () => {
    process.stdout.write(new Uint8Array([0xff, 0x0f, 0x6f]));
    process.exit(0);
  },
  broken: () => Promise.reject(new Error("Cannot find package 'left-out'")),
});
