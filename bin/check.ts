import { runNode, wasStopped } from "./child.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { generateClient } from "./generate.ts";
import { say, seconds } from "./say.ts";
import { type Count, total } from "./test-report.ts";

/** Each check counts as one test. Types come after `next typegen`, which writes those of the routes. */
const checks: { name: string; commands: string[][] }[] = [
  {
    name: "Format and lint",
    commands: [["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"]],
  },
  {
    name: "Types",
    commands: [
      ["node_modules/next/dist/bin/next", "typegen"],
      ["node_modules/typescript/bin/tsc", "--noEmit", "--incremental", "false"],
    ],
  },
  {
    name: "Nothing unused",
    commands: [["node_modules/knip/bin/knip.js", "--no-progress"]],
  },
];

/** `npm run check`: what can be said about the sources without running them. */
export async function check(_args: readonly string[], stop: AbortSignal): Promise<ExitCode> {
  const { failed } = total(await runChecks(stop));
  return failed === 0 ? exitCodes.done : exitCodes.failed;
}

/** Runs all of them, also when an early one fails. */
export async function runChecks(stop: AbortSignal): Promise<Count[]> {
  await generateClient(stop);
  const counts: Count[] = [];
  for (const { name, commands } of checks) {
    const began = Date.now();
    const passed = await succeed(commands, stop);
    say(`${passed ? "✓" : "✗"} ${name} (${seconds(Date.now() - began)})`);
    counts.push(passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
  return counts;
}

async function succeed(commands: string[][], stop: AbortSignal): Promise<boolean> {
  for (const args of commands) {
    try {
      const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
      const { code, output } = await runNode(args, { env, output: "keep", stop });
      if (code !== 0) {
        say(output.trim());
        return false;
      }
    } catch (error) {
      if (wasStopped(error)) throw error;
      say(String(error));
      return false;
    }
  }
  return true;
}
