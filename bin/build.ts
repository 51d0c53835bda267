import { mkdirSync } from "node:fs";
import path from "node:path";
import { runNode } from "./child.ts";
import { exitCodes, Refusal } from "./exit-codes.ts";
import { fingerprintOf, isStamped, writeStamp } from "./fingerprint.ts";
import { isHeldBySomeone, type Lock, takeLock } from "./lock.ts";
import { say, step } from "./say.ts";
import { root } from "./settings.ts";

/** Everything whose change makes a build stale. A path that is not there yet is simply absent. */
const sources = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "prisma/schema.prisma",
  "next.config.js",
  "next.config.ts",
  "postcss.config.mjs",
  "postcss.config.js",
  "proxy.ts",
  "instrumentation.ts",
  "tsconfig.json",
  "package-lock.json",
];

/** Tests and their fixtures do not end up in a build, and the client is made from the schema. */
export const beside = (file: string) =>
  /\.(test|spec)\.tsx?$|\.fixture\.\w+$|\.tsbuildinfo$/.test(file) || file.startsWith("lib/generated/");

const stamp = path.join(root, ".next", "belagt-build");

/**
 * Builds the application for production unless the build that is there was made from these sources.
 *
 * @param env with DATABASE_URL: pages that do not depend on a request are rendered while building
 * @throws Refusal when the build fails
 */
export async function buildIfStale(env: NodeJS.ProcessEnv, stop: AbortSignal): Promise<void> {
  if (isStamped(stamp, fingerprintOf(root, sources, beside))) return;
  const lock = await buildLock(stop);
  try {
    // Again, because another process may have built while we waited; and before building, so that an
    // edit made during the build leaves it stale.
    const made = fingerprintOf(root, sources, beside);
    if (isStamped(stamp, made)) return;
    await step(
      "Building the application",
      () => build(env, stop),
      () => "Application built",
    );
    writeStamp(stamp, made);
  } finally {
    lock.release();
  }
}

async function build(env: NodeJS.ProcessEnv, stop: AbortSignal): Promise<void> {
  const { code, output } = await runNode(["node_modules/next/dist/bin/next", "build"], {
    env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    output: "keep",
    stop,
  });
  if (code !== 0) {
    throw new Refusal(
      exitCodes.buildFailed,
      "The application could not be built.",
      "Correct what the message above names and run the command again; the database is not affected.",
      output,
    );
  }
}

/** Two builds at once would write over each other: the second one waits for the first. */
async function buildLock(stop: AbortSignal): Promise<Lock> {
  const folder = path.join(root, "node_modules", ".cache");
  mkdirSync(folder, { recursive: true });
  let told = false;
  for (;;) {
    stop.throwIfAborted();
    const lock = takeLock(path.join(folder, "belagt-build.lock"), "build");
    if (!isHeldBySomeone(lock)) return lock;
    if (!told) say(`· Waiting for another build to finish (process ${lock.pid}) …`);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
